import type {Range, ReadOptions, Segment} from '../../core/types.ts'
import type {NoteReference, Place} from '../package/layout.ts'
import type {XmlPart} from '../package/xml.ts'
import type {Counts} from './numbering.ts'
import type {Omissions, Paragraph} from './story.ts'
import type {StyleSheet} from './styles.ts'

/** One entry to choose, and where in the part it is offered. */
export interface Choice extends Range {
  readonly text: string
}

/** A paragraph while it is being read. */
export interface OpenParagraph {
  readonly texts: string[]
  length: number
  readonly segments: Segment[]
  /** Paragraphs of the text boxes it holds. */
  readonly boxes: Paragraph[]
  readonly notes: NoteReference[]
  /** Of a template: what others will replace, and what the paragraph offers to choose. */
  readonly fields: Range[]
  readonly choices: Choice[]
  /** Whose words it has: the template’s, where nobody has put others, or its own. */
  readonly words: {hasGuidance: boolean; hasOwn: boolean}
  styleName: string | undefined
  headingLevel: number | undefined
  list: Paragraph['list']
  /** White space here is dropped: at the start, and after other white space. */
  endsInSpace: boolean
  /** A field in it hides the whole of it. */
  isHidden: boolean
}

/** A text hidden or shown, and whether that was counted. Spans that say nothing share their parent's. */
interface Visibility {
  readonly isHidden: boolean
  isCounted: boolean
}

interface OpenItem {
  readonly start: number | undefined
  isCounted: boolean
  number: string | undefined
}

export interface OpenList {
  readonly styleName: string | undefined
  readonly depth: number
  readonly counts: Counts
  item: OpenItem
}

/** What paragraphs stand in: the body, a table cell, a text box, a note, a deletion. */
export interface Container {
  readonly place: Place
  /** The paragraph a text box hangs on. */
  readonly host?: OpenParagraph | undefined
  /** Where its paragraphs go, if not to the story: they stand aside of it. */
  readonly target?: Paragraph[] | undefined
  readonly lists: OpenList[]
  readonly visibilities: Visibility[]
  paragraph?: OpenParagraph | undefined
  /** The paragraph whose end is not there in this reading: the next one goes on where it stops. */
  carried?: OpenParagraph | undefined
}

interface Table {
  /** Tables in tables, boxes and notes are found by what they stand in. */
  readonly isNumbered: boolean
  place: Place
}

/** A comment to this program, in offsets of the part. */
interface Annotation {
  readonly text: string
  /** By which its end is known, where it is on words. */
  readonly name: string | undefined
  readonly start: number
  /** What is read of the paragraph that it stands in. */
  readonly paragraph: readonly Segment[]
}

/** One tracked change. A deletion holds what was deleted. */
export interface Change {
  isInsertion: boolean
  isDeletion: boolean
  readonly deleted: Paragraph[]
}

/** What the text of a template offers to choose, and leaves to others. */
export interface Offers {
  /** Depth of the field that is open whose text will be replaced; 0 for none. */
  replacedDepth: number
  /** Whether its text is what the template says to whoever fills it in. */
  isGuidance: boolean
  /** Of controls that hang on no paragraph: they go with the next one. */
  readonly homeless: Choice[]
  /** By id, the labels of the controls of forms. */
  readonly controls: Map<string, readonly string[]>
  /** Those of the control that is being read. */
  labels: string[]
}

export interface State {
  readonly part: XmlPart
  /** What segments name; a flat file has no parts. */
  readonly partName: string | undefined
  readonly sheet: StyleSheet
  readonly isOriginal: boolean
  /** Undefined where the file is no template. */
  readonly offers: Offers | undefined
  readonly paragraphs: Paragraph[]
  readonly notes: Paragraph[]
  readonly margins: Paragraph[]
  /** How many paragraphs of margins came before the open one. */
  marginStart: number
  readonly omissions: Omissions
  ownComments: number
  /** What is known of the comment that is being read. */
  annotation: Omit<Annotation, 'text'> | undefined
  readonly annotations: Annotation[]
  /** Where the words end that comments are on, by their names. */
  readonly annotationEnds: Map<string, number>
  readonly containers: Container[]
  readonly tables: Table[]
  /** For each open frame: was its content, of which there may be several versions, counted? */
  readonly frames: boolean[]
  readonly changes: Map<string, Change>
  change: Change
  /** Changes whose text is not there in this reading, and whose end is still to come. */
  readonly hidingChanges: Set<string>
  /** Changes that have an end; found when first asked for. */
  endedChanges: ReadonlySet<string> | undefined
  readonly countsByList: Map<string, Counts>
  lastList: {readonly styleName: string | undefined; readonly counts: Counts} | undefined
  readonly outlineCounts: Counts
  /** Depth of the element that is being passed over with all it holds; 0 for none. */
  skippedDepth: number
  skipsText: boolean
  isText: boolean
  /** Of text boxes that were found to hold text. */
  readonly boxNumbers: Map<Place, number>
  tableCount: number
  noteCount: number
  paragraphCount: number
  spaceCount: number
}

export const createContainer = (
  place: Place,
  others: Pick<Container, 'host' | 'target'> = {},
): Container => ({place, ...others, lists: [], visibilities: []})

const createOffers = (): Offers => ({
  replacedDepth: 0,
  isGuidance: false,
  homeless: [],
  controls: new Map(),
  labels: [],
})

export const createState = (
  part: XmlPart,
  partName: string | undefined,
  sheet: StyleSheet,
  {tracked, isTemplate = false}: ReadOptions,
): State => ({
  part,
  partName,
  sheet,
  isOriginal: tracked === 'original',
  offers: isTemplate ? createOffers() : undefined,
  paragraphs: [],
  notes: [],
  margins: [],
  marginStart: 0,
  omissions: {
    hidden: 0,
    images: 0,
    embeddedObjects: 0,
    comments: 0,
    contents: 0,
    deletions: 0,
    insertions: 0,
    margins: 0,
  },
  ownComments: 0,
  annotation: undefined,
  annotations: [],
  annotationEnds: new Map(),
  containers: [createContainer({kind: 'body'})],
  tables: [],
  frames: [],
  changes: new Map(),
  change: {isInsertion: false, isDeletion: false, deleted: []},
  hidingChanges: new Set(),
  endedChanges: undefined,
  countsByList: new Map(),
  lastList: undefined,
  outlineCounts: [],
  skippedDepth: 0,
  skipsText: false,
  isText: false,
  boxNumbers: new Map(),
  tableCount: 0,
  noteCount: 0,
  paragraphCount: 0,
  spaceCount: 0,
})
