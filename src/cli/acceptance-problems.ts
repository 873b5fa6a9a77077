import {en} from '../core/catalogue/en.ts'
import type {AcceptanceProblem, LintResult} from '../core/types.ts'
import {sayProblem} from '../reporters/accepted.ts'
import {leavesDesk} from '../reporters/names.ts'
import {printable} from '../reporters/printable.ts'
import type {Flags} from './program.ts'

/** What they were for is gone, or is told again; all others are mistakes, and somebody believes that they hold. */
const isPast = ({problem}: AcceptanceProblem): boolean =>
  problem === 'unused' || problem === 'expired'

/** Those that count as a place usually worth changing: mistakes always, others with `--report-unused`. */
export const countedProblems = (
  {acceptanceProblems = []}: LintResult,
  {reportUnused = false}: Flags,
): readonly AcceptanceProblem[] =>
  acceptanceProblems.filter((problem) => reportUnused || !isPast(problem))

/** What a run ends on has to be said: for standard error, where the output leaves the desk and does not say it. */
export function describeProblems(
  problems: readonly AcceptanceProblem[],
  {document}: LintResult,
  {format}: Flags,
): string {
  if (!leavesDesk(format)) return ''
  const say = (each: AcceptanceProblem) => `${document.name}: ${describe(each)}`
  return problems.map((each) => `${printable(say(each))}\n`).join('')
}

/** What stands in place of a rule’s name may be a word of the report, and stays at the desk. */
const describe = (problem: AcceptanceProblem): string =>
  problem.problem === 'unknown-rule'
    ? en.reporting.ci.unknownRule(problem.label, problem.meant)
    : sayProblem(problem)
