import type {Range} from '../../core/types.ts'
import {attributeOf, walkXml, type XmlElement, type XmlPart} from '../../readers/package/xml.ts'
import {toRoot} from '../package/root.ts'
import {readId} from './ids.ts'
import {closeFraming, noteFraming, noteObstacle} from './obstacles.ts'
import {
  createState,
  type OpenRun,
  type State,
  type Survey,
  type WantedMarks,
} from './survey-state.ts'

/** One walk over the body of a document. */
export function survey(part: XmlPart, wanted: WantedMarks): Survey {
  const state = createState(part, wanted)
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

/** What shares its ids with comments and tracked changes: `w:moveFromRangeStart`, `w:tcPrChange`, `w:cellIns`. */
const withIds =
  /^w:(?:comment(?:Range(?:Start|End)|Reference)|bookmark(?:Start|End)|ins|del|move(?:From|To)|cell(?:Ins|Del|Merge)|\w+Change|\w+Range(?:Start|End))$/

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
  if (name === 'w:framePr' || name === 'w:pStyle') noteFraming(state, element, path)
  if (state.runDepth > 0) openInRun(state, element, depth)
  else if (state.wholeDepth === 0) openOutside(state, element, path)
}

function noteIds(state: State, element: XmlElement): void {
  const {name} = element
  if (name === 'w:commentRangeStart') state.commentRanges++
  if (!withIds.test(name)) return
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
  if (depth === state.markedControls.at(-1)) {
    state.markedControls.pop()
    state.found.wholes.push({start, end})
  }
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
    // Nothing may stand between the properties of a control and its content.
    if (name === 'w:sdtPr' && state.points.touches(range)) state.markedControls.push(depth - 1)
    else if (state.pendingNotes.length > 0 || state.points.touches(range))
      state.found.wholes.push(range)
    settleNotes(state, range)
    if (name === 'w:pPr') state.paragraph.contentStart = range.end
    return
  }
  state.pendingNotes = []
  if (!state.points.touches(range)) return
  // What a control around paragraphs offers belongs to the first of them.
  const blocked = {...range, home: name === 'w:sdtPr' ? undefined : state.lastHome}
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
  const {paragraph} = state
  state.paragraphDepth = 0
  closeFraming(state, {start: paragraph.start, end})
  if (paragraph.isOneTag) return
  state.home ??= paragraph.contentStart
  state.lastHome = state.part.xml.lastIndexOf('<', end - 1)
  for (const blocked of state.homeless) blocked.home = paragraph.contentStart
  state.homeless = []
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
