import type {Range, Segment, SourceDocument} from './types.ts'

type Mapped = Pick<SourceDocument, 'segments'>

/** Where a character of `document.text` starts in the decoded source. */
export const toSource = (document: Mapped, offset: number): number =>
  sourceRange(document, {start: offset, end: offset + 1}).start

/**
 * Offsets in the decoded source for offsets in `document.text`: from the start of the first
 * character to the end of the last. The same range where the text is the source itself.
 */
export function sourceRange({segments}: Mapped, range: Range): Range {
  if (segments.length === 0) return {start: range.start, end: range.end}
  const start = startIn(segments, range.start)
  if (range.end <= range.start) return {start, end: start}
  return {start, end: Math.max(start, endIn(segments, range.end))}
}

/** The part of a package in which a character of `document.text` stands. */
export const partAt = ({segments}: Mapped, offset: number): string | undefined =>
  segments[firstEndingAfter(segments, offset)]?.part

function startIn(segments: readonly Segment[], offset: number): number {
  const index = firstEndingAfter(segments, offset)
  const segment = segments[index]
  if (!segment) return segments.at(-1)?.sourceEnd ?? offset
  const isInside = offset > segment.start && isExact(segment)
  return segment.sourceStart + (isInside ? offset - segment.start : 0)
}

function endIn(segments: readonly Segment[], offset: number): number {
  const index = firstEndingAfter(segments, offset - 1)
  const segment = segments[index]
  if (segment && segment.start < offset) {
    return isExact(segment) ? segment.sourceStart + offset - segment.start : segment.sourceEnd
  }
  // Between two segments: what joins blocks has no source of its own.
  return segments[index - 1]?.sourceEnd ?? offset
}

/** Character for character; else the segment is one escape, reference or line break, and whole. */
export const isExact = ({start, end, sourceStart, sourceEnd}: Segment) =>
  end - start === sourceEnd - sourceStart

/** Index of the first segment that ends after `offset`; `segments.length` if none does. */
function firstEndingAfter(segments: readonly Segment[], offset: number): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
