import type {Range} from '../../core/types.ts'
import type {LaidParagraph} from '../package/layout.ts'

/** One paragraph as read, its style looked up and its number counted. */
export interface Paragraph extends LaidParagraph {
  readonly styleName: string | undefined
}

/** How much of a part was not read. */
export interface Omissions {
  hidden: number
  images: number
  embeddedObjects: number
  comments: number
  /** Tables of contents, which repeat the headings. */
  contents: number
  deletions: number
  insertions: number
  margins: number
}

/** A comment, and the stretch of its part that it is about. */
export interface PlacedComment {
  readonly text: string
  readonly source: Range
}

/** What one part holds: paragraphs in reading order, text boxes after the one that holds them. */
export interface Story {
  readonly isText: boolean
  readonly paragraphs: readonly Paragraph[]
  readonly notes: readonly Paragraph[]
  readonly margins: readonly Paragraph[]
  readonly omissions: Readonly<Omissions>
  readonly ownComments: number
  /** Those to this program. */
  readonly comments: readonly PlacedComment[]
  readonly hasTrackedChanges: boolean
}
