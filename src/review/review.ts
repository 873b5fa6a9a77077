import {en} from '../core/catalogue/en.ts'
import {fill, framesFor, framesForTemplate, nobody} from '../core/pipeline/draft-finding.ts'
import type {CompiledReviewRule} from '../core/rulebook.ts'
import type {RunningRules} from '../core/running-rules.ts'
import type {Finding, Party, ReportContext} from '../core/types.ts'
import {withoutPrivate} from '../core/withheld.ts'
import {missing} from './missing.ts'
import {inAll} from './per-block.ts'
import {type Asked, areRolesKnown, type Patterns, type Report, sentencesWith} from './report.ts'
import {share} from './share.ts'
import {verbs} from './verbs.ts'

/**
 * Questions about a report as a whole, each at most once; none where it does not raise domestic abuse.
 * @param times in how many sentences a report has to raise it
 */
export function reviewReport(report: Report, running: RunningRules, times: number): Finding[] {
  const raises = raisingAbuse(running)
  if (inAll(sentencesWith(report, raises)).length < times) return []
  const {ruleIn} = running.inForce(report.context)
  return running.reviewRules.filter(isFor(report)).flatMap((compiled) => {
    const asked = mayAsk(report, compiled) ? ask(report, compiled, raises) : undefined
    const inForce = asked && ruleIn(compiled, asked.raised.block)
    return inForce ? [draft(report, inForce, asked)] : []
  })
}

/** A template is asked by rules of its own, and by no others. */
const isFor =
  ({context: {mode}}: Report) =>
  ({rule: {match}}: CompiledReviewRule) =>
    isForTemplates(match) === (mode === 'template')

const isForTemplates = (match: CompiledReviewRule['rule']['match']) =>
  match.review === 'missing' && match.when === 'template'

/** Where allegations go both ways, or were not proved, no question takes one adult's behaviour for granted. */
function mayAsk(report: Report, {rule}: CompiledReviewRule): boolean {
  const {context} = report
  if (context.mode === 'template') return true
  const isVerbs = rule.match.review === 'verbs'
  if (asksForRoles(rule) && !areRolesKnown(report)) return false
  if (!isVerbs && isNotProved(context)) return false
  return isVerbs || !context.eachAlleges || !asksForRoles(rule)
}

const isNotProved = ({status}: ReportContext) =>
  status.some(({applies, value}) => applies === 'document' && value === 'not-proved')

function asksForRoles({match, message, ask: question}: CompiledReviewRule['rule']): boolean {
  if (match.review !== 'missing') return true
  return (
    (match.mentions ?? []).some((person) => person !== 'child') ||
    /\{(?:perpetrator|survivor)\}/.test(message + question)
  )
}

function ask(
  report: Report,
  compiled: CompiledReviewRule,
  raises: ReadonlySet<number>,
): Asked | undefined {
  const {match} = compiled.rule
  const patterns = patternsOf(compiled, raises)
  if (match.review === 'missing') return missing(report, match, patterns)
  if (match.review === 'share') return share(report, match, patterns)
  return verbs(report, match, patterns)
}

const abuseOf = new WeakMap<RunningRules, ReadonlySet<number>>()

function raisingAbuse(running: RunningRules): ReadonlySet<number> {
  const raises = abuseOf.get(running) ?? new Set([running.raisesAbuse])
  abuseOf.set(running, raises)
  return raises
}

const patternsByRule = new WeakMap<ReadonlySet<number>, Map<CompiledReviewRule, Patterns>>()

function patternsOf(compiled: CompiledReviewRule, raises: ReadonlySet<number>): Patterns {
  const known = patternsByRule.get(raises) ?? new Map<CompiledReviewRule, Patterns>()
  patternsByRule.set(raises, known)
  const patterns = known.get(compiled) ?? toPatterns(compiled, raises)
  known.set(compiled, patterns)
  return patterns
}

const toPatterns = ({patterns}: CompiledReviewRule, raises: ReadonlySet<number>): Patterns => ({
  raises: patterns.raises.length > 0 ? new Set(patterns.raises) : raises,
  answers: new Set(patterns.answers),
  near: new Set(patterns.near),
  except: new Set(patterns.except),
  doubting: new Set(patterns.doubting),
  plain: new Set(patterns.plain),
})

/** A finding before its ordinal is known. */
function draft(
  {context, text, withheld}: Report,
  {rule}: CompiledReviewRule,
  {raised: {block, range}, children, counts}: Asked,
): Finding {
  const all = context.parties.filter(({role}) => role === 'child').map(({name}) => name)
  const parties = context.saysRoles ? nobody : withChildren(context.parties, children ?? all)
  const say = (words: string) => fill(counts ? withCounts(words, counts) : words, parties)
  const status = context.status.findLast(({applies}) => applies === 'document')?.value
  return {
    ruleId: rule.id,
    category: rule.category,
    severity: rule.severity,
    range: {start: range.start, end: range.end},
    actual: withoutPrivate(text, range, withheld),
    message: say(rule.message),
    why: say(rule.why),
    ask: say(rule.ask),
    frames:
      context.mode === 'template'
        ? framesForTemplate(rule, parties)
        : framesFor(rule, status, parties),
    replacements: rule.replacements,
    lenses: rule.lenses,
    sources: rule.sources,
    voice: 'author',
    label: block.label,
    section: block.section,
    fingerprint: [rule.id, ...(children ?? [])].join('\n'),
    isReportWide: true,
  }
}

/** Only the children it is about; of a whole report it can be said with all their names. */
function withChildren(parties: readonly Party[], names: readonly string[]): readonly Party[] {
  const others = parties.filter(({role}) => role !== 'child')
  if (names.length === 0) return others
  const name =
    names.length > 1
      ? `${names.slice(0, -1).join(', ')} ${en.people.and} ${names.at(-1)}`
      : (names[0] ?? '')
  return [...others, {name, aliases: [], role: 'child'}]
}

const withCounts = (words: string, {perpetrator, survivor}: NonNullable<Asked['counts']>) =>
  words
    .replaceAll('{count-of-perpetrator}', en.people.number(perpetrator))
    .replaceAll('{count-of-survivor}', en.people.number(survivor))
