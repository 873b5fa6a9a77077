import type {Range} from './types.ts'

export const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

/** The same range where what it counts in begins further on. */
export const moved = ({start, end}: Range, by: number): Range => ({
  start: start + by,
  end: end + by,
})

/** Quick answers about many ranges. */
export interface Near {
  /** Whether any of them shares a character with the range. */
  readonly overlaps: (range: Range) => boolean
  /** Whether any of them meets the range, if only at an end. */
  readonly touches: (range: Range) => boolean
}

export function near(ranges: readonly Range[]): Near {
  const sorted = ranges.toSorted((a, b) => a.start - b.start)
  // How far the ranges reach that start at or before each.
  const reach: number[] = []
  for (const {end} of sorted) reach.push(Math.max(end, reach.at(-1) ?? end))
  const reachBefore = (offset: number) => reach[lastBefore(sorted, offset)] ?? -1
  return {
    overlaps: ({start, end}) => reachBefore(end) > start,
    touches: ({start, end}) => reachBefore(end + 1) >= start,
  }
}

/** Index of the last that starts before the offset; -1 for none. */
function lastBefore(sorted: readonly Range[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The range of those that stand in order and apart in which the offset lies, its end left out. */
export function rangeAt<Each extends Range>(
  sorted: readonly Each[],
  offset: number,
): Each | undefined {
  const range = sorted[lastBefore(sorted, offset + 1)]
  return range && offset < range.end ? range : undefined
}

/** Those that share a character with a range, of many that stand in order and apart. */
export function rangesIn<Each extends Range>(sorted: readonly Each[], range: Range): Each[] {
  const found: Each[] = []
  for (let index = lastBefore(sorted, range.end); index >= 0; index--) {
    const each = sorted[index]
    if (!each || each.end <= range.start) break
    found.push(each)
  }
  return found.reverse()
}

/** In order and apart: those that share a character are one. */
export function united(ranges: readonly Range[]): Range[] {
  const apart: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = apart.at(-1)
    if (!last || range.start >= last.end) apart.push(range)
    else if (range.end > last.end) apart[apart.length - 1] = {start: last.start, end: range.end}
  }
  return apart
}
