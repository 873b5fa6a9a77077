import type {Range} from '../../core/types.ts'
import {attributeOf, walkXml, type XmlElement, type XmlPart} from '../../readers/package/xml.ts'
import {type Root, toRoot} from '../package/root.ts'

/** An element, from the "<" of its first tag to the ">" of its last, in offsets of the XML. */
interface Stretch extends Range {
  /** Whether it stands in a paragraph, where a comment may stand, too. */
  readonly isInParagraph: boolean
}

/** Text that a tracked change has taken out of the body. */
interface Deleted extends Range {
  readonly changeId: string
}

/** What decides where in content.xml a comment can stand. Every list is in order, without overlaps. */
export interface Survey {
  readonly part: XmlPart
  readonly root: Root
  /** Notes, frames and shapes: comments in them are lost when the file is saved as Word's. */
  readonly asides: readonly Stretch[]
  /** Fields and the like, which hold nothing but their text. */
  readonly fields: readonly Stretch[]
  readonly cdata: readonly Range[]
  readonly deleted: readonly Deleted[]
  /** Where the text of a deletion once stood. */
  readonly changePoints: ReadonlyMap<string, number>
  readonly names: ReadonlySet<string>
  readonly annotationCount: number
  /** Where tracked changes are kept, or where they would be. */
  readonly changes: {
    readonly element?: XmlElement
    readonly end?: number
    readonly home: number
  }
}

interface State {
  readonly asides: Stretch[]
  readonly fields: Stretch[]
  readonly cdata: Range[]
  readonly deleted: Deleted[]
  readonly changePoints: Map<string, number>
  readonly names: Set<string>
  annotationCount: number
  changes: {element?: XmlElement; end?: number; home: number}
  changeId: string
  /** The outermost element that is passed over whole, and its depth. */
  open?:
    | {
        readonly list: Stretch[]
        readonly start: number
        readonly depth: number
        readonly isInParagraph: boolean
      }
    | undefined
  /** The content controls that are open, one in another. */
  readonly controls: {readonly start: number; readonly depth: number}[]
  deletionStart: number
  /** How many paragraphs are open. */
  paragraphs: number
}

/** One walk over content.xml. */
export function survey(part: XmlPart): Survey {
  const state: State = {
    asides: [],
    fields: [],
    cdata: [],
    deleted: [],
    changePoints: new Map(),
    names: new Set(),
    annotationCount: 0,
    changes: {home: 0},
    changeId: '',
    controls: [],
    deletionStart: 0,
    paragraphs: 0,
  }
  let rootElement: XmlElement | undefined
  let rootEnd = 0
  walkXml(part, {
    open(element, path) {
      if (path.length === 1) rootElement = element
      openElement(state, element, path)
    },
    close(name, path, end) {
      if (path.length === 1) rootEnd = end
      closeElement(state, name, path.length, end)
    },
    text({start, end, isCdata}) {
      if (isCdata) state.cdata.push({start, end})
    },
  })
  const element = rootElement ?? {name: '', attributes: {}, start: 0, end: 0}
  return {...state, part, root: toRoot(part.xml, element, rootEnd)}
}

const isParagraph = (name: string) => name === 'text:p' || name === 'text:h'

const control = 'loext:content-control'

/** Elements of a paragraph that may hold comments as the paragraph does. */
const transparent = new Set(['text:span', 'text:a', 'text:meta', control])

function openElement(state: State, element: XmlElement, path: readonly string[]): void {
  const {name, start} = element
  readMark(state, element)
  if (state.open) return
  if (name === 'text:deletion') state.deletionStart = element.end
  const isInParagraph = state.paragraphs > 0
  if (name === control) state.controls.push({start, depth: path.length})
  const isAside = name === 'text:note' || name.startsWith('draw:')
  if (name === 'loext:list-item' && isInParagraph) openList(state)
  else if (isAside || (isInParagraph && !transparent.has(name))) {
    const list = isAside ? state.asides : state.fields
    state.open = {list, start, depth: path.length, isInParagraph}
  } else if (isParagraph(name)) state.paragraphs++
}

/** A control that offers a list stays whole: its entries stand before its text, and hold nothing. */
function openList(state: State): void {
  const control = state.controls.at(-1)
  if (!control) return
  while ((state.fields.at(-1)?.start ?? -1) >= control.start) state.fields.pop()
  while ((state.asides.at(-1)?.start ?? -1) >= control.start) state.asides.pop()
  state.open = {list: state.fields, ...control, isInParagraph: true}
}

function readMark(state: State, element: XmlElement): void {
  const {name, start} = element
  if (name === 'office:text') state.changes.home = element.end
  // Those of headers stand in another part; those of the body come once.
  if (name === 'text:tracked-changes') state.changes.element ??= element
  if (name === 'text:changed-region') {
    state.changeId = attributeOf(element, 'text:id') ?? attributeOf(element, 'xml:id') ?? ''
  }
  if (name === 'text:change') {
    state.changePoints.set(attributeOf(element, 'text:change-id') ?? '', start)
  }
  if (name === 'office:annotation') state.annotationCount++
  if (name.startsWith('office:annotation')) {
    state.names.add(attributeOf(element, 'office:name') ?? '')
  }
}

function closeElement(state: State, name: string, depth: number, end: number): void {
  if (name === 'office:forms') state.changes.home = end
  if (name === 'text:tracked-changes') state.changes.end ??= end
  const {open, changeId, deletionStart, controls} = state
  if (controls.at(-1)?.depth === depth) controls.pop()
  if (open?.depth === depth) {
    const {list, start, isInParagraph} = open
    list.push({start, end, isInParagraph})
    state.open = undefined
  } else if (open) return
  else if (isParagraph(name)) state.paragraphs--
  if (name === 'text:deletion') state.deleted.push({start: deletionStart, end, changeId})
}
