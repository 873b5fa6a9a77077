import {wordingMatcher} from './accepted-wording.ts'
import {nearest} from './nearest.ts'
import {eachPlace, joinRepeats} from './repeats.ts'
import type {
  AcceptanceProblem,
  Accepted,
  AcceptedWording,
  Finding,
  Range,
  Remark,
  SourceDocument,
} from './types.ts'

/** What every remark begins with, in every kind of file. */
const opening = /^\s*(?:\[\s*)?language check ?:\s*/i

export const isRemark = (text: string): boolean => opening.test(text)

/** A line that is nothing but a remark: "[language check: accept tiff: the word is the child’s]". */
export const isRemarkLine = (text: string): boolean =>
  /^\s*\[\s*language check ?:[^\]]*\]\s*$/i.test(text)

const extents = ['next', 'file', 'from', 'to'] as const

interface Directive {
  readonly extent: (typeof extents)[number]
  readonly ruleIds: readonly string[]
  readonly reason: string
  readonly until: string | undefined
  readonly remark: Remark
}

// Of a text in which white space is single spaces: what follows has many ways to part a long stretch of it.
// "accept tiff, access until 2026-12-31: reason", "accept file tiff: reason", "accept from tiff: reason", "accept to"
const grammar =
  /^accept\b ?(?:(file|from|to)\b ?)?([a-z0-9-]+(?: ?, ?[a-z0-9-]+)*)? ?(?:until (\d{4}-\d{2}-\d{2}))? ?(?:: ?(.*))?$/i

function parse(remark: Remark): Directive | undefined {
  const text = remark.text
    .replace(opening, '')
    .trim()
    .replace(/\]$/, '')
    .replaceAll(/\s+/g, ' ')
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

/** An acceptance that is sound, and what it is about. */
interface Acceptance {
  readonly ruleIds: readonly string[]
  readonly reason: string
  readonly until: string | undefined
  readonly kind: Accepted['kind']
  readonly label: string
  /** Of a finding of one of the rules: whether it stands where, or is what, is accepted. */
  readonly isAbout: (finding: Finding) => boolean
}

interface Judged {
  readonly findings: readonly Finding[]
  readonly accepted: readonly Accepted[]
  readonly problems: readonly AcceptanceProblem[]
}

/** What acceptances are judged by, beside the findings. */
export interface AcceptanceFacts {
  readonly remarks: readonly Remark[]
  /** Of a file beside the report. */
  readonly wordings?: readonly AcceptedWording[]
  readonly document: Pick<SourceDocument, 'text'>
  readonly ruleIds: ReadonlySet<string>
  /** Those of rules about private details. */
  readonly privateIds: ReadonlySet<string>
  /** "2026-01-31"; without it nothing expires. */
  readonly today: string | undefined
}

/** Takes out of the findings what the author keeps with a reason, and says which acceptances do not hold or are not needed. */
export function judgeAcceptances(findings: readonly Finding[], facts: AcceptanceFacts): Judged {
  const inSource = fromRemarks(facts)
  const beside = fromWordings(facts)
  const acceptances = [...inSource.acceptances, ...beside.acceptances]
  const used = new Map<Acceptance, Set<string>>()
  const accepted: Accepted[] = []
  const left = eachPlace(findings).filter((finding) => {
    const match = acceptances.find(
      ({ruleIds, isAbout}) => ruleIds.includes(finding.ruleId) && isAbout(finding),
    )
    if (!match) return true
    used.set(match, (used.get(match) ?? new Set()).add(finding.ruleId))
    accepted.push(toAccepted(finding, match))
    return false
  })
  const unused = acceptances.flatMap((each) => unusedOf(each, used.get(each)))
  return {
    findings: accepted.length === 0 ? findings : joinRepeats(left),
    accepted,
    problems: [...inSource.problems, ...beside.problems, ...unused],
  }
}

/** Nobody writes more; each is looked up in the text and held against every finding. */
export const mostRemarks = 1_000

function fromRemarks({remarks, ruleIds, today}: AcceptanceFacts) {
  const problems: AcceptanceProblem[] = []
  const directives = remarks.slice(0, mostRemarks).flatMap((remark) => {
    const directive = parse(remark)
    if (!directive) problems.push({problem: 'unreadable', label: remark.label})
    return directive ?? []
  })
  const sound = directives.filter((directive) => {
    const wrong = problemsOf(directive, ruleIds, today)
    problems.push(...wrong)
    return wrong.length === 0
  })
  const {acceptances, unclosed} = spread(sound)
  const [beyond] = remarks.slice(mostRemarks)
  const tooMany = beyond ? [{problem: 'too-many' as const, label: beyond.label}] : []
  return {acceptances, problems: [...problems, ...unclosed, ...tooMany]}
}

function fromWordings(facts: AcceptanceFacts) {
  const {wordings = [], document, ruleIds: known, privateIds, today} = facts
  const problems: AcceptanceProblem[] = []
  const acceptances: Acceptance[] = []
  for (const wording of wordings) {
    const {rule, reason, until, label} = wording
    if (!known.has(rule)) problems.push(unknownRule(label, rule, known))
    else if (!namesWords(wording) && !privateIds.has(rule))
      problems.push({problem: 'no-words', label, ruleId: rule})
    else if (isOver(until, today)) problems.push({problem: 'expired', label})
    else {
      const isAbout = wordingMatcher(wording, document.text)
      acceptances.push({ruleIds: [rule], reason, until, kind: 'external', label, isAbout})
    }
  }
  return {acceptances, problems}
}

const namesWords = ({words, fingerprint}: AcceptedWording) =>
  words !== undefined || fingerprint !== undefined

function problemsOf(
  {extent, ruleIds, reason, until, remark}: Directive,
  known: ReadonlySet<string>,
  today: string | undefined,
): AcceptanceProblem[] {
  const {label} = remark
  if (extent === 'to') return []
  if (ruleIds.length === 0) return [{problem: 'no-rule', label}]
  const unknown = ruleIds.find((id) => !known.has(id))
  if (unknown !== undefined) return [unknownRule(label, unknown, known)]
  // A blank that nobody has filled in is none.
  if (!/[\p{L}\p{N}]/u.test(reason)) return [{problem: 'no-reason', label}]
  return isOver(until, today) ? [{problem: 'expired', label}] : []
}

/** Longer than any name of a rule: nothing is near it. */
const longestName = 60

function unknownRule(label: string, ruleId: string, known: ReadonlySet<string>): AcceptanceProblem {
  const meant = ruleId.length > longestName ? undefined : nearest(ruleId, [...known])
  return {problem: 'unknown-rule', label, ruleId, ...(meant !== undefined && {meant})}
}

const isOver = (until: string | undefined, today: string | undefined): boolean =>
  until !== undefined && today !== undefined && until < today

const everywhere: Range = {start: 0, end: Number.POSITIVE_INFINITY}

/** "From" holds to the next "to", or to the end, and then that is said. */
function spread(directives: readonly Directive[]) {
  const acceptances: Acceptance[] = []
  const unclosed: AcceptanceProblem[] = []
  for (const [index, directive] of directives.entries()) {
    const {extent, remark} = directive
    if (extent === 'next') acceptances.push(toAcceptance(directive, remark.range))
    if (extent === 'file') acceptances.push(toAcceptance(directive, everywhere))
    if (extent !== 'from') continue
    const end = directives.slice(index + 1).find((each) => each.extent === 'to')
    if (!end) unclosed.push({problem: 'unclosed', label: remark.label})
    const {start} = remark.range
    acceptances.push(
      toAcceptance(directive, {start, end: end?.remark.range.start ?? everywhere.end}),
    )
  }
  return {acceptances, unclosed}
}

const toAcceptance = (
  {ruleIds, reason, until, remark}: Directive,
  {start, end}: Range,
): Acceptance => ({
  ruleIds,
  reason,
  until,
  kind: 'in-source',
  label: remark.label,
  isAbout: ({range}) => range.start < Math.max(end, start + 1) && range.end > start,
})

const toAccepted = (finding: Finding, {reason, until, kind}: Acceptance): Accepted => ({
  finding,
  reason,
  ...(until !== undefined && {until}),
  kind,
})

const unusedOf = (
  {ruleIds, label}: Acceptance,
  used: ReadonlySet<string> | undefined,
): AcceptanceProblem[] =>
  ruleIds.flatMap((ruleId) =>
    used?.has(ruleId) ? [] : [{problem: 'unused' as const, label, ruleId}],
  )
