import {en} from '../catalogue/en.ts'
import {plainWords} from '../literal.ts'
import type {Match} from '../patterns/match.ts'
import {rangesIn} from '../ranges.ts'
import type {RuleEntry} from '../rule.ts'
import type {Finding, Frame, Party, Range, Severity, Status} from '../types.ts'
import {withoutPrivate} from '../withheld.ts'
import type {Analysis, Sentence} from './analysis.ts'
import {statusOf} from './status.ts'

/** A finding before its ordinal in the document is known: `fingerprint` holds what it will be made from. */
export function draftFinding(
  analysis: Analysis,
  rule: Omit<RuleEntry, 'match'>,
  severity: Severity,
  place: {readonly sentence: Sentence; readonly match: Match},
): Finding {
  const {sentence, match} = place
  const {block, context} = analysis
  const parties = context.saysRoles ? nobody : partiesFor(sentence, context.parties)
  const range = withBrackets(
    block.text,
    sentence.words[match.start]?.start ?? 0,
    sentence.words[match.end - 1]?.end ?? 0,
  )
  const actual = withoutPrivate(block.text, range, analysis.withheld)
  return {
    ruleId: rule.id,
    category: rule.category,
    severity,
    range,
    actual,
    message: fill(rule.message, parties),
    why: fill(rule.why, parties),
    ask: fill(rule.ask, parties),
    frames:
      context.mode === 'template'
        ? framesForTemplate(rule, parties)
        : framesFor(rule, statusOf(analysis, sentence), parties),
    replacements: rule.replacements.map((replacement) => inCaseOf(actual, replacement)),
    lenses: rule.lenses,
    sources: rule.sources,
    voice: sentence.voiceOf(match.start, match.end),
    label: block.label,
    section: block.section,
    fingerprint: [rule.id, plainWords(actual), wordsShown(analysis, sentence)].join('\n'),
  }
}

/** The words of the sentence; a hash of a private detail could be guessed. */
const wordsShown = ({withheld}: Analysis, {words}: Sentence) =>
  words.map((word) => (rangesIn(withheld, word).length > 0 ? '' : word.norm)).join(' ')

/** A private detail: its place, and nothing of its words. */
export function draftPrivateFinding(
  {block, context}: Analysis,
  rule: Omit<RuleEntry, 'match'>,
  severity: Severity,
  range: Range,
): Finding {
  const parties = context.saysRoles ? nobody : context.parties
  return {
    ruleId: rule.id,
    category: rule.category,
    severity,
    range,
    actual: '',
    message: fill(rule.message, parties),
    why: fill(rule.why, parties),
    ask: fill(rule.ask, parties),
    frames: [],
    replacements: [],
    lenses: rule.lenses,
    sources: rule.sources,
    voice: 'author',
    label: block.label,
    section: block.section,
    fingerprint: rule.id,
    isWithheld: true,
  }
}

/** Whose names are filled in where none may be said. */
export const nobody: readonly Party[] = []

/** All parties; of several children only the one that the sentence names, since the words are about that child. */
function partiesFor({mentions}: Sentence, parties: readonly Party[]): readonly Party[] {
  const named = new Set(
    mentions
      .flatMap((mention) => (mention.members.length > 0 ? mention.members : [mention]))
      .flatMap(({kind, role, party}) =>
        kind === 'name' && role === 'child' && party !== undefined ? [party] : [],
      ),
  )
  const [child, ...others] = named
  return child === undefined || others.length > 0 ? parties : withOneChild(parties, child)
}

const partiesByChild = new WeakMap<readonly Party[], Map<Party, readonly Party[]>>()

/** The same list each time, so that filled texts are kept. */
function withOneChild(parties: readonly Party[], child: Party): readonly Party[] {
  const byChild = partiesByChild.get(parties) ?? new Map<Party, readonly Party[]>()
  partiesByChild.set(parties, byChild)
  const fewer =
    byChild.get(child) ?? parties.filter((party) => party.role !== 'child' || party === child)
  byChild.set(child, fewer)
  return fewer
}

/** "[B] was hit": a placeholder keeps its brackets. */
function withBrackets(text: string, start: number, end: number): Range {
  const words = text.slice(start, end)
  const opensBefore =
    text[start - 1] === '[' &&
    words.includes(']') &&
    words.indexOf(']') < (words.indexOf('[') + 1 || words.length + 1)
  const closesAfter = text[end] === ']' && words.lastIndexOf('[') > words.lastIndexOf(']')
  return {start: opensBefore ? start - 1 : start, end: closesAfter ? end + 1 : end}
}

/** While nothing is decided, only what was told, recorded or seen can be written. */
const undecided: readonly Status[] = ['told', 'recorded', 'observed']

/** The wording that the status in force supports; for another status only what asserts no more. */
export function framesFor(
  {frames}: Pick<RuleEntry, 'frames'>,
  status: Status | undefined,
  parties: readonly Party[],
): readonly Frame[] {
  const own = status === undefined ? [] : [status]
  const offered = status === 'not-proved' ? own : [...new Set([...own, ...undecided])]
  return offered.flatMap((status) => {
    const text = frames[status]
    return text === undefined ? [] : [{status, text: fill(text, parties)}]
  })
}

/** A template asks, and asserts nothing. */
export const framesForTemplate = (
  {frames: {template}}: Pick<RuleEntry, 'frames'>,
  parties: readonly Party[],
): readonly Frame[] =>
  template === undefined ? [] : [{status: 'template', text: fill(template, parties)}]

const filledByParties = new WeakMap<readonly Party[], Map<string, string>>()

/** Names for the slots, or a description where nobody, or more than one, is declared. A report asks for the same texts again and again. */
export function fill(text: string, parties: readonly Party[]): string {
  const filled = filledByParties.get(parties) ?? new Map<string, string>()
  filledByParties.set(parties, filled)
  const known = filled.get(text) ?? filledIn(text, parties)
  filled.set(text, known)
  return known
}

function filledIn(text: string, parties: readonly Party[]): string {
  const filled = text.replace(
    /\{(perpetrator|survivor|child)\}(['’]s)?/g,
    (_, role: SlotName, mark = '') => {
      const names = parties.filter((party) => party.role === role).map(({name}) => name)
      return names.length === 0 && mark !== ''
        ? en.people.possessive[role]
        : `${nameFor(role, names)}${mark}`
    },
  )
  return filled.replace(/^\p{Ll}|(?<=[.?!] )\p{Ll}/gu, (letter) => letter.toUpperCase())
}

type SlotName = 'perpetrator' | 'survivor' | 'child'

/** Sentences are written for one child, so several are "each child". */
function nameFor(role: SlotName, names: readonly string[]): string {
  const [first, ...others] = names
  if (first === undefined) return en.people[role]
  if (others.length === 0) return first
  return role === 'child'
    ? en.people.children
    : `${names.slice(0, -1).join(', ')} ${en.people.and} ${names.at(-1)}`
}

/** A replacement takes the capital of the words it would stand for. */
const inCaseOf = (actual: string, replacement: string) =>
  /^\p{Lu}/u.test(actual) ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement
