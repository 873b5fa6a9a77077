import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {loggable} from '../reporters/printable.ts'
import {describeFailure} from './failures.ts'
import type {CommandIo, ExitCode} from './io.ts'
import {createJudging, type Judged} from './judging.ts'
import {createOutlets, createReporters, type Outlet, optionsOf, tell} from './outlets.ts'
import type {Flags} from './program.ts'
import {startRun} from './run.ts'
import {findTargets, type Target} from './targets.ts'
import {createProgress} from './terminal.ts'
import {createTiming} from './timing.ts'
import type {Verdict} from './verdict.ts'

/** Checks reports, tells of each in the order in which they were named, and keeps none of them. */
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
  const options = await optionsOf(run, io)
  const reporters = await createReporters(run, options, io)
  const outlets = createOutlets(reporters, run, io)
  const targets = await targetsOf(found.targets, flags, io)
  const judging = await createJudging(targets, {run, options, reporters}, io)
  const outcome = await checkAll(targets, judging.verdicts(), outlets, {flags, io})
  for (const {sink} of outlets) await sink.finish()
  await judging.finish()
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
  verdicts: AsyncIterable<Judged>,
  outlets: readonly Outlet[],
  {flags, io}: {readonly flags: Flags; readonly io: CommandIo},
): Promise<Outcome> {
  const progress = createProgress(
    io,
    targets.map(({name}) => name),
  )
  const timing = createTiming(flags, io)
  const outcome: Outcome = {hasFailed: false, isPointed: false, warnings: 0}
  for (const {reporter, sink} of outlets) sink.write(reporter.start())
  progress.show()
  for await (const {verdict, target} of verdicts) {
    timing.add(target.name, verdict.ms)
    progress.clear()
    tell(verdict, outlets, target.name)
    if (verdict.said !== '') io.stderr.write(verdict.said)
    count(outcome, verdict)
    progress.show()
  }
  progress.clear()
  for (const {reporter, sink} of outlets) sink.write(reporter.end())
  timing.finish()
  return outcome
}

function count(outcome: Outcome, {failure, isPointed, warnings}: Verdict): void {
  outcome.hasFailed ||= failure !== undefined
  outcome.isPointed ||= isPointed
  outcome.warnings += warnings
}
