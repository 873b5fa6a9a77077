import type {Word} from '../pipeline/analysis.ts'
import type {Range} from '../types.ts'
import {hyphens, normalise} from './normalise.ts'
import {stepOf} from './stepping.ts'

/** Ids of the forms that some pattern names. */
export type Vocabulary = ReadonlyMap<string, number>

/** One word as it counts: a part of what was written, offsets from its beginning. */
export interface Piece
  extends Pick<Word, 'text' | 'norm' | 'form' | 'exact' | 'possessive' | 'step'>,
    Range {}

const maxKept = 50_000

/**
 * Splits words as written into the words that patterns compare: "didn’t" is did + not, "co-parent" co + parent,
 * "mother’s" one word and a possessive. A report has few different words, so each is split once and kept.
 */
export function createSplitter(vocabulary: Vocabulary): (written: string) => readonly Piece[] {
  const kept = new Map<string, readonly Piece[]>()
  return (written) => {
    const known = kept.get(written)
    if (known) return known
    const pieces = partsOf(written).map((part) => toPiece(written, part, vocabulary))
    if (kept.size >= maxKept) kept.clear()
    kept.set(written, pieces)
    return pieces
  }
}

/** A part of a word and what it is compared as. */
interface Part extends Range {
  readonly norm: string
  readonly possessive: boolean
}

const plainWord = /^[\p{L}\p{M}\p{N}]+$/u

function partsOf(written: string): readonly Part[] {
  if (written.length > 2 && written.endsWith('.')) return partsOf(written.slice(0, -1))
  if (plainWord.test(written) && written.toLowerCase() !== 'cannot') {
    return [{start: 0, end: written.length, norm: normalise(written), possessive: false}]
  }
  return splitAtHyphens(written).flatMap((part) => {
    const bare = withoutQuotes(written, part)
    return contraction(written.slice(bare.start, bare.end), bare)
  })
}

/** "'honour'-based": single marks round the first part are no letters of it; the one of "parents'" stays. */
function withoutQuotes(written: string, {start, end}: Range): Range {
  const part = written.slice(start, end)
  if (end === written.length || !/^['’‘]?[^'’‘]*[^s'’‘]['’‘]$/i.test(part)) return {start, end}
  return {start: /^['’‘]/.test(part) ? start + 1 : start, end: end - 1}
}

function splitAtHyphens(written: string): Range[] {
  const parts: Range[] = []
  let start = 0
  for (let at = 0; at <= written.length; at++) {
    if (at < written.length && !hyphens.test(written.charAt(at))) continue
    if (at > start) parts.push({start, end: at})
    start = at + 1
  }
  return parts
}

const afterPronoun = /^(?:i|you|he|she|it|we|they|that|there|here|who|what|where|how|this|let)$/
const unshortened: Readonly<Record<string, string>> = {
  ca: 'can',
  wo: 'will',
  sha: 'shall',
  ai: 'be',
}

function contraction(written: string, {start, end}: Range): readonly Part[] {
  const whole = {start, end, norm: normalise(written).replace(/\.$/, ''), possessive: false}
  if (whole.norm === 'cannot') return twoParts(whole, start + 3, 'can', 'not')
  const negated = /^(.+)n['’‘]t$/i.exec(written)?.[1]
  if (negated !== undefined) {
    const verb = normalise(negated)
    return twoParts(whole, start + negated.length, unshortened[verb] ?? verb, 'not')
  }
  const [, head, tail] = /^(.+)(['’‘](?:s|d|ll|ve|re|m))$/i.exec(written) ?? []
  if (head === undefined || tail === undefined) return [whole]
  const norm = normalise(head)
  if (/s$/i.test(tail) && !afterPronoun.test(norm)) return [{...whole, norm, possessive: true}]
  return twoParts(whole, end - tail.length, norm, normalise(tail))
}

const twoParts = (
  {start, end}: Range,
  cut: number,
  first: string,
  second: string,
): readonly Part[] => [
  {start, end: cut, norm: first, possessive: false},
  {start: cut, end, norm: second, possessive: false},
]

function toPiece(
  written: string,
  {start, end, norm, possessive}: Part,
  vocabulary: Vocabulary,
): Piece {
  const text = written.slice(start, end)
  const isCapitals = text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()
  return {
    start,
    end,
    text,
    norm,
    form: vocabulary.get(norm) ?? -1,
    exact: isCapitals ? (vocabulary.get(text) ?? -1) : -1,
    possessive,
    step: stepOf(norm),
  }
}
