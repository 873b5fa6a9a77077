/** 1-based; a column counts UTF-16 units. */
export interface Point {
  readonly line: number
  readonly column: number
}

/** The line and column of offsets into `text`, whose lines may end in CR, LF or both. */
export function pointsIn(text: string): (offset: number) => Point {
  const starts = lineStarts(text)
  return (offset) => {
    const line = lastAtOrBefore(starts, offset)
    return {line: line + 1, column: offset - (starts[line] ?? 0) + 1}
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const {index, 0: end} of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length)
  return starts
}

/** The index of the greatest number that is not above `offset`; 0 when all are. */
export function lastAtOrBefore(sorted: readonly number[], offset: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
