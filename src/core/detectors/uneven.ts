import {fitOf} from '../patterns/slots.ts'
import type {Mention, Sentence, Word} from '../pipeline/analysis.ts'
import {firstNames} from '../pipeline/first-names.ts'
import {titles} from '../pipeline/person-words.ts'
import type {DetectedPlace, Detector} from './detector.ts'

/** Within a block, the two adults given words from two lists, or two forms of name. */
export const uneven: Detector = ({analysis: {sentences}, match, isOneOf}) => {
  if (!('detector' in match) || match.detector !== 'uneven') return []
  const uses = match.words ? verbUses(sentences, isOneOf) : nameUses(sentences)
  const doubted = uses.filter(
    ({kind, who}) => kind === 0 && !uses.some((use) => use.kind === 1 && use.who === who),
  )
  const plain = uses.filter(
    ({kind, who}) => kind === 1 && !uses.some((use) => use.kind === 0 && use.who === who),
  )
  if (doubted.length === 0 || plain.length === 0) return []
  // Verbs are uneven together; of two forms of name the first name is the one that stands out.
  return (match.words ? [...doubted, ...plain] : doubted).map(({place}) => place)
}

/** One use: 0 for the first list (doubting words, first names), 1 for the second. */
interface Use {
  readonly kind: 0 | 1
  readonly who: string
  readonly place: DetectedPlace
}

/** Sentences are parsed only where the block has a word of each list: most have not. */
function verbUses(
  sentences: readonly Sentence[],
  isOneOf: (word: Word, set: number) => boolean,
): Use[] {
  const hasWordOf = (set: number) =>
    sentences.some(({words}) => words.some((word) => isOneOf(word, set)))
  if (!hasWordOf(0) || !hasWordOf(1)) return []
  return sentences.flatMap((sentence, index) =>
    sentence.words.some((word) => isOneOf(word, 0) || isOneOf(word, 1))
      ? usesIn(sentence, index, isOneOf)
      : [],
  )
}

const usesIn = (
  sentence: Sentence,
  index: number,
  isOneOf: (word: Word, set: number) => boolean,
): Use[] =>
  sentence.verbs().flatMap(({head, subject}): Use[] => {
    const word = sentence.words[head]
    if (!word || typeof subject !== 'object' || fitOf(subject, 'adult') !== 'yes') return []
    const kind = isOneOf(word, 0) ? 0 : isOneOf(word, 1) ? 1 : undefined
    return kind === undefined
      ? []
      : [{kind, who: identity(subject, sentence), place: place(sentence, index, head, head + 1)}]
  })

function nameUses(sentences: readonly Sentence[]): Use[] {
  return sentences.flatMap((sentence, index) =>
    sentence.mentions.flatMap((mention): Use[] => {
      const isAdult = mention.role === 'perpetrator' || mention.role === 'survivor'
      if (mention.kind !== 'name' || !isAdult || mention.members.length > 0) return []
      const first = sentence.words[mention.start]?.norm ?? ''
      const isTitled = titles.has(first)
      if (!isTitled && !firstNames.has(first)) return []
      return [
        {
          kind: isTitled ? 1 : 0,
          who: identity(mention, sentence),
          place: place(sentence, index, mention.start, mention.end),
        },
      ]
    }),
  )
}

/** A declared person by name, anybody else by the words. */
const identity = ({party, start, end, pronoun, kind}: Mention, {words}: Sentence) =>
  party?.name ??
  (kind === 'pronoun'
    ? (pronoun ?? '')
    : words
        .slice(start, end)
        .map(({norm}) => norm)
        .join(' '))

const place = (sentence: Sentence, index: number, start: number, end: number): DetectedPlace => ({
  sentence,
  index,
  match: {start, end, unsure: false},
})
