import {rangeAt} from '../../core/ranges.ts'
import type {Range, Segment} from '../../core/types.ts'
import type {Survey} from './survey.ts'

/** Where the annotation of a finding goes, in offsets of content.xml. */
export type Anchor =
  | {readonly kind: 'words'; readonly start: Spot; readonly end: Spot}
  /** The words stand where no comment can; it stands as near as it can, and says where they are. */
  | {readonly kind: 'point'; readonly spot: Spot}

export interface Spot {
  readonly at: number
  readonly isInCdata: boolean
}

/** Finds the places of ranges of `document.text`; undefined where the body holds no text at all. */
export function anchorFinder(
  survey: Survey,
  segments: readonly Segment[],
): (range: Range) => Anchor | undefined {
  const first = firstSpot(survey, segments)
  return (range) => {
    const within = segmentsOf(segments, range)
    const [head] = within
    const tail = within.at(-1)
    if (!head || !tail) return first && {kind: 'point', spot: first}
    const start = placeOf(survey, head, sourceStart(head, range.start))
    const end = placeOf(survey, tail, sourceEnd(tail, range.end))
    if (start.isOpen || end.isOpen) {
      const from = start.isOpen ? start.before : start.spot
      const to = end.isOpen ? end.after : end.spot
      if (from && to && from.at < to.at) return {kind: 'words', start: from, end: to}
    }
    const spot = start.spot ?? end.spot ?? first
    return spot && {kind: 'point', spot}
  }
}

/** The first word of the body: where comments stand that have no better place. */
function firstSpot(survey: Survey, segments: readonly Segment[]): Spot | undefined {
  for (const segment of segments) {
    const place = placeOf(survey, segment, segment.sourceStart)
    if (place.isOpen) return place.before
  }
  return undefined
}

/** Those that hold text of the range, found by halving: reports have tens of thousands. */
function segmentsOf(segments: readonly Segment[], {start, end}: Range): readonly Segment[] {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  let last = low
  while ((segments[last]?.start ?? end) < end) last++
  return segments.slice(low, last)
}

const isPlain = ({start, end, sourceStart, sourceEnd}: Segment) =>
  end - start === sourceEnd - sourceStart

/** A piece whose source has another length is taken whole. */
const sourceStart = (segment: Segment, start: number) =>
  segment.sourceStart + (isPlain(segment) ? Math.max(0, start - segment.start) : 0)

const sourceEnd = (segment: Segment, end: number) =>
  segment.sourceEnd - (isPlain(segment) ? Math.max(0, segment.end - end) : 0)

type Place =
  /** Text of the body: a comment can begin before it and end after it. */
  | {readonly isOpen: true; readonly spot?: Spot; readonly before: Spot; readonly after: Spot}
  /** Text elsewhere; `spot` is what the body has of it: a note's sign, a frame, a deletion's mark. */
  | {readonly isOpen: false; readonly spot?: Spot | undefined}

function placeOf(survey: Survey, segment: Segment, at: number): Place {
  if (segment.part !== survey.part.part) return {isOpen: false}
  // Inside the segment, also where the offset is its end.
  const inside = Math.min(at, segment.sourceEnd - 1)
  const deleted = rangeAt(survey.deleted, inside)
  if (deleted) {
    const point = survey.changePoints.get(deleted.changeId)
    return {isOpen: false, spot: point === undefined ? undefined : outside(survey, point)}
  }
  const aside = rangeAt(survey.asides, inside)
  if (aside) return {isOpen: false, spot: aside.isInParagraph ? plainSpot(aside.start) : undefined}
  const field = rangeAt(survey.fields, inside)
  if (field) return {isOpen: true, before: plainSpot(field.start), after: plainSpot(field.end)}
  const isInCdata = rangeAt(survey.cdata, inside) !== undefined
  const isSplit = halvesCharacter(survey.part.xml, at)
  return {
    isOpen: true,
    before: {at: isSplit ? at - 1 : at, isInCdata},
    after: {at: isSplit ? at + 1 : at, isInCdata},
  }
}

const halvesCharacter = (xml: string, at: number) =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(xml.slice(at - 1, at + 1))

/** A mark in a note or a frame is seen where that stands. */
function outside({asides}: Survey, at: number): Spot | undefined {
  const aside = rangeAt(asides, at)
  if (!aside) return plainSpot(at)
  return aside.isInParagraph ? plainSpot(aside.start) : undefined
}

const plainSpot = (at: number): Spot => ({at, isInCdata: false})
