import type {Range, Segment, Tracked} from '../../core/types.ts'
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
  readonly boxes: ReadParagraph[]
  readonly notes: NoteReference[]
  styleId: string | undefined
  outlineLevel: number | undefined
  listId: string | undefined
  listLevel: number | undefined
  isEndHidden: boolean | undefined
  /** Its end was deleted: the next paragraph goes on where it stops. */
  isJoinedToNext: boolean
  /** How many of the open fields began before it. */
  fieldsBefore: number
  readonly words: Words
  readonly fields: Range[]
  readonly choices: Choice[]
}

/** An entry of a list to choose from, and where it stands in the XML. */
export interface Choice extends Range {
  readonly text: string
}

/** Whose words a paragraph holds. */
interface Words {
  /** The table of contents some of them belong to. */
  contents: ContentsField | undefined
  hasGuidance: boolean
  hasOwn: boolean
}

/** The field of a table of contents. Where it never ends it is none. */
interface ContentsField {
  isClosed: boolean
}

/** A paragraph that was read; whether it belongs to a table of contents is known at the end. */
export type ReadParagraph = Paragraph & {readonly words: Readonly<Words>}

export interface Run {
  isHidden: boolean | undefined
  styleId: string | undefined
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

interface Field {
  /** Its code, which nobody sees, still goes on. */
  isInCode: boolean
  /** The first characters of its code. */
  instruction: string
  contents: ContentsField | undefined
  /** The choice of a drop-down list was read, and stands in for the field's result. */
  hasChoice: boolean
}

/** An element that is being passed over with all it holds. */
export interface Skip {
  readonly depth: number
  /** What is counted if there is text in it. */
  readonly counts?: 'deletions' | 'insertions' | undefined
  readonly isChange: boolean
  hasText: boolean
}

export interface State {
  readonly part: XmlPart
  readonly styles: Styles
  readonly tracked: Tracked
  readonly isTemplate: boolean
  root: string
  readonly paragraphs: ReadParagraph[]
  readonly omissions: Omissions
  hasTrackedChanges: boolean
  /** How many insertions, deletions and moves that are read are open. */
  openChanges: number
  readonly containers: Container[]
  readonly tables: Table[]
  readonly openParagraphs: OpenParagraph[]
  /** For each open equation: does it stand between paragraphs? */
  readonly equations: boolean[]
  readonly runs: Run[]
  /** For each open element: is white space in it kept? */
  readonly keepsSpace: boolean[]
  readonly fields: Field[]
  /** How many of them are in their code. */
  fieldCodes: number
  contents: ContentsField | undefined
  /** The drop-down list that is open. */
  choice: {index: number; entries: number}
  /** For each open content control: does it still show what the template put there? */
  readonly controls: boolean[]
  emptyControls: number
  /** Entries of a list whose control stands around its paragraphs. */
  choices: Choice[]
  /** For each open simple field: will its result be replaced? */
  readonly simpleFields: boolean[]
  /** For each open `mc:AlternateContent`: has one of its versions been read? */
  readonly alternatives: boolean[]
  skip: Skip | undefined
  /** The character data of the open `w:t`. */
  texts: XmlText[]
  tableCount: number
  boxCount: number
  paragraphCount: number
}

/** Where the paragraphs of a part stand, and which reading of its tracked changes is wanted. */
export interface StoryOptions {
  readonly place: Place
  readonly tracked: Tracked
  readonly isTemplate: boolean
}

export const createState = (
  part: XmlPart,
  styles: Styles,
  {place, tracked, isTemplate}: StoryOptions,
): State => ({
  part,
  styles,
  tracked,
  isTemplate,
  root: '',
  paragraphs: [],
  omissions: {
    deletions: 0,
    insertions: 0,
    hiddenRuns: 0,
    images: 0,
    embeddedObjects: 0,
    tablesOfContents: 0,
  },
  hasTrackedChanges: false,
  openChanges: 0,
  containers: [{place}],
  tables: [],
  openParagraphs: [],
  equations: [],
  runs: [],
  keepsSpace: [],
  fields: [],
  fieldCodes: 0,
  contents: undefined,
  choice: {index: 0, entries: 0},
  controls: [],
  emptyControls: 0,
  choices: [],
  simpleFields: [],
  alternatives: [],
  skip: undefined,
  texts: [],
  tableCount: 0,
  boxCount: 0,
  paragraphCount: 0,
})
