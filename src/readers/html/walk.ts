import {defaultTreeAdapter} from 'parse5'
import {isRemark} from '../../core/acceptance.ts'
import {files} from '../../core/catalogue/files.ts'
import {limits} from '../../core/limits.ts'
import type {ReadOptions} from '../../core/types.ts'
import type {Contents, LaidParagraph} from '../package/layout.ts'
import {refuse} from '../refuse.ts'
import {align} from './align.ts'
import {
  attributeOf,
  blockElements,
  deletedElements,
  embeddedElements,
  hasStyle,
  imageElements,
  isComment,
  isCommentMark,
  isContents,
  isHidden,
  isWayBack,
  marginOf,
  noteOf,
  preformatted,
  referenceOf,
  unseenElements,
} from './elements.ts'
import {type Numbering, numberingOf, numberOf} from './lists.ts'
import {
  add,
  addCollapsed,
  addLineBreak,
  closeParagraph,
  type OpenParagraph,
  openParagraph,
  type Surroundings,
} from './paragraphs.ts'
import {type HtmlElement, type HtmlNode, hasText, textOf} from './parse.ts'

/** What was passed over on the way, counted. */
export interface Omissions {
  comments: number
  deletions: number
  insertions: number
  hidden: number
  margins: number
  images: number
  embeddedObjects: number
  contents: number
}

/** A comment in the source, and where it ends there. */
export interface SourceComment {
  readonly text: string
  readonly sourceEnd: number
}

export interface Walked {
  readonly contents: Contents
  /** Those to this program, in order. */
  readonly comments: readonly SourceComment[]
  readonly omissions: Readonly<Omissions>
  readonly hasTrackedChanges: boolean
}

/** What the elements say that a node stands in. */
interface Context extends Surroundings {
  readonly keepsSpace: boolean
  readonly numbering?: Numbering | undefined
  readonly table?: {readonly number: number; row: number} | undefined
  readonly quoteDepth: number
  readonly depth: number
}

interface Walk {
  readonly name: string
  readonly source: string
  readonly options: ReadOptions
  readonly paragraphs: LaidParagraph[]
  readonly comments: SourceComment[]
  readonly omissions: Omissions
  open: OpenParagraph | undefined
  /** The elements of the tree that paragraphs were begun in, so far. */
  begun: number
  tables: number
  hasTrackedChanges: boolean
}

const outermost: Context = {
  place: {kind: 'body'},
  isQuote: false,
  keepsSpace: false,
  quoteDepth: 0,
  depth: 0,
}

/** The paragraphs of a page as a reader sees them. A ReadError where there are too many. */
export function walkHtml(
  nodes: readonly HtmlNode[],
  {name, source}: {readonly name: string; readonly source: string},
  options: ReadOptions,
): Walked {
  const walk: Walk = {
    name,
    source,
    options,
    paragraphs: [],
    comments: [],
    omissions: {
      comments: 0,
      deletions: 0,
      insertions: 0,
      hidden: 0,
      margins: 0,
      images: 0,
      embeddedObjects: 0,
      contents: 0,
    },
    open: undefined,
    begun: 0,
    tables: 0,
    hasTrackedChanges: false,
  }
  walkAll(nodes, outermost, walk)
  endParagraph(walk)
  const {paragraphs, comments, omissions, hasTrackedChanges} = walk
  comments.sort((a, b) => a.sourceEnd - b.sourceEnd)
  return {contents: sorted(paragraphs), comments, omissions, hasTrackedChanges}
}

/** A note that no mark leads to stands where it stands. */
function sorted(paragraphs: readonly LaidParagraph[]): Contents {
  const referred = new Set(
    paragraphs.flatMap(({notes}) => notes.map(({kind, id}) => `${kind} ${id}`)),
  )
  const storyOf = ({place}: LaidParagraph): keyof Contents => {
    if (place.kind === 'header' || place.kind === 'footer') return 'margins'
    if (place.kind !== 'note' || !referred.has(place.id)) return 'body'
    return place.id.startsWith('footnote') ? 'footnotes' : 'endnotes'
  }
  const of = (story: keyof Contents) =>
    paragraphs.filter((paragraph) => storyOf(paragraph) === story)
  const notes = (story: 'footnotes' | 'endnotes') =>
    of(story).map((paragraph) => ({...paragraph, place: withoutKind(paragraph.place)}))
  const body = of('body').map((paragraph) =>
    paragraph.place.kind === 'note' ? {...paragraph, place: outermost.place} : paragraph,
  )
  return {body, footnotes: notes('footnotes'), endnotes: notes('endnotes'), margins: of('margins')}
}

const withoutKind = (place: LaidParagraph['place']): LaidParagraph['place'] =>
  place.kind === 'note' ? {kind: 'note', id: place.id.replace(/^\w+ /, '')} : place

function walkAll(nodes: readonly HtmlNode[], context: Context, walk: Walk): void {
  const depth = context.depth + 1
  if (depth > limits.maxNesting) refuse(walk.name, files.html.tooDeep(limits.maxNesting))
  for (const node of nodes) {
    if (defaultTreeAdapter.isTextNode(node)) readText(node, context, walk)
    else if (defaultTreeAdapter.isElementNode(node)) walkElement(node, {...context, depth}, walk)
  }
  readComments(nodes, walk)
}

/** Those to this program; what holds for a file may be said in its head. */
function readComments(nodes: readonly HtmlNode[], {comments}: Walk): void {
  for (const node of nodes) {
    if (!defaultTreeAdapter.isCommentNode(node) || !isRemark(node.data)) continue
    comments.push({text: node.data.trim(), sourceEnd: node.sourceCodeLocation?.endOffset ?? 0})
  }
}

function readText(node: HtmlNode & {readonly value: string}, context: Context, walk: Walk): void {
  if (!walk.open && /^[ \t\n\f\r]*$/.test(node.value)) return
  const {startOffset = 0, endOffset = 0} = node.sourceCodeLocation ?? {}
  const paragraph = paragraphFor(context, walk)
  for (const piece of align(walk.source, node.value, startOffset, endOffset)) {
    if (context.keepsSpace) add(paragraph, piece)
    else addCollapsed(paragraph, piece)
  }
}

function paragraphFor(
  {place, isQuote, headingLevel, list, isChoice}: Context,
  walk: Walk,
): OpenParagraph {
  if (walk.open) return walk.open
  if (++walk.begun > limits.maxBlocks) refuse(walk.name, files.tooManyBlocks(limits.maxBlocks))
  walk.open = openParagraph({
    place,
    isQuote,
    headingLevel,
    list,
    ...(isChoice && {isChoice}),
  })
  return walk.open
}

function endParagraph(walk: Walk): void {
  if (walk.open) walk.paragraphs.push(closeParagraph(walk.open))
  walk.open = undefined
}

function walkElement(element: HtmlElement, context: Context, walk: Walk): void {
  const name = element.tagName
  if (name === 'head') readComments(element.childNodes, walk)
  if (unseenElements.has(name) || isPassedOver(element, context, walk)) return
  if (name === 'br') breakLine(element, context, walk)
  else if (name === 'q') walkQuotation(element, context, walk)
  else if (name === 'option') walkChoice(element, context, walk)
  else if (!blockElements.has(name) && name !== 'select') walkAll(element.childNodes, context, walk)
  else {
    endParagraph(walk)
    walkAll(element.childNodes, contextIn(element, context, walk), walk)
    endParagraph(walk)
  }
}

/** What is counted, and what belongs to the furniture of a word processor. */
function isPassedOver(element: HtmlElement, context: Context, walk: Walk): boolean {
  const {omissions, options} = walk
  const name = element.tagName
  if (isHidden(element)) return count('hidden', element, walk)
  if (imageElements.has(name)) omissions.images++
  else if (name === 'select' && options.isTemplate) return false
  else if (embeddedElements.has(name) || isFilledIn(element)) omissions.embeddedObjects++
  else if (isComment(element)) return count('comments', element, walk)
  else if (isContents(element)) {
    if (hasText(element)) omissions.contents = 1
  } else if (marginOf(element) !== undefined && options.margins !== true)
    return count('margins', element, walk)
  else if (hasStyle(element, 'mso-list', /^ignore$/i)) readNumber(element, context, walk)
  else if (referenceOf(element)) readReference(element, context, walk)
  else return isWayBack(element) || isCommentMark(element) || isUnwanted(element, walk)
  return true
}

function count(kind: keyof Omissions, element: HtmlElement, {omissions}: Walk): true {
  if (hasText(element)) omissions[kind]++
  return true
}

/** One that has no value only says to choose. */
function walkChoice(element: HtmlElement, context: Context, walk: Walk): void {
  if (attributeOf(element, 'value') === '') return
  endParagraph(walk)
  walkAll(element.childNodes, {...context, isChoice: true}, walk)
  endParagraph(walk)
}

const filledIn = /^(?:|text|search|email|tel|url|date|number)$/

/** A field of a form that holds something. */
const isFilledIn = (element: HtmlElement): boolean =>
  element.tagName === 'input' &&
  filledIn.test(attributeOf(element, 'type')?.toLowerCase() ?? '') &&
  (attributeOf(element, 'value') ?? '') !== ''

/** What the other reading of tracked changes holds. */
function isUnwanted(element: HtmlElement, walk: Walk): boolean {
  const isDeletion = deletedElements.has(element.tagName)
  if (!isDeletion && element.tagName !== 'ins') return false
  walk.hasTrackedChanges ||= hasText(element)
  if (walk.options.tracked === 'original') return !isDeletion && count('insertions', element, walk)
  return isDeletion && count('deletions', element, walk)
}

function readReference(element: HtmlElement, context: Context, walk: Walk): void {
  const reference = referenceOf(element)
  if (reference) paragraphFor(context, walk).notes.push(reference)
}

/** Word writes the number or bullet of a list into the paragraph. */
function readNumber(element: HtmlElement, context: Context, walk: Walk): void {
  const shown = textOf(element).trim()
  const isNumber = /[\p{L}\p{N}]/u.test(shown) && shown !== 'o' && shown.length < longestNumber
  paragraphFor(context, walk).list = {number: isNumber ? shown.replace(/\.$/, '') : undefined}
}

const longestNumber = 40

function breakLine({sourceCodeLocation}: HtmlElement, context: Context, walk: Walk): void {
  if (!walk.open) return
  const {startOffset = 0, endOffset = 0} = sourceCodeLocation ?? {}
  addLineBreak(paragraphFor(context, walk), startOffset, endOffset)
}

const quotationMarks = [
  ['“', '”'],
  ['‘', '’'],
] as const

/** A browser puts the marks around it. */
function walkQuotation(element: HtmlElement, context: Context, walk: Walk): void {
  const [opening, closing] = quotationMarks[context.quoteDepth % 2 === 0 ? 0 : 1]
  const {startTag, endTag, endOffset = 0} = element.sourceCodeLocation ?? {}
  const from = startTag ?? {startOffset: endOffset, endOffset}
  const to = endTag ?? {startOffset: endOffset, endOffset}
  const mark = (text: string, {startOffset, endOffset}: typeof from) =>
    add(paragraphFor(context, walk), {text, sourceStart: startOffset, sourceEnd: endOffset})
  mark(opening, from)
  walkAll(element.childNodes, {...context, quoteDepth: context.quoteDepth + 1}, walk)
  mark(closing, to)
}

function contextIn(element: HtmlElement, context: Context, walk: Walk): Context {
  const {tagName} = element
  const around = {...context, ...placeIn(element, context)}
  const heading = /^h([1-6])$/.exec(tagName)?.[1]
  // A heading that is quoted does not divide the report.
  if (heading !== undefined && !context.isQuote)
    return {...around, headingLevel: Number(heading) - 1}
  if (preformatted.has(tagName)) return {...around, keepsSpace: true}
  if (tagName === 'blockquote') return {...around, isQuote: true, list: undefined}
  if (tagName === 'ol' || tagName === 'ul') return {...around, numbering: numberingOf(element)}
  if (tagName === 'li') return {...around, list: {number: numberOf(element, context.numbering)}}
  if (tagName === 'table') return {...around, table: openTable(context, walk), list: undefined}
  if (tagName === 'tr' && context.table) context.table.row++
  return around
}

function placeIn(element: HtmlElement, {place, table}: Context): Pick<Context, 'place'> {
  const isCell = element.tagName === 'td' || element.tagName === 'th'
  if (isCell && table) return {place: {kind: 'table', table: table.number, row: table.row}}
  const note = noteOf(element)
  if (note) return {place: {kind: 'note', id: `${note.kind} ${note.id}`}}
  const margin = marginOf(element)
  return {place: margin ? {kind: margin} : place}
}

/** Tables in tables and notes are found by what they stand in. */
function openTable({place}: Context, walk: Walk): Context['table'] {
  if (place.kind !== 'body') return undefined
  walk.tables++
  return {number: walk.tables, row: 0}
}
