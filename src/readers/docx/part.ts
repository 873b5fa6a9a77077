import {files} from '../../core/catalogue/files.ts'
import {limits} from '../../core/limits.ts'
import {decodeText, type Piece} from '../package/decode.ts'
import type {NoteReference} from '../package/layout.ts'
import {
  attributeOf,
  integerOf,
  walkXml,
  type XmlElement,
  type XmlPart,
  type XmlText,
} from '../package/xml.ts'
import {refuse} from '../refuse.ts'
import {isOn} from './on-off.ts'
import {type Container, createState, type OpenParagraph, type State} from './state.ts'
import type {Story} from './story.ts'
import type {Styles} from './styles.ts'

/** Read the paragraphs of a main document, of notes, of a header: one walk, no tree. */
export function readStory(part: XmlPart, styles: Styles): Story {
  const state = createState(part, styles)
  walkXml(part, {
    open: (element, path) => open(state, element, path),
    close: (name, path) => close(state, name, path),
    text: (text, path) => readText(state, text, path),
  })
  flushCarried(state)
  return {root: state.root, paragraphs: state.paragraphs, omissions: state.omissions}
}

function open(state: State, element: XmlElement, path: readonly string[]): void {
  if (path.length === 1) state.root = element.name
  const space = attributeOf(element, 'xml:space')
  state.keepsSpace.push(
    space === undefined ? (state.keepsSpace.at(-1) ?? false) : space === 'preserve',
  )
  if (state.skippedDepth > 0) return
  markDeletedEnd(state, element.name, path)
  if (isSkipped(state, element.name)) {
    state.skippedDepth = path.length
    state.skipsDeletedText = false
    return
  }
  const handle = byParent[`${parentOf(path)} ${element.name}`] ?? anywhere[element.name]
  handle?.(state, element, path)
}

/** Alternatives may stand anywhere, and change nothing about what an element means. */
const parentOf = (path: readonly string[]) =>
  path.findLast((name, index) => index < path.length - 1 && !name.startsWith('mc:'))

function close(state: State, name: string, path: readonly string[]): void {
  if (state.skippedDepth === 0) atClose[name]?.(state)
  else if (path.length === state.skippedDepth) stopSkipping(state, name)
  state.keepsSpace.pop()
}

function stopSkipping(state: State, name: string): void {
  state.skippedDepth = 0
  if (name === 'w:del' && state.skipsDeletedText) state.omissions.deletions++
}

function readText(state: State, text: XmlText, path: readonly string[]): void {
  const name = path.at(-1)
  if (state.skippedDepth > 0) {
    if (name === 'w:delText' || name === 'w:t') state.skipsDeletedText = true
    return
  }
  if (name === 'w:t') state.texts.push(text)
}

const skippedElements = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  // Properties as they were before a tracked change.
  'w:pPrChange',
  'w:rPrChange',
  'w:sdtPr',
  'w:sectPr',
  // The small print above a word in East Asian texts repeats it.
  'w:rt',
])

/** Of several versions of the same content the first is read. */
function isSkipped(state: State, name: string): boolean {
  if (name !== 'mc:Choice' && name !== 'mc:Fallback') return skippedElements.has(name)
  const isReadAlready = state.alternatives.at(-1) ?? false
  if (state.alternatives.length > 0) state.alternatives[state.alternatives.length - 1] = true
  return isReadAlready
}

/** `<w:pPr><w:rPr><w:del/>`: the end of the paragraph was deleted, or moved away. */
function markDeletedEnd(state: State, name: string, path: readonly string[]): void {
  if (name !== 'w:del' && name !== 'w:moveFrom') return
  const paragraph = state.openParagraphs.at(-1)
  const isEnd = path.at(-2) === 'w:rPr' && path.at(-3) === 'w:pPr'
  if (paragraph && isEnd) paragraph.isJoinedToNext = true
}

type Open = (state: State, element: XmlElement, path: readonly string[]) => void

const sign =
  (text: string): Open =>
  (state, {start, end}) =>
    append(state, {text, start, end})

/** Elements that mean something else elsewhere: `w:tab` is also a tab stop. */
const byParent: Readonly<Record<string, Open>> = {
  'w:pPr w:pStyle': ({openParagraphs}, element) => {
    const paragraph = openParagraphs.at(-1)
    const styleId = attributeOf(element, 'w:val')
    if (paragraph && styleId !== undefined) paragraph.styleId = styleId
  },
  'w:pPr w:outlineLvl': ({openParagraphs}, element) => {
    const paragraph = openParagraphs.at(-1)
    if (paragraph) paragraph.outlineLevel = integerOf(element, 'w:val') ?? 9
  },
  'w:numPr w:numId': ({openParagraphs}, element) => {
    const paragraph = openParagraphs.at(-1)
    if (paragraph) paragraph.listId = attributeOf(element, 'w:val') ?? '0'
  },
  'w:numPr w:ilvl': ({openParagraphs}, element) => {
    const paragraph = openParagraphs.at(-1)
    if (paragraph) paragraph.listLevel = integerOf(element, 'w:val') ?? 0
  },
  'w:rPr w:vanish': ({runs}, element, path) => {
    const run = runs.at(-1)
    if (run && path.at(-3) === 'w:r') run.isHidden = isOn(element)
  },
  'w:rPr w:rStyle': ({runs}, element, path) => {
    const run = runs.at(-1)
    const styleId = attributeOf(element, 'w:val')
    if (run && styleId !== undefined && path.at(-3) === 'w:r') run.styleId = styleId
  },
  'w:r w:tab': sign('\t'),
  'w:r w:ptab': sign('\t'),
  'w:r w:br': sign('\n'),
  'w:r w:cr': sign('\n'),
  'w:r w:noBreakHyphen': sign('\u2011'),
  'w:r w:sym': (state, element) => addSymbol(state, element, 'w:char'),
  // How Word writes an emoji, with the plain character as the alternative.
  'w:r w16se:symEx': (state, element) => addSymbol(state, element, 'w16se:char'),
}

/** Symbol fonts keep their private-use characters: what they look like is known to the font alone. */
function addSymbol(state: State, element: XmlElement, attribute: string): void {
  const hex = attributeOf(element, attribute) ?? ''
  const code = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : 0
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  if (code < 0x20 || isSurrogate || code > 0x10ffff) return
  append(state, {text: String.fromCodePoint(code), start: element.start, end: element.end})
}

const anywhere: Readonly<Record<string, Open>> = {
  'w:p': openParagraph,
  'w:r': ({runs}) => runs.push({isCounted: false}),
  'w:t': (state) => {
    state.texts = []
  },
  'w:fldChar': changeField,
  'w:tbl': openTable,
  'w:tr': ({tables}) => {
    const table = tables.at(-1)
    if (!table?.isNumbered || table.place.kind !== 'table') return
    table.place = {...table.place, row: table.place.row + 1}
  },
  'w:tc': ({containers, tables}) => {
    const {place, host} = current(containers)
    containers.push({place: tables.at(-1)?.place ?? place, host})
  },
  'w:txbxContent': openTextBox,
  'w:footnote': openNote,
  'w:endnote': openNote,
  'w:footnoteReference': (state, element) => refer(state, 'footnote', element),
  'w:endnoteReference': (state, element) => refer(state, 'endnote', element),
  'mc:AlternateContent': ({alternatives}) => alternatives.push(false),
  'pic:pic': ({omissions}) => omissions.images++,
  // Within an embedded object it only shows what the object looks like.
  'v:imagedata': ({omissions}, _, path) => {
    if (!path.includes('w:object')) omissions.images++
  },
  'w:object': ({omissions}) => omissions.embeddedObjects++,
  'w:altChunk': ({omissions}) => omissions.embeddedObjects++,
  'w:subDoc': ({omissions}) => omissions.embeddedObjects++,
  'a:graphicData': ({omissions}, element) => {
    if (/\/(?:chart|diagram)$/.test(attributeOf(element, 'uri') ?? '')) omissions.embeddedObjects++
  },
}

const atClose: Readonly<Record<string, (state: State) => void>> = {
  'w:p': closeParagraph,
  'w:r': ({runs}) => runs.pop(),
  'w:t': (state) => {
    const keepsSpace = state.keepsSpace.at(-1) ?? false
    for (const piece of decodeText(state.part.xml, state.texts, keepsSpace)) append(state, piece)
  },
  'w:tbl': ({tables}) => tables.pop(),
  'w:tc': closeContainer,
  'w:txbxContent': closeContainer,
  'w:footnote': closeContainer,
  'w:endnote': closeContainer,
  'mc:AlternateContent': ({alternatives}) => alternatives.pop(),
}

const current = (containers: readonly Container[]): Container =>
  containers.at(-1) ?? {place: {kind: 'body'}}

function openParagraph(state: State): void {
  const container = current(state.containers)
  if (++state.paragraphCount > limits.maxBlocks) {
    refuse(state.part.file, files.tooManyBlocks(limits.maxBlocks))
  }
  const {carried, place} = container
  container.carried = undefined
  state.openParagraphs.push({
    texts: carried?.texts ?? [],
    length: carried?.length ?? 0,
    segments: carried?.segments ?? [],
    boxes: carried?.boxes ?? [],
    notes: carried?.notes ?? [],
    place,
    isJoinedToNext: false,
  })
}

function closeParagraph(state: State): void {
  const paragraph = state.openParagraphs.pop()
  if (!paragraph) return
  // A field whose code never ends must not swallow the rest of the report.
  state.fieldsInCode.length = 0
  state.fieldCodes = 0
  if (paragraph.isJoinedToNext) current(state.containers).carried = paragraph
  else finish(state, paragraph)
}

function finish(state: State, paragraph: OpenParagraph): void {
  const {texts, segments, place, boxes, notes} = paragraph
  const {styleId, outlineLevel, listId, listLevel} = paragraph
  const text = texts.join('')
  const target = current(state.containers).host?.boxes ?? state.paragraphs
  target.push({text, segments, place, notes, styleId, outlineLevel, listId, listLevel})
  for (const boxed of boxes) target.push(boxed)
}

function flushCarried(state: State): void {
  const container = current(state.containers)
  if (container.carried) finish(state, container.carried)
  container.carried = undefined
}

function closeContainer(state: State): void {
  flushCarried(state)
  state.containers.pop()
}

function openTable(state: State): void {
  flushCarried(state)
  const {place} = current(state.containers)
  const isNumbered = place.kind === 'body'
  if (isNumbered) state.tableCount++
  state.tables.push({
    isNumbered,
    place: isNumbered ? {kind: 'table', table: state.tableCount, row: 0} : place,
  })
}

function openTextBox(state: State): void {
  state.boxCount++
  state.containers.push({
    place: {kind: 'text-box', box: state.boxCount},
    host: state.openParagraphs.at(-1),
  })
}

function openNote({containers}: State, element: XmlElement): void {
  containers.push({place: {kind: 'note', id: attributeOf(element, 'w:id') ?? ''}})
}

function refer({openParagraphs}: State, kind: NoteReference['kind'], element: XmlElement): void {
  const id = attributeOf(element, 'w:id')
  if (id !== undefined) openParagraphs.at(-1)?.notes.push({kind, id})
}

function changeField(state: State, element: XmlElement): void {
  const {fieldsInCode} = state
  const type = attributeOf(element, 'w:fldCharType')
  if (type === 'begin') {
    fieldsInCode.push(true)
    state.fieldCodes++
    return
  }
  if (type !== 'separate' && type !== 'end') return
  const wasInCode = fieldsInCode.pop() ?? false
  if (wasInCode) state.fieldCodes--
  if (type === 'separate') fieldsInCode.push(false)
}

/** Add to the open paragraph what its reader sees, and nothing else. */
function append(state: State, {text, start, end}: Piece): void {
  const paragraph = state.openParagraphs.at(-1)
  if (!paragraph || text === '' || state.fieldCodes > 0 || isHidden(state, paragraph)) return
  paragraph.segments.push({
    start: paragraph.length,
    end: paragraph.length + text.length,
    sourceStart: start,
    sourceEnd: end,
    part: state.part.part,
  })
  paragraph.texts.push(text)
  paragraph.length += text.length
}

/** Direct formatting decides, then the character style, then the paragraph's. Counts the run once. */
function isHidden({runs, styles, omissions}: State, {styleId}: OpenParagraph): boolean {
  const run = runs.at(-1)
  const isHiddenRun =
    run?.isHidden ??
    (run?.styleId === undefined ? undefined : styles.ofRun(run.styleId).isHidden) ??
    styles.ofParagraph(styleId).isHidden ??
    false
  if (isHiddenRun && run && !run.isCounted) {
    run.isCounted = true
    omissions.hiddenRuns++
  }
  return isHiddenRun
}
