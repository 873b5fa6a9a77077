import {type Near, near} from '../../core/ranges.ts'
import type {Range} from '../../core/types.ts'
import type {XmlPart, XmlText} from '../../readers/package/xml.ts'
import type {Root} from '../package/root.ts'

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

export interface OpenRun {
  readonly start: number
  readonly contentStart: number
  readonly directlyIn: number | undefined
  properties: string | undefined
  readonly children: (RunChild & {end: number; readonly texts: XmlText[]})[]
  isKept: boolean
}

export interface State {
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
  /** Whether the open paragraph says that it stands in a frame, its style, and whether it is right after one. */
  framing: {
    readonly isHere: boolean
    readonly styleId: string | undefined
    readonly isBefore: boolean
  }
  readonly isFramed: (styleId: string | undefined) => boolean
  run: OpenRun | undefined
  /** Starts of the open fields. */
  readonly fields: number[]
  pendingNotes: string[]
  /** How deep those controls stand of whose properties something is marked: a list to choose from. */
  readonly markedControls: number[]
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

/** What may have to be written into a document. */
export interface WantedMarks {
  /** Offsets at which markers may stand. */
  readonly points: readonly number[]
  /** Stretches in which tracked changes may stand. */
  readonly suggestions: readonly Range[]
  /** Whether paragraphs of a style, or of none, stand in a frame. */
  readonly isFramed: (styleId: string | undefined) => boolean
}

export const createState = (part: XmlPart, wanted: WantedMarks): State => ({
  part,
  points: near(wanted.points.map((point) => ({start: point, end: point}))),
  suggestions: near(wanted.suggestions),
  root: undefined,
  starts: [],
  keepsSpace: [],
  paragraphDepth: 0,
  runDepth: 0,
  wholeDepth: 0,
  boxDepth: 0,
  paragraph: {start: 0, contentStart: 0, isOneTag: false},
  framing: {isHere: false, styleId: undefined, isBefore: false},
  isFramed: wanted.isFramed,
  run: undefined,
  fields: [],
  pendingNotes: [],
  markedControls: [],
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
