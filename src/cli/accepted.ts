import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import type {LintResult} from '../core/types.ts'
import {acceptedEntries, problemsOf} from '../reporters/accepted.ts'
import {loggable} from '../reporters/printable.ts'
import {checkBytes} from './check-bytes.ts'
import {describeFailure} from './failures.ts'
import {readTarget} from './input.ts'
import type {CommandIo, ExitCode} from './io.ts'
import type {Flags} from './program.ts'
import {startRun} from './run.ts'
import {findTargets} from './targets.ts'

const {commandName, problems, remedies} = en.commandLine
const said = en.reporting

/** Lists for a supervisor what authors keep, with their reasons. */
export async function listAccepted(
  operands: readonly string[],
  flags: Flags,
  io: CommandIo,
): Promise<ExitCode> {
  if (operands.length === 0) {
    throw new UserError(commandName, problems.nothingNamed, remedies.nothingNamed)
  }
  const run = await startRun({...flags, baseline: false}, io)
  const {targets, problems: missing} = await findTargets(operands, io.cwd, run.isIgnored)
  const failures: unknown[] = [...missing]
  let count = 0
  for (const target of targets) {
    try {
      const readings = await checkBytes(await readTarget(target, io), target, run, io)
      const results = readings.map(({result}) => result)
      count += results.reduce((sum, {accepted = []}) => sum + accepted.length, 0)
      const lines = results.flatMap(linesOf)
      if (lines.length > 0) io.stdout.write(`${[loggable(target.name), ...lines].join('\n')}\n`)
    } catch (error) {
      failures.push(error)
    }
  }
  if (count === 0 && failures.length === 0) io.stdout.write(`${said.nothingAccepted}\n`)
  for (const failure of failures) io.stderr.write(describeFailure(failure))
  return failures.length > 0 ? 2 : 0
}

/** What is accepted, then what should be and is not. */
const linesOf = (result: LintResult): readonly string[] =>
  [...acceptedEntries(result), ...problemsOf(result)].map((line) => `  ${loggable(line)}`)
