import {hyphens} from './normalise.ts'
import type {Item, Sequence} from './notation.ts'
import {isSmallWord, particles} from './stepping.ts'

/**
 * Written for the ear, not compared: articles and possessives; apostrophes and hyphens are opened
 * ("didn't" → did not, "co-parent" → co parent or coparent).
 */
export function withoutSmallWords(sequence: Sequence): Sequence {
  return sequence.flatMap((item, index) => plain(item, sequence[index + 1]))
}

function plain(item: Item, next: Item | undefined): readonly Item[] {
  if (item.kind === 'word') return plainWord(item.word, next)
  if (item.kind !== 'group') return [item]
  const alternatives = item.alternatives.map((sequence) => {
    const kept = sequence.flatMap((inner, index) => plain(inner, sequence[index + 1] ?? next))
    return kept.length > 0 || item.optional ? kept : sequence.flatMap(asWritten)
  })
  const kept = alternatives.filter((sequence) => sequence.length > 0)
  if (kept.length === 0) return []
  return [
    {...item, alternatives: kept, optional: item.optional || kept.length < alternatives.length},
  ]
}

function plainWord(word: string, next: Item | undefined): readonly Item[] {
  const lower = word.toLowerCase()
  if (lower === 'her' || lower === 'his')
    return isPossessiveBefore(next) ? [] : [{kind: 'exact', word: lower}]
  if (isSmallWord(lower)) return []
  const negated = /^(.+)n['’]t$/.exec(lower)
  if (lower === 'cannot') return words('can', 'not')
  if (negated?.[1])
    return words(negated[1] === 'ca' ? 'can' : negated[1] === 'wo' ? 'will' : negated[1], 'not')
  const bare = word.replace(/['’]s?$/, '')
  return hyphens.test(bare) ? [hyphened(bare)] : [{kind: 'word', word: bare}]
}

/** A choice of small words is meant: "in (his|her|their) culture" is not "in culture". */
const asWritten = (item: Item): readonly Item[] =>
  item.kind === 'word' ? [{kind: 'exact', word: item.word.toLowerCase()}] : []

const words = (...all: readonly string[]): readonly Item[] =>
  all.map((word) => ({kind: 'word', word}))

/** "take her back" speaks of a person, "her back" of a back: only a following word that is no particle makes a possessive. */
const isPossessiveBefore = (next: Item | undefined) =>
  next !== undefined &&
  next.kind !== 'slot' &&
  next.kind !== 'gap' &&
  !((next.kind === 'word' || next.kind === 'exact') && particles.has(next.word.toLowerCase()))

function hyphened(word: string): Item {
  const parts = word.split(hyphens).filter((part) => part !== '')
  return {
    kind: 'group',
    optional: false,
    alternatives: [
      parts.map((word, index) => ({kind: 'word', word, tight: index > 0})),
      words(parts.join('')),
    ],
  }
}
