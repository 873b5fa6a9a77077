import {type Diagnostic, DiagnosticSeverity} from 'vscode-languageserver/node'
import {countedProblems} from '../cli/acceptance-problems.ts'
import {en} from '../core/catalogue/en.ts'
import {apartFromRemarks} from '../core/remarks.ts'
import {sourceRange} from '../core/segments.ts'
import type {Finding, Place, Range, Severity} from '../core/types.ts'
import {sayProblem} from '../reporters/accepted.ts'
import type {Checked} from '../reporters/reporter.ts'
import type {Outcome} from './checking.ts'
import type {Client} from './client.ts'
import {marked} from './places.ts'
import {toLspRange} from './positions.ts'
import type {EditorSettings} from './settings.ts'

const words = en.editor

/** `code` of what is said of acceptances, and of files that cannot be used. */
const codes = {acceptance: 'accepted-wording', problem: 'setting-up'} as const

const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  question: DiagnosticSeverity.Hint,
}

/** The further places of a finding that one diagnostic names. */
const mostRelated = 20

const start = {start: {line: 0, character: 0}, end: {line: 0, character: 0}} as const

type Sayable = Pick<Client, 'relatedInformation' | 'codeDescription'>

/** Whatever an editor marks in one version of a document, in order. */
export function diagnosticsOf(
  outcome: Outcome,
  uri: string,
  client: Sayable,
  settings: EditorSettings,
): Diagnostic[] {
  const {checked, problem, lines} = outcome
  if (problem) return [problemOf(problem)]
  if (!checked) return []
  const rangeOf = ({range}: {readonly range: Range}) =>
    toLspRange(lines, sourceRange(checked.result.document, range))
  const found = marked(outcome, settings).flatMap((finding) => {
    const {alsoAt = []} = finding
    const others = alsoAt.slice(0, mostRelated)
    return [finding, ...alsoAt].map(
      (place, index): Diagnostic => ({
        ...stated(finding, place, client, settings),
        range: rangeOf(place),
        ...(client.relatedInformation &&
          alsoAt.length > 0 && {
            relatedInformation: (index === 0 ? others : [finding]).map((other) => ({
              location: {uri, range: rangeOf(other)},
              message: index === 0 ? words.otherPlace : words.firstPlace,
            })),
          }),
      }),
    )
  })
  return [...found, ...aboutAcceptances(checked, rangeOf)]
}

/** Of a file in which an editor cannot go to a place: where it is stands in words. */
export const diagnosticsInWords = (
  {result}: Checked,
  client: Sayable,
  settings: EditorSettings,
  findings: readonly Finding[],
): Diagnostic[] => [
  ...findings.flatMap((finding) =>
    [finding, ...(finding.alsoAt ?? [])].map((place): Diagnostic => {
      const said = stated(finding, place, client, settings)
      return {...said, range: start, message: words.inWords(whereOf(place), said.message)}
    }),
  ),
  ...aboutAcceptances({result}, () => start),
]

const whereOf = ({section, label}: Place) => [...section, ...(label === '' ? [] : [label])]

function stated(
  {severity, ruleId, message, ask, category}: Finding,
  {fingerprint}: Place,
  {codeDescription}: Sayable,
  {rulePages}: EditorSettings,
): Omit<Diagnostic, 'range' | 'message'> & {readonly message: string} {
  const href = codeDescription ? pageOf(rulePages, category, ruleId) : undefined
  return {
    severity: severityOf[severity],
    code: ruleId,
    ...(href && {codeDescription: {href}}),
    source: words.source,
    message: severity === 'question' && ask !== '' ? `${message} ${ask}` : message,
    data: {fingerprint},
  }
}

/** Where the page of a rule stands, undefined where nobody has said it. */
export function pageOf(address: string, category: string, ruleId: string): string | undefined {
  if (address === '') return undefined
  if (!address.includes('{rule}')) return `${address.replace(/\/+$/, '')}/${category}/${ruleId}.md`
  return address.replaceAll('{category}', category).replaceAll('{rule}', ruleId)
}

export const problemOf = ({message}: Error): Diagnostic => ({
  range: start,
  severity: DiagnosticSeverity.Error,
  code: codes.problem,
  source: words.source,
  message,
})

/** At what the remark is about, or at the start where it stands in a file beside the report. */
function aboutAcceptances(
  {result}: Pick<Checked, 'result'>,
  rangeOf: (place: {readonly range: Range}) => Diagnostic['range'],
): Diagnostic[] {
  const problems = countedProblems(result, {format: 'json', reportUnused: true})
  if (problems.length === 0) return []
  const mistakes = new Set(countedProblems(result, {format: 'json'}))
  const {remarks} = apartFromRemarks(result.document)
  return problems.map((problem): Diagnostic => {
    const remark = remarks.find(({label}) => label === problem.label)
    return {
      range: remark ? rangeOf(remark) : start,
      severity: mistakes.has(problem) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
      code: codes.acceptance,
      source: words.source,
      message: sayProblem(problem),
    }
  })
}
