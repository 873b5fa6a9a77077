import {near} from '../../core/ranges.ts'
import type {Range} from '../../core/types.ts'
import {attributeOf, walkXml, type XmlElement, type XmlPart} from '../../readers/package/xml.ts'
import {elementsIn} from '../package/elements.ts'
import {closingStart, rawNameOf} from '../package/root.ts'
import type {Edit} from '../splice.ts'

/** Whose marks go. */
export interface Own {
  /** Ids of comments, as the file writes them. */
  readonly ids: ReadonlySet<string>
  /** Those of them that offer a wording: a tracked change of ours has one about it. */
  readonly offering: ReadonlySet<string>
  /** Of tracked changes. */
  readonly author: string
}

interface OpenRun {
  readonly start: number
  readonly depth: number
  readonly references: Range[]
  hasOther: boolean
  /** It refers to somebody else's comment. */
  refersElsewhere: boolean
}

/** A tracked change of ours, while it is being read. */
interface OpenChange {
  readonly name: string
  readonly element: XmlElement
  readonly depth: number
  /** Of what others have put inside, and which stays. */
  readonly kept: Range[]
  readonly renamed: Edit[]
}

interface State {
  readonly part: XmlPart
  readonly own: Own
  readonly elements: XmlElement[]
  /** Where our tracked changes start. */
  readonly changes: ReadonlySet<number>
  readonly edits: Edit[]
  run: OpenRun | undefined
  change: OpenChange | undefined
}

/**
 * Takes our comments out of the text: markers, references, and the tracked changes inside them,
 * of which insertions go and deletions come back.
 */
export function removeMarks(part: XmlPart, own: Own): readonly Edit[] {
  const state: State = {
    part,
    own,
    elements: [],
    changes: changesOf(part, own),
    edits: [],
    run: undefined,
    change: undefined,
  }
  walkXml(part, {
    open: (element, path) => open(state, element, path),
    close: (name, path, end) => close(state, name, path, end),
  })
  return state.edits
}

function open(state: State, element: XmlElement, path: readonly string[]): void {
  const {name, start} = element
  const depth = path.length
  state.elements.push(element)
  if (!state.change && state.changes.has(start)) {
    state.change = {name, element, depth, kept: [], renamed: []}
  }
  if (name === 'w:r' && !state.run) {
    state.run = {start, depth, references: [], hasOther: false, refersElsewhere: false}
  } else if (state.run && depth === state.run.depth + 1) lookAtChild(state, state.run, element)
}

const idOf = (element: XmlElement) => attributeOf(element, 'w:id') ?? ''

const isOwn = ({own}: State, element: XmlElement) => own.ids.has(idOf(element))

/**
 * Tracked changes that are ours: by our author, and meeting a comment of ours that offers a wording.
 * Programs move the ends of a comment into the change, so it need not stand inside.
 */
function changesOf(part: XmlPart, {offering, author}: Own): ReadonlySet<number> {
  const starts = new Map<string, number>()
  const offered: Range[] = []
  walkXml(part, {
    open(element) {
      const id = idOf(element)
      if (element.name === 'w:commentRangeStart' && offering.has(id)) starts.set(id, element.start)
      if (element.name !== 'w:commentRangeEnd') return
      const start = starts.get(id)
      if (start !== undefined) offered.push({start, end: element.end})
    },
  })
  const isOffered = near(offered)
  // In properties they say that a paragraph or a row is new.
  const changes = elementsIn(
    part,
    (element, path) =>
      (element.name === 'w:ins' || element.name === 'w:del') &&
      !path.at(-2)?.endsWith('Pr') &&
      attributeOf(element, 'w:author') === author,
  )
  return new Set(changes.filter(isOffered.overlaps).map(({start}) => start))
}

function lookAtChild(state: State, run: OpenRun, element: XmlElement): void {
  const {name} = element
  if (name === 'w:rPr') return
  if (name === 'w:commentReference' && isOwn(state, element)) return
  run.hasOther = true
  if (name === 'w:commentReference') run.refersElsewhere = true
}

function close(state: State, name: string, path: readonly string[], end: number): void {
  const element = state.elements.pop()
  if (!element) return
  const {start} = element
  const depth = path.length
  const {run, change} = state
  const isMarker = name === 'w:commentRangeStart' || name === 'w:commentRangeEnd'
  if (isMarker && isOwn(state, element)) remove(state, {start, end})
  if (name === 'w:commentReference' && isOwn(state, element)) run?.references.push({start, end})
  if (run && depth === run.depth) closeRun(state, run, end)
  const refersElsewhere = run !== undefined && depth === run.depth && run.refersElsewhere
  const isOthers = (isMarker && !isOwn(state, element)) || refersElsewhere
  if (change && isOthers && depth === change.depth + 1) change.kept.push({start, end})
  if (change?.name === 'w:del' && name === 'w:delText') rename(state, change, element, end)
  if (change && depth === change.depth) closeChange(state, change, end)
}

/** Inside an insertion that goes as a whole nothing needs to be taken out singly. */
function remove(state: State, {start, end}: Range): void {
  if (state.change?.name !== 'w:ins') state.edits.push({at: start, to: end, text: ''})
}

/** A run that holds our reference alone was made for it. */
function closeRun(state: State, run: OpenRun, end: number): void {
  state.run = undefined
  if (run.references.length === 0) return
  if (!run.hasOther) remove(state, {start: run.start, end})
  else for (const reference of run.references) remove(state, reference)
}

function rename({part: {xml}}: State, {renamed}: OpenChange, element: XmlElement, end: number) {
  const name = rawNameOf(xml, element)
  const plain = name.replace(/delText$/, 't')
  const nameStart = element.start + '<'.length
  renamed.push({at: nameStart, to: nameStart + name.length, text: plain})
  if (end === element.end) return
  renamed.push({at: closingStart(xml, end), to: end, text: `</${plain}>`})
}

function closeChange(state: State, change: OpenChange, end: number): void {
  const {element, name, kept, renamed} = change
  state.change = undefined
  if (name === 'w:del') {
    const closing = closingStart(state.part.xml, end)
    const isOneTag = end === element.end
    state.edits.push({at: element.start, to: element.end, text: ''}, ...renamed)
    if (!isOneTag) state.edits.push({at: closing, to: end, text: ''})
    return
  }
  let from = element.start
  for (const range of kept) {
    state.edits.push({at: from, to: range.start, text: ''})
    from = range.end
  }
  state.edits.push({at: from, to: end, text: ''})
}
