import {files} from '../../core/catalogue/files.ts'
import {limits} from '../../core/limits.ts'
import type {NoteReference, Place} from '../package/layout.ts'
import {attributeOf, type XmlElement} from '../package/xml.ts'
import {refuse} from '../refuse.ts'
import {endCodes} from './fields.ts'
import type {Container, OpenParagraph, ReadParagraph, State} from './state.ts'

export function openParagraph(state: State): void {
  const container = current(state)
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
    words: carried?.words ?? {contents: undefined, hasGuidance: false, hasOwn: false},
    fields: carried?.fields ?? [],
    choices: [...(carried?.choices ?? []), ...state.choices.splice(0)],
    place,
    ...noProperties,
    isEndHidden: undefined,
    isJoinedToNext: false,
    fieldsBefore: state.fields.length,
  })
}

const noProperties = {
  styleId: undefined,
  outlineLevel: undefined,
  listId: undefined,
  listLevel: undefined,
} as const

/** In the original reading those before the change count, and none of those read so far. */
export function forgetProperties({openParagraphs}: State): void {
  const paragraph = openParagraphs.at(-1)
  if (paragraph) Object.assign(paragraph, noProperties)
}

export function closeParagraph(state: State): void {
  const paragraph = state.openParagraphs.pop()
  if (!paragraph) return
  endCodes(state, paragraph)
  if (paragraph.isJoinedToNext) current(state).carried = paragraph
  else finish(state, paragraph)
}

function finish(state: State, paragraph: OpenParagraph): void {
  const {texts, segments, place, boxes, notes, words, fields} = paragraph
  const {styleId, outlineLevel, listId, listLevel, isEndHidden} = paragraph
  const read: ReadParagraph = {
    text: texts.join(''),
    segments,
    place,
    notes,
    styleId,
    outlineLevel,
    listId,
    listLevel,
    isEndHidden,
    isGuidance: words.hasGuidance && !words.hasOwn,
    words,
    fields,
  }
  const target = current(state).host?.boxes ?? state.paragraphs
  target.push(read, ...choicesOf(state, paragraph))
  for (const boxed of boxes) target.push(boxed)
}

/** What can be chosen in a paragraph stands after it, one entry a paragraph. */
const choicesOf = (
  {part: {part}}: State,
  {choices, place, words}: OpenParagraph,
): readonly ReadParagraph[] =>
  choices.map(({text, start, end}) => ({
    text,
    segments: [{start: 0, end: text.length, sourceStart: start, sourceEnd: end, part}],
    place,
    notes: [],
    ...noProperties,
    isEndHidden: undefined,
    isGuidance: false,
    words,
    fields: [],
    isChoice: true,
  }))

const current = ({containers}: State): Container => containers.at(-1) ?? {place: {kind: 'body'}}

/** The paragraph whose end is gone has nothing behind it that it could go on into. */
export function flushCarried(state: State): void {
  const container = current(state)
  if (container.carried) finish(state, container.carried)
  container.carried = undefined
}

export function closeContainer(state: State): void {
  flushCarried(state)
  state.containers.pop()
}

export function openTable(state: State): void {
  flushCarried(state)
  const {place} = current(state)
  const isNumbered = place.kind === 'body'
  if (isNumbered) state.tableCount++
  state.tables.push({
    isNumbered,
    place: isNumbered ? {kind: 'table', table: state.tableCount, row: 0} : place,
  })
}

/** A table none of whose rows are read is not there. */
export function closeTable(state: State): void {
  const table = state.tables.pop()
  if (table?.isNumbered && table.place.kind === 'table' && table.place.row === 0) state.tableCount--
}

export function openRow({tables}: State): void {
  const table = tables.at(-1)
  if (!table?.isNumbered || table.place.kind !== 'table') return
  table.place = {...table.place, row: table.place.row + 1}
}

export function openCell(state: State): void {
  const {place, host} = current(state)
  state.containers.push({place: state.tables.at(-1)?.place ?? place, host})
}

export function openTextBox(state: State): void {
  const {place} = current(state)
  const host = state.openParagraphs.at(-1)
  state.containers.push({place: boxPlace(state, place), host})
}

/** A box in a note or a header is found by what it stands in. */
function boxPlace(state: State, place: Place): Place {
  const isInBody = place.kind === 'body' || place.kind === 'table' || place.kind === 'text-box'
  return isInBody ? {kind: 'text-box', box: ++state.boxCount} : place
}

export function openNote({containers}: State, element: XmlElement): void {
  containers.push({place: {kind: 'note', id: attributeOf(element, 'w:id') ?? ''}})
}

export function refer(
  {openParagraphs}: State,
  kind: NoteReference['kind'],
  element: XmlElement,
): void {
  const id = attributeOf(element, 'w:id')
  if (id !== undefined) openParagraphs.at(-1)?.notes.push({kind, id})
}
