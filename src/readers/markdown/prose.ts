import {isExact} from '../../core/segments.ts'
import type {Segment} from '../../core/types.ts'
import type {Piece} from './align.ts'

/** The words of one block, wherever it will stand. */
export interface LooseProse {
  /** With the white space at its ends. */
  readonly whole: string
  /** Without. */
  readonly text: string
  /** Where `text` begins in `whole`. */
  readonly start: number
  /** From offsets in `whole` to the source. */
  readonly segments: readonly Segment[]
}

const hasContent = /[\p{L}\p{N}]/u

/** One block’s pieces put together; nothing where they say nothing. */
export function looseProse(pieces: readonly Piece[]): LooseProse | undefined {
  const whole = pieces.map((piece) => piece.text).join('')
  if (!hasContent.test(whole)) return undefined
  const segments: Segment[] = []
  let start = 0
  for (const {text, sourceStart, sourceEnd} of pieces) {
    const segment = {start, end: start + text.length, sourceStart, sourceEnd}
    const last = segments.at(-1)
    if (last && continues(last, segment)) segments[segments.length - 1] = joined(last, segment)
    else segments.push(segment)
    start = segment.end
  }
  return {whole, text: whole.trim(), start: whole.length - whole.trimStart().length, segments}
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
