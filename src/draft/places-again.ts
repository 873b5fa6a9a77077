import type {Range} from '../core/types.ts'
import {placesOf} from '../core/withheld.ts'
import {changeOf} from './change.ts'

/**
 * Finds the words of private details in a text that is like the last one, and looks only where it changed.
 * What an attempt to match sees is bounded in characters that are not separators, which stand between the parts of a
 * detail in any number.
 */
export function findingAgain() {
  let last:
    | {readonly sign: RegExp; readonly text: string; readonly places: readonly Range[]}
    | undefined
  return (sign: RegExp, text: string, words: readonly string[]): readonly Range[] => {
    const places =
      (last?.sign === sign ? placesAgain(last, sign, text, reachOf(words)) : undefined) ??
      placesOf(sign, text)
    last = {sign, text, places}
    return places
  }
}

/** With a country’s code before a number. */
const reachOf = (words: readonly string[]) =>
  words.reduce((most, {length}) => Math.max(most, length), 0) + 8

/** Undefined where the search has to be made in full. */
function placesAgain(
  {text: before, places}: {readonly text: string; readonly places: readonly Range[]},
  sign: RegExp,
  text: string,
  reach: number,
): readonly Range[] | undefined {
  if (before === text) return places
  const {start, endBefore, end} = changeOf(before, text)
  const growth = end - endBefore
  const from = outside(places, 0, stepBack(text, start, reach), 'start')
  const to = outside(places, growth, stepOn(text, end, 2), 'end')
  const limit = stepOn(text, to, reach)
  // One character more on both sides, since a detail stands alone.
  const origin = Math.max(0, from - 2)
  const found = placesOf(sign, text.slice(origin, limit + 2))
    .map((range) => ({start: range.start + origin, end: range.end + origin}))
    .filter((range) => range.start < to)
  const reachesBack = found.some((range) => range.start < from)
  const reachesOn = found.some((range) => range.end > to)
  if (reachesBack || reachesOn) return undefined
  return [
    ...places.filter((range) => range.end <= from),
    ...found,
    ...places.flatMap((range) =>
      range.start + growth >= to ? [{start: range.start + growth, end: range.end + growth}] : [],
    ),
  ]
}

/** The offset, or that end of a place in which it lies. */
function outside(
  places: readonly Range[],
  growth: number,
  offset: number,
  side: 'start' | 'end',
): number {
  const around = places.find(({start, end}) => start + growth < offset && offset < end + growth)
  return around ? around[side] + growth : offset
}

const separator = /[\s()‑–-]/

function stepBack(text: string, from: number, count: number): number {
  let at = from
  for (let left = count; at > 0 && left > 0; at--) if (!separator.test(text.charAt(at - 1))) left--
  return at
}

function stepOn(text: string, from: number, count: number): number {
  let at = from
  for (let left = count; at < text.length && left > 0; at++)
    if (!separator.test(text.charAt(at))) left--
  return at
}
