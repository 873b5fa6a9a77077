import {lastAtOrBefore} from '../core/sorted.ts'

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
