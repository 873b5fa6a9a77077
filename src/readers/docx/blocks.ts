import {en} from '../../core/catalogue/en.ts'
import type {Block, BlockKind, Segment} from '../../core/types.ts'
import {headingNumber} from '../heading-number.ts'
import {type Outline, outline} from '../outline.ts'
import type {Numbering} from './numbering.ts'
import type {NoteReference, Paragraph, Place} from './story.ts'
import type {StyleFacts, Styles} from './styles.ts'

const {places} = en.reading

/** The stories of one document and what is needed to understand their paragraphs. */
export interface Contents {
  readonly body: readonly Paragraph[]
  readonly footnotes: readonly Paragraph[]
  readonly endnotes: readonly Paragraph[]
  readonly styles: Styles
  readonly numbering: Numbering
}

export interface Draft {
  readonly text: string
  /** A block without its language. */
  readonly blocks: readonly Omit<Block, 'language'>[]
  readonly segments: readonly Segment[]
}

/** Lay the paragraphs out in reading order, notes after the body in the order they are referred to. */
export function layOut(contents: Contents): Draft {
  const layout = createLayout(contents)
  for (const paragraph of contents.body) addBodyParagraph(layout, paragraph)
  addNotes(layout, contents.footnotes, 'footnote')
  addNotes(layout, contents.endnotes, 'endnote')
  return {text: layout.texts.join(gap), blocks: layout.blocks, segments: layout.segments}
}

/** Blocks stand apart, so that no sentence runs from one into the next. */
const gap = '\n\n'

interface NotePlace extends NoteReference {
  /** Where it is first referred to. */
  readonly section: readonly string[]
}

interface Layout {
  readonly contents: Contents
  readonly texts: string[]
  readonly blocks: Omit<Block, 'language'>[]
  readonly segments: Segment[]
  readonly outline: Outline
  /** By kind and id, in the order of their numbers. */
  readonly notes: Map<string, NotePlace>
  offset: number
  headingCount: number
  paragraphCount: number
}

const createLayout = (contents: Contents): Layout => ({
  contents,
  texts: [],
  blocks: [],
  segments: [],
  outline: outline(),
  notes: new Map(),
  offset: 0,
  headingCount: 0,
  paragraphCount: 0,
})

const isEmpty = ({text}: Paragraph) => text.trim() === ''

function addBodyParagraph(layout: Layout, paragraph: Paragraph): void {
  const {styles, numbering} = layout.contents
  const style = styles.ofParagraph(paragraph.styleId)
  const list = listOf(paragraph, style, numbering)
  // Empty paragraphs have numbers too, and may carry a note.
  const number = list && numbering.next(list.id, list.level)
  const level = isEmpty(paragraph) ? undefined : headingLevel(paragraph, style)
  const {section, enter} = layout.outline
  const above = level === undefined ? section() : enter(paragraph.text.trim(), level)
  for (const note of paragraph.notes) noteReference(layout, note)
  if (isEmpty(paragraph)) return

  const kind = kindOf(paragraph.place, style, level !== undefined, list !== undefined)
  count(layout, paragraph.place, kind)
  const label = labelOf(layout, paragraph, kind, number)
  addBlock(layout, paragraph, {kind, section: above, label})
}

/** The paragraph's own list wins over its style's; list 0 takes the paragraph out of any list. */
function listOf(paragraph: Paragraph, style: StyleFacts, numbering: Numbering) {
  const id = paragraph.listId ?? style.numberingId
  if (id === undefined || id === '0') return undefined
  const inherited = numbering.levelOfStyle(id, style.ids) ?? style.listLevel
  const isInherited = paragraph.listId === undefined
  return {id, level: paragraph.listLevel ?? (isInherited ? inherited : undefined) ?? 0}
}

const deepestHeading = 8

/** Word's outline decides, never the name of a style. Boxes hold no headings of the report. */
function headingLevel({outlineLevel, place}: Paragraph, style: StyleFacts): number | undefined {
  const level = outlineLevel ?? style.outlineLevel
  const isInOutline = place.kind === 'body' || place.kind === 'table'
  const isHeading = level !== undefined && level >= 0 && level <= deepestHeading
  return isInOutline && isHeading ? level : undefined
}

function noteReference({notes, outline}: Layout, note: NoteReference): void {
  const key = `${note.kind} ${note.id}`
  if (!notes.has(key)) notes.set(key, {...note, section: outline.section()})
}

/** Whose words they are matters most, so a quotation stays one wherever it stands. */
function kindOf(place: Place, style: StyleFacts, isHeading: boolean, isInList: boolean): BlockKind {
  if (isHeading) return 'heading'
  if (style.isQuote) return 'block-quote'
  if (place.kind === 'note') return 'footnote'
  if (place.kind === 'text-box') return 'text-box'
  if (place.kind === 'table') return 'table-cell'
  return isInList ? 'list-item' : 'paragraph'
}

function count(layout: Layout, place: Place, kind: BlockKind): void {
  if (kind === 'heading') layout.headingCount++
  else if (place.kind === 'body') layout.paragraphCount++
}

function labelOf(
  {headingCount, paragraphCount}: Layout,
  {text, place}: Paragraph,
  kind: BlockKind,
  number: string | undefined,
): string {
  if (place.kind === 'table') return places.tableRow(place.table, place.row)
  if (place.kind === 'text-box') return places.textBox(place.box)
  if (number !== undefined) return number
  // A number at the start of a quotation belongs to what is quoted.
  const typed = kind === 'block-quote' ? undefined : typedNumber(text, kind)
  if (typed !== undefined) return typed
  return kind === 'heading' ? places.heading(headingCount) : places.paragraph(paragraphCount)
}

// "4.2 The", but no time of day and no sum; "4. The", "iii. The", "4" and a tab; "4) The", "(a) The".
// Never "12 March" or "A. Hughes".
const typedNumbers = [
  /^(\d{1,3}(?:\.[1-9]\d{0,2}){1,5})\.?(?=\s)(?!\s+(?:[ap]\.?m\b|hours|years|million))/,
  /^(\d{1,3}|[ivx]{1,6})(?:\.(?=\s)|(?=\t))/,
  /^(\(?(?:\d{1,3}|[a-z]|[ivx]{1,6})\))(?=\s)/,
]

function typedNumber(text: string, kind: BlockKind): string | undefined {
  const start = text.trimStart().slice(0, longestNumber)
  const patterns = kind === 'heading' ? [...typedNumbers, headingNumber] : typedNumbers
  return patterns.map((pattern) => pattern.exec(start)?.[1]).find((number) => number)
}

const longestNumber = 40

function addNotes(
  layout: Layout,
  paragraphs: readonly Paragraph[],
  kind: NoteReference['kind'],
): void {
  const byId = new Map<string, Paragraph[]>()
  for (const paragraph of paragraphs) {
    const id = paragraph.place.kind === 'note' ? paragraph.place.id : ''
    const sameNote = byId.get(id) ?? []
    sameNote.push(paragraph)
    byId.set(id, sameNote)
  }
  const referred = [...layout.notes.values()].filter((note) => note.kind === kind)
  for (const [index, {id, section}] of referred.entries()) {
    const label = places[kind](index + 1)
    for (const paragraph of byId.get(id) ?? []) {
      if (isEmpty(paragraph)) continue
      const style = layout.contents.styles.ofParagraph(paragraph.styleId)
      const blockKind = kindOf(paragraph.place, style, false, false)
      addBlock(layout, paragraph, {kind: blockKind, section, label})
    }
  }
}

function addBlock(
  layout: Layout,
  {text, segments}: Paragraph,
  facts: Pick<Block, 'kind' | 'section' | 'label'>,
): void {
  const start = layout.offset
  layout.blocks.push({...facts, range: {start, end: start + text.length}, text})
  layout.texts.push(text)
  for (const segment of segments) {
    layout.segments.push({
      ...segment,
      start: segment.start + start,
      end: segment.end + start,
    })
  }
  layout.offset = start + text.length + gap.length
}
