import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {eachPlace} from '../core/repeats.ts'
import type {LintResult, Severity} from '../core/types.ts'
import {rulebookFor} from '../lint.ts'
import {leavesDesk, reporters} from '../reporters/index.ts'
import {loggable} from '../reporters/printable.ts'
import {type Checked, noColors, type Reporter, type ReportOptions} from '../reporters/reporter.ts'
import {countedProblems, describeProblems} from './acceptance-problems.ts'
import {describeFailure} from './failures.ts'
import {readTarget} from './input.ts'
import type {CommandIo, ExitCode} from './io.ts'
import {createOutput, type Sink} from './output.ts'
import type {FailOn, Flags} from './program.ts'
import {checkBytes, type Run, startRun, wantedBy} from './run.ts'
import {saltOf} from './salt.ts'
import {createSummary} from './step-summary.ts'
import {findTargets, type Target} from './targets.ts'
import {colorsFor, createProgress, widthOf} from './terminal.ts'
import {createTiming} from './timing.ts'
import {version} from './version.ts'

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
  const run = await startRun(flags, io)
  const found = await findTargets(operands, io.cwd, run.isIgnored, flags.stdinFilename)
  for (const problem of found.problems) io.stderr.write(describeFailure(problem))
  const output = createOutput(flags, io)
  const summary = createSummary(flags, io)
  const options = await optionsOf(run, io)
  const reporter = summary.alongside(reporters[flags.format](options), options)
  const targets = await targetsOf(found.targets, flags, io)
  const outcome = await checkAll(targets, run, {reporter, output}, io)
  await output.finish()
  await summary.finish()
  if (found.problems.length > 0 || outcome.hasFailed) return 2
  const tooMany = run.maxWarnings !== undefined && outcome.warnings > run.maxWarnings
  if (tooMany) io.stderr.write(`${en.commandLine.tooManyWarnings(outcome.warnings)}\n`)
  return outcome.isPointed || tooMany ? 1 : 0
}

/** With `--changed` those that are not as they stood. */
async function targetsOf(
  targets: readonly Target[],
  {changed}: Flags,
  io: CommandIo,
): Promise<readonly Target[]> {
  if (changed === undefined) return targets
  const {changedSince} = await import('./changed.ts')
  const left = await changedSince(changed, targets, io.cwd)
  if (left.length === 0) io.stderr.write(`${en.commandLine.nothingChanged(loggable(changed))}\n`)
  return left
}

interface Outcome {
  hasFailed: boolean
  /** Something at or above `--fail-on` was found. */
  isPointed: boolean
  warnings: number
}

async function checkAll(
  targets: readonly Target[],
  run: Run,
  {reporter, output}: {readonly reporter: Reporter; readonly output: Sink},
  io: CommandIo,
): Promise<Outcome> {
  const progress = createProgress(io, targets.length)
  const timing = createTiming(run.flags, io)
  const outcome: Outcome = {hasFailed: false, isPointed: false, warnings: 0}
  output.write(reporter.start())
  for (const [index, target] of targets.entries()) {
    progress.show(index + 1, target.name)
    timing.start(target.name)
    try {
      const readings = await checkTarget(target, run, io)
      timing.stop()
      progress.clear()
      for (const checked of readings) {
        output.write(reporter.document(checked))
        count(outcome, checked.result, run.failOn)
      }
      io.stderr.write(countProblems(outcome, readings[0], run))
    } catch (error) {
      progress.clear()
      outcome.hasFailed = true
      io.stderr.write(describeTargetFailure(error, target))
      if (error instanceof UserError) output.write(reporter.failed?.(target.name, error) ?? '')
    }
  }
  output.write(reporter.end())
  timing.finish()
  return outcome
}

function count(outcome: Outcome, {findings}: LintResult, failOn: FailOn): void {
  for (const {severity} of eachPlace(findings)) {
    if (failing[failOn].includes(severity)) outcome.isPointed = true
    if (severity === 'warning') outcome.warnings++
  }
}

/** A second reading of tracked changes has the same ones. Gives what has to be said of them. */
function countProblems(outcome: Outcome, first: Checked | undefined, run: Run): string {
  if (!first) return ''
  const problems = countedProblems(first.result, run.flags)
  outcome.warnings += problems.length
  outcome.isPointed ||= problems.length > 0 && failing[run.failOn].includes('warning')
  return describeProblems(problems, first.result, run.flags)
}

async function optionsOf(run: Run, io: CommandIo): Promise<ReportOptions> {
  const options = reportOptions(run.flags, io)
  if (!leavesDesk(run.flags.format)) return options
  const packs = await run.packsFor({})
  return {
    ...options,
    ...(run.flags.excerpts && {excerpts: run.flags.excerpts}),
    failing: failing[run.failOn],
    rules: rulebookFor(packs).rules.map(({rule}) => rule),
    salt: run.salt ?? (await saltOf(io.cwd)),
    version,
  }
}

export const reportOptions = (flags: Flags, io: CommandIo): ReportOptions => ({
  colors: flags.outputFile === undefined ? colorsFor(io, flags.color) : noColors,
  width: widthOf(io.stdout),
  ...wantedBy(flags),
})

async function checkTarget(target: Target, run: Run, io: CommandIo): Promise<readonly Checked[]> {
  if (target.path === undefined && io.stdin.isTTY) io.stderr.write(`${en.commandLine.keyboard}\n`)
  return checkBytes(await readTarget(target, io), target, run, io)
}

const failing: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
}

/** A mistake of ours says nothing of which report it met. */
const describeTargetFailure = (error: unknown, {name}: Target) =>
  error instanceof UserError
    ? describeFailure(error)
    : `${loggable(en.commandLine.bugIn(name))} ${describeFailure(error)}`
