import type {Tracked} from '../../core/types.ts'
import type {XmlElement} from '../package/xml.ts'
import type {State} from './state.ts'

interface Change {
  /** Which reading has what was changed. */
  readonly reading: Tracked
  /** What was moved stands in both readings, so nothing is left out. */
  readonly counts?: 'deletions' | 'insertions'
}

const changes: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['w:ins', {reading: 'accepted', counts: 'insertions'}],
  ['w:moveTo', {reading: 'accepted'}],
  ['w:cellIns', {reading: 'accepted', counts: 'insertions'}],
  ['w:del', {reading: 'original', counts: 'deletions'}],
  ['w:moveFrom', {reading: 'original'}],
  ['w:cellDel', {reading: 'original', counts: 'deletions'}],
])

/** Whether the element is a tracked change; if so, all that follows from it is done. */
export function openChange(state: State, {name}: XmlElement, path: readonly string[]): boolean {
  const change = changes.get(name)
  if (!change) return false
  const isRead = change.reading === state.tracked
  const parent = path.at(-2)
  if (parent === 'w:rPr') {
    if (path.at(-3) === 'w:pPr') changeEnd(state, isRead)
  } else if (parent === 'w:trPr') changeRow(state, change, isRead, path)
  else if (parent === 'w:tcPr') changeCell(state, change, isRead, path)
  else if (parent === 'w:numPr') changeNumber(state, isRead)
  else if (isRead) state.openChanges++
  else if (parent !== 'm:ctrlPr') skip(state, change, path.length)
  return true
}

export function closeChange(state: State, name: string, path: readonly string[]): void {
  const isRead = changes.get(name)?.reading === state.tracked
  if (isRead && !properties.has(path.at(-2) ?? '')) state.openChanges--
}

const properties = new Set(['w:rPr', 'w:trPr', 'w:tcPr', 'w:numPr'])

/** Of the paragraph: where its end is not there, the next one goes on where it stops. */
function changeEnd(state: State, isRead: boolean): void {
  const paragraph = state.openParagraphs.at(-1)
  if (!paragraph) return
  state.hasTrackedChanges = true
  if (!isRead) paragraph.isJoinedToNext = true
}

function changeRow(state: State, change: Change, isRead: boolean, path: readonly string[]): void {
  const depth = path.lastIndexOf('w:tr') + 1
  if (depth === 0) return
  state.hasTrackedChanges = true
  if (isRead) return
  skip(state, change, depth)
  const table = state.tables.at(-1)
  if (table?.place.kind !== 'table' || !table.isNumbered) return
  table.place = {...table.place, row: table.place.row - 1}
}

function changeCell(state: State, change: Change, isRead: boolean, path: readonly string[]): void {
  const depth = path.lastIndexOf('w:tc') + 1
  if (depth === 0) return
  state.hasTrackedChanges = true
  if (!isRead) skip(state, change, depth)
}

/** A paragraph that was put into a list was in none before, or in that of its style. */
function changeNumber({openParagraphs}: State, isRead: boolean): void {
  const paragraph = openParagraphs.at(-1)
  if (!paragraph || isRead) return
  paragraph.listId = undefined
  paragraph.listLevel = undefined
}

function skip(state: State, {counts}: Change, depth: number): void {
  state.skip = {depth, counts, isChange: true, hasText: false}
}
