import type {ReadOptions} from '../../core/types.ts'
import type {Place} from '../package/layout.ts'
import {attributeOf, walkXml, type XmlElement, type XmlPart} from '../package/xml.ts'
import {closeAnnotation, openAnnotation, placeAnnotations} from './annotations.ts'
import {
  closeDeletion,
  endChange,
  openDeletion,
  openRegion,
  restore,
  startChange,
} from './changes.ts'
import {closeOffer, openOffer, readControl} from './choices.ts'
import {openItem, openList, openListHeader, openNumbered} from './lists.ts'
import {
  addSign,
  addSpaces,
  addText,
  closeParagraph,
  current,
  flushCarried,
  openParagraph,
} from './paragraphs.ts'
import {contents, hidden, isSkipped} from './skipped.ts'
import {createContainer, createState, type State} from './state.ts'
import type {Story} from './story.ts'
import {factsOf, readStyle, type StyleSheet} from './styles.ts'

/** Reads the styles and the paragraphs of content.xml, styles.xml or a flat file: one walk, no tree. */
export function readStory(
  part: XmlPart,
  partName: string | undefined,
  sheet: StyleSheet,
  options: ReadOptions,
): Story {
  const state = createState(part, partName, sheet, options)
  walkXml(part, {
    open: (element, path) => open(state, element, path),
    close: (name, path) => close(state, name, path),
    text: (text, path) => {
      if (state.skippedDepth > 0)
        state.skipsText ||= /\S/.test(part.xml.slice(text.start, text.end))
      else if (showsText.test(path.at(-1) ?? '')) addText(state, text)
    },
  })
  flushCarried(state)
  const changes = [...state.changes.values()]
  const hasTrackedChanges = changes.some(({isInsertion, isDeletion}) => isInsertion || isDeletion)
  const {isText, paragraphs, notes, margins, omissions, ownComments} = state
  const comments = placeAnnotations(state)
  return {isText, paragraphs, notes, margins, omissions, ownComments, comments, hasTrackedChanges}
}

/** Of these namespaces are the elements whose character data is shown: spans, links, fields. */
const showsText = /^(?:text|loext|field|\?):/

function open(state: State, element: XmlElement, path: readonly string[]): void {
  if (state.skippedDepth > 0) {
    readControl(state, element, path)
    return
  }
  if (isSkipped(state, element)) {
    state.skippedDepth = path.length
    state.skipsText = false
    return
  }
  readStyle(state.sheet, element, path)
  openOffer(state, element, path)
  if (shapes.has(element.name)) openBox(state)
  else atOpen[element.name]?.(state, element, path)
}

function close(state: State, name: string, path: readonly string[]): void {
  if (state.skippedDepth === 0) {
    closeOffer(state, path)
    if (shapes.has(name)) closeContainer(state)
    else atClose[name]?.(state)
  } else if (path.length === state.skippedDepth) {
    state.skippedDepth = 0
    if (state.skipsText && hidden.has(name)) state.omissions.hidden++
    if (state.skipsText && contents.has(name)) state.omissions.contents++
  }
}

/** Shapes hold text as boxes do. */
const shapes = new Set([
  'draw:text-box',
  'draw:custom-shape',
  'draw:rect',
  'draw:ellipse',
  'draw:circle',
  'draw:line',
  'draw:polyline',
  'draw:polygon',
  'draw:regular-polygon',
  'draw:path',
  'draw:connector',
  'draw:caption',
  'draw:measure',
])

type Open = (state: State, element: XmlElement, path: readonly string[]) => void

const openMargin =
  (kind: 'header' | 'footer'): Open =>
  (state) => {
    state.containers.push(createContainer({kind}, {target: state.margins}))
    state.marginStart = state.margins.length
  }

const atOpen: Readonly<Record<string, Open>> = {
  'office:text': (state) => {
    state.isText = true
  },
  'text:p': openParagraph,
  'text:h': openParagraph,
  'text:span': openSpan,
  'text:a': openSpan,
  'text:s': addSpaces,
  'text:tab': (state, element) => addSign(state, '\t', element),
  'text:line-break': (state, element) => addSign(state, '\n', element),
  'text:hidden-paragraph': (state, element) => {
    const {paragraph} = current(state)
    const isHiddenNow = attributeOf(element, 'text:is-hidden') === 'true'
    if (paragraph && isHiddenNow) paragraph.isHidden = true
  },
  'text:list': (state, element) => openList(state, current(state), element),
  'text:list-item': (state, element) => openItem(current(state), element),
  'text:list-header': (state) => openListHeader(current(state)),
  'text:numbered-paragraph': (state, element) => openNumbered(state, current(state), element),
  'table:table': openTable,
  'table:table-row': ({tables}) => {
    const table = tables.at(-1)
    if (!table?.isNumbered || table.place.kind !== 'table') return
    table.place = {...table.place, row: table.place.row + 1}
  },
  'table:table-cell': (state) => {
    const {place, host, target} = current(state)
    state.containers.push(createContainer(state.tables.at(-1)?.place ?? place, {host, target}))
  },
  'draw:frame': ({frames}) => frames.push(false),
  'text:note': openNote,
  'text:note-body': ({containers, noteCount, notes}) => {
    const place: Place = {kind: 'note', id: String(noteCount)}
    containers.push(createContainer(place, {target: notes}))
  },
  'office:annotation': openAnnotation,
  'office:annotation-end': ({annotationEnds}, element) => {
    annotationEnds.set(attributeOf(element, 'office:name') ?? '', element.start)
  },
  'text:changed-region': openRegion,
  'text:insertion': ({change}) => {
    change.isInsertion = true
  },
  'text:deletion': openDeletion,
  'text:change': restore,
  'text:change-start': startChange,
  'text:change-end': endChange,
  'style:header': openMargin('header'),
  'style:header-left': openMargin('header'),
  'style:header-first': openMargin('header'),
  'style:footer': openMargin('footer'),
  'style:footer-left': openMargin('footer'),
  'style:footer-first': openMargin('footer'),
}

const closeList = (state: State) => current(state).lists.pop()
const closeSpan = (state: State) => current(state).visibilities.pop()

const atClose: Readonly<Record<string, (state: State) => void>> = {
  'text:p': closeParagraph,
  'text:h': closeParagraph,
  'text:span': closeSpan,
  'text:a': closeSpan,
  'text:list': closeList,
  'text:numbered-paragraph': closeList,
  'table:table': ({tables}) => tables.pop(),
  'table:table-cell': closeContainer,
  'draw:frame': ({frames}) => frames.pop(),
  'text:note-body': closeContainer,
  'office:annotation': closeAnnotation,
  'text:deletion': closeDeletion,
  'style:header': closeMargin,
  'style:header-left': closeMargin,
  'style:header-first': closeMargin,
  'style:footer': closeMargin,
  'style:footer-left': closeMargin,
  'style:footer-first': closeMargin,
}

/** A span that says nothing about it is hidden where what it stands in is. */
function openSpan(state: State, element: XmlElement): void {
  const {visibilities} = current(state)
  const style = factsOf(state.sheet, 'text', attributeOf(element, 'text:style-name'))
  const outer = visibilities.at(-1) ?? {isHidden: false, isCounted: false}
  visibilities.push(
    style.isHidden === undefined ? outer : {isHidden: style.isHidden, isCounted: false},
  )
}

function openTable(state: State): void {
  flushCarried(state)
  const {place, target} = current(state)
  const isNumbered = place.kind === 'body' && target === undefined
  if (isNumbered) state.tableCount++
  state.tables.push({
    isNumbered,
    place: isNumbered ? {kind: 'table', table: state.tableCount, row: 0} : place,
  })
}

function openBox(state: State): void {
  const {paragraph, target, place} = current(state)
  const isAside = state.containers.some((container) => container.target !== undefined)
  // What stands in a note's box is part of the note.
  const own: Place = isAside ? place : {kind: 'text-box', box: 0}
  // Boxes that hang on no paragraph stand on a page.
  state.containers.push(createContainer(own, paragraph ? {host: paragraph} : {target}))
}

function openNote(state: State, element: XmlElement): void {
  state.noteCount++
  const kind = attributeOf(element, 'text:note-class') === 'endnote' ? 'endnote' : 'footnote'
  current(state).paragraph?.notes.push({kind, id: String(state.noteCount)})
}

function closeContainer(state: State): void {
  flushCarried(state)
  state.containers.pop()
}

function closeMargin(state: State): void {
  closeContainer(state)
  const hasText = state.margins.slice(state.marginStart).some(({text}) => text.trim() !== '')
  if (hasText) state.omissions.margins++
}
