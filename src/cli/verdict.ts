import {performance} from 'node:perf_hooks'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {eachPlace} from '../core/repeats.ts'
import type {LintResult, Severity} from '../core/types.ts'
import {loggable} from '../reporters/printable.ts'
import type {Checked, Piece, Reporter} from '../reporters/reporter.ts'
import {countedProblems, describeProblems} from './acceptance-problems.ts'
import {describeFailure} from './failures.ts'
import type {CommandIo} from './io.ts'
import type {FailOn} from './program.ts'
import type {Run} from './run.ts'
import type {Target} from './targets.ts'

/** What comes of one report. Plain data: another thread may send it, and a cache keep it. */
export interface Verdict {
  /** Of each reading of the report a piece for each reporter. */
  readonly readings: readonly (readonly Piece[])[]
  /** Something at or above `--fail-on` was found. */
  readonly isPointed: boolean
  readonly warnings: number
  /** What standard error is to say. */
  readonly said: string
  /** Something is accepted until a day, or was: tomorrow may bring another verdict. */
  readonly isOfToday: boolean
  /** How long it took to make, or to find in the cache. */
  readonly ms: number
  /** It could not be read or run. Without the three texts it was a mistake of this program. */
  readonly failure?: {readonly error?: Pick<UserError, 'where' | 'problem' | 'remedy'>}
}

/** Never rejects: what goes wrong is a verdict, too. */
export type Judge = (target: Target, bytes: Uint8Array) => Promise<Verdict>

/** Checks in this thread. */
export const createJudge =
  (run: Run, reporters: readonly Reporter[], io: CommandIo): Judge =>
  async (target, bytes) => {
    const start = performance.now()
    try {
      // Loaded when there is something to check: where all is in the cache nobody needs the engine.
      const {checkBytes} = await import('./check-bytes.ts')
      const verdict = verdictOf(await checkBytes(bytes, target, run, io), run, reporters)
      return {...verdict, ms: performance.now() - start}
    } catch (error) {
      return failed(error, target)
    }
  }

function verdictOf(
  readings: readonly Checked[],
  {flags, failOn}: Run,
  reporters: readonly Reporter[],
): Verdict {
  const severities = readings.flatMap(({result}) =>
    eachPlace(result.findings).map(({severity}) => severity),
  )
  // A second reading of tracked changes has the same ones.
  const [first] = readings
  const problems = first ? countedProblems(first.result, flags) : []
  return {
    readings: readings.map((checked) => reporters.map(({render}) => render(checked))),
    isPointed:
      severities.some((severity) => failing[failOn].includes(severity)) ||
      (problems.length > 0 && failing[failOn].includes('warning')),
    warnings: severities.filter((severity) => severity === 'warning').length + problems.length,
    said: first ? describeProblems(problems, first.result, flags) : '',
    isOfToday: readings.some(({result}) => mayRunOut(result)),
    ms: 0,
  }
}

const mayRunOut = ({accepted = [], acceptanceProblems = []}: LintResult): boolean =>
  acceptanceProblems.length > 0 || accepted.some(({until}) => until !== undefined)

export const failing: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
}

/** A mistake of ours says nothing of which report it met. */
export function failed(error: unknown, {name}: Target): Verdict {
  const nothing = {readings: [], isPointed: false, warnings: 0, isOfToday: true, ms: 0}
  if (!(error instanceof UserError)) {
    const said = `${loggable(en.commandLine.bugIn(name))} ${describeFailure(error)}`
    return {...nothing, said, failure: {}}
  }
  const {where, problem, remedy} = error
  return {...nothing, said: describeFailure(error), failure: {error: {where, problem, remedy}}}
}
