import {decodeText} from '../package/decode.ts'
import {attributeOf, integerOf, type XmlElement} from '../package/xml.ts'
import {append} from './append.ts'
import {changeField, choose, openChoice, openSimpleField, readChoice, readEntry} from './fields.ts'
import {isOn} from './on-off.ts'
import {
  closeContainer,
  closeParagraph,
  closeTable,
  forgetProperties,
  openCell,
  openNote,
  openParagraph,
  openRow,
  openTable,
  openTextBox,
  refer,
} from './paragraphs.ts'
import type {OpenParagraph, Run, State} from './state.ts'
import {symbolOf} from './symbols.ts'

type Open = (state: State, element: XmlElement, path: readonly string[]) => void

/** Of an element that means something else elsewhere: `w:tab` is also a tab stop. */
const within =
  (parent: string, handle: Open): Open =>
  (state, element, path) => {
    if (parentOf(path) === parent) handle(state, element, path)
  }

/** Alternatives may stand anywhere, and change nothing about what an element means. */
function parentOf(path: readonly string[]): string | undefined {
  let index = path.length - 2
  while (path[index]?.startsWith('mc:')) index--
  return path[index]
}

const inRun =
  (handle: Open): Open =>
  (state, element, path) => {
    const parent = parentOf(path)
    if (parent === 'w:r' || parent === 'm:r') handle(state, element, path)
  }

const sign = (text: string): Open =>
  inRun((state, {start, end}) => append(state, {text, start, end}))

/** Of the open paragraph. */
const setting = (
  parent: string,
  set: (paragraph: OpenParagraph, element: XmlElement) => void,
): Open =>
  within(parent, ({openParagraphs}, element) => {
    const paragraph = openParagraphs.at(-1)
    if (paragraph) set(paragraph, element)
  })

/** By name; what has no handler is seen through. */
export const atOpen: ReadonlyMap<string, Open> = new Map<string, Open>([
  ['w:p', openParagraph],
  [
    'w:pStyle',
    setting('w:pPr', (paragraph, element) => {
      paragraph.styleId = attributeOf(element, 'w:val') ?? paragraph.styleId
    }),
  ],
  [
    'w:outlineLvl',
    setting('w:pPr', (paragraph, element) => {
      paragraph.outlineLevel = integerOf(element, 'w:val') ?? 9
    }),
  ],
  [
    'w:numId',
    setting('w:numPr', (paragraph, element) => {
      paragraph.listId = attributeOf(element, 'w:val') ?? '0'
    }),
  ],
  [
    'w:ilvl',
    setting('w:numPr', (paragraph, element) => {
      paragraph.listLevel = integerOf(element, 'w:val') ?? 0
    }),
  ],
  ['w:pPrChange', forgetProperties],
  ['w:rPrChange', forgetFormat],
  ['m:oMathPara', openEquation],
  ['m:oMath', openEquation],
  ['w:r', openRun],
  ['m:r', openRun],
  ['w:vanish', within('w:rPr', hide)],
  ['w:rStyle', within('w:rPr', styleRun)],
  ['w:t', startText],
  ['w:delText', startText],
  ['m:t', startText],
  ['w:tab', sign('\t')],
  ['w:ptab', sign('\t')],
  ['w:br', sign('\n')],
  ['w:cr', sign('\n')],
  ['w:noBreakHyphen', sign('\u2011')],
  ['w:sym', inRun((state, element) => addSymbol(state, element, 'w'))],
  // How Word writes an emoji, with the plain character as the alternative.
  ['w16se:symEx', inRun((state, element) => addSymbol(state, element, 'w16se'))],
  ['w:fldChar', changeField],
  ['w:ddList', openChoice],
  ['w:result', within('w:ddList', choose)],
  ['w:listEntry', within('w:ddList', readEntry)],
  ['w:listItem', readChoice],
  ['w:fldSimple', openSimpleField],
  ['w:sdt', ({controls}) => controls.push(false)],
  ['w:showingPlcHdr', within('w:sdtPr', openEmptyControl)],
  ['w:tbl', openTable],
  ['w:tr', openRow],
  ['w:tc', openCell],
  ['w:txbxContent', openTextBox],
  ['w:footnote', openNote],
  ['w:endnote', openNote],
  ['w:footnoteReference', (state, element) => refer(state, 'footnote', element)],
  ['w:endnoteReference', (state, element) => refer(state, 'endnote', element)],
  ['mc:AlternateContent', ({alternatives}) => alternatives.push(false)],
  ['pic:pic', ({omissions}) => omissions.images++],
  ['v:imagedata', countOldImage],
  [
    'v:textpath',
    (state, element, path) => {
      // Words drawn as a picture. The shape they are drawn on names no words.
      if (attributeOf(element, 'string')) countOldImage(state, element, path)
    },
  ],
  ['w:object', ({omissions}) => omissions.embeddedObjects++],
  ['w:altChunk', ({omissions}) => omissions.embeddedObjects++],
  ['w:subDoc', ({omissions}) => omissions.embeddedObjects++],
  ['a:graphicData', countGraphic],
])

export const atClose: ReadonlyMap<string, (state: State) => void> = new Map<
  string,
  (state: State) => void
>([
  ['w:p', closeParagraph],
  ['m:oMathPara', closeEquation],
  ['m:oMath', closeEquation],
  ['w:r', ({runs}) => runs.pop()],
  ['m:r', ({runs}) => runs.pop()],
  ['w:t', endText],
  ['w:delText', endText],
  ['m:t', endText],
  ['w:fldSimple', ({simpleFields}) => simpleFields.pop()],
  ['w:sdt', closeControl],
  ['w:tbl', closeTable],
  ['w:tc', closeContainer],
  ['w:txbxContent', closeContainer],
  ['w:footnote', closeContainer],
  ['w:endnote', closeContainer],
  ['mc:AlternateContent', ({alternatives}) => alternatives.pop()],
])

/** It may stand between paragraphs, and is one there. */
function openEquation(state: State, _: XmlElement, path: readonly string[]): void {
  const around = path.slice(0, -1).findLast((name) => holdsEquations.has(name))
  const isAlone = around !== undefined && blockContainers.has(around)
  state.equations.push(isAlone)
  if (isAlone) openParagraph(state)
}

function closeEquation(state: State): void {
  if (state.equations.pop()) closeParagraph(state)
}

const blockContainers = new Set([
  'w:body',
  'w:tc',
  'w:txbxContent',
  'w:footnote',
  'w:endnote',
  'w:hdr',
  'w:ftr',
])
const holdsEquations = new Set([...blockContainers, 'w:p', 'm:oMathPara', 'm:oMath'])

function openRun(state: State): void {
  if (state.openChanges > 0) state.hasTrackedChanges = true
  state.runs.push({isHidden: undefined, styleId: undefined, isCounted: false})
}

/** What the properties `w:rPr` are of: a run, or the end of a paragraph. */
function formatted(
  {runs, openParagraphs}: State,
  path: readonly string[],
): {run?: Run | undefined; paragraph?: OpenParagraph | undefined} {
  const properties = path.indexOf('w:rPr', path.lastIndexOf('w:p'))
  const owner = path[properties - 1]
  if (owner === 'w:r' || owner === 'm:r') return {run: runs.at(-1)}
  return owner === 'w:pPr' ? {paragraph: openParagraphs.at(-1)} : {}
}

function hide(state: State, element: XmlElement, path: readonly string[]): void {
  const {run, paragraph} = formatted(state, path)
  if (run) run.isHidden = isOn(element)
  if (paragraph) paragraph.isEndHidden = isOn(element)
}

function styleRun(state: State, element: XmlElement, path: readonly string[]): void {
  const {run} = formatted(state, path)
  if (run) run.styleId = attributeOf(element, 'w:val') ?? run.styleId
}

/** In the original reading the format before the change counts, and nothing of that read so far. */
function forgetFormat(state: State, _: XmlElement, path: readonly string[]): void {
  const {run, paragraph} = formatted(state, path)
  if (run) Object.assign(run, {isHidden: undefined, styleId: undefined})
  if (paragraph) paragraph.isEndHidden = undefined
}

function startText(state: State): void {
  state.texts = []
}

function endText(state: State): void {
  if (state.texts.length === 0) return
  const keepsSpace = state.keepsSpace.at(-1) ?? false
  for (const piece of decodeText(state.part.xml, state.texts, keepsSpace)) append(state, piece)
  state.texts = []
}

function addSymbol(state: State, element: XmlElement, prefix: 'w' | 'w16se'): void {
  const hex = attributeOf(element, `${prefix}:char`) ?? ''
  const code = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : 0
  const text = symbolOf(attributeOf(element, `${prefix}:font`) ?? '', code)
  const {start, end} = element
  if (text !== undefined) append(state, {text, start, end})
}

/** A content control still shows what the template put there. */
function openEmptyControl(state: State, element: XmlElement): void {
  const last = state.controls.length - 1
  if (last < 0 || state.controls[last] || !isOn(element)) return
  state.controls[last] = true
  state.emptyControls++
}

function closeControl(state: State): void {
  if (state.controls.pop()) state.emptyControls--
}

/** Within an embedded object it only shows what the object looks like. */
function countOldImage({omissions}: State, _: XmlElement, path: readonly string[]): void {
  if (!path.includes('w:object')) omissions.images++
}

function countGraphic({omissions}: State, element: XmlElement): void {
  const isObject = /\/(?:chart|chartex|diagram|lockedCanvas)$/.test(
    attributeOf(element, 'uri') ?? '',
  )
  if (isObject) omissions.embeddedObjects++
}
