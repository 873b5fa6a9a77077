import {stat} from 'node:fs/promises'
import {pathToFileURL} from 'node:url'
import type {Diagnostic, WorkDoneProgressReporter} from 'vscode-languageserver/node'
import {type Check, checkBytes} from '../cli/check-bytes.ts'
import {readTarget} from '../cli/input.ts'
import {findTargets, type Target} from '../cli/targets.ts'
import {en} from '../core/catalogue/en.ts'
import {userErrorIn} from '../core/errors.ts'
import {lintSteps} from '../lint.ts'
import type {Checked} from '../reporters/reporter.ts'
import {inSlices, mistake} from './checking.ts'
import {diagnosticsInWords, diagnosticsOf, problemOf} from './diagnostics.ts'
import {keyOf} from './documents.ts'
import type {Environment} from './environments.ts'
import {marked} from './places.ts'
import {linesOf} from './positions.ts'
import type {Folder, Session} from './session.ts'
import type {EditorSettings} from './settings.ts'

/** What stands in a report that is not open, or that it has not changed since it was looked at last. */
export interface FileReport {
  readonly uri: string
  /** The same for as long as the findings are. */
  readonly resultId: string
  readonly diagnostics: Diagnostic[] | undefined
}

interface Asked {
  readonly isCancelled: () => boolean
  /** What the editor has of each file by now, by `keyOf`. */
  readonly known: ReadonlyMap<string, string>
  readonly report: (file: FileReport) => void
  readonly progress: Pick<WorkDoneProgressReporter, 'begin' | 'report' | 'done'>
}

/** Checks each report of the workspace that is not open and has changed, one after the other. */
export async function checkWorkspace(session: Session, asked: Asked): Promise<void> {
  // What changes meanwhile, this round does not know.
  const epoch = session.epoch()
  const files = await reportsIn(session)
  asked.progress.begin(en.editor.progress.title, 0, undefined, true)
  for (const [index, file] of files.entries()) {
    if (asked.isCancelled()) break
    const {uri} = file
    if (!session.documents.get(uri)) {
      const resultId = await idOf(file, epoch)
      const isKnown = asked.known.get(keyOf(uri)) === resultId
      const diagnostics = isKnown ? undefined : await diagnosticsIn(file, session, asked)
      if (asked.isCancelled()) break
      // Opened meanwhile, it is told of as it stands there.
      if (!session.documents.get(uri)) asked.report({uri, resultId, diagnostics})
    }
    const percentage = Math.round(((index + 1) / files.length) * 100)
    asked.progress.report(percentage, en.editor.progress.file(index + 1, files.length))
  }
  asked.progress.done()
}

interface WorkspaceFile {
  readonly uri: string
  readonly target: Target
  readonly environment: Environment
  readonly settings: EditorSettings
}

async function reportsIn(session: Session): Promise<readonly WorkspaceFile[]> {
  const files = new Map<string, WorkspaceFile>()
  // Of folders inside one another the inner ones have their own settings.
  const outermostFirst = session.folders().toSorted((a, b) => a.path.length - b.path.length)
  for (const folder of outermostFirst)
    for (const file of await reportsOf(folder, session)) files.set(file.uri, file)
  return [...files.values()]
}

async function reportsOf(folder: Folder, session: Session): Promise<readonly WorkspaceFile[]> {
  const settings = await session.settingsIn(folder)
  if (!settings.enable || !settings.workspaceDiagnostics) return []
  try {
    const environment = await session.environmentIn(folder)
    const {targets} = await findTargets(['.'], folder.path, environment.run.isIgnored)
    return targets.flatMap((target) => {
      const uri = target.path === undefined ? undefined : pathToFileURL(target.path).href
      return uri === undefined ? [] : [{uri, target, environment, settings}]
    })
  } catch (error) {
    // Said of each open document, too; without one it would not be said at all.
    const problem = userErrorIn(error)
    if (problem) session.say(problem.message)
    else session.log(error)
    return []
  }
}

async function idOf({target}: WorkspaceFile, epoch: number): Promise<string> {
  const entry = await stat(target.path ?? '').catch(() => undefined)
  return `${epoch} ${entry?.mtimeMs ?? 0} ${entry?.size ?? 0}`
}

async function diagnosticsIn(
  {uri, target, environment, settings}: WorkspaceFile,
  session: Session,
  {isCancelled}: Asked,
): Promise<Diagnostic[]> {
  const {run, io} = environment
  try {
    const bytes = await readTarget(target, io)
    const readings = await checkBytes(bytes, target, run, io, checkAround(isCancelled))
    return together(readings.map((checked) => ofFile(checked, uri, session, settings)))
  } catch (error) {
    if (isCancelled()) return []
    const problem = userErrorIn(error)
    if (!problem) session.log(error)
    return [problemOf(problem ?? mistake())]
  }
}

/** Two readings of tracked changes have most findings alike. */
function together([first = [], ...others]: readonly Diagnostic[][]): Diagnostic[] {
  const said = ({data, message}: Diagnostic) => JSON.stringify(data ?? message)
  const known = new Set(first.map(said))
  return [...first, ...others.flat().filter((each) => !known.has(said(each)))]
}

/** In between other messages. */
const checkAround =
  (isCancelled: () => boolean): Check =>
  async (document, options) => {
    const result = await inSlices(lintSteps(document, options), isCancelled)
    if (!result) throw new Error('Given up')
    return result
  }

function ofFile(
  checked: Checked,
  uri: string,
  {client}: Session,
  settings: EditorSettings,
): Diagnostic[] {
  const {document} = checked.result
  const lines = linesOf(checked.source ?? document.text, client().encoding)
  const outcome = {version: 0, lines, checked}
  const isText = ['markdown', 'text', 'html'].includes(document.format)
  return isText
    ? diagnosticsOf(outcome, uri, client(), settings)
    : diagnosticsInWords(checked, client(), settings, marked(outcome, settings))
}
