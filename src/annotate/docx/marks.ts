import {rangeAt} from '../../core/ranges.ts'
import type {Range} from '../../core/types.ts'
import {rawNameOf} from '../package/root.ts'
import type {Edit} from '../splice.ts'
import {type Spot, type TextSpot, visible} from './spots.ts'
import type {Run, RunChild, Survey} from './survey-state.ts'

/** At one spot: what was begun ends, then come whole things, then what begins. */
export const ranks = {
  deletionEnd: 0,
  insertion: 1,
  commentEnd: 2,
  wholeComment: 3,
  commentStart: 4,
  deletionStart: 5,
} as const

interface Mark {
  readonly text: string
  readonly rank: number
}

/** Text of one run that a suggestion takes out. */
export interface Deletion extends Range {
  readonly run: Run
  readonly child: RunChild
}

/** Gathers what is to be inserted at which spots, and makes edits of it that leave runs whole. */
export interface Marks {
  readonly add: (spot: Spot, rank: number, text: string) => void
  readonly remove: (deletion: Deletion) => void
  readonly toEdits: () => Edit[]
}

interface Gathered {
  readonly xml: string
  /** By offset, in the order in which they came. */
  readonly spots: Map<number, {readonly spot: Spot; readonly marks: Mark[]}>
  readonly deletions: Deletion[]
}

export function gatherMarks({xml}: Pick<Survey, 'xml'>): Marks {
  const gathered: Gathered = {xml, spots: new Map(), deletions: []}
  const {spots, deletions} = gathered
  return {
    add(spot, rank, text) {
      const known = spots.get(spot.at)
      if (known) known.marks.push({rank, text})
      else spots.set(spot.at, {spot, marks: [{rank, text}]})
    },
    remove: (deletion) => deletions.push(deletion),
    toEdits: () => toEdits(gathered),
  }
}

function toEdits({xml, spots, deletions}: Gathered): Edit[] {
  const deleted = deletions.toSorted((a, b) => a.start - b.start)
  const edits: Edit[] = []
  const split = new Set<RunChild>()
  for (const {spot, marks} of spots.values()) {
    const inner = marks
      .toSorted((a, b) => a.rank - b.rank)
      .map(({text}) => text)
      .join('')
    const {before, after} = around(xml, spot, deleted)
    edits.push({at: spot.at, text: before + inner + after})
    if (spot.kind === 'text') split.add(spot.child)
  }
  for (const child of split) edits.push(...keepSpace(xml, child, deleted))
  for (const deletion of deleted) edits.push(...renameTags(xml, deletion))
  return edits
}

/** What closes a run before a marker inside it, and opens it again after. */
function around(xml: string, spot: Spot, deleted: readonly Deletion[]) {
  if (spot.kind === 'beside') return {before: '', after: ''}
  const {run} = spot
  const closeRun = `</${rawNameOf(xml, run)}>`
  const openRun = xml.slice(run.start, run.contentStart) + run.properties
  if (spot.kind === 'between') return {before: closeRun, after: openRun}
  const isDeletedBefore = rangeAt(deleted, spot.at - 1) !== undefined
  const isDeletedAfter = rangeAt(deleted, spot.at) !== undefined
  const {close, open} = tagsOf(xml, spot, isDeletedBefore, isDeletedAfter)
  return {before: close + closeRun, after: openRun + open}
}

function tagsOf(
  xml: string,
  {child, text}: Pick<TextSpot, 'child' | 'text'>,
  isDeletedBefore: boolean,
  isDeletedAfter: boolean,
) {
  const name = rawNameOf(xml, child)
  const [closeData, openData] = text.isCdata ? [']]>', '<![CDATA['] : ['', '']
  return {
    close: `${closeData}</${isDeletedBefore ? deletedName(name) : name}>`,
    open: (isDeletedAfter ? deletedTag(name) : keepingTag(xml, child)) + openData,
  }
}

/** "w:delText" for "w:t": a text that is taken out has another name. */
const deletedName = (name: string) => name.replace(/[^:]*$/, 'delText')

const deletedTag = (name: string) => `<${deletedName(name)} ${preserve}>`

const preserve = 'xml:space="preserve"'

/** The tag of a text, so that spaces at its ends are read. */
function keepingTag(xml: string, {start, contentStart}: RunChild): string {
  const tag = xml.slice(start, contentStart).replace(ownSpace, '')
  return `${tag.slice(0, -1).trimEnd()} ${preserve}>`
}

const ownSpace = /\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/

/** A text that is split keeps the spaces at the cuts, and no more than those that were read before. */
function keepSpace(xml: string, child: RunChild, deleted: readonly Deletion[]): Edit[] {
  const [first] = child.texts
  const last = child.texts.at(-1)
  const {start, end} = visible(xml, child)
  if (child.keepsSpace || !first || !last) return []
  const tag = xml.slice(child.start, child.contentStart)
  const isBare = start === first.start && end === last.end && !ownSpace.test(tag)
  const isRenamed = rangeAt(deleted, start) !== undefined
  if (isBare) {
    const at = child.contentStart - 1
    return isRenamed ? [] : [{at, text: ` ${preserve}`}]
  }
  // The spaces stay in texts of their own, where they are passed over as before.
  const name = rawNameOf(xml, child)
  const [closeFirst, openFirst] = first.isCdata ? [']]>', '<![CDATA['] : ['', '']
  const [closeLast, openLast] = last.isCdata ? [']]>', '<![CDATA['] : ['', '']
  return [
    {at: start, text: `${closeFirst}</${name}>${keepingTag(xml, child)}${openFirst}`},
    {at: end, text: `${closeLast}</${name}>${tag}${openLast}`},
  ]
}

/** A suggestion that takes out the start or the end of a text renames the tag there. */
function renameTags(xml: string, {child, start, end}: Deletion): Edit[] {
  const [text] = child.texts
  const name = rawNameOf(xml, child)
  if (!text) return []
  const open = {at: child.start, to: child.contentStart, text: deletedTag(name)}
  const close = {at: text.end, to: child.end, text: `</${deletedName(name)}>`}
  return [...(start === text.start ? [open] : []), ...(end === text.end ? [close] : [])]
}
