import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import type {LintResult, Severity} from '../core/types.ts'
import {reporters} from '../reporters/index.ts'
import {printable} from '../reporters/printable.ts'
import type {Checked} from '../reporters/reporter.ts'
import {describeFailure} from './failures.ts'
import {readTarget} from './input.ts'
import type {CommandIo, ExitCode} from './io.ts'
import type {FailOn, Flags} from './program.ts'
import {checkBytes, type Run, startRun, wantedBy} from './run.ts'
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
  const run = await startRun(flags, io)
  const found = await findTargets(operands, io.cwd, flags.stdinFilename)
  for (const problem of found.problems) io.stderr.write(describeFailure(problem))
  const outcomes = await checkAll(found.targets, flags, run, io)
  if (found.problems.length > 0 || outcomes.has('failed')) return 2
  return outcomes.has('pointed') ? 1 : 0
}

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
      const readings = await checkTarget(target, run, io)
      progress.clear()
      for (const checked of readings) {
        io.stdout.write(reporter.document(checked))
        outcomes.add(isPointed(checked.result, flags.failOn) ? 'pointed' : 'clean')
      }
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

const isPointed = ({findings}: LintResult, failOn: FailOn) =>
  findings.some(({severity}) => failing[failOn].includes(severity))

/** A mistake of ours says nothing of which report it met. */
const describeTargetFailure = (error: unknown, {name}: Target) =>
  error instanceof UserError
    ? describeFailure(error)
    : `${printable(en.commandLine.bugIn(name))} ${describeFailure(error)}`
