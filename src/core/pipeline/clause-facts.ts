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
  /** violence, abuse, assault, behaviour … */
  readonly nouns: ReadonlySet<string>
}

/** Whom the matched words are said of: a verb's subject (its agent in the passive), a noun's owner. */
export function subjectOf(sentence: Sentence, match: Match, harm: HarmWords): Subject {
  const verb = sentence.verbs().find(({start, head}) => head >= match.start && start < match.end) ?? modified(sentence, match)
  const noun = firstNoun(sentence, match)
  if (verb && (noun === undefined || verb.head <= noun || verb.start <= match.start)) return verb.passive ? (verb.agent ?? undefined) : verb.subject
  const grammar = grammarOf(sentence, harm.verbs)
  const owner = ownerOfNoun(grammar, noun ?? match.start) ?? inside(sentence, match) ?? grammarOwnerAfter(sentence, match)
  return owner ?? holder(sentence, match)
}

/** "constantly belittles": an adverb before its verb speaks of the verb's subject. */
const modified = (sentence: Sentence, {start, end}: Match) =>
  sentence.words.slice(start, end).every(({step}) => step === 'adverb') ? sentence.verbs().find((verb) => verb.start === end) : undefined

const firstNoun = (sentence: Sentence, {start, end}: Match) => {
  const tags = sentence.tags()
  for (let at = start; at < end; at++) if (tags[at] === 'NOUN' || tags[at] === 'PROPN') return at
  return undefined
}

/** "failure by the mother to protect", "inconsistencies in her account": the owner stands in the gap. */
const inside = ({mentions, words}: Sentence, {start, end}: Match) =>
  mentions.find((mention) => mention.start > start && mention.end < end && (mention.possessive || /^(?:by|of|from|in)$/.test(words[mention.start - 1]?.norm ?? '')))

const grammarOwnerAfter = ({mentions, words}: Sentence, {end}: Match) =>
  /^(?:by|of|from|in)$/.test(words[end]?.norm ?? '') ? mentions.find(({start}) => start === end + 1) : undefined

/** "She has limited insight", "the mother’s lack of …": the subject of the verb that governs the noun. */
function holder(sentence: Sentence, {start}: Match): Subject {
  const verb = sentence.verbs().findLast(({head}) => head < start)
  if (!verb || isClauseBetween(sentence, verb.head + 1, start)) return undefined
  return verb.subject === 'thing' ? undefined : verb.subject
}

const clauseOpener = /^(?:that|because|while|whilst|when|although|though|unless|until|who|which|whom|where|so|since|but|which)$/

function isClauseBetween({words}: Sentence, from: number, to: number): boolean {
  return words.slice(from, to).some((word) => clauseOpener.test(word.norm) || /[;:()–—]/.test(word.before))
}

/** Negations that deny nothing: "not only", "no doubt", "not disputed". */
const falseNegation = /^(?:only|doubt|just|merely|simply|least|dispute|disputed|denied|surprising|surprisingly|unusual|uncommon|less)$/

/** True where the matched words are denied, doubted or left open by what stands before them. */
export function isDenied(sentence: Sentence, match: Match, frames: Frames): boolean {
  const framed = framesIn(frames, 'not-said', sentence).some((frame) => frame.end <= match.start && endOfScope(sentence, frame.end) > match.start && !isScopeBroken(sentence, frame.end, match.start))
  return framed || isNegatedBefore(sentence, match.start)
}

const isScopeBroken = ({words}: Sentence, from: number, to: number) => words.slice(from, to).some(({before}) => /[;:]/.test(before))

function isNegatedBefore(sentence: Sentence, start: number): boolean {
  const {words, mentions} = sentence
  const mentionStart = new Set(mentions.map((mention) => mention.start))
  for (let at = start - 1; at >= 0; at--) {
    const word = words[at]
    if (!word) return false
    if (negators.has(word.norm) && !falseNegation.test(words[at + 1]?.norm ?? '')) return true
    if (isClauseEdge(word, mentionStart.has(at + 1))) return false
    if (/[;:()–—,]/.test(words[at + 1]?.before ?? '') && (mentionStart.has(at + 1) || hasOwnVerb(sentence, at + 1, start))) return false
  }
  return false
}

/** After a comma comes a clause of its own: "no longer together, the abuse is …". */
const hasOwnVerb = (sentence: Sentence, from: number, to: number) =>
  sentence.verbs().some(({start, finite, subject}) => finite && start > from && start <= to && (subject === 'thing' || (subject !== undefined && subject.start >= from)))

const isClauseEdge = (word: Word, beforeMention: boolean) =>
  /[;:()–—]/.test(word.before) || clauseOpener.test(word.norm) || (word.norm === 'and' && beforeMention)

/** True where somebody, or something, is named as doing the harm: in this sentence or the one before. */
export function isDoerNamed(sentence: Sentence, before: Sentence | undefined, match: Match, harm: HarmWords): boolean {
  const harmed = harmedBy(sentence, match)
  return namesDoer(sentence, harmed, harm) || (before !== undefined && namesDoer(before, harmed, harm))
}

/** The person the match itself says was harmed. */
function harmedBy(sentence: Sentence, {start, end}: Match): Mention | undefined {
  const verb = sentence.verbs().find(({head}) => head >= start && head < end)
  const subject = verb?.subject
  return sentence.mentions.find((mention) => mention.start >= start && mention.end <= end) ?? (typeof subject === 'object' ? subject : undefined)
}

function namesDoer(sentence: Sentence, harmed: Mention | undefined, harm: HarmWords): boolean {
  return sentence.verbs().some((verb) => isDoer(sentence, verb, harmed, harm)) || ownsHarm(sentence, harmed, harm)
}

const harmfulAdjectives = /^(?:violent|abusive|aggressive|threatening|controlling|coercive)$/
const lightVerb = /^(?:subject|inflict|perpetrate|use|cause|commit|carry|make|engage|show|display)(?:e?s|e?d|ing)?$|^(?:made|shown)$/

function isDoer(sentence: Sentence, verb: VerbGroup, harmed: Mention | undefined, harm: HarmWords): boolean {
  const {words} = sentence
  const head = words[verb.head]
  if (!head) return false
  if (verb.passive) return verb.agent !== undefined && (harm.verbs.has(head.norm) || lightVerb.test(head.norm)) && (verb.agent === 'thing' || !isSame(verb.agent, harmed))
  if (typeof verb.subject !== 'object' || !isPerson(verb.subject) || isSame(verb.subject, harmed)) return false
  if (harm.verbs.has(head.norm)) return true
  const after = words.slice(verb.head + 1, verb.head + 9)
  if (head.step === 'being' || head.norm === 'become' || head.norm === 'became') return after.slice(0, 4).some(({norm}) => harmfulAdjectives.test(norm))
  return lightVerb.test(head.norm) && after.some(({norm}) => harm.nouns.has(norm))
}

const isPerson = ({person}: Mention) => person !== 'author' && person !== 'nobody' && person !== 'professional'

/** The same person, as far as the words tell. */
function isSame(one: Mention, other: Mention | undefined): boolean {
  if (!other) return false
  if (one.party || other.party) return one.party === other.party
  if (one.kind === 'pronoun' && other.kind === 'pronoun') return one.pronoun === other.pronoun
  return one.pronoun !== undefined && one.pronoun === other.pronoun && (one.kind === 'pronoun' || other.kind === 'pronoun')
}

/** "his violence", "Mr Hughes’s behaviour", "abuse from the father", "at the hands of". */
function ownsHarm({words, mentions}: Sentence, harmed: Mention | undefined, harm: HarmWords): boolean {
  return mentions.some((mention) => {
    if (!isPerson(mention) || isSame(mention, harmed) || mention.role === 'survivor') return false
    if (mention.possessive) return words.slice(mention.end, mention.end + 4).some(({norm, before}, offset) => (offset === 0 || before === '') && harm.nouns.has(norm))
    const left = words[mention.start - 1]?.norm
    if (left === 'of' && words[mention.start - 2]?.norm === 'hands') return true
    if (left !== 'from' && left !== 'by') return false
    return words.slice(Math.max(0, mention.start - 4), mention.start - 1).some(({norm}) => harm.nouns.has(norm) || harm.verbs.has(norm))
  })
}
