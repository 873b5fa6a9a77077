import {en} from '../../core/catalogue/en.ts'
import type {Block, BlockKind, Range, Segment} from '../../core/types.ts'
import {headingNumber} from '../heading-number.ts'
import {type Outline, outline} from '../outline.ts'

const {places} = en.reading

/** Where a paragraph stands. Rows and tables count from 1, as do text boxes; a note has its id. */
export type Place =
  | {readonly kind: 'body'}
  | {readonly kind: 'table'; readonly table: number; readonly row: number}
  | {readonly kind: 'text-box'; readonly box: number}
  | {readonly kind: 'note'; readonly id: string}
  | {readonly kind: 'header'}
  | {readonly kind: 'footer'}

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
}

/** A paragraph with its style looked up and its number counted. */
export interface LaidParagraph {
  readonly text: string
  /** Offsets in `text`. */
  readonly segments: readonly Segment[]
  readonly place: Place
  readonly isQuote: boolean
  /** Its words are the template's, and nobody has put others in their place. */
  readonly isGuidance?: boolean
  /** 0 is a heading of the first level; undefined is body text. */
  readonly headingLevel?: number | undefined
  /** Undefined outside lists; a bullet has no number. */
  readonly list?: {readonly number: string | undefined} | undefined
  readonly notes: readonly NoteReference[]
  /** Of a template: offsets in `text` of what others will replace. */
  readonly fields?: readonly Range[]
  /** One entry of a list to choose from, which belongs to the paragraph before. */
  readonly isChoice?: boolean
}

/** The stories of one document. */
export interface Contents {
  readonly body: readonly LaidParagraph[]
  readonly footnotes: readonly LaidParagraph[]
  readonly endnotes: readonly LaidParagraph[]
  /** Headers and footers. */
  readonly margins: readonly LaidParagraph[]
}

export interface Draft {
  readonly text: string
  /** A block without its language. */
  readonly blocks: readonly Omit<Block, 'language'>[]
  readonly segments: readonly Segment[]
}

/**
 * Lay the paragraphs out in reading order, notes after the body in the order they are referred to,
 * headers and footers last.
 */
export function layOut(contents: Contents): Draft {
  const layout = createLayout()
  for (const paragraph of contents.body) {
    if (paragraph.isChoice) addChoice(layout, paragraph)
    else addBodyParagraph(layout, paragraph)
  }
  addNotes(layout, contents.footnotes, 'footnote')
  addNotes(layout, contents.endnotes, 'endnote')
  for (const paragraph of distinct(contents.margins)) addMargin(layout, paragraph)
  return {text: layout.texts.join(gap), blocks: layout.blocks, segments: layout.segments}
}

/** Blocks stand apart, so that no sentence runs from one into the next. */
const gap = '\n\n'

interface NotePlace extends NoteReference {
  /** Where it is first referred to. */
  readonly section: readonly string[]
}

interface Layout {
  readonly texts: string[]
  readonly blocks: Omit<Block, 'language'>[]
  readonly segments: Segment[]
  readonly outline: Outline
  /** By kind and id, in the order of their numbers. */
  readonly notes: Map<string, NotePlace>
  offset: number
  headingCount: number
  paragraphCount: number
  /** The label of the last block that is no choice, and how many choices came after it. */
  host: string
  choiceCount: number
}

const createLayout = (): Layout => ({
  texts: [],
  blocks: [],
  segments: [],
  outline: outline(),
  notes: new Map(),
  offset: 0,
  headingCount: 0,
  paragraphCount: 0,
  host: '',
  choiceCount: 0,
})

const isEmpty = ({text}: LaidParagraph) => text.trim() === ''

function addBodyParagraph(layout: Layout, paragraph: LaidParagraph): void {
  const {list, place} = paragraph
  const level = isEmpty(paragraph) ? undefined : headingLevel(paragraph)
  const {section, enter} = layout.outline
  const above = level === undefined ? section() : enter(paragraph.text.trim(), level)
  for (const note of paragraph.notes) noteReference(layout, note)
  if (isEmpty(paragraph)) return

  const kind = kindOf(paragraph, level !== undefined, list !== undefined)
  count(layout, place, kind)
  const label = labelOf(layout, paragraph, kind)
  Object.assign(layout, {host: label, choiceCount: 0})
  addBlock(layout, paragraph, {kind, section: above, label})
}

function addChoice(layout: Layout, paragraph: LaidParagraph): void {
  const label = places.choice(layout.host, ++layout.choiceCount)
  addBlock(layout, paragraph, {kind: 'list-item', section: layout.outline.section(), label})
}

/** Boxes hold no headings of the report. */
const headingLevel = ({headingLevel: level, place}: LaidParagraph): number | undefined =>
  place.kind === 'body' || place.kind === 'table' ? level : undefined

function noteReference({notes, outline}: Layout, note: NoteReference): void {
  const key = `${note.kind} ${note.id}`
  if (!notes.has(key)) notes.set(key, {...note, section: outline.section()})
}

/** Whose words they are matters most, so a quotation stays one wherever it stands. */
function kindOf(
  {place, isQuote, isGuidance = false}: LaidParagraph,
  isHeading: boolean,
  isInList: boolean,
): BlockKind {
  if (isHeading) return 'heading'
  if (isGuidance) return 'template-guidance'
  if (isQuote) return 'block-quote'
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
  {text, place, list}: LaidParagraph,
  kind: BlockKind,
): string {
  if (place.kind === 'table') return places.tableRow(place.table, place.row)
  if (place.kind === 'text-box') return places.textBox(place.box)
  if (list?.number !== undefined) return list.number
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
  paragraphs: readonly LaidParagraph[],
  kind: NoteReference['kind'],
): void {
  const byId = new Map<string, LaidParagraph[]>()
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
      const blockKind = kindOf(paragraph, false, false)
      addBlock(layout, paragraph, {kind: blockKind, section, label})
    }
  }
}

/** Each section of a report has headers and footers of its own, most often with the same words. */
function distinct(paragraphs: readonly LaidParagraph[]): LaidParagraph[] {
  const known = new Set<string>()
  return paragraphs.filter(({text}) => {
    const words = text.trim()
    const isNew = !known.has(words)
    known.add(words)
    return isNew
  })
}

function addMargin(layout: Layout, paragraph: LaidParagraph): void {
  if (isEmpty(paragraph)) return
  const label = paragraph.place.kind === 'footer' ? places.footer : places.header
  addBlock(layout, paragraph, {kind: 'margin', section: [], label})
}

function addBlock(
  layout: Layout,
  {text, segments, fields = []}: LaidParagraph,
  facts: Pick<Block, 'kind' | 'section' | 'label'>,
): void {
  const start = layout.offset
  const range = {start, end: start + text.length}
  layout.blocks.push({...facts, range, text, ...(fields.length > 0 && {fields})})
  layout.texts.push(text)
  for (const segment of segments) {
    layout.segments.push({...segment, start: segment.start + start, end: segment.end + start})
  }
  layout.offset = start + text.length + gap.length
}
