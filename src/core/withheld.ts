import {en} from './catalogue/en.ts'
import {literal, standingAlone} from './literal.ts'
import type {LintResult, Range} from './types.ts'

export const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

/**
 * The text of a range with a sign in place of every private detail that it touches.
 * @param withheld ranges of private details, in the offsets of `text`
 */
export function withoutPrivate(text: string, range: Range, withheld: readonly Range[]): string {
  const touched = withheld
    .filter((detail) => overlap(detail, range))
    .toSorted((a, b) => a.start - b.start)
  let shown = ''
  let from = range.start
  for (const {start, end} of touched) {
    if (end <= from) continue
    shown += text.slice(from, Math.max(from, start)) + en.reporting.withheld
    from = Math.min(end, range.end)
  }
  return shown + text.slice(from, range.end)
}

/** All private details of a report: what its author keeps, or a baseline knows, stays private. */
export const privateIn = ({
  findings,
  accepted = [],
  withheld = [],
}: LintResult): readonly Range[] => [
  ...withheld,
  ...[...findings, ...accepted.map(({finding}) => finding)].flatMap(({isWithheld, range}) =>
    isWithheld ? [range] : [],
  ),
]

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
