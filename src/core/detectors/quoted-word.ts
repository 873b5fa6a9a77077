import type {Sentence, VerbGroup, Word} from '../pipeline/analysis.ts'
import type {DetectedPlace, Detector} from './detector.ts'

const maxQuoted = 2

/** One or two words in quotation marks with nobody in the sentence who said them; or phrases that want the marks. */
export const quotedWord: Detector = ({analysis, match, phrasesIn}) => {
  if (!('detector' in match) || match.detector !== 'quoted-word') return []
  const {text} = analysis.block
  return analysis.sentences.flatMap((sentence, index): DetectedPlace[] => {
    if (match.marks === 'present' && !sentence.words.some(({before}) => /[“‘"'«]$/.test(before)))
      return []
    const phrases = phrasesIn(sentence)
    if (phrases.length === 0) return []
    const places =
      match.marks === 'present'
        ? quoted(sentence, text, phrases)
        : unquoted(sentence, text, phrases)
    return places.map((place) => ({
      sentence,
      index,
      match: {...place, unsure: false},
    }))
  })
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The whole of a short quotation that holds one of the phrases. */
function quoted(sentence: Sentence, text: string, phrases: readonly Span[]): Span[] {
  if (hasSpeaker(sentence)) return []
  const isQuoted = (at: number) =>
    at >= 0 && at < sentence.words.length && sentence.voiceOf(at, at + 1) === 'quotation'
  return sentence.words.flatMap((word, start) => {
    if (!/[“‘"'«]$/.test(word.before)) return []
    const end = closingWord(sentence, text, start)
    if (end === undefined || !phrases.some((phrase) => phrase.start < end && start < phrase.end))
      return []
    // Marks inside a longer quotation are not the author's.
    return isQuoted(start - 1) || isQuoted(end) ? [] : [{start, end}]
  })
}

function closingWord({words}: Sentence, text: string, start: number): number | undefined {
  for (let at = start; at < Math.min(start + maxQuoted, words.length); at++) {
    if (
      /^[.,]?[”’"'»]/.test(text.slice(words[at]?.end, (words[at]?.end ?? 0) + 2)) &&
      !words[at]?.possessive
    )
      return at + 1
  }
  return undefined
}

const speech =
  /^(?:say|says|said|tell|tells|told|state|states|stated|call|calls|called|describe|describes|described|write|writes|wrote|record|records|recorded|report|reports|reported|explain|explains|explained|term|termed|use|uses|used|word|add|added|answer|answered|reply|replied|shout|shouted|text|texted|ask|asked)$/

/** Somebody in the sentence says the words: then they are a quotation and stay as they are. */
function hasSpeaker(sentence: Sentence): boolean {
  if (!sentence.words.some(({norm}) => speech.test(norm))) return false
  const speaks = ({head}: VerbGroup) => speech.test(sentence.words[head]?.norm ?? '')
  return sentence.verbs().some(speaks)
}

function unquoted({words}: Sentence, text: string, phrases: readonly Span[]): Span[] {
  const isMarked = (word: Word | undefined) =>
    word !== undefined &&
    (/[“‘"'«]$/.test(word.before) || /^[”’"'»]/.test(text.slice(word.end, word.end + 1)))
  return phrases.filter(
    ({start, end}) =>
      !words.slice(start, end).some(isMarked) && words[start - 1]?.norm !== 'called',
  )
}
