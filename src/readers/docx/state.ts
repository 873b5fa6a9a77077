import type {Segment} from '../../core/types.ts'
import type {NoteReference, Place} from '../package/layout.ts'
import type {XmlPart, XmlText} from '../package/xml.ts'
import type {Omissions, Paragraph} from './story.ts'
import type {Styles} from './styles.ts'

/** A paragraph while it is being read. */
export interface OpenParagraph {
  readonly texts: string[]
  length: number
  readonly segments: Segment[]
  readonly place: Place
  /** Paragraphs of the text boxes it holds. */
  readonly boxes: Paragraph[]
  readonly notes: NoteReference[]
  styleId?: string
  outlineLevel?: number
  listId?: string
  listLevel?: number
  /** Its end was deleted: the next paragraph goes on where it stops. */
  isJoinedToNext: boolean
}

interface Run {
  isHidden?: boolean
  styleId?: string
  isCounted: boolean
}

/** What paragraphs stand in: the body, a table cell, a text box, a note. */
export interface Container {
  readonly place: Place
  /** The paragraph a text box hangs on. */
  readonly host?: OpenParagraph | undefined
  carried?: OpenParagraph | undefined
}

interface Table {
  /** Tables in tables, boxes and notes are found by what they stand in. */
  readonly isNumbered: boolean
  place: Place
}

export interface State {
  readonly part: XmlPart
  readonly styles: Styles
  root: string
  readonly paragraphs: Paragraph[]
  readonly omissions: Omissions
  readonly containers: Container[]
  readonly tables: Table[]
  readonly openParagraphs: OpenParagraph[]
  readonly runs: Run[]
  /** For each open element: is white space in it kept? */
  readonly keepsSpace: boolean[]
  /** For each open field: does its code, which nobody sees, still go on? */
  readonly fieldsInCode: boolean[]
  fieldCodes: number
  /** For each open `mc:AlternateContent`: has one of its versions been read? */
  readonly alternatives: boolean[]
  /** Depth of the element that is being passed over with all it holds; 0 for none. */
  skippedDepth: number
  skipsDeletedText: boolean
  /** The character data of the open `w:t`. */
  texts: XmlText[]
  tableCount: number
  boxCount: number
  paragraphCount: number
}

export const createState = (part: XmlPart, styles: Styles): State => ({
  part,
  styles,
  root: '',
  paragraphs: [],
  omissions: {deletions: 0, hiddenRuns: 0, images: 0, embeddedObjects: 0},
  containers: [{place: {kind: 'body'}}],
  tables: [],
  openParagraphs: [],
  runs: [],
  keepsSpace: [],
  fieldsInCode: [],
  fieldCodes: 0,
  alternatives: [],
  skippedDepth: 0,
  skipsDeletedText: false,
  texts: [],
  tableCount: 0,
  boxCount: 0,
  paragraphCount: 0,
})
