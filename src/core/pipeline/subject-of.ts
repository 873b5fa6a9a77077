import type {Match} from '../patterns/match.ts'
import type {Mention, Sentence} from './analysis.ts'
import type {HarmWords} from './doer.ts'
import {ownerOfNoun, type Subject} from './subjects.ts'
import {grammarOf} from './verb-groups.ts'

/** Whom the matched words are said of: a verb's subject (its agent in the passive), a noun's owner. */
export function subjectOf(sentence: Sentence, match: Match, harm: HarmWords): Subject {
  const verb =
    sentence.verbs().find(({start, head}) => head >= match.start && start < match.end) ??
    modified(sentence, match)
  const noun = firstNoun(sentence, match)
  if (verb && (noun === undefined || verb.head <= noun || verb.start <= match.start))
    return verb.passive && !isGiven(sentence, verb.head) ? verb.agent : verb.subject
  const grammar = grammarOf(sentence, harm.verbs)
  const owner =
    ownerOfNoun(grammar, noun ?? match.start) ??
    inside(sentence, match) ??
    grammarOwnerAfter(sentence, match)
  return owner ?? holder(sentence, match)
}

/** "despite being told by three professionals": said of who was told, not of who told. */
const given =
  /^(?:told|advised|warned|asked|offered|referred|informed|reminded|given|encouraged|invited|supported|helped|urged|seen|visited|discharged|spoken|signposted)$/
const isGiven = ({words}: Sentence, head: number) => given.test(words[head]?.norm ?? '')

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
  const judged = judgedBy(sentence, verb.head)
  if (judged) return judged
  return verb.subject === 'thing' ? undefined : verb.subject
}

const judging =
  /^(?:find|finds|found|finding|consider(?:s|ed)?|deem(?:s|ed)?|think|thought|experienced)$/

/** "I found the mother obstructive": the words are said of her, not of who found her so. */
const judgedBy = ({words, mentions}: Sentence, head: number): Mention | undefined =>
  judging.test(words[head]?.norm ?? '')
    ? mentions.find((mention) => mention.start === head + 1 && !mention.possessive)
    : undefined

/** Words that surely open another clause: “if”, “before” and “as” often open none. */
export const clauseOpener =
  /^(?:that|because|while|whilst|when|although|though|unless|until|who|which|whom|where|why|how|so|since|but)$/

function isClauseBetween({words}: Sentence, from: number, to: number): boolean {
  return words
    .slice(from, to)
    .some((word) => clauseOpener.test(word.norm) || /[;:()–—]/.test(word.before))
}
