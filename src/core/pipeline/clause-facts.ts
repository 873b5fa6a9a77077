import {baseOf} from '../patterns/forms.ts'
import {type Frames, framesIn} from '../patterns/frames.ts'
import type {Match} from '../patterns/match.ts'
import {negators} from '../patterns/stepping.ts'
import type {Mention, Sentence, VerbGroup, Word} from './analysis.ts'
import {endOfScope} from './mark-voices.ts'
import {ownerOfNoun, type Subject} from './subjects.ts'
import {grammarOf} from './verb-groups.ts'

/** Word forms that facts ask about. */
export interface HarmWords {
  readonly verbs: ReadonlySet<string>
  /** Control that is no blow: locked, withheld, followed. Whoever does it is a doer. */
  readonly control: ReadonlySet<string>
  /** violence, abuse, assault, behaviour … */
  readonly nouns: ReadonlySet<string>
}

/** Whom the matched words are said of: a verb's subject (its agent in the passive), a noun's owner. */
export function subjectOf(sentence: Sentence, match: Match, harm: HarmWords): Subject {
  const verb =
    sentence.verbs().find(({start, head}) => head >= match.start && start < match.end) ??
    modified(sentence, match)
  const noun = firstNoun(sentence, match)
  if (verb && (noun === undefined || verb.head <= noun || verb.start <= match.start))
    return verb.passive ? (verb.agent ?? undefined) : verb.subject
  const grammar = grammarOf(sentence, harm.verbs)
  const owner =
    ownerOfNoun(grammar, noun ?? match.start) ??
    inside(sentence, match) ??
    grammarOwnerAfter(sentence, match)
  return owner ?? holder(sentence, match)
}

/** "constantly belittles": an adverb before its verb speaks of the verb's subject. */
const modified = (sentence: Sentence, {start, end}: Match) =>
  sentence.words.slice(start, end).every(({step}) => step === 'adverb')
    ? sentence.verbs().find((verb) => verb.start === end)
    : undefined

const firstNoun = (sentence: Sentence, {start, end}: Match) => {
  const tags = sentence.tags()
  for (let at = start; at < end; at++) if (tags[at] === 'NOUN' || tags[at] === 'PROPN') return at
  return undefined
}

/** "failure by the mother to protect", "inconsistencies in her account": the owner stands in the gap. */
const inside = ({mentions, words}: Sentence, {start, end}: Match) =>
  mentions.find(
    (mention) =>
      mention.start > start &&
      mention.end < end &&
      (mention.possessive || /^(?:by|of|from|in)$/.test(words[mention.start - 1]?.norm ?? '')),
  )

const grammarOwnerAfter = ({mentions, words}: Sentence, {end}: Match) =>
  /^(?:by|of|from|in)$/.test(words[end]?.norm ?? '')
    ? mentions.find(({start}) => start === end + 1)
    : undefined

/** "She has limited insight", "the mother’s lack of …": the subject of the verb that governs the noun. */
function holder(sentence: Sentence, {start}: Match): Subject {
  const verb = sentence.verbs().findLast(({head}) => head < start)
  if (!verb || isClauseBetween(sentence, verb.head + 1, start)) return undefined
  return verb.subject === 'thing' ? undefined : verb.subject
}

const clauseOpener =
  /^(?:that|because|while|whilst|when|although|though|unless|until|who|which|whom|where|why|how|so|since|but)$/

function isClauseBetween({words}: Sentence, from: number, to: number): boolean {
  return words
    .slice(from, to)
    .some((word) => clauseOpener.test(word.norm) || /[;:()–—]/.test(word.before))
}

/** Words after which a negation denies nothing: "not only", "no doubt", "cannot be denied". */
const falseNegation =
  /^(?:only|doubt|question|just|merely|simply|least|dispute|disputed|denied|deny|denying|surprising|surprisingly|unusual|uncommon|less)$/

/** True where the matched words are denied, doubted or left open by what stands before them. */
export function isDenied(sentence: Sentence, match: Match, frames: Frames): boolean {
  const framed = framesIn(frames, 'not-said', sentence).some(
    (frame) => reaches(sentence, frame, match) && !isFalseFrame(sentence, frame),
  )
  return framed || isNegatedBefore(sentence, match.start)
}

const reaches = (sentence: Sentence, frame: Match, match: Match) =>
  frame.end <= match.start &&
  endOfScope(sentence, frame.end) > match.start &&
  !sentence.words.slice(frame.end, match.start).some(({before}) => /[;:]/.test(before))

/** "even if", "if anything", "cannot be in dispute", "nobody can deny that". */
const isFalseFrame = ({words}: Sentence, {start, end}: Match) =>
  words[start - 1]?.norm === 'even' ||
  words[end]?.norm === 'anything' ||
  (/^(?:den|disput|doubt|question)/.test(words[start]?.norm ?? '') &&
    words.slice(Math.max(0, start - 4), start).some(({norm}) => negators.has(norm)))

function isNegatedBefore(sentence: Sentence, start: number): boolean {
  const {words, mentions} = sentence
  const mentionStart = new Set(mentions.map((mention) => mention.start))
  if (isSecondVerb(sentence, start)) return false
  for (let at = start - 1; at >= 0; at--) {
    const word = words[at]
    if (!word) return false
    if (isNorBeforeSubject(sentence, at, start) || isWish(words, at)) return false
    if (negators.has(word.norm))
      return !words.slice(at + 1, at + 4).some(({norm}) => falseNegation.test(norm))
    if (isClauseEdge(word, mentionStart.has(at + 1))) return false
    if (!/[;:()–—,]/.test(words[at + 1]?.before ?? '')) continue
    if (mentionStart.has(at + 1) || hasOwnVerb(sentence, at + 1, start)) return false
    at = Math.min(at, startOfRelative(words, at))
  }
  return false
}

/** "No child should live with …": says what ought to be, and denies nothing. */
const isWish = (words: readonly Word[], at: number) =>
  /^(?:no|nobody|neither|none)$/.test(words[at]?.norm ?? '') &&
  words.slice(at + 1, at + 5).some(({norm}) => /^(?:should|must|ought)$/.test(norm))

/** "Nor did the … surprise me": *nor* denies the verb, not the subject before it. */
function isNorBeforeSubject(sentence: Sentence, at: number, start: number): boolean {
  const verb =
    sentence.words[at]?.norm === 'nor'
      ? sentence.verbs().find((group) => group.start === at + 1)
      : undefined
  return verb !== undefined && start < verb.head
}

/** "did not ring and chose to stay": a second verb with an ending of its own is not negated by the first one’s *not*. */
function isSecondVerb(sentence: Sentence, start: number): boolean {
  const {words} = sentence
  if (words[start - 1]?.norm !== 'and' && words[start - 1]?.norm !== 'but') return false
  const verb = sentence.verbs().find((group) => group.start === start)
  const head = words[verb?.head ?? -1]
  return (
    verb !== undefined &&
    verb.finite &&
    head !== undefined &&
    (/(?:ed|s)$/.test(head.norm) || baseOf(head.norm) !== head.norm)
  )
}

/** ", who does not drive, chose": the aside is left out, or its negation would count. */
function startOfRelative(words: readonly Word[], from: number): number {
  for (let at = from; at > Math.max(0, from - 12); at--) {
    if (words[at]?.before.includes(','))
      return /^(?:who|which|whom|whose)$/.test(words[at]?.norm ?? '') ? at : from
  }
  return from
}

/** After a comma comes a clause of its own: "no longer together, the abuse is …". */
const hasOwnVerb = (sentence: Sentence, from: number, to: number) =>
  sentence
    .verbs()
    .some(
      ({start, finite, subject}) =>
        finite &&
        start > from &&
        start <= to &&
        (subject === 'thing' || (subject !== undefined && subject.start >= from)),
    )

const isClauseEdge = (word: Word, beforeMention: boolean) =>
  /[;:()–—]/.test(word.before) ||
  clauseOpener.test(word.norm) ||
  (word.norm === 'and' && beforeMention)

/** True where somebody, or something, is named as doing the harm: in this sentence or one beside it. */
export function isDoerNamed(
  sentence: Sentence,
  neighbours: readonly (Sentence | undefined)[],
  match: Match,
  harm: HarmWords,
): boolean {
  const harmed = harmedBy(sentence, match)
  const isBeside = neighbours.some(
    (each) => each !== undefined && namesDoer(each, {harmed, match: undefined}, harm),
  )
  return isBeside || namesDoer(sentence, {harmed, match}, harm)
}

/** The person the match itself says was harmed: at its start, or the subject of its verb. */
function harmedBy(sentence: Sentence, {start, end}: Match): Mention | undefined {
  const first = sentence.mentions.find((mention) => mention.start === start)
  if (first && !first.possessive) return first
  const subject = sentence.verbs().find(({head}) => head >= start && head < end)?.subject
  return typeof subject === 'object' && !subject.possessive ? subject : undefined
}

/** What the doer is looked for: the harm of a match, which is in this sentence or beside it. */
interface Harm {
  readonly harmed: Mention | undefined
  /** The match, in its own sentence only: any by-phrase of its verb names a doer. */
  readonly match: Match | undefined
}

/** Most sentences beside a match speak of no harm at all, and need not be parsed to know it. */
function namesDoer(sentence: Sentence, sought: Harm, harm: HarmWords): boolean {
  if (!speaksOfHarm(sentence, sought, harm)) return false
  return (
    sentence.verbs().some((verb) => isDoer(sentence, verb, sought, harm)) ||
    ownsHarm(sentence, sought.harmed, harm)
  )
}

const speaksOfHarm = ({words}: Sentence, {match}: Harm, harm: HarmWords) =>
  words.some(
    ({norm}) =>
      harm.verbs.has(norm) ||
      harm.nouns.has(norm) ||
      harm.control.has(norm) ||
      harmfulAdjectives.test(norm) ||
      (match !== undefined && norm === 'by'),
  )

const harmfulAdjectives = /^(?:violent|abusive|aggressive|threatening|controlling|coercive)$/
const lightVerb =
  /^(?:subject|inflict|perpetrate|use|cause|commit|carry|make|engage|show|display)(?:e?s|e?d|ing)?$|^(?:made|shown)$/

function isDoer(
  sentence: Sentence,
  verb: VerbGroup,
  {harmed, match}: Harm,
  harm: HarmWords,
): boolean {
  const {words} = sentence
  const head = words[verb.head]
  if (!head) return false
  if (verb.passive) {
    const isOwn = match !== undefined && verb.head >= match.start && verb.head < match.end
    const isHarm = isOwn || harm.verbs.has(head.norm) || lightVerb.test(head.norm)
    return (
      isHarm && verb.agent !== undefined && (verb.agent === 'thing' || !isSame(verb.agent, harmed))
    )
  }
  if (typeof verb.subject !== 'object' || !isPerson(verb.subject) || isSame(verb.subject, harmed))
    return false
  if (harm.control.has(head.norm)) return true
  if (harm.verbs.has(head.norm)) return harmed === undefined || !hasThingObject(sentence, verb.head)
  const after = words.slice(verb.head + 1, verb.head + 9)
  if (head.step === 'being' || head.norm === 'become' || head.norm === 'became')
    return after.slice(0, 4).some(({norm}) => harmfulAdjectives.test(norm))
  return lightVerb.test(head.norm) && after.some(({norm}) => harm.nouns.has(norm))
}

/** "pushed the door": harm to a thing does not say who harmed the person. */
function hasThingObject({words, mentions}: Sentence, head: number): boolean {
  const next = words[head + 1]
  return (
    next !== undefined &&
    /^(?:the|a|an)$/.test(next.norm) &&
    !mentions.some(({start}) => start === head + 1)
  )
}

const isPerson = ({person}: Mention) =>
  person !== 'author' && person !== 'nobody' && person !== 'professional'

/** The same person, as far as the words tell. */
function isSame(one: Mention, other: Mention | undefined): boolean {
  if (!other) return false
  if (one.party || other.party) return one.party === other.party
  if (one.kind === 'pronoun' && other.kind === 'pronoun') return one.pronoun === other.pronoun
  return (
    one.pronoun !== undefined &&
    one.pronoun === other.pronoun &&
    one.person === other.person &&
    (one.kind === 'pronoun' || other.kind === 'pronoun')
  )
}

/** "his violence", "the violence of Mr Hughes", "abuse from the father", "at the hands of". */
function ownsHarm(sentence: Sentence, harmed: Mention | undefined, harm: HarmWords): boolean {
  return sentence.mentions.some((mention) => {
    if (!isPerson(mention) || isSame(mention, harmed) || mention.role === 'survivor') return false
    return mention.possessive
      ? ownsNoun(sentence, mention, harm)
      : doesNoun(sentence, mention, harm)
  })
}

const ownsNoun = ({words}: Sentence, {end}: Mention, harm: HarmWords) =>
  words
    .slice(end, end + 4)
    .some(
      ({norm}, offset, next) =>
        next.slice(1, offset + 1).every(({before}) => before === '') && harm.nouns.has(norm),
    )

/** After these nouns *of* names the doer; after "abuse of" it names the person harmed. */
const genitive =
  /^(?:violence|behaviour|conduct|action|actions|temper|anger|aggression|control|hands|fists)$/

function doesNoun({words}: Sentence, {start}: Mention, harm: HarmWords): boolean {
  const [noun, preposition] = [words[start - 2]?.norm ?? '', words[start - 1]?.norm]
  if (preposition === 'of') return genitive.test(noun)
  if (preposition !== 'from' && preposition !== 'by') return false
  const before = words.slice(Math.max(0, start - (preposition === 'by' ? 6 : 4)), start - 1)
  const from = before.findLastIndex(
    ({step, before: mark}) =>
      step === 'being' || step === 'helping' || (mark !== '' && preposition === 'from'),
  )
  return before
    .slice(Math.max(0, from))
    .some(
      ({norm}, index) =>
        (from < 0 || index > 0 || preposition === 'by') &&
        (harm.nouns.has(norm) || harm.verbs.has(norm)),
    )
}
