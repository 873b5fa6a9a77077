import {setFlagsFromString} from 'node:v8'
import {type HouseOf, wordingOf} from '../core/adjust-rule.ts'
import {emptyContext} from '../core/context.ts'
import type {Pack} from '../core/pack.ts'
import {eachPlace, joinRepeats} from '../core/repeats.ts'
import type {ReportContext, SourceDocument, Tracked} from '../core/types.ts'
import {lint, processorFor, rulebookFor} from '../lint.ts'
import {decodeText} from '../readers/decode.ts'
import {readDocument} from '../readers/index.ts'
import type {Checked, Wanted} from '../reporters/reporter.ts'
import {
  arePartiesDeclared,
  contextFor,
  type Declarations,
  readDeclarations,
} from './declarations.ts'
import type {CommandIo} from './io.ts'
import type {Flags} from './program.ts'
import type {Target} from './targets.ts'

/** What holds for every report of a run. */
export interface Run {
  readonly declarations: Declarations
  readonly packs: readonly Pack[]
  readonly tracked: Tracked | 'both'
  readonly margins: boolean
}

/** @throws {UserError} when a declaration or a pack cannot be used */
export const startRun = async (flags: Flags, io: CommandIo): Promise<Run> => ({
  declarations: await readDeclarations(flags, io),
  packs: await packsOf(flags, io),
  tracked: flags.tracked,
  margins: flags.headers ?? false,
})

// Loaded when a pack is named: a YAML parser costs a run that needs none.
export async function packsOf(flags: Flags, io: CommandIo): Promise<readonly Pack[]> {
  if (flags.rules === undefined) return []
  const packs = await (await import('./packs.ts')).readPacks(flags.rules, io)
  // A pattern that cannot be read is said once, and not for each report.
  processorFor(packs)
  return packs
}

export const wantedBy = ({quiet, info}: Flags): Wanted => ({
  quiet: quiet ?? false,
  showInfo: info ?? false,
})

/** Some 300,000 words of plain text. */
const longReportBytes = 2_000_000

/** For a long report the heap is let grow in smaller steps: half the memory at the same speed. */
const keepHeapSmall = () => setFlagsFromString('--heap-growing-percent=50')

/** A report's results: one, or two where both readings of its tracked changes are asked for and differ. */
export async function checkBytes(
  bytes: Uint8Array,
  target: Target,
  run: Run,
  io: CommandIo,
): Promise<readonly Checked[]> {
  if (bytes.length > longReportBytes) keepHeapSmall()
  const tracked = run.tracked === 'both' ? 'accepted' : run.tracked
  const {checked, document} = await checkReading(bytes, target, {...run, tracked}, io)
  if (run.tracked !== 'both' || !document.hasTrackedChanges) return [checked]
  const before = await checkReading(bytes, target, {...run, tracked: 'original'}, io)
  return [checked, without(before.checked, checked)]
}

async function checkReading(
  bytes: Uint8Array,
  target: Target,
  {declarations, packs, tracked, margins}: Run & {readonly tracked: Tracked},
  io: CommandIo,
): Promise<{readonly checked: Checked; readonly document: SourceDocument}> {
  const document = await readDocument(bytes, target.name, {tracked, margins})
  const context = await contextFor(document, target, declarations, io)
  const wording = wordingOf(rulebookFor(packs), context, emptyContext.profile)
  const hasLines = document.format === 'markdown' || document.format === 'html'
  const checked: Checked = {
    result: lint(document, {context, packs}),
    partiesDeclared: arePartiesDeclared(context),
    ...(wording && {wording}),
    house: {...houseOf(context), packs: packs.map(({title}) => title)},
    ...(hasLines && {source: decodeText(bytes, target.name)}),
    ...(tracked === 'original' && document.hasTrackedChanges && {tracked}),
  }
  return {checked, document}
}

/** What stands in both readings is said once. */
function without(checked: Checked, other: Checked): Checked {
  const said = new Set(eachPlace(other.result.findings).map(({fingerprint}) => fingerprint))
  const places = eachPlace(checked.result.findings)
  const findings = joinRepeats(places.filter(({fingerprint}) => !said.has(fingerprint)))
  return {...checked, result: {...checked.result, findings}}
}

const houseOf = ({profile, date}: ReportContext): HouseOf => ({
  profile,
  ...(date === undefined ? {} : {date}),
})
