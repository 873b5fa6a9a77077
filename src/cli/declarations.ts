import {stat} from 'node:fs/promises'
import {resolve} from 'node:path'
import {en} from '../core/catalogue/en.ts'
import type {Settings} from '../core/config-shape.ts'
import {checkProfile, emptyContext, mergeContexts, toReportContext} from '../core/context.ts'
import {ContextError} from '../core/errors.ts'
import type {ContextData} from '../core/rule.ts'
import type {ReportContext, SourceDocument} from '../core/types.ts'
import {readYamlFile} from './input.ts'
import type {CommandIo} from './io.ts'
import type {Flags} from './program.ts'
import {copyMark, type Target} from './targets.ts'

/** What holds for every report of a run. */
export interface Declarations {
  readonly flags: ContextData
  /** What `--context` names; read in place of the file beside each report. */
  readonly file?: ContextData
}

// Loaded when something is declared: a YAML parser costs a run that needs none.
const loadParser = () => import('../core/context-file.ts')

/** @throws {UserError} when a flag or the file of `--context` cannot be used */
export async function readDeclarations(flags: Flags, io: CommandIo): Promise<Declarations> {
  const declared = await readFlags(flags)
  if (flags.context === undefined) return {flags: declared}
  const target = {name: flags.context, path: resolve(io.cwd, flags.context)}
  return {flags: declared, file: await parseFile(target, io)}
}

async function readFlags(flags: Flags): Promise<ContextData> {
  const given = Object.entries({
    'behaviour-of': oneOrList(flags.behaviourOf),
    'harm-to': oneOrList(flags.harmTo),
    children: oneOrList(flags.child),
    others: oneOrList(flags.other),
    'each-alleges': flags.eachAlleges,
    mode: flags.mode,
    status: flags.status,
    profile: flags.profile,
    date: flags.date,
  }).filter(([, value]) => value !== undefined)
  if (given.length === 0) return {}
  const {checkContext} = await import('../core/context-check.ts')
  const declared = checkContext(Object.fromEntries(given), en.commandLine.commandName)
  // Said once, and not of each report.
  if (declared.profile !== undefined) checkProfile(declared.profile, '--profile')
  return declared
}

const oneOrList = (people: readonly string[] | undefined) =>
  people?.length === 1 ? people[0] : people

async function parseFile(target: Target, io: CommandIo): Promise<ContextData> {
  const {parseContext} = await loadParser()
  return parseContext(await readYamlFile(target, io), target.name)
}

/** What holds where no report is read: for lists of rules, and for trying a pack. @throws {UserError} */
export async function contextWithoutReport(flags: Flags, io: CommandIo): Promise<ReportContext> {
  const {file, flags: declared} = await readDeclarations(flags, io)
  return toReportContext(mergeContexts(file ?? {}, declared), en.commandLine.commandName)
}

/** What is declared about one report outside of it. */
export interface Declared {
  readonly settings: ContextData
  /** In a context file, and by flags. */
  readonly beside: ContextData
  /** Known before the report is read, since a template is read for more. */
  readonly isTemplate: boolean
}

/** @throws {UserError} when the file beside the report cannot be used */
export async function declaredFor(
  target: Target,
  declarations: Declarations,
  settings: Settings,
  io: CommandIo,
): Promise<Declared> {
  const file = declarations.file ?? (await readSideCar(target, io))
  const declared = declaredIn(settings)
  const beside = mergeContexts(file, declarations.flags)
  const isTemplate = (beside.mode ?? declared.mode) === 'template'
  return {settings: declared, beside, isTemplate}
}

/**
 * Flags replace fields of the context file, which replace fields of the front matter, which replace those of the
 * configuration.
 * @throws {UserError} when the front matter cannot be used, or together they contradict themselves
 */
export async function contextFor(
  document: SourceDocument,
  {settings, beside}: Declared,
): Promise<ReportContext> {
  const data = mergeContexts(settings, await readFrontMatter(document), beside)
  return Object.keys(data).length === 0 ? emptyContext : toReportContext(data, document.name)
}

/** What is neither about rules nor about how files are read. */
function declaredIn({
  rules: _,
  packs: __,
  tracked: ___,
  headers: ____,
  ...declared
}: Settings): ContextData {
  return declared
}

async function readFrontMatter(document: SourceDocument): Promise<ContextData> {
  if (document.frontMatter === undefined) return {}
  const {parseFrontMatter} = await loadParser()
  return parseFrontMatter(document.frontMatter, document.name)
}

/** `report.docx`, and so its copies, may have `report.context.yml` or `report.docx.context.yml` beside it. */
async function readSideCar({name}: Target, io: CommandIo): Promise<ContextData> {
  if (name === en.commandLine.stdinName) return {}
  const original = name.replace(copyMark, '')
  const stems = [original, name].flatMap((each) => [each.replace(/\.[^./\\]+$/, ''), each])
  const names = [...new Set(stems)].map((each) => `${each}.context.yml`)
  const candidates = names.map((each) => ({name: each, path: resolve(io.cwd, each)}))
  const standing = await Promise.all(candidates.map(({path}) => exists(path)))
  const [sideCar, second] = candidates.filter((_, index) => standing[index])
  if (sideCar === undefined) return {}
  if (second === undefined) return parseFile(sideCar, io)
  const {problems, remedies} = en.commandLine
  throw new ContextError(sideCar.name, problems.twoContexts(second.name), remedies.twoContexts)
}

/** False only when nothing stands there; what cannot be looked at is reported when it is read. */
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => !(error instanceof Error && 'code' in error && error.code === 'ENOENT'),
  )

/** Whether rules about a person's part know whose part it was, or are not meant to. */
export const arePartiesDeclared = ({parties, eachAlleges, mode}: ReportContext): boolean =>
  eachAlleges ||
  mode === 'template' ||
  parties.some(({role}) => role === 'perpetrator' || role === 'survivor')
