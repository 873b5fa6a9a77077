import {eachPlace, joinRepeats} from './repeats.ts'
import type {AcceptanceProblem, Accepted, Finding, Range, Remark} from './types.ts'

/** What every remark begins with, in every kind of file. */
const opening = /^\s*\[?\s*language check:\s*/i

export const isRemark = (text: string): boolean => opening.test(text)

/** A line that is nothing but a remark: "[language check: accept tiff: the word is the child’s]". */
export const isRemarkLine = (text: string): boolean =>
  /^\s*\[\s*language check:[^\]]*\]\s*$/i.test(text)

const extents = ['next', 'file', 'from', 'to'] as const

interface Directive {
  readonly extent: (typeof extents)[number]
  readonly ruleIds: readonly string[]
  readonly reason: string
  readonly until: string | undefined
  readonly remark: Remark
}

// "accept tiff, access until 2026-12-31: reason", "accept file tiff: reason", "accept from tiff: reason", "accept to"
const grammar =
  /^accept\b\s*(?:(file|from|to)\b\s*)?([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)?\s*(?:until\s+(\d{4}-\d{2}-\d{2}))?\s*(?::\s*([\s\S]*))?$/i

function parse(remark: Remark): Directive | undefined {
  const text = remark.text
    .replace(opening, '')
    .replace(/\]\s*$/, '')
    .trim()
  const found = grammar.exec(text)
  if (!found) return undefined
  const [, extent = 'next', ids = '', until, reason = ''] = found
  return {
    extent: extents.find((each) => each === extent.toLowerCase()) ?? 'next',
    ruleIds: ids.split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim().toLowerCase()])),
    reason: reason.trim(),
    until,
    remark,
  }
}

/** A directive, and the ranges in which it holds. */
interface Holding {
  readonly directive: Directive
  readonly range: Range
}

interface Judged {
  readonly findings: readonly Finding[]
  readonly accepted: readonly Accepted[]
  readonly problems: readonly AcceptanceProblem[]
}

/** What acceptances are judged by, beside the findings. */
export interface AcceptanceFacts {
  readonly remarks: readonly Remark[]
  readonly ruleIds: ReadonlySet<string>
  /** "2026-01-31"; without it nothing expires. */
  readonly today: string | undefined
}

/** Takes out of the findings what the author keeps with a reason, and says which acceptances do not hold or are not needed. */
export function judgeAcceptances(
  findings: readonly Finding[],
  {remarks, ruleIds, today}: AcceptanceFacts,
): Judged {
  if (remarks.length === 0) return {findings, accepted: [], problems: []}
  const problems: AcceptanceProblem[] = []
  const directives = remarks.flatMap((remark) => {
    const directive = parse(remark)
    if (!directive) problems.push({problem: 'unreadable', label: remark.label})
    return directive ?? []
  })
  const sound = directives.filter((directive) => {
    const wrong = problemsOf(directive, ruleIds, today)
    problems.push(...wrong)
    return wrong.length === 0
  })
  const {holding, unclosed} = spread(sound)
  problems.push(...unclosed)
  const used = new Set<string>()
  const accepted: Accepted[] = []
  const left = eachPlace(findings).filter((finding) => {
    const match = holding.find((each) => holds(each, finding))
    if (!match) return true
    used.add(keyOf(match.directive, finding.ruleId))
    accepted.push(toAccepted(finding, match.directive))
    return false
  })
  problems.push(...unusedOf(holding, used))
  return {findings: joinRepeats(left), accepted, problems}
}

function problemsOf(
  {extent, ruleIds, reason, until, remark}: Directive,
  known: ReadonlySet<string>,
  today: string | undefined,
): AcceptanceProblem[] {
  const {label} = remark
  if (extent === 'to') return []
  if (ruleIds.length === 0) return [{problem: 'no-rule', label}]
  const unknown = ruleIds.find((id) => !known.has(id))
  if (unknown !== undefined) return [{problem: 'unknown-rule', label, ruleId: unknown}]
  if (reason === '') return [{problem: 'no-reason', label}]
  const isOver = until !== undefined && today !== undefined && until < today
  return isOver ? [{problem: 'expired', label}] : []
}

const everywhere: Range = {start: 0, end: Number.POSITIVE_INFINITY}

/** "From" holds to the next "to", or to the end, and then that is said. */
function spread(directives: readonly Directive[]) {
  const holding: Holding[] = []
  const unclosed: AcceptanceProblem[] = []
  for (const [index, directive] of directives.entries()) {
    const {extent, remark} = directive
    if (extent === 'next') holding.push({directive, range: remark.range})
    if (extent === 'file') holding.push({directive, range: everywhere})
    if (extent !== 'from') continue
    const end = directives.slice(index + 1).find((each) => each.extent === 'to')
    if (!end) unclosed.push({problem: 'unclosed', label: remark.label})
    holding.push({
      directive,
      range: {start: remark.range.start, end: end?.remark.range.start ?? everywhere.end},
    })
  }
  return {holding, unclosed}
}

const holds = ({directive, range}: Holding, finding: Finding): boolean =>
  directive.ruleIds.includes(finding.ruleId) &&
  finding.range.start < Math.max(range.end, range.start + 1) &&
  finding.range.end > range.start

const toAccepted = (finding: Finding, {reason, until}: Directive): Accepted => ({
  finding,
  reason,
  ...(until !== undefined && {until}),
  kind: 'in-source',
})

const keyOf = ({remark}: Directive, ruleId: string) =>
  `${remark.range.start} ${remark.text} ${ruleId}`

const unusedOf = (holding: readonly Holding[], used: ReadonlySet<string>): AcceptanceProblem[] =>
  holding.flatMap(({directive}) =>
    directive.ruleIds.flatMap((ruleId) =>
      used.has(keyOf(directive, ruleId))
        ? []
        : [{problem: 'unused' as const, label: directive.remark.label, ruleId}],
    ),
  )
