import {ownershipOf} from '../../core/own-comment.ts'
import type {Range} from '../../core/types.ts'
import {decodeText} from '../../readers/package/decode.ts'
import {
  attributeOf,
  walkXml,
  type XmlElement,
  type XmlPart,
  type XmlText,
} from '../../readers/package/xml.ts'
import {closingStart} from '../package/root.ts'
import type {Edit} from '../splice.ts'
import {offerOf} from './suggestions.ts'

/** One tracked change of the file, whoever made it. */
interface Change {
  /** Of its region. */
  start: number
  end: number
  isDeletion: boolean
  /** What is said of it, a line for each paragraph. */
  info: string
  /** The content of each paragraph that it took out. */
  readonly deleted: Range[]
  /** Its marks in the text. */
  readonly marks: Range[]
  /** Text between its marks. */
  readonly texts: Range[]
  inserted: string
}

interface Walk {
  readonly part: XmlPart
  readonly changes: Map<string, Change>
  /** The region that is open. */
  current?: Change | undefined
  /** An insertion whose end is still to come. */
  inside?: Change | undefined
  paragraphStart: number
  /** Where `text:tracked-changes` begins. */
  keeperStart?: number
  /** How many comments and notes are open: their text is not the insertion's. */
  asides: number
}

/** Takes our suggestions back: the words are what they were. Keeps those into which somebody wrote. */
export function removeChanges(part: XmlPart): {
  readonly edits: readonly Edit[]
  readonly kept: number
} {
  const {changes, keeper} = readChanges(part)
  const own = changes.filter(({info}) => ownershipOf(info) !== 'other')
  const suggestions = pairsOf(own)
  const removed = suggestions.filter((pair) => pair.every(isAsWritten)).flat()
  const kept = suggestions.filter((pair) => !pair.every(isAsWritten)).length
  if (removed.length === 0) return {edits: [], kept}
  const regions = removed.length === changes.length ? [keeper] : removed
  const edits = [...regions.map(gone), ...removed.flatMap((change) => editsOf(part, change))]
  return {edits, kept}
}

const gone = ({start, end}: Range): Edit => ({at: start, to: end, text: ''})

/** A deletion and the insertion right after it say the same of themselves. */
function pairsOf(own: readonly Change[]): readonly (readonly Change[])[] {
  const pairs: Change[][] = []
  const placed = own.toSorted((a, b) => (a.marks[0]?.start ?? 0) - (b.marks[0]?.start ?? 0))
  for (const change of placed) {
    const before = pairs.at(-1)
    const [first] = before ?? []
    const isSecond = before?.length === 1 && first?.isDeletion && !change.isDeletion
    if (isSecond && first.info === change.info) before.push(change)
    else pairs.push([change])
  }
  return pairs
}

/** Programs rearrange spaces. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

function isAsWritten({isDeletion, info, inserted, deleted, marks}: Change): boolean {
  if (ownershipOf(info) !== 'own') return false
  if (isDeletion) return marks.length === 1 && deleted.length === 1
  return marks.length === 2 && plain(info).startsWith(`${offerOf(plain(inserted))} `)
}

/** Our words go, with the marks around them, and those that were taken out come back. */
function editsOf({xml}: XmlPart, {isDeletion, deleted, marks, texts}: Change): Edit[] {
  const [mark] = marks
  const [words] = deleted
  if (isDeletion && mark && words) {
    return [{at: mark.start, to: mark.end, text: xml.slice(words.start, words.end)}]
  }
  return [...marks, ...texts].map(gone)
}

function readChanges(part: XmlPart) {
  const walk: Walk = {part, changes: new Map(), paragraphStart: 0, asides: 0}
  let keeper: Range = {start: 0, end: 0}
  walkXml(part, {
    open: (element, path) => openElement(walk, element, path),
    close(name, path, end) {
      if (name === 'text:tracked-changes') keeper = {start: walk.keeperStart ?? end, end}
      closeElement(walk, name, path, end)
    },
    text: (text, path) => readText(walk, text, path),
  })
  return {changes: [...walk.changes.values()], keeper}
}

function readText(
  {part, current, inside, asides}: Walk,
  data: XmlText,
  path: readonly string[],
): void {
  if (!current && !inside) return
  const text = decodeText(part.xml, [data], true)
    .map((piece) => piece.text)
    .join('')
  if (current && path.includes('office:change-info') && path.at(-1)?.startsWith('text:')) {
    current.info += text
  } else if (inside && asides === 0) {
    inside.texts.push({start: data.start, end: data.end})
    inside.inserted += text
  }
}

function openElement(walk: Walk, element: XmlElement, path: readonly string[]): void {
  const {name, start, end} = element
  if (name === 'text:tracked-changes') walk.keeperStart ??= start
  if (name === 'office:annotation' || name === 'text:note') walk.asides++
  if (name === 'text:changed-region') walk.current = openRegion(walk, element)
  if (name === 'text:deletion' && walk.current) walk.current.isDeletion = true
  if (isDeletedParagraph(name, path)) walk.paragraphStart = end
  const change = walk.changes.get(attributeOf(element, 'text:change-id') ?? '')
  if (change) change.marks.push({start, end})
  if (name === 'text:change-start') walk.inside = change
  if (name === 'text:change-end' && change === walk.inside) walk.inside = undefined
}

function openRegion({changes}: Walk, element: XmlElement): Change {
  const change: Change = {
    start: element.start,
    end: element.end,
    isDeletion: false,
    info: '',
    deleted: [],
    marks: [],
    texts: [],
    inserted: '',
  }
  const id = attributeOf(element, 'text:id') ?? attributeOf(element, 'xml:id')
  changes.set(id ?? String(element.start), change)
  return change
}

const isDeletedParagraph = (name: string, path: readonly string[]) =>
  (name === 'text:p' || name === 'text:h') && path.at(-2) === 'text:deletion'

function closeElement(walk: Walk, name: string, path: readonly string[], end: number): void {
  const {current, part} = walk
  if (name === 'office:annotation' || name === 'text:note') walk.asides--
  if (current && name === 'text:p' && path.includes('office:change-info')) current.info += '\n'
  if (current && isDeletedParagraph(name, path)) {
    const contentEnd = Math.max(walk.paragraphStart, closingStart(part.xml, end))
    current.deleted.push({start: walk.paragraphStart, end: contentEnd})
  }
  if (current && name === 'text:changed-region') {
    current.end = end
    walk.current = undefined
  }
}
