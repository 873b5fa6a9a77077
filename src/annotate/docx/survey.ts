import {type Near, near} from '../../core/ranges.ts'
import type {Range} from '../../core/types.ts'
import {
  attributeOf,
  walkXml,
  type XmlElement,
  type XmlPart,
  type XmlText,
} from '../../readers/package/xml.ts'
import {type Root, toRoot} from '../package/root.ts'
import {readId} from './ids.ts'

/** What stands directly in a run. */
export interface RunChild extends Range {
  readonly name: string
  /** Just after its opening tag. */
  readonly contentStart: number
  /** The character data of a `w:t` or `w:delText`. */
  readonly texts: readonly XmlText[]
  readonly keepsSpace: boolean
}

/** A `w:r` of a paragraph. Runs inside what a run holds (boxes, small print) belong to that child. */
export interface Run extends Range {
  readonly contentStart: number
  /** The XML of its `w:rPr`, or nothing. */
  readonly properties: string
  readonly children: readonly RunChild[]
  /** Where its paragraph starts, if it stands in that directly. */
  readonly directlyIn: number | undefined
}

/** Where markers may stand in the body of a document. All offsets count in the XML of its part. */
export interface Survey {
  readonly xml: string
  readonly root: Root
  /** In order, those only that hold something asked for. */
  readonly runs: readonly Run[]
  /** Fields, equations and other things that are marked as a whole or not at all. In order, apart. */
  readonly wholes: readonly Range[]
  /** What stands between paragraphs and has several versions, with the nearest place for a marker. */
  readonly blocked: readonly (Range & {readonly home: number | undefined})[]
  /** Text boxes. */
  readonly boxes: readonly Range[]
  /** Content controls around whole paragraphs, rows or cells. In order, apart. */
  readonly controls: readonly Range[]
  /** Where a note is referred to, by "w:footnoteReference 3". */
  readonly notes: ReadonlyMap<string, Range>
  /** What stands between runs in a paragraph, and framed paragraphs, where a suggestion is wanted. */
  readonly obstacles: readonly Range[]
  /** In the first paragraph that can hold a marker. */
  readonly home: number | undefined
  /** Ids of all markers, references and tracked changes. */
  readonly ids: ReadonlySet<number>
  readonly commentRanges: number
}

interface OpenRun {
  readonly start: number
  readonly contentStart: number
  readonly directlyIn: number | undefined
  properties: string | undefined
  readonly children: (RunChild & {end: number; readonly texts: XmlText[]})[]
  isKept: boolean
}

interface State {
  readonly part: XmlPart
  readonly points: Near
  readonly suggestions: Near
  root: Root | undefined
  /** Of the open elements. */
  readonly starts: number[]
  readonly keepsSpace: boolean[]
  /** How deep the outermost paragraph, run, and other element stand that are open; 0 for none. */
  paragraphDepth: number
  runDepth: number
  wholeDepth: number
  boxDepth: number
  paragraph: {readonly start: number; contentStart: number; readonly isOneTag: boolean}
  /** Whether the paragraph stands in a frame, or right after one. */
  framing: {readonly isHere: boolean; readonly isBefore: boolean}
  run: OpenRun | undefined
  /** Starts of the open fields. */
  readonly fields: number[]
  pendingNotes: string[]
  lastHome: number | undefined
  homeless: (Range & {home: number | undefined})[]
  readonly found: {
    readonly runs: Run[]
    readonly wholes: Range[]
    readonly blocked: (Range & {home: number | undefined})[]
    readonly boxes: Range[]
    readonly controls: Range[]
    readonly notes: Map<string, Range>
    readonly obstacles: Range[]
    readonly ids: Set<number>
  }
  home: number | undefined
  commentRanges: number
}

/**
 * One walk over the body of a document.
 * @param points offsets at which markers may be wanted
 * @param suggestions stretches in which a tracked change may be wanted
 */
export function survey(
  part: XmlPart,
  points: readonly number[],
  suggestions: readonly Range[],
): Survey {
  const state = createState(part, points, suggestions)
  walkXml(part, {
    open: (element, path) => open(state, element, path),
    close: (name, path, end) => close(state, name, path, end),
    text: (text, path) => {
      if (state.runDepth > 0 && path.length === state.runDepth + 1) {
        state.run?.children.at(-1)?.texts.push(text)
      }
    },
  })
  const {root, home, found, commentRanges} = state
  if (!root) throw new Error('Expected a root')
  return {...found, xml: part.xml, root, home, commentRanges, ...apart(found)}
}

const createState = (
  part: XmlPart,
  points: readonly number[],
  suggestions: readonly Range[],
): State => ({
  part,
  points: near(points.map((point) => ({start: point, end: point}))),
  suggestions: near(suggestions),
  root: undefined,
  starts: [],
  keepsSpace: [],
  paragraphDepth: 0,
  runDepth: 0,
  wholeDepth: 0,
  boxDepth: 0,
  paragraph: {start: 0, contentStart: 0, isOneTag: false},
  framing: {isHere: false, isBefore: false},
  run: undefined,
  fields: [],
  pendingNotes: [],
  lastHome: undefined,
  homeless: [],
  found: {
    runs: [],
    wholes: [],
    blocked: [],
    boxes: [],
    controls: [],
    notes: new Map(),
    obstacles: [],
    ids: new Set(),
  },
  home: undefined,
  commentRanges: 0,
})

/**
 * They hold paragraphs, or runs, and markers may stand in them as well. So they may in a `w:smartTag`, but
 * LibreOffice moves them out of it to its end, and then they stand at other words: it is marked as a whole.
 */
const transparent = new Set([
  'w:document',
  'w:body',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:hyperlink',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:dir',
  'w:bdo',
])

const withIds = new Set([
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:bookmarkStart',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:rPrChange',
  'w:pPrChange',
])

const apart = ({wholes, controls}: State['found']) => ({
  wholes: outermost(wholes),
  controls: outermost(controls),
})

function open(state: State, element: XmlElement, path: readonly string[]): void {
  const {name, start} = element
  const depth = path.length
  state.starts.push(start)
  const space = attributeOf(element, 'xml:space')
  state.keepsSpace.push(
    space === undefined ? (state.keepsSpace.at(-1) ?? false) : space === 'preserve',
  )
  if (depth === 1) state.root = toRoot(state.part.xml, element, element.end)
  noteIds(state, element)
  if (name === 'w:txbxContent' && state.boxDepth === 0) state.boxDepth = depth
  if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
    state.pendingNotes.push(`${name} ${attributeOf(element, 'w:id') ?? ''}`)
  }
  if (name === 'w:framePr' && path.at(-3) === 'w:p' && state.wholeDepth === depth - 1) {
    state.framing = {...state.framing, isHere: true}
  }
  if (state.runDepth > 0) openInRun(state, element, depth)
  else if (state.wholeDepth === 0) openOutside(state, element, path)
}

function noteIds(state: State, element: XmlElement): void {
  const {name} = element
  if (name === 'w:commentRangeStart') state.commentRanges++
  if (!withIds.has(name)) return
  const id = readId(element)
  if (id !== undefined) state.found.ids.add(id)
}

/** Directly in the body, a paragraph, or what may hold both. */
function openOutside(state: State, element: XmlElement, path: readonly string[]): void {
  const {name, start, end} = element
  const depth = path.length
  if (name === 'w:p' && state.paragraphDepth === 0) {
    const isOneTag = state.part.xml.startsWith('/>', end - 2)
    state.paragraphDepth = depth
    state.paragraph = {start, contentStart: end, isOneTag}
    return
  }
  if (name === 'w:r' && state.paragraphDepth > 0) {
    const directlyIn = depth === state.paragraphDepth + 1 ? state.paragraph.start : undefined
    state.runDepth = depth
    state.run = {
      start,
      contentStart: end,
      directlyIn,
      properties: undefined,
      children: [],
      isKept: false,
    }
    return
  }
  if (!transparent.has(name)) state.wholeDepth = depth
}

function openInRun(state: State, element: XmlElement, depth: number): void {
  const {run} = state
  if (!run || depth !== state.runDepth + 1) return
  const {name, start, end} = element
  run.children.push({
    name,
    start,
    contentStart: end,
    end,
    texts: [],
    keepsSpace: state.keepsSpace.at(-1) ?? false,
  })
  if (name === 'w:fldChar') changeField(state, run, element)
}

/** A field that never ends is none. */
function changeField({fields, found}: State, run: OpenRun, element: XmlElement): void {
  const type = attributeOf(element, 'w:fldCharType')
  if (type === 'begin') fields.push(element.start)
  if (type === 'begin' || type === 'end') run.isKept = true
  const start = type === 'end' ? fields.pop() : undefined
  if (start !== undefined) found.wholes.push({start, end: element.end})
}

function close(state: State, name: string, path: readonly string[], end: number): void {
  const depth = path.length
  const start = state.starts.pop() ?? 0
  state.keepsSpace.pop()
  if (depth === 1 && state.root) state.root = toRoot(state.part.xml, state.root.element, end)
  if (depth === state.boxDepth) {
    state.boxDepth = 0
    state.found.boxes.push({start, end})
  }
  if (name === 'w:sdt' && state.paragraphDepth === 0) state.found.controls.push({start, end})
  if (state.runDepth > 0) closeInRun(state, depth, end)
  else if (state.wholeDepth > 0) closeWhole(state, name, depth, {start, end})
  else if (depth === state.paragraphDepth) closeParagraph(state, end)
  if (state.paragraphDepth > 0 && depth === state.paragraphDepth + 1) {
    noteObstacle(state, name, {start, end})
  }
}

function closeInRun(state: State, depth: number, end: number): void {
  const {run, found} = state
  if (!run) return
  const child = run.children.at(-1)
  if (depth === state.runDepth + 1 && child) {
    child.end = end
    if (state.pendingNotes.length > 0) run.isKept = true
    settleNotes(state, child)
    if (child.name !== 'w:rPr') return
    run.children.pop()
    run.properties ??= state.part.xml.slice(child.start, end)
  }
  if (depth !== state.runDepth) return
  state.runDepth = 0
  const range = {start: run.start, end}
  if (run.isKept || state.points.touches(range) || state.suggestions.overlaps(range)) {
    found.runs.push({...run, end, properties: run.properties ?? ''})
  }
}

function closeWhole(state: State, name: string, depth: number, range: Range): void {
  if (depth !== state.wholeDepth) return
  state.wholeDepth = 0
  if (state.paragraphDepth > 0) {
    if (state.pendingNotes.length > 0 || state.points.touches(range)) state.found.wholes.push(range)
    settleNotes(state, range)
    if (name === 'w:pPr') state.paragraph.contentStart = range.end
    return
  }
  state.pendingNotes = []
  if (!state.points.touches(range)) return
  const blocked = {...range, home: state.lastHome}
  state.found.blocked.push(blocked)
  if (blocked.home === undefined) state.homeless.push(blocked)
}

function settleNotes(state: State, {start, end}: Range): void {
  for (const key of state.pendingNotes) {
    if (!state.found.notes.has(key)) state.found.notes.set(key, {start, end})
  }
  state.pendingNotes = []
}

function closeParagraph(state: State, end: number): void {
  const {paragraph, framing} = state
  state.paragraphDepth = 0
  state.framing = {isHere: false, isBefore: framing.isHere}
  if (framing.isHere || framing.isBefore) addObstacle(state, {start: paragraph.start, end})
  if (paragraph.isOneTag) return
  state.home ??= paragraph.contentStart
  state.lastHome = state.part.xml.lastIndexOf('<', end - 1)
  for (const blocked of state.homeless) blocked.home = paragraph.contentStart
  state.homeless = []
}

/** They stand between runs and hold nothing. */
const harmless = new Set([
  'w:r',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:proofErr',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:permStart',
  'w:permEnd',
])

function noteObstacle(state: State, name: string, range: Range): void {
  if (!harmless.has(name)) addObstacle(state, range)
}

/** A paragraph in a frame is one, and so is that after it: LibreOffice 7.4 makes their tracked changes text. */
function addObstacle(state: State, range: Range): void {
  if (state.suggestions.overlaps(range)) state.found.obstacles.push(range)
}

/** In order, without those that stand inside another. */
function outermost(ranges: readonly Range[]): readonly Range[] {
  const kept: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || range.start >= last.end) kept.push(range)
  }
  return kept
}
