import {en} from './catalogue/en.ts'
import {literal, standingAlone} from './literal.ts'
import {rangesIn} from './ranges.ts'
import type {Range} from './types.ts'

/**
 * The text of a range with a sign in place of every private detail that it touches.
 * @param withheld ranges of private details, in the offsets of `text`, in order and apart
 */
export function withoutPrivate(text: string, range: Range, withheld: readonly Range[]): string {
  let shown = ''
  let from = range.start
  for (const {start, end} of rangesIn(withheld, range)) {
    shown += text.slice(from, Math.max(from, start)) + en.reporting.withheld
    from = Math.min(end, range.end)
  }
  return shown + text.slice(from, range.end)
}

/** Every place in a text where words of private details stand, whatever is said of them there. In order. */
export function placesOf(sign: RegExp | undefined, text: string): Range[] {
  if (!sign) return []
  return [...text.matchAll(sign)].map(({0: {length}, index: start}) => ({
    start,
    end: start + length,
  }))
}

/** So many are looked for again in a report; a real one has a handful. */
const mostKnown = 200

/** Finds the words of private details wherever they stand again: a number however it is grouped. Global. */
export function toSign(details: readonly string[]): RegExp | undefined {
  const known = [...new Set(details)].slice(0, mostKnown)
  if (known.length === 0) return undefined
  const sources = known
    .toSorted((a, b) => b.length - a.length)
    .map((detail) => (/\p{L}/u.test(detail) ? ofWords(detail) : ofNumber(detail)))
  return standingAlone(sources.join('|'), 'gi')
}

const ofWords = (detail: string) => detail.split(/\s+/).map(literal).join('\\s*')

/** Written from here, from abroad, or with both. */
const ofNumber = (detail: string) =>
  `(?:(?:\\+|00)44[\\s()‑–-]*)?0?${[...detail.replace(/^\+44|\D/g, '').replace(/^0/, '')].join('[\\s()‑–-]*')}`
