import {acceptedBeside} from '../cli/accepted-beside.ts'
import {type ConfiguredFile, checkedOf, fileOf, sinceBaseline, todayOf} from '../cli/check-bytes.ts'
import {contextFor, declaredOutside, type Outside} from '../cli/declarations.ts'
import type {Target} from '../cli/targets.ts'
import {nameFrom} from '../config/load.ts'
import {en} from '../core/catalogue/en.ts'
import {files} from '../core/catalogue/files.ts'
import {UserError, userErrorIn} from '../core/errors.ts'
import type {AcceptedWording, LintResult, ReportContext} from '../core/types.ts'
import {createDraft, type Draft} from '../draft/index.ts'
import type {Checked} from '../reporters/reporter.ts'
import type {OpenDocument} from './documents.ts'
import type {Environment} from './environments.ts'
import type {Lines} from './positions.ts'

const {problems, remedies} = en.editor

/** What came of checking one version of a document. */
export interface Outcome {
  readonly version: number
  readonly lines: Lines
  /** Missing where there is nothing to check, or where it could not be checked. */
  readonly checked?: Checked
  readonly context?: ReportContext
  readonly file?: ConfiguredFile
  /** What somebody can put right, and what stands in the way till then. */
  readonly problem?: UserError
}

/** What is settled outside a document, read once for as long as nothing changes. */
interface Surroundings {
  readonly environment: Environment
  readonly file: ConfiguredFile
  readonly outside: Outside
  readonly accepted: readonly AcceptedWording[]
  /** Of the front matter that was read last. */
  context?: {readonly frontMatter: string | undefined; readonly value: ReportContext}
}

export interface Checking {
  /**
   * Of the present text; the same promise until something changes. Undefined where the text is edited meanwhile,
   * so that nothing stale is ever shown.
   */
  readonly outcomeOf: (document: OpenDocument) => Promise<Outcome | undefined>
  /** What stands outside of documents has changed. */
  readonly forget: () => void
}

/**
 * @param environmentOf where the document lies, and as it is set there
 * @param logMistake of ours; gets no text of a report
 */
export function createChecking(
  environmentOf: (document: OpenDocument) => Promise<Environment>,
  logMistake: (error: unknown) => void,
): Checking {
  let surroundings = new WeakMap<OpenDocument, Promise<Surroundings>>()
  const surroundingsOf = (document: OpenDocument) => {
    const known = surroundings.get(document) ?? readSurroundings(document, environmentOf)
    surroundings.set(document, known)
    return known
  }
  const check = async (document: OpenDocument, stamp: object): Promise<Outcome | undefined> => {
    try {
      return await checkDocument(document, await surroundingsOf(document), stamp)
    } catch (error) {
      if (document.stamp !== stamp) return undefined
      // A text that its reader refuses is read anew when it has changed.
      document.draft = undefined
      return failed(document, error, logMistake)
    }
  }
  return {
    outcomeOf: (document) => {
      const {stamp, check: last} = document
      if (last?.stamp === stamp) return last.outcome
      const outcome = check(document, stamp)
      document.check = {stamp, outcome}
      return outcome
    },
    forget: () => {
      surroundings = new WeakMap()
    },
  }
}

function failed(
  {version, lines}: OpenDocument,
  error: unknown,
  logMistake: (error: unknown) => void,
): Outcome {
  const problem = userErrorIn(error)
  if (!problem) logMistake(error)
  // Nobody has written anything yet.
  if (problem?.problem === files.empty.problem) return {version, lines}
  return {version, lines, problem: problem ?? mistake()}
}

/** What is said in place of findings where the mistake is ours: nothing may look as if it were checked. */
export const mistake = (): UserError =>
  new UserError(en.commandLine.commandName, problems.mistake, remedies.mistake)

async function readSurroundings(
  document: OpenDocument,
  environmentOf: (document: OpenDocument) => Promise<Environment>,
): Promise<Surroundings> {
  const environment = await environmentOf(document)
  const {run, io} = environment
  const {path} = document
  const target: Target =
    path === undefined ? {name: en.commandLine.stdinName} : {name: nameFrom(io.cwd, path), path}
  const file = await fileOf(target, run, io)
  const [outside, accepted] = await Promise.all([
    declaredOutside(target, run.declarations, file.settings, io),
    acceptedBeside(target, io),
  ])
  return {environment, file, outside, accepted}
}

async function checkDocument(
  open: OpenDocument,
  surroundings: Surroundings,
  stamp: object,
): Promise<Outcome | undefined> {
  const {file, accepted, environment} = surroundings
  const {version, lines} = open
  if (open.stamp !== stamp) return undefined
  if (lines.text.trim() === '') return {version, lines}
  const context = await readContext(open, surroundings, stamp)
  if (!context || open.stamp !== stamp) return undefined
  const draft = draftOf(open, file, context.mode === 'template')
  const today = todayOf(environment.io)
  const steps = draft.check({context, packs: file.packs, today, accepted})
  const result = await inSlices(steps, () => open.stamp !== stamp)
  if (!result) return undefined
  const checked = await sinceBaseline(checkedOf(result, context, file), file, environment.run)
  // Columns are counted in the text itself, also where the reader makes another one of it.
  return open.stamp === stamp
    ? {version, lines, checked: {...checked, source: lines.text}, context, file}
    : undefined
}

/** Its front matter may be what says that a document is a template, as which it is then read. */
async function readContext(
  open: OpenDocument,
  surroundings: Surroundings,
  stamp: object,
): Promise<ReportContext | undefined> {
  const {file, outside} = surroundings
  const isTemplate = open.draft?.isTemplate ?? outside.isTemplate
  const document = draftOf(open, file, isTemplate).document()
  const {frontMatter} = document
  const last = surroundings.context
  if (last && last.frontMatter === frontMatter) return last.value
  const value = await contextFor(document, outside)
  if (open.stamp !== stamp) return undefined
  surroundings.context = {frontMatter, value}
  return value
}

function draftOf(open: OpenDocument, {target}: ConfiguredFile, isTemplate: boolean): Draft {
  if (open.draft?.isTemplate === isTemplate) return open.draft.draft
  const {format, lines} = open
  const draft = createDraft(lines.text, {name: target.name, format, isTemplate})
  open.draft = {draft, isTemplate}
  return draft
}

/** In milliseconds: nobody notices that a keystroke waits so long. */
const slice = 8

/** Works in between other messages. Undefined where the result is not wanted any more. */
export async function inSlices(
  steps: Generator<undefined, LintResult>,
  isStale: () => boolean,
): Promise<LintResult | undefined> {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < slice) continue
    await new Promise((resume) => setImmediate(resume))
    if (isStale()) return undefined
    since = performance.now()
  }
}
