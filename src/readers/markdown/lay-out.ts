import {reading as wording} from '../../core/catalogue/reading.ts'
import type {Block, Remark, Segment} from '../../core/types.ts'
import {outline} from '../outline.ts'
import type {LooseBlock, LooseLabel, Part} from './blocks.ts'

const {places} = wording

/** A part of a file, and where what its offsets count in begins in the source. */
export interface PlacedPart {
  readonly part: Part
  readonly sourceStart: number
}

const between = '\n\n'

/** The parts of a file one after the other: the text, its blocks with what numbers and headings make of them, the way back. */
export function layOut(parts: readonly PlacedPart[]) {
  const chunks: string[] = []
  const blocks: Omit<Block, 'language'>[] = []
  const segments: Segment[] = []
  const remarks: {readonly text: string; readonly before: number}[] = []
  const counts = {headings: 0, paragraphs: 0, tables: 0, footnotes: 0}
  const {enter, section} = outline()
  let length = 0
  for (const {part, sourceStart} of parts) {
    for (const {text, before} of part.remarks) remarks.push({text, before: blocks.length + before})
    for (const loose of part.blocks) {
      if (length > 0) chunks.push(between)
      if (length > 0) length += between.length
      chunks.push(loose.prose.whole)
      for (const segment of loose.prose.segments)
        segments.push(placed(segment, length, sourceStart))
      const above = loose.level === undefined ? section() : enter(loose.prose.text, loose.level)
      blocks.push(toBlock(loose, length, above, labelOf(loose.label, counts)))
      length += loose.prose.whole.length
    }
    counts.headings += part.counts.headings
    counts.paragraphs += part.counts.paragraphs
    counts.tables += part.counts.tables
    counts.footnotes += part.counts.footnotes
  }
  return {text: chunks.join(''), segments, blocks, remarks: remarks.map(toRemark(blocks))}
}

const placed = (
  {start, end, sourceStart, sourceEnd}: Segment,
  by: number,
  bySource: number,
): Segment => ({
  start: start + by,
  end: end + by,
  sourceStart: sourceStart + bySource,
  sourceEnd: sourceEnd + bySource,
})

function toBlock(
  {kind, prose: {text, start}}: LooseBlock,
  from: number,
  section: readonly string[],
  label: string,
): Omit<Block, 'language'> {
  return {kind, range: {start: from + start, end: from + start + text.length}, text, section, label}
}

function labelOf(label: LooseLabel, before: Part['counts']): string {
  if (typeof label === 'string') return label
  switch (label.of) {
    case 'heading':
      return places.heading(before.headings + label.number)
    case 'paragraph':
      return places.paragraph(before.paragraphs + label.number)
    case 'footnote':
      return places.footnote(before.footnotes + label.number)
    case 'table':
      return places.tableRow(before.tables + label.number, label.row)
  }
}

/** It is about the block after it, else about nothing, at the end. */
const toRemark =
  (blocks: readonly Omit<Block, 'language'>[]) =>
  ({text, before}: {readonly text: string; readonly before: number}): Remark => {
    const next = blocks[before]
    const end = blocks.at(-1)?.range.end ?? 0
    const label = next?.label ?? blocks.at(-1)?.label ?? ''
    return {text, range: next?.range ?? {start: end, end}, label}
  }
