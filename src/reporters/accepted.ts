import {en} from '../core/catalogue/en.ts'
import type {AcceptanceProblem, LintResult} from '../core/types.ts'
import type {Checked, Wanted} from './reporter.ts'

const words = en.reporting

/** What is not shown, and why: acceptances that do not hold, the number of those that do, and the baseline’s. */
export function aboutKept(checked: Checked, {quiet}: Pick<Wanted, 'quiet'>): readonly string[] {
  const {accepted = []} = checked.result
  const kept = accepted.length > 0 && !quiet ? [words.accepted(accepted.length)] : []
  return [...problemsOf(checked.result), ...kept, ...aboutBaseline(checked)]
}

/** To authors, on acceptances that do not hold or that nothing needs. */
export const problemsOf = ({acceptanceProblems = []}: LintResult): readonly string[] =>
  acceptanceProblems.map(sayProblem)

export const sayProblem = ({problem, label, ruleId = '', meant}: AcceptanceProblem): string =>
  words.acceptanceProblems[problem](label, ruleId, meant)

/** What stands in a baseline and is not shown, and what has gone; nothing without one. */
export function aboutBaseline({baseline}: Checked): readonly string[] {
  const {known, gone} = baseline ?? {known: 0, gone: 0}
  return known + gone > 0 ? [words.baseline(known, gone)] : []
}

/** For the desk, an entry for each accepted wording: place, rule, words, reason, and how long it holds. */
export function acceptedEntries(result: LintResult): readonly string[] {
  return (result.accepted ?? []).map(({finding, reason, until}) => {
    const entry = words.acceptedEntry(finding.ruleId, finding.actual, reason, until)
    return finding.label === '' ? entry : `${finding.label}: ${entry}`
  })
}
