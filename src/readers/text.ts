import {reading} from '../core/catalogue/reading.ts'
import {markLanguages} from '../core/language.ts'
import type {Block, SourceDocument} from '../core/types.ts'
import {decodeText} from './decode.ts'
import {outline} from './outline.ts'
import {refuseTooMuch} from './size.ts'
import {headingLevels} from './text/headings.ts'
import {linesOf} from './text/lines.ts'
import {type Piece, piecesOf} from './text/paragraphs.ts'

type Unmarked = Omit<Block, 'language'>

/** Plain text, as Word exports it or as other programs wrap it; a ReadError if it is neither. */
export function readText(bytes: Uint8Array, name: string): SourceDocument {
  const text = decodeText(bytes, name)
  const blocks = blocksOf(text)
  refuseTooMuch(name, {text, blocks})
  return {name, format: 'text', text, blocks: markLanguages(blocks), segments: [], unread: []}
}

function blocksOf(text: string): Unmarked[] {
  const pieces = piecesOf(linesOf(text))
  const levels = headingLevels(pieces)
  const {section, enter} = outline()
  const label = labeller()
  return pieces.flatMap((piece, index): Unmarked[] => {
    const level = levels[index]
    if (level !== undefined) {
      const above = enter(text.slice(piece.start, piece.end), level)
      return [blockOf(text, piece, 'heading', above, label.heading(piece))]
    }
    const [{cells, marker}] = piece.lines
    if (cells.length > 0) {
      const row = label.row()
      return cells.map((cell) => blockOf(text, cell, 'table-cell', section(), row))
    }
    const isItem = marker !== undefined && marker.kind !== 'number'
    return [blockOf(text, piece, isItem ? 'list-item' : 'paragraph', section(), label.piece(piece))]
  })
}

const blockOf = (
  text: string,
  {start, end}: Block['range'],
  kind: Block['kind'],
  section: Block['section'],
  label: string,
): Unmarked => ({kind, range: {start, end}, text: text.slice(start, end), section, label})

/** Counts as a person would who looks for "paragraph 14" or "table 2, row 3". */
function labeller() {
  const {places} = reading
  let headings = 0
  let paragraphs = 0
  let tables = 0
  let rows = 0
  let number: string | undefined
  return {
    heading: ({lines: [{marker, text}]}: Piece) => {
      headings++
      rows = 0
      number = undefined
      return marker?.label ?? /^\d+/.exec(text)?.[0] ?? places.heading(headings)
    },
    row: () => {
      if (rows === 0) tables++
      rows++
      return places.tableRow(tables, rows)
    },
    piece: ({lines: [{marker}]}: Piece) => {
      paragraphs++
      rows = 0
      if (marker?.kind === 'number') number = marker.label
      if (marker?.kind === 'letter' && number) return `${number}${marker.label}`
      return marker?.kind === 'number' ? marker.label : places.paragraph(paragraphs)
    },
  }
}
