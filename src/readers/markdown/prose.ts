import {isExact} from '../../core/segments.ts'
import type {Range, Segment} from '../../core/types.ts'
import type {Piece} from './align.ts'

/** The growing text of a document, with the way back to its source. */
export interface Prose {
  /** Adds one block's pieces; its range goes without surrounding white space. */
  readonly add: (
    pieces: readonly Piece[],
  ) => {readonly range: Range; readonly text: string} | undefined
  readonly text: () => string
  readonly segments: () => readonly Segment[]
}

const between = '\n\n'
const hasContent = /[\p{L}\p{N}]/u

export function prose(): Prose {
  const chunks: string[] = []
  const segments: Segment[] = []
  let length = 0
  const add = (pieces: readonly Piece[]) => {
    const text = pieces.map((piece) => piece.text).join('')
    if (!hasContent.test(text)) return undefined
    if (length > 0) chunks.push(between)
    if (length > 0) length += between.length
    for (const [index, segment] of segmentsOf(pieces, length).entries()) {
      const last = index > 0 ? segments.at(-1) : undefined
      if (last && continues(last, segment)) segments[segments.length - 1] = joined(last, segment)
      else segments.push(segment)
    }
    const start = length + text.length - text.trimStart().length
    chunks.push(text)
    length += text.length
    const trimmed = text.trim()
    return {range: {start, end: start + trimmed.length}, text: trimmed}
  }
  return {add, text: () => chunks.join(''), segments: () => segments}
}

function segmentsOf(pieces: readonly Piece[], offset: number): Segment[] {
  let start = offset
  return pieces.map(({text, sourceStart, sourceEnd}) => {
    const segment = {start, end: start + text.length, sourceStart, sourceEnd}
    start = segment.end
    return segment
  })
}

/** Character for character on both sides, without a seam. */
const continues = (last: Segment, next: Segment) =>
  last.sourceEnd === next.sourceStart && isExact(last) && isExact(next)

const joined = (last: Segment, next: Segment): Segment => ({
  start: last.start,
  end: next.end,
  sourceStart: last.sourceStart,
  sourceEnd: next.sourceEnd,
})
