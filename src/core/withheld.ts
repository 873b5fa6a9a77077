import {en} from './catalogue/en.ts'
import type {Range} from './types.ts'

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
