import {attributeOf, integerOf, type XmlElement, type XmlText} from '../package/xml.ts'
import {append, isReplacedBy} from './append.ts'
import type {OpenParagraph, State} from './state.ts'

/** `w:fldChar`: a field begins, its code gives way to what it shows, or it ends. */
export function changeField(state: State, element: XmlElement): void {
  const type = attributeOf(element, 'w:fldCharType')
  if (type === 'begin') beginField(state)
  if (type === 'separate') showResult(state)
  if (type === 'end') endField(state)
}

function beginField(state: State): void {
  state.fields.push({
    isInCode: true,
    instruction: '',
    contents: undefined,
    hasChoice: false,
  })
  state.fieldCodes++
}

function showResult(state: State): void {
  const field = state.fields.at(-1)
  if (!field?.isInCode || field.hasChoice) return
  field.isInCode = false
  state.fieldCodes--
  const isContents = /^\s*TOC\b/i.test(field.instruction)
  if (!isContents || state.contents) return
  field.contents = {isClosed: false}
  state.contents = field.contents
}

function endField(state: State): void {
  const field = state.fields.pop()
  const paragraph = state.openParagraphs.at(-1)
  if (paragraph) paragraph.fieldsBefore = Math.min(paragraph.fieldsBefore, state.fields.length)
  if (field?.isInCode) state.fieldCodes--
  if (!field?.contents) return
  field.contents.isClosed = true
  state.contents = undefined
}

/** A field whose code does not end in its paragraph must not swallow the rest of the report. */
export function endCodes(state: State, {fieldsBefore}: OpenParagraph): void {
  const {fields} = state
  let kept = fieldsBefore
  while (kept < fields.length && fields[kept]?.isInCode === false) kept++
  for (const {isInCode, contents} of fields.splice(kept)) {
    if (isInCode) state.fieldCodes--
    if (contents) state.contents = undefined
  }
}

/** Enough to know a field by. */
const longestInstruction = 40

export function readInstruction({fields, part}: State, {start, end}: XmlText): void {
  const field = fields.at(-1)
  if (!field?.isInCode || field.instruction.length >= longestInstruction) return
  field.instruction += part.xml.slice(start, Math.min(end, start + longestInstruction))
}

export function openChoice(state: State): void {
  state.choice = {index: 0, entries: 0}
}

export function choose({choice}: State, element: XmlElement): void {
  choice.index = integerOf(element, 'w:val') ?? 0
}

/** Of the controls of a template every entry is read, but for the one that only says to choose. */
export function readChoice(state: State, element: XmlElement): void {
  const value = attributeOf(element, 'w:value')
  const text = attributeOf(element, 'w:displayText') ?? value ?? attributeOf(element, 'w:val') ?? ''
  if (!state.isTemplate || text.trim() === '' || value === '') return
  const {start, end} = element
  const choices = state.openParagraphs.at(-1)?.choices ?? state.choices
  choices.push({text, start, end})
}

/** `w:fldSimple`, whose code stands in an attribute. */
export function openSimpleField(state: State, element: XmlElement): void {
  state.simpleFields.push(isReplacedBy(attributeOf(element, 'w:instr') ?? ''))
}

/** Of a drop-down list one entry is shown, and stands nowhere else. */
export function readEntry(state: State, element: XmlElement): void {
  const {choice, fields} = state
  readChoice(state, element)
  const field = fields.at(-1)
  if (!field?.isInCode || choice.entries++ !== choice.index) return
  field.hasChoice = true
  // The list stands in the code of its own field.
  state.fieldCodes--
  const {start, end} = element
  append(state, {text: attributeOf(element, 'w:val') ?? '', start, end})
  state.fieldCodes++
}
