import {reading} from '../core/catalogue/reading.ts'
import {type LanguageOf, markLanguages} from '../core/language.ts'
import type {Block, Range, SourceDocument} from '../core/types.ts'
import {decodeText} from './decode.ts'
import {outline} from './outline.ts'
import {refuseTooMuch} from './size.ts'
import {headingLevels} from './text/headings.ts'
import {type Line, linesOf} from './text/lines.ts'
import {type Piece, piecesOf} from './text/paragraphs.ts'

type Unmarked = Omit<Block, 'language'>

/** Plain text, as Word exports it or as other programs wrap it; a ReadError if it is neither. */
export function readText(bytes: Uint8Array, name: string): SourceDocument {
  const text = decodeText(bytes, name)
  return textDocument(name, text, linesOf(text))
}

/** What a host that reads nearly the same text again and again knows from before. */
export interface KnownText {
  readonly languageOf?: LanguageOf
  /** Cuts a block out of the text. */
  readonly cut?: (text: string, range: Range) => string
}

/** @param lines of the text */
export function textDocument(
  name: string,
  text: string,
  lines: readonly Line[],
  {languageOf, cut = slice}: KnownText = {},
): SourceDocument {
  const blocks = blocksOf(lines, (range) => cut(text, range))
  refuseTooMuch(name, {text, blocks})
  const marked = markLanguages(blocks, languageOf)
  return {name, format: 'text', text, blocks: marked, segments: [], unread: []}
}

const slice = (text: string, {start, end}: Range) => text.slice(start, end)

type Cut = (range: Range) => string

function blocksOf(lines: readonly Line[], cut: Cut): Unmarked[] {
  const pieces = piecesOf(lines)
  const levels = headingLevels(pieces)
  const {section, enter} = outline()
  const label = labeller()
  return pieces.flatMap((piece, index): Unmarked[] => {
    const level = levels[index]
    if (level !== undefined) {
      const text = textOf(piece, cut)
      return [blockOf(piece, text, 'heading', enter(text, level), label.heading(piece))]
    }
    const [{cells, marker}] = piece.lines
    if (cells.length > 0) {
      const row = label.row()
      return cells.map((cell) => blockOf(cell, cut(cell), 'table-cell', section(), row))
    }
    const isItem = marker !== undefined && marker.kind !== 'number'
    const kind = isItem ? 'list-item' : 'paragraph'
    return [blockOf(piece, textOf(piece, cut), kind, section(), label.piece(piece))]
  })
}

/** A line is cut out already. */
const textOf = (piece: Piece, cut: Cut): string =>
  piece.lines.length === 1 ? piece.lines[0].text : cut(piece)

const blockOf = (
  {start, end}: Range,
  text: string,
  kind: Block['kind'],
  section: Block['section'],
  label: string,
): Unmarked => ({kind, range: {start, end}, text, section, label})

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
