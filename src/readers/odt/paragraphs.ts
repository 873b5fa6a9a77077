import {en} from '../../core/catalogue/en.ts'
import {files} from '../../core/catalogue/files.ts'
import {limits} from '../../core/limits.ts'
import type {Range} from '../../core/types.ts'
import {decodeText, type Piece} from '../package/decode.ts'
import type {Place} from '../package/layout.ts'
import {attributeOf, integerOf, type XmlElement, type XmlText} from '../package/xml.ts'
import {refuse} from '../refuse.ts'
import {numberOfHeading, numberOfItem} from './lists.ts'
import {
  type Container,
  createContainer,
  type Offers,
  type OpenParagraph,
  type State,
} from './state.ts'
import type {Paragraph} from './story.ts'
import {factsOf} from './styles.ts'

export const current = ({containers}: State): Container =>
  containers.at(-1) ?? createContainer({kind: 'body'})

/** Whether the text read now is not there in this reading of the tracked changes. */
export const isAway = (state: State): boolean =>
  state.hidingChanges.size > 0 && current(state).target === undefined

export function openParagraph(state: State, element: XmlElement): void {
  if (++state.paragraphCount > limits.maxBlocks) {
    refuse(state.part.file, files.tooManyBlocks(limits.maxBlocks))
  }
  const container = current(state)
  const styleName = attributeOf(element, 'text:style-name')
  const isHeading = element.name === 'text:h'
  const before = container.carried
  container.carried = undefined
  const isHidden = factsOf(state.sheet, 'paragraph', styleName).isHidden ?? false
  container.visibilities.push({isHidden, isCounted: false})
  container.paragraph = before ?? emptyParagraph()
  container.paragraph.choices.push(...(state.offers?.homeless.splice(0) ?? []))
  container.paragraph.endsInSpace = true
  // Two paragraphs joined look like the first, unless nothing of it is left.
  if (before && before.length > 0) return
  container.paragraph.styleName = styleName
  container.paragraph.headingLevel = isHeading
    ? Math.max(0, (integerOf(element, 'text:outline-level') ?? 1) - 1)
    : undefined
  if (!isAway(state)) countParagraph(state, container, container.paragraph, element)
}

function countParagraph(
  state: State,
  container: Container,
  paragraph: OpenParagraph,
  element: XmlElement,
): void {
  const list = container.lists.at(-1)
  if (list) paragraph.list ??= {number: numberOfItem(state, list, paragraph.styleName)}
  else if (paragraph.headingLevel !== undefined) {
    const number = numberOfHeading(state, element, paragraph.headingLevel)
    if (number !== undefined) paragraph.list ??= {number}
  }
}

export const emptyParagraph = (): OpenParagraph => ({
  texts: [],
  length: 0,
  segments: [],
  boxes: [],
  notes: [],
  fields: [],
  choices: [],
  words: {hasGuidance: false, hasOwn: false},
  styleName: undefined,
  headingLevel: undefined,
  list: undefined,
  endsInSpace: true,
  isHidden: false,
})

export function closeParagraph(state: State): void {
  const container = current(state)
  const {paragraph} = container
  container.paragraph = undefined
  container.visibilities.length = 0
  if (!paragraph) return
  if (isAway(state)) container.carried = paragraph
  else finish(state, container, paragraph)
}

/** Ends a paragraph whose own end is not there, where nothing can follow it. */
export function flushCarried(state: State): void {
  const container = current(state)
  if (container.carried) finish(state, container, container.carried)
  container.carried = undefined
}

export function finish(state: State, container: Container, open: OpenParagraph): void {
  // What was deleted may end in the middle of a sentence.
  if (container.target === undefined) dropLastSpace(open)
  const text = open.isHidden ? '' : open.texts.join('')
  if (open.isHidden && open.length > 0) state.omissions.hidden++
  const {styleName, headingLevel, list, boxes} = open
  const paragraph: Paragraph = {
    text,
    segments: open.isHidden ? [] : open.segments,
    place: placeOf(state, container),
    styleName,
    isGuidance: open.words.hasGuidance && !open.words.hasOwn,
    isQuote: factsOf(state.sheet, 'paragraph', styleName).isQuote,
    headingLevel,
    list,
    notes: open.isHidden ? [] : open.notes,
    fields: fieldsOf(open, text),
  }
  const target = container.target ?? container.host?.boxes ?? state.paragraphs
  target.push(paragraph)
  // What was deleted comes back as text, and offers nothing.
  if (!open.isHidden && target !== state.change.deleted)
    target.push(...choicesOf(state, open, paragraph))
  for (const boxed of boxes) target.push(boxed)
}

/** White space at the end is gone. */
const fieldsOf = ({fields}: OpenParagraph, text: string): readonly Range[] =>
  fields
    .map(({start, end}) => ({start, end: Math.min(end, text.length)}))
    .filter(({start, end}) => start < end)

/** What can be chosen in a paragraph stands after it, one entry a paragraph. */
const choicesOf = (
  {partName}: State,
  {choices}: OpenParagraph,
  {place}: Paragraph,
): readonly Paragraph[] =>
  choices.map(({text, start, end}) => {
    const range = {start: 0, end: text.length, sourceStart: start, sourceEnd: end}
    return {
      text,
      segments: [partName === undefined ? range : {...range, part: partName}],
      place,
      styleName: undefined,
      isQuote: false,
      notes: [],
      isChoice: true,
    }
  })

/** Text boxes are counted when they are found to hold text: shapes are boxes, too. */
function countBox({boxNumbers}: State, {place}: Container, text: string): void {
  if (place.kind !== 'text-box' || boxNumbers.has(place) || text.trim() === '') return
  boxNumbers.set(place, boxNumbers.size + 1)
}

function placeOf({boxNumbers}: State, {place}: Container): Place {
  const box = boxNumbers.get(place)
  return box === undefined ? place : {kind: 'text-box', box}
}

/** White space before the end of a paragraph is not shown. */
function dropLastSpace(open: OpenParagraph): void {
  const last = open.segments.pop()
  const text = open.texts.pop()
  if (!last || text === undefined) return
  const isKept = !open.endsInSpace || !text.endsWith(' ')
  const rest = isKept ? text : text.slice(0, -1)
  if (rest !== '') {
    open.texts.push(rest)
    open.segments.push(isKept ? last : {...last, end: last.end - 1, sourceEnd: last.sourceEnd - 1})
  }
  open.length += rest.length - text.length
}

/** Character data, with white space as the format has it: any stretch is one space. */
export function addText(state: State, text: XmlText): void {
  const {paragraph} = current(state)
  if (!paragraph) return
  for (const piece of decodeText(state.part.xml, [text], true)) {
    for (const part of needsParts.test(piece.text) ? partsOf(piece) : [piece]) {
      addPart(state, paragraph, part)
    }
  }
}

const needsParts = /[\t\n\r\u00ad]|^ | {2}| $/

/** A piece of changed length stays whole; others part before and after white space. */
function partsOf(piece: Piece): Piece[] {
  if (piece.text.length !== piece.end - piece.start) return [piece]
  return Array.from(piece.text.matchAll(/[ \t\n\r]+|\u00ad|[^ \t\n\r\u00ad]+/g), (match) => ({
    text: match[0],
    start: piece.start + match.index,
    end: piece.start + match.index + match[0].length,
  }))
}

/** The space of a symbol font, as it comes from Word. */
const symbolSpace = '\uf020'

function addPart(state: State, paragraph: OpenParagraph, part: Piece): void {
  // A place where a word may be broken, no sign of its own.
  if (part.text === '\u00ad') return
  const isSpace = /^[ \t\n\r]+$/.test(part.text)
  if (isSpace && paragraph.endsInSpace) return
  append(state, {...part, text: isSpace ? ' ' : part.text.replaceAll(symbolSpace, ' ')})
  // White space is white space beside what is not read, too.
  paragraph.endsInSpace = isSpace
}

/** Signs that are elements; white space after them counts. */
export function addSign(state: State, text: string, {start, end}: XmlElement): void {
  const {paragraph} = current(state)
  if (!paragraph) return
  append(state, {text, start, end})
  paragraph.endsInSpace = false
}

/** Several documents' worth. An element of a few signs could ask for any number. */
const mostSpaces = 1_000_000

export function addSpaces(state: State, element: XmlElement): void {
  const count = integerOf(element, 'text:c') ?? 1
  state.spaceCount += Math.max(0, count)
  if (state.spaceCount > mostSpaces) {
    refuse(state.part.file, en.reading.package.tooManyPieces(state.part.part))
  }
  addSign(state, ' '.repeat(Math.max(0, count)), element)
}

/** Add to the open paragraph what its reader sees, and nothing else. */
function append(state: State, {text, start, end}: Piece): void {
  const container = current(state)
  const {paragraph, visibilities} = container
  if (!paragraph || text === '' || isAway(state)) return
  const visibility = visibilities.at(-1)
  if (visibility?.isHidden) {
    if (!visibility.isCounted && text.trim() !== '') {
      visibility.isCounted = true
      state.omissions.hidden++
    }
    return
  }
  countBox(state, container, text)
  if (state.offers) noteOwner(state.offers, paragraph, text)
  addPiece(paragraph, text, {sourceStart: start, sourceEnd: end, part: state.partName})
}

interface Source {
  readonly sourceStart: number
  readonly sourceEnd: number
  readonly part?: string | undefined
}

export function addPiece(paragraph: OpenParagraph, text: string, source: Source): void {
  const {sourceStart, sourceEnd, part} = source
  const start = paragraph.length
  const end = start + text.length
  const range = {start, end, sourceStart, sourceEnd}
  paragraph.segments.push(part === undefined ? range : {...range, part})
  paragraph.texts.push(text)
  paragraph.length = end
}

function noteOwner({replacedDepth, isGuidance}: Offers, paragraph: OpenParagraph, text: string) {
  const {words} = paragraph
  if (replacedDepth > 0) addField(paragraph, text.length)
  if (replacedDepth > 0 && isGuidance) words.hasGuidance = true
  else if (text.trim() !== '') words.hasOwn = true
}

/** Pieces of one field are one range. */
function addField({fields, length}: OpenParagraph, added: number): void {
  const last = fields.at(-1)
  if (last?.end === length) fields[fields.length - 1] = {start: last.start, end: length + added}
  else fields.push({start: length, end: length + added})
}
