import {isExact} from '../../core/segments.ts'
import type {Segment} from '../../core/types.ts'
import type {LaidParagraph, NoteReference} from '../package/layout.ts'
import type {Piece} from './align.ts'

/** What is known of a paragraph from the elements it stands in. */
export type Surroundings = Omit<LaidParagraph, 'text' | 'segments' | 'notes'>

/** A paragraph while its inline elements are walked. */
export interface OpenParagraph {
  readonly surroundings: Surroundings
  readonly pieces: Piece[]
  readonly notes: NoteReference[]
  /** White space that is shown once something follows it. */
  space: Piece | undefined
  /** What a word processor wrote in front of the paragraph: a list's number. */
  list: LaidParagraph['list']
}

export const openParagraph = (surroundings: Surroundings): OpenParagraph => ({
  surroundings,
  pieces: [],
  notes: [],
  space: undefined,
  list: surroundings.list,
})

/** White space that is not shown as it is written: a single space between two words is. */
const collapsing = /[ \t\n\f\r]{2,}|[\t\n\f\r]|^ | $/g

/** Adds a piece as a browser shows it: any white space is one space, and none at the edge of a line. */
export function addCollapsed(paragraph: OpenParagraph, piece: Piece): void {
  const part = partsOf(piece)
  let done = 0
  for (const {0: space, index} of piece.text.matchAll(collapsing)) {
    const end = index + space.length
    if (index > done) add(paragraph, part(done, index))
    addSpace(paragraph, part(index, end))
    done = end
  }
  if (done < piece.text.length) add(paragraph, part(done, piece.text.length))
}

/** Part of a piece; all of its source where the piece is no copy of it. */
const partsOf =
  ({text, sourceStart, sourceEnd}: Piece) =>
  (start: number, end: number): Piece => ({
    text: text.slice(start, end),
    ...(text.length === sourceEnd - sourceStart
      ? {sourceStart: sourceStart + start, sourceEnd: sourceStart + end}
      : {sourceStart, sourceEnd}),
  })

function addSpace(paragraph: OpenParagraph, space: Piece): void {
  const last = paragraph.pieces.at(-1)
  if (last === undefined || last.text === '\n') return
  paragraph.space ??= {...space, text: ' '}
}

/** Adds a piece as it is. */
export function add(paragraph: OpenParagraph, piece: Piece): void {
  if (paragraph.space) paragraph.pieces.push(paragraph.space)
  paragraph.space = undefined
  paragraph.pieces.push(piece)
}

export function addLineBreak(paragraph: OpenParagraph, sourceStart: number, sourceEnd: number) {
  paragraph.space = undefined
  paragraph.pieces.push({text: '\n', sourceStart, sourceEnd})
}

/** The paragraph without line breaks at its edges, and its way back to the source. */
export function closeParagraph({surroundings, pieces, notes, list}: OpenParagraph): LaidParagraph {
  const isText = ({text}: Piece) => text.trim() !== ''
  const shown = pieces.slice(pieces.findIndex(isText), pieces.findLastIndex(isText) + 1)
  const text = shown.map((piece) => piece.text).join('')
  return {...surroundings, list, text, segments: segmentsOf(shown), notes}
}

function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = []
  let start = 0
  for (const {text, sourceStart, sourceEnd} of pieces) {
    const segment = {start, end: start + text.length, sourceStart, sourceEnd}
    const last = segments.at(-1)
    if (last && isExact(last) && isExact(segment) && last.sourceEnd === sourceStart) {
      segments[segments.length - 1] = {...last, end: segment.end, sourceEnd}
    } else segments.push(segment)
    start = segment.end
  }
  return segments
}
