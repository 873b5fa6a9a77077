import {type Match, matchesOf} from '../patterns/match.ts'
import type {SlotRole} from '../patterns/notation.ts'
import {type Fit, fitOf} from '../patterns/slots.ts'
import type {subjects} from '../rule.ts'
import type {CompiledPlaceRule} from '../rulebook.ts'
import type {RunningRules} from '../running-rules.ts'
import type {Severity, Voice} from '../types.ts'
import type {Analysis, Mention, Sentence} from './analysis.ts'
import {isDenied} from './denial.ts'
import {isDoerNamed} from './doer.ts'
import {isSourced} from './sourced.ts'
import {asList, standsIn} from './stands-in.ts'
import {isDecided} from './status.ts'
import {subjectOf} from './subject-of.ts'

/** Words of a sentence that a rule may speak about. */
export interface Place {
  readonly sentence: Sentence
  /** Its position in the block. */
  readonly index: number
  readonly match: Match
}

/** The severity with which a rule speaks at a place, or nothing: every condition of the rule, cheap ones first. */
export function judge(
  running: RunningRules,
  analysis: Analysis,
  compiled: CompiledPlaceRule,
  place: Place,
): Severity | undefined {
  if (!standsWhereItMay(analysis, compiled)) return undefined
  const time = fitOfTime(analysis, compiled, place)
  if (time === 'no') return undefined
  const words = fitOfWords(running, analysis, compiled, place)
  if (words === 'no') return undefined
  const {rule} = compiled
  const voice = place.sentence.voiceOf(place.match.start, place.match.end)
  if (!voicesOf(compiled).includes(voice)) return undefined
  if (analysis.context.mode === 'report' && isQuestion(analysis, place)) return undefined
  if (isDenied(place.sentence, place.match, running.frames, analysis.context.mode)) return undefined
  const fit = fitOfFacts(running, analysis, compiled, place)
  if (fit === 'no') return undefined
  const severity =
    fit === 'unsure' || (isRoleRule(compiled) && analysis.context.eachAlleges)
      ? unsureSeverity(compiled)
      : rule.severity
  const onlyAsks =
    time === 'unsure' ||
    words === 'unsure' ||
    voice === 'reported' ||
    voice === 'record' ||
    (analysis.context.mode === 'report' && isSourced(place.sentence, place.match, running.frames))
  return severity !== undefined && severity !== 'info' && onlyAsks ? 'question' : severity
}

/** A quoted word is the author's, or the detector would have let it be. */
const voicesOf = ({rule: {match}}: CompiledPlaceRule): readonly Voice[] =>
  'detector' in match && match.detector === 'quoted-word'
    ? [...(match.voices ?? ['author']), 'quotation']
    : (match.voices ?? ['author'])

/** A direct question leaves open what it asks. In a template it is what others will answer. */
const isQuestion = ({block}: Analysis, {sentence}: Place) =>
  /\?["”’')\]]*$/.test(block.text.slice(sentence.start, sentence.end).trimEnd())

function unsureSeverity({rule}: CompiledPlaceRule): Severity | undefined {
  const says = rule.match['if-unsure'] ?? 'ask'
  if (says === 'silent') return undefined
  return says === 'tell' ? rule.severity : rule.severity === 'info' ? 'info' : 'question'
}

const roleWords = /\{(?:survivor|perpetrator)\}/
const isRoleRule = ({rule: {match}}: CompiledPlaceRule) =>
  match.subject === 'survivor' ||
  match.subject === 'perpetrator' ||
  ('patterns' in match && match.patterns.some((pattern) => roleWords.test(pattern)))

/** `in` and `not-in`: a kind of block, or words of a heading above. */
function standsWhereItMay({block}: Analysis, {rule: {match}}: CompiledPlaceRule): boolean {
  const isHere = (place: string) => standsIn(block, place)
  const [within, outside] = [asList(match.in), asList(match['not-in'])]
  return (within.length === 0 || within.some(isHere)) && !outside.some(isHere)
}

/** `except`, `near`, `not-near`, `not-beside`. */
function fitOfWords(
  {matcher}: RunningRules,
  {sentences}: Analysis,
  {rule, except, near, notNear, notBeside}: CompiledPlaceRule,
  {sentence, index, match}: Place,
): Fit {
  const found = (pattern: number, where = sentence) => matchesOf(matcher(pattern), where)
  const overlaps = (other: Match) => other.start < match.end && match.start < other.end
  if (except.some((pattern) => found(pattern).some((other) => !other.unsure && overlaps(other))))
    return 'no'
  if (notNear.some((pattern) => found(pattern).length > 0)) return 'no'
  const beside = [sentences[index - 1], sentences[index + 1]]
  if (notBeside.some((pattern) => beside.some((each) => each && found(pattern, each).length > 0)))
    return 'no'
  if (near.length === 0) return 'yes'
  if (near.some((pattern) => found(pattern).some((other) => !isWithin(other, match)))) return 'yes'
  return rule.match['if-far'] === 'ask' ? 'unsure' : 'no'
}

const isWithin = (inner: Match, outer: Match) =>
  inner.start >= outer.start && inner.end <= outer.end

/**
 * `when`. Where a report raises no abuse every rule only asks, but those that say `always`; a text too short to know
 * whether it raises abuse is asked by rules that need it raised.
 */
function fitOfTime(analysis: Analysis, {rule: {match}}: CompiledPlaceRule, {sentence}: Place): Fit {
  const {abuseRaised} = analysis.entry
  const isTemplate = analysis.context.mode === 'template'
  if (match.when === 'template') return isTemplate ? 'yes' : 'no'
  if (match.when === 'undecided' && isDecided(analysis, sentence)) return 'no'
  if (match.when === 'always' || abuseRaised === true || isTemplate) return 'yes'
  if (match.when === 'abuse-raised') return abuseRaised === undefined ? 'unsure' : 'no'
  return abuseRaised === undefined ? 'yes' : 'unsure'
}

function fitOfFacts(
  {harm}: RunningRules,
  analysis: Analysis,
  {rule: {match}}: CompiledPlaceRule,
  {sentence, index, match: words}: Place,
): Fit {
  const neighbours = [analysis.sentences[index - 1], analysis.sentences[index + 1]]
  if (match.doer === 'nobody') {
    if (isDoerNamed(sentence, neighbours, words, harm)) return 'no'
    if (index === 0 && analysis.entry.actor !== undefined && analysis.block.kind !== 'heading')
      return 'no'
  }
  const isNamed =
    (match.doer === 'nobody' && namesPerpetrator(sentence)) ||
    (match['if-named'] === 'ask' && [sentence, ...neighbours].some(namesPerpetrator))
  const isInDoubt = words.unsure || isNamed
  const slots: Fit = isInDoubt ? 'unsure' : 'yes'
  if (match.subject === undefined) return slots
  const subject = subjectOf(sentence, words, harm) ?? onlyAdult(sentence)
  const fit =
    subject === undefined
      ? 'unsure'
      : subject === 'thing'
        ? 'no'
        : fitOfSubject(subject, match.subject)
  return fit === 'no' ? 'no' : fit === 'unsure' ? 'unsure' : slots
}

/** Who is declared as harming may well be the one who did it, though the grammar does not say so. */
const namesPerpetrator = (sentence: Sentence | undefined) =>
  sentence?.mentions.some(
    ({role, members}) =>
      role === 'perpetrator' || members.some((member) => member.role === 'perpetrator'),
  ) === true

/** Where grammar does not say of whom: the one declared adult of the sentence, if nobody else is in it. */
function onlyAdult({mentions}: Sentence): Mention | undefined {
  const people = mentions
    .flatMap((mention) => (mention.members.length > 0 ? mention.members : [mention]))
    .filter(
      ({person, role}) => person !== 'author' && person !== 'professional' && role !== 'child',
    )
  const [first, ...others] = people
  const isAlone = others.every(({party}) => party !== undefined && party === first?.party)
  return first?.role !== 'unknown' && isAlone ? first : undefined
}

type Subject = (typeof subjects)[number]

function fitOfSubject(mention: Mention, subject: Subject): Fit {
  if (subject !== 'both') return fitOf(mention, toSlot(subject))
  if (!mention.plural) return 'no'
  const fits = (mention.members.length > 0 ? mention.members : [mention]).map((member) =>
    member.person === 'relative' ? 'no' : fitOf(member, 'adult'),
  )
  return fits.includes('no') ? 'no' : fits.includes('unsure') ? 'unsure' : 'yes'
}

const toSlot = (subject: Exclude<Subject, 'both'>): SlotRole => subject
