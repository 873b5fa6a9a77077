import {lastAtOrBefore} from '../../core/sorted.ts'
import type {Block, Remark, Segment} from '../../core/types.ts'
import type {SourceComment} from './walk.ts'

/** Each comment is about the block that the text after it belongs to; after all text it is about nothing. */
export function remarksBefore(
  comments: readonly SourceComment[],
  segments: readonly Segment[],
  blocks: readonly Pick<Block, 'range' | 'label'>[],
): Remark[] {
  if (comments.length === 0) return []
  // Notes stand elsewhere in the text than in the source.
  const bySource = segments.toSorted((a, b) => a.sourceStart - b.sourceStart)
  const sources = bySource.map(({sourceStart}) => sourceStart)
  const starts = blocks.map(({range}) => range.start)
  const last = blocks.at(-1)
  const end = last?.range.end ?? 0
  return comments.map(({text, sourceEnd}) => {
    const next = bySource[firstAtOrAfter(sources, sourceEnd)]
    const block = next && blocks[lastAtOrBefore(starts, next.start)]
    return {text, range: block?.range ?? {start: end, end}, label: (block ?? last)?.label ?? ''}
  })
}

/** The number of them where all are before. */
function firstAtOrAfter(sorted: readonly number[], offset: number): number {
  const before = lastAtOrBefore(sorted, offset - 1)
  return (sorted[before] ?? offset) >= offset ? before : before + 1
}
