import {attributeOf, walkXml, type XmlElement, type XmlPart, type XmlText} from '../package/xml.ts'
import {leaveOutContents} from './contents.ts'
import {atClose, atOpen} from './elements.ts'
import {readInstruction} from './fields.ts'
import {flushCarried} from './paragraphs.ts'
import {createState, type Skip, type State, type StoryOptions} from './state.ts'
import type {Story} from './story.ts'
import type {Styles} from './styles.ts'
import {closeChange, openChange} from './tracked.ts'

/** Read the paragraphs of a main document, of notes, of a header: one walk, no tree. */
export function readStory(part: XmlPart, styles: Styles, options: StoryOptions): Story {
  const state = createState(part, styles, options)
  walkXml(part, {
    open: (element, path) => open(state, element, path),
    close: (name, path) => close(state, name, path),
    text: (text, path) => readText(state, text, path),
  })
  flushCarried(state)
  const {root, omissions, hasTrackedChanges} = state
  const {paragraphs, tables} = leaveOutContents(state.paragraphs, styles)
  omissions.tablesOfContents = tables
  return {root, paragraphs, omissions, hasTrackedChanges}
}

function open(state: State, element: XmlElement, path: readonly string[]): void {
  if (path.length === 1) state.root = element.name
  // XML binds this prefix to one namespace for good, so the name can be looked up as it stands.
  const space = element.attributes['xml:space']?.value
  state.keepsSpace.push(
    space === undefined ? (state.keepsSpace.at(-1) ?? false) : space === 'preserve',
  )
  if (state.skip) noteSkipped(state, state.skip, element.name)
  else if (isSkipped(state, element) || isInProperties(element, path)) {
    state.skip = {depth: path.length, isChange: false, hasText: false}
  } else if (!openChange(state, element, path)) atOpen.get(element.name)?.(state, element, path)
}

/** A note that is referred to counts as text. */
function noteSkipped(state: State, skip: Skip, name: string): void {
  if (!skip.isChange) return
  if (name === 'w:r' || name === 'm:r') state.hasTrackedChanges = true
  if (name === 'w:footnoteReference' || name === 'w:endnoteReference') skip.hasText = true
}

function close(state: State, name: string, path: readonly string[]): void {
  const {skip} = state
  if (!skip || path.length === skip.depth) {
    // What is passed over was never opened, but for a cell that turned out to be deleted.
    if (skip) stopSkipping(state, skip)
    if (!skip || name === 'w:tc') atClose.get(name)?.(state)
    if (!skip) closeChange(state, name, path)
  }
  state.keepsSpace.pop()
}

function stopSkipping(state: State, {counts, hasText}: Skip): void {
  state.skip = undefined
  if (counts && hasText) state.omissions[counts]++
}

function readText(state: State, text: XmlText, path: readonly string[]): void {
  const name = path.at(-1)
  const isText = name === 'w:t' || name === 'm:t'
  const isDeletedText = name === 'w:delText'
  if (state.skip) {
    if (isText || isDeletedText) state.skip.hasText = true
  } else if (isText || (isDeletedText && state.tracked === 'original')) state.texts.push(text)
  else if (name === 'w:instrText' || name === 'w:delInstrText') readInstruction(state, text)
}

const skippedElements = new Set([
  'w:sectPr',
  // The small print above a word in East Asian texts repeats it.
  'w:rt',
  'w:trPrChange',
  'w:tcPrChange',
])

/** Properties as they were before a tracked change. */
const oldProperties = new Set(['w:pPrChange', 'w:rPrChange'])

/** Notes of these types are lines between the notes and the text, and hold no words. */
const separators = new Set(['separator', 'continuationSeparator', 'continuationNotice'])

const contentElements = new Set(['w:body', 'w:p', 'w:r', 'w:tbl'])

/** No program shows text that stands among the properties of a run or a paragraph. */
const isInProperties = ({name}: XmlElement, path: readonly string[]): boolean =>
  contentElements.has(name) && path.some((each) => each === 'w:rPr' || each === 'w:pPr')

function isSkipped(state: State, element: XmlElement): boolean {
  const {name} = element
  if (name === 'mc:Choice' || name === 'mc:Fallback') return isOtherVersion(state)
  if (oldProperties.has(name)) return state.tracked === 'accepted'
  if (name !== 'w:footnote' && name !== 'w:endnote') return skippedElements.has(name)
  return separators.has(attributeOf(element, 'w:type') ?? '')
}

/** Of several versions of the same content the first is read. */
function isOtherVersion({alternatives}: State): boolean {
  const isReadAlready = alternatives.at(-1) ?? false
  if (alternatives.length > 0) alternatives[alternatives.length - 1] = true
  return isReadAlready
}
