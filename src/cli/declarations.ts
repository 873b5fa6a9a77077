import {resolve} from 'node:path'
import {en} from '../core/catalogue/en.ts'
import type {Settings} from '../core/config-shape.ts'
import {checkProfile, emptyContext, mergeContexts, toReportContext} from '../core/context.ts'
import type {ContextData} from '../core/rule.ts'
import type {ReportContext, SourceDocument} from '../core/types.ts'
import {fileBeside} from './beside.ts'
import {readYamlFile} from './input.ts'
import type {CommandIo} from './io.ts'
import type {Flags} from './program.ts'
import type {Target} from './targets.ts'

const {commandName} = en.commandLine

/** What holds for every report of a run. */
export interface Declarations {
  readonly flags: ContextData
  /** What `--context` names; read in place of the file beside each report. */
  readonly file?: Declared
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
  const declared = checkContext(Object.fromEntries(given), commandName)
  // Said once, and not of each report.
  if (declared.profile !== undefined) checkProfile(declared.profile, '--profile')
  return declared
}

const oneOrList = (people: readonly string[] | undefined) =>
  people?.length === 1 ? people[0] : people

async function parseFile(target: Target, io: CommandIo): Promise<Declared> {
  const {parseContext} = await loadParser()
  return {data: parseContext(await readYamlFile(target, io), target.name), from: target.name}
}

/** What holds where no report is read: for lists of rules, and for trying a pack. @throws {UserError} */
export async function contextWithoutReport(flags: Flags, io: CommandIo): Promise<ReportContext> {
  const {file, flags: declared} = await readDeclarations(flags, io)
  return toReportContext(mergeContexts(file?.data ?? {}, declared), commandName)
}

/** What one place declares, and how people name the place. */
export interface Declared {
  readonly data: ContextData
  readonly from: string
}

/** What is declared about one report outside of it; of what stands beside it what comes later wins. */
export interface Outside {
  readonly settings: ContextData
  readonly beside: readonly Declared[]
  /** Known before the report is read, since a template is read for more. */
  readonly isTemplate: boolean
}

/** @throws {UserError} when the file beside the report cannot be used */
export async function declaredOutside(
  target: Target,
  {file, flags}: Declarations,
  settings: Settings,
  io: CommandIo,
): Promise<Outside> {
  const beside = [file ?? (await readSideCar(target, io)), {data: flags, from: commandName}]
  const declared = declaredIn(settings)
  const {mode} = mergeContexts(declared, ...beside.map(({data}) => data))
  return {settings: declared, beside, isTemplate: mode === 'template'}
}

/**
 * Flags replace fields of the context file, which replace fields of the front matter, which replace those of the
 * configuration.
 * @throws {UserError} when the front matter cannot be used, or together they contradict themselves
 */
export async function contextFor(
  document: SourceDocument,
  outside: Outside,
): Promise<ReportContext> {
  const declared = await declaredFor(document, outside)
  const data = mergeContexts(outside.settings, ...declared.map((each) => each.data))
  return Object.keys(data).length === 0 ? emptyContext : toReportContext(data, document.name)
}

/** What is declared of one report outside the configuration; what comes later wins. @throws {UserError} */
export async function declaredFor(
  document: SourceDocument,
  {beside}: Pick<Outside, 'beside'>,
): Promise<readonly Declared[]> {
  return [{data: await readFrontMatter(document), from: en.settling.frontMatter}, ...beside]
}

/** What is neither about rules nor about how files are read and shown. */
function declaredIn({
  rules: _,
  packs: __,
  tracked: ___,
  headers: ____,
  excerpts: _____,
  ...declared
}: Settings): ContextData {
  return declared
}

async function readFrontMatter(document: SourceDocument): Promise<ContextData> {
  if (document.frontMatter === undefined) return {}
  const {parseFrontMatter} = await loadParser()
  return parseFrontMatter(document.frontMatter, document.name)
}

async function readSideCar(target: Target, io: CommandIo): Promise<Declared> {
  const sideCar = await fileBeside(target, 'context', io)
  return sideCar === undefined ? {data: {}, from: ''} : parseFile(sideCar, io)
}

/** Whether rules about a person's part know whose part it was, or are not meant to. */
export const arePartiesDeclared = ({parties, eachAlleges, mode}: ReportContext): boolean =>
  eachAlleges ||
  mode === 'template' ||
  parties.some(({role}) => role === 'perpetrator' || role === 'survivor')
