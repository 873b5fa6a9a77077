import {setFlagsFromString} from 'node:v8'
import {type HouseOf, wordingOf} from '../core/adjust-rule.ts'
import type {Settings} from '../core/config-shape.ts'
import {emptyContext} from '../core/context.ts'
import {atLevels, checkLevels} from '../core/levels.ts'
import type {Pack} from '../core/pack.ts'
import {eachPlace, joinRepeats} from '../core/repeats.ts'
import type {LintResult, ReportContext, SourceDocument, Tracked} from '../core/types.ts'
import {type LintOptions, lint, rulebookFor} from '../lint.ts'
import {decodeText} from '../readers/decode.ts'
import {readDocument} from '../readers/index.ts'
import {leavesDesk} from '../reporters/names.ts'
import type {Checked} from '../reporters/reporter.ts'
import {acceptedBeside} from './accepted-beside.ts'
import {compareWith} from './baselines.ts'
import {arePartiesDeclared, contextFor, declaredOutside} from './declarations.ts'
import type {CommandIo} from './io.ts'
import {type Run, settingsOf} from './run.ts'
import type {Target} from './targets.ts'

/** Some 300,000 words of plain text. */
const longReportBytes = 2_000_000

/** For a long report the heap is let grow in smaller steps: half the memory at the same speed. */
const keepHeapSmall = () => setFlagsFromString('--heap-growing-percent=50')

/** `lint`, or the same for a host that has to do other things in between. */
export type Check = (
  document: SourceDocument,
  options: LintOptions,
) => LintResult | Promise<LintResult>

/** A report’s results: one, or two where both readings of its tracked changes are asked for and differ. */
export async function checkBytes(
  bytes: Uint8Array,
  target: Target,
  run: Run,
  io: CommandIo,
  check: Check = lint,
): Promise<readonly Checked[]> {
  if (bytes.length > longReportBytes) keepHeapSmall()
  const file = await fileOf(target, run, io)
  const tracked = run.flags.tracked ?? file.settings.tracked ?? 'accepted'
  const first = tracked === 'both' ? 'accepted' : tracked
  const {checked, document} = await checkReading(bytes, file, first, run, io, check)
  if (tracked !== 'both' || !document.hasTrackedChanges)
    return [await sinceBaseline(checked, file, run)]
  const before = await checkReading(bytes, file, 'original', run, io, check)
  return Promise.all(
    [checked, without(before.checked, checked)].map((each) => sinceBaseline(each, file, run)),
  )
}

/** A report and what is configured for it. */
export interface ConfiguredFile {
  readonly target: Target
  readonly path: string
  readonly settings: Settings
  readonly packs: readonly Pack[]
}

/** @throws {UserError} for packs that cannot be used, and for rules that there are not */
export async function fileOf(target: Target, run: Run, io: CommandIo): Promise<ConfiguredFile> {
  const {path, layers, settings} = await settingsOf(target, run, io)
  const packs = await run.packsFor(settings)
  if (settings.rules) {
    const ids = new Set(rulebookFor(packs).rules.map(({rule}) => rule.id))
    checkLevels(settings.rules, `${layers.at(-1)?.name}: rules`, ids)
  }
  return {target, path, settings, packs}
}

async function checkReading(
  bytes: Uint8Array,
  file: ConfiguredFile,
  tracked: Tracked,
  {declarations, flags}: Run,
  io: CommandIo,
  check: Check,
): Promise<{readonly checked: Checked; readonly document: SourceDocument}> {
  const {target, settings, packs} = file
  const margins = flags.headers ?? settings.headers ?? false
  const outside = await declaredOutside(target, declarations, settings, io)
  const read = (isTemplate: boolean) =>
    readDocument(bytes, target.name, {tracked, margins, isTemplate})
  const first = await read(outside.isTemplate)
  const declared = await contextFor(first, outside)
  // Its front matter may be what says that it is one.
  const isTemplate = declared.mode === 'template'
  const document = isTemplate === outside.isTemplate ? first : await read(isTemplate)
  const context = leavesDesk(flags.format) ? {...declared, saysRoles: true as const} : declared
  const hasLines = document.format === 'markdown' || document.format === 'html'
  const accepted = await acceptedBeside(target, io)
  const result = await check(document, {context, packs, today: todayOf(io), accepted})
  const checked: Checked = {
    ...checkedOf(result, context, file),
    ...(hasLines && {source: decodeText(bytes, target.name)}),
    ...(tracked === 'original' && document.hasTrackedChanges && {tracked}),
  }
  return {checked, document}
}

/** The day by which acceptances run out: "2026-01-31". */
export const todayOf = ({now}: Pick<CommandIo, 'now'>): string => now().toISOString().slice(0, 10)

/** A result as loud as the configuration has its rules, and what a host says beside it. */
export function checkedOf(
  result: LintResult,
  context: ReportContext,
  {settings, packs}: ConfiguredFile,
): Checked {
  const wording = wordingOf(rulebookFor(packs), context, emptyContext.profile)
  return {
    result: {...result, findings: atLevels(result.findings, settings.rules ?? {})},
    partiesDeclared: arePartiesDeclared(context),
    ...(wording && {wording}),
    house: {...houseOf(context), packs: packs.map(({title}) => title)},
    ...(settings.excerpts && {excerpts: settings.excerpts}),
  }
}

/** Without what stood there before, where there is a baseline. */
export async function sinceBaseline(
  checked: Checked,
  {path}: ConfiguredFile,
  {baseline}: Run,
): Promise<Checked> {
  if (!baseline) return checked
  const {findings, known, gone} = await compareWith(baseline, path, checked.result.findings)
  return {...checked, result: {...checked.result, findings}, baseline: {known, gone}}
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
