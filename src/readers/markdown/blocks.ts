import type {
  FootnoteDefinition,
  Heading,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import {isRemark} from '../../core/acceptance.ts'
import {files} from '../../core/catalogue/files.ts'
import {reading as wording} from '../../core/catalogue/reading.ts'
import {limits} from '../../core/limits.ts'
import type {BlockKind} from '../../core/types.ts'
import {headingNumber} from '../heading-number.ts'
import {refuse} from '../refuse.ts'
import {proseOf, type Reading} from './inline.ts'
import {type LooseProse, looseProse} from './prose.ts'

const {places} = wording

/** A label, or what it is counted by: its number among those of the same part of the file. */
export type LooseLabel =
  | string
  | {readonly of: 'heading' | 'paragraph' | 'footnote'; readonly number: number}
  | {readonly of: 'table'; readonly number: number; readonly row: number}

/** A block of which it is not said yet what stands before it. */
export interface LooseBlock {
  readonly kind: BlockKind
  readonly prose: LooseProse
  readonly label: LooseLabel
  /** Of a heading that divides the report. */
  readonly level?: number
}

/** Some blocks of a file that follow one another. */
export interface Part {
  readonly blocks: readonly LooseBlock[]
  /** `before` is the index of the block that they stand before. */
  readonly remarks: readonly {readonly text: string; readonly before: number}[]
  readonly counts: {
    readonly headings: number
    readonly paragraphs: number
    readonly tables: number
    readonly footnotes: number
  }
}

/** Where a node stands. */
interface Place {
  /** What a paragraph is here. */
  readonly kind: BlockKind
  /** What its author finds it by; paragraphs without are counted. */
  readonly label?: LooseLabel
  readonly depth: number
}

/** What grows while the tree is walked. */
interface Walk {
  readonly reading: Reading
  readonly blocks: LooseBlock[]
  readonly remarks: {readonly text: string; readonly before: number}[]
  readonly counts: {headings: number; paragraphs: number; tables: number; footnotes: number}
}

/** All prose of some nodes, block by block and table cell by table cell. */
export function partOf(nodes: readonly RootContent[], reading: Reading): Part {
  const counts = {headings: 0, paragraphs: 0, tables: 0, footnotes: 0}
  const walk: Walk = {reading, blocks: [], remarks: [], counts}
  walkAll(nodes, {kind: 'paragraph', depth: 0}, walk)
  return walk
}

function walkAll(nodes: readonly RootContent[], place: Place, walk: Walk) {
  const {name} = walk.reading
  if (place.depth > limits.maxNesting) refuse(name, files.tooDeep(limits.maxNesting))
  const inner = {...place, depth: place.depth + 1}
  for (const node of nodes) walkOne(node, inner, walk)
}

function walkOne(node: RootContent, place: Place, walk: Walk) {
  const {unread} = walk.reading
  switch (node.type) {
    case 'heading':
      return readHeading(node, place, walk)
    case 'paragraph':
      return readParagraph(node, place, walk)
    case 'table':
      return readTable(node, place, walk)
    case 'list':
      return walkList(node, place, walk)
    case 'blockquote':
      return walkAll(node.children, {...place, kind: inside(place, 'block-quote')}, walk)
    case 'footnoteDefinition':
      return walkFootnote(node, place, walk)
    case 'code':
      unread.code++
      return
    case 'html':
      if (!isComment(node.value)) unread.html++
      for (const text of remarksOf(node.value))
        walk.remarks.push({text, before: walk.blocks.length})
      return
    default:
      return
  }
}

const read = (nodes: readonly PhrasingContent[], {depth}: Place, {reading}: Walk) =>
  looseProse(proseOf(nodes, reading, depth))

function readHeading({children, depth}: Heading, place: Place, walk: Walk) {
  const prose = read(children, place, walk)
  if (!prose) return
  const {blocks, counts} = walk
  counts.headings++
  const label =
    typedNumber(prose.text) ??
    headingNumber.exec(prose.text)?.[1] ??
    ({of: 'heading', number: counts.headings} as const)
  // A heading that is quoted or listed does not divide the report.
  const isOutermost = place.kind === 'paragraph'
  blocks.push({kind: 'heading', prose, label, ...(isOutermost && {level: depth})})
}

function readParagraph({children}: Paragraph, place: Place, walk: Walk) {
  const prose = read(children, place, walk)
  if (!prose) return
  const {blocks, counts} = walk
  counts.paragraphs++
  const counted = {of: 'paragraph', number: counts.paragraphs} as const
  blocks.push({kind: place.kind, prose, label: place.label ?? typedNumber(prose.text) ?? counted})
}

function readTable({children}: Table, place: Place, walk: Walk) {
  const {blocks, counts} = walk
  counts.tables++
  for (const [index, row] of children.entries()) {
    const label = {of: 'table', number: counts.tables, row: index + 1} as const
    for (const cell of row.children) {
      const prose = read(cell.children, place, walk)
      if (prose) blocks.push({kind: 'table-cell', prose, label})
    }
  }
}

function walkList({children, ordered, start}: List, place: Place, walk: Walk) {
  const {kind, depth} = place
  for (const [index, item] of children.entries()) {
    const number = ordered ? `${(start ?? 1) + index}` : undefined
    // A footnote keeps its own label, whatever lists it holds.
    const label = kind === 'footnote' ? place.label : number
    walkAll(item.children, {kind: inside(place, 'list-item'), depth, ...(label && {label})}, walk)
  }
}

function walkFootnote({children, label}: FootnoteDefinition, {depth}: Place, walk: Walk) {
  walk.counts.footnotes++
  const typed = Number(label)
  const counted = {of: 'footnote', number: walk.counts.footnotes} as const
  const own = Number.isInteger(typed) ? places.footnote(typed) : counted
  walkAll(children, {kind: 'footnote', depth, label: own}, walk)
}

/** A list in a quotation is still quoted, and a quotation in a footnote is in the footnote. */
const inside = ({kind}: Place, inner: BlockKind): BlockKind =>
  kind === 'footnote' || kind === 'block-quote' ? kind : inner

/** What comments say to this program. */
const remarksOf = (html: string): string[] =>
  apartFromComments(html).comments.flatMap((text) => (isRemark(text) ? [text.trim()] : []))

/** By hand, since a pattern would look to the end of the text for each comment that nothing ends. */
function apartFromComments(html: string) {
  const comments: string[] = []
  const others: string[] = []
  let done = 0
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', done)) {
    const end = html.indexOf('-->', start + 4)
    if (end < 0) break
    others.push(html.slice(done, start))
    comments.push(html.slice(start + 4, end))
    done = end + 3
  }
  return {comments, others: others.join('') + html.slice(done)}
}

const isComment = (html: string) => apartFromComments(html).others.trim() === ''

/** "4.2" or "4." at the start of a paragraph or heading. */
const typedNumber = (text: string) =>
  /^(\d{1,3}(?:\.\d{1,3})+|\d{1,3}(?=[.)]))[.)]?\s/.exec(text)?.[1]
