import {setFlagsFromString} from 'node:v8'
import {type HouseOf, wordingOf} from '../core/adjust-rule.ts'
import {en} from '../core/catalogue/en.ts'
import {emptyContext} from '../core/context.ts'
import {UserError} from '../core/errors.ts'
import type {Pack} from '../core/pack.ts'
import type {LintResult, ReportContext, Severity} from '../core/types.ts'
import {lint, processorFor, rulebookFor} from '../lint.ts'
import {decodeText} from '../readers/decode.ts'
import {readDocument} from '../readers/index.ts'
import {reporters} from '../reporters/index.ts'
import {printable} from '../reporters/printable.ts'
import type {Checked} from '../reporters/reporter.ts'
import {
  arePartiesDeclared,
  contextFor,
  type Declarations,
  readDeclarations,
} from './declarations.ts'
import {describeFailure} from './failures.ts'
import {readTarget} from './input.ts'
import type {CommandIo, ExitCode} from './io.ts'
import type {FailOn, Flags} from './program.ts'
import {findTargets, type Target} from './targets.ts'
import {colorsFor, createProgress, widthOf} from './terminal.ts'

/** Checks reports one after the other and keeps none of them. */
export async function check(
  operands: readonly string[],
  flags: Flags,
  io: CommandIo,
): Promise<ExitCode> {
  const {commandName, problems, remedies} = en.commandLine
  if (operands.length === 0) {
    throw new UserError(commandName, problems.nothingNamed, remedies.nothingNamed)
  }
  const run = {declarations: await readDeclarations(flags, io), packs: await packsOf(flags, io)}
  const found = await findTargets(operands, io.cwd, flags.stdinFilename)
  for (const problem of found.problems) io.stderr.write(describeFailure(problem))
  const outcomes = await checkAll(found.targets, flags, run, io)
  if (found.problems.length > 0 || outcomes.has('failed')) return 2
  return outcomes.has('pointed') ? 1 : 0
}

/** What holds for every report of a run. */
interface Run {
  readonly declarations: Declarations
  readonly packs: readonly Pack[]
}

// Loaded when a pack is named: a YAML parser costs a run that needs none.
export async function packsOf(flags: Flags, io: CommandIo): Promise<readonly Pack[]> {
  if (flags.rules === undefined) return []
  const packs = await (await import('./packs.ts')).readPacks(flags.rules, io)
  // A pattern that cannot be read is said once, and not for each report.
  processorFor(packs)
  return packs
}

/** Some 300,000 words of plain text. */
const longReportBytes = 2_000_000

/** For a long report the heap is let grow in smaller steps: half the memory at the same speed. */
const keepHeapSmall = () => setFlagsFromString('--heap-growing-percent=50')

type Outcome = 'clean' | 'pointed' | 'failed'

async function checkAll(
  targets: readonly Target[],
  flags: Flags,
  run: Run,
  io: CommandIo,
): Promise<ReadonlySet<Outcome>> {
  const reporter = reporters[flags.format](reportOptions(flags, io))
  const progress = createProgress(io, targets.length)
  const outcomes = new Set<Outcome>()
  io.stdout.write(reporter.start())
  for (const [index, target] of targets.entries()) {
    progress.show(index + 1, target.name)
    try {
      const checked = await checkTarget(target, run, io)
      progress.clear()
      io.stdout.write(reporter.document(checked))
      outcomes.add(isPointed(checked.result, flags.failOn) ? 'pointed' : 'clean')
    } catch (error) {
      progress.clear()
      io.stderr.write(describeTargetFailure(error, target))
      outcomes.add('failed')
    }
  }
  io.stdout.write(reporter.end())
  return outcomes
}

export const reportOptions = (flags: Flags, io: CommandIo) => ({
  colors: colorsFor(io, flags.color),
  width: widthOf(io.stdout),
  quiet: flags.quiet ?? false,
  showInfo: flags.info ?? false,
})

async function checkTarget(
  target: Target,
  {declarations, packs}: Run,
  io: CommandIo,
): Promise<Checked> {
  if (target.path === undefined && io.stdin.isTTY) io.stderr.write(`${en.commandLine.keyboard}\n`)
  const bytes = await readTarget(target, io)
  if (bytes.length > longReportBytes) keepHeapSmall()
  const document = await readDocument(bytes, target.name)
  const context = await contextFor(document, target, declarations, io)
  const wording = wordingOf(rulebookFor(packs), context, emptyContext.profile)
  return {
    result: lint(document, {context, packs}),
    partiesDeclared: arePartiesDeclared(context),
    ...(wording && {wording}),
    house: {...houseOf(context), packs: packs.map(({title}) => title)},
    ...(document.format === 'markdown' && {source: decodeText(bytes, target.name)}),
  }
}

const houseOf = ({profile, date}: ReportContext): HouseOf => ({
  profile,
  ...(date === undefined ? {} : {date}),
})

const failing: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
}

const isPointed = ({findings}: LintResult, failOn: FailOn) =>
  findings.some(({severity}) => failing[failOn].includes(severity))

/** A mistake of ours says nothing of which report it met. */
const describeTargetFailure = (error: unknown, {name}: Target) =>
  error instanceof UserError
    ? describeFailure(error)
    : `${printable(en.commandLine.bugIn(name))} ${describeFailure(error)}`
