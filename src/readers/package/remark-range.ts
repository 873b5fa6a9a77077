import {lastAtOrBefore} from '../../core/sorted.ts'
import type {Block, Range, Segment} from '../../core/types.ts'

/** What is read of a stretch of the XML. `segments` are those of its part. */
export function textRange(segments: readonly Segment[], {start, end}: Range): Range | undefined {
  const inside = segments.filter(
    ({sourceStart, sourceEnd}) => sourceEnd > start && sourceStart < end,
  )
  const [first] = inside
  const last = inside.at(-1)
  return first && last && {start: first.start, end: last.end}
}

/** Where the author finds what starts at an offset of the text. */
export function labelsIn(
  blocks: readonly Pick<Block, 'range' | 'label'>[],
): (offset: number) => string {
  const starts = blocks.map(({range}) => range.start)
  return (offset) => blocks[lastAtOrBefore(starts, offset)]?.label ?? ''
}
