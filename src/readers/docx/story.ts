import type {Range, Segment} from '../../core/types.ts'
import type {NoteReference, Place} from '../package/layout.ts'

/** One paragraph as read; its style and its list are not yet looked up. */
export interface Paragraph {
  readonly text: string
  /** Offsets in `text`. */
  readonly segments: readonly Segment[]
  readonly place: Place
  readonly styleId: string | undefined
  readonly outlineLevel: number | undefined
  readonly listId: string | undefined
  readonly listLevel: number | undefined
  /** Whether the end of the paragraph, and with it its number, is formatted as hidden or shown. */
  readonly isEndHidden: boolean | undefined
  /** All its words are the template's: those of a content control that nobody has filled in. */
  readonly isGuidance: boolean
  readonly notes: readonly NoteReference[]
  /** Of a template: offsets in `text` of what others will replace. */
  readonly fields: readonly Range[]
  /** One entry of a list to choose from, which belongs to the paragraph before. */
  readonly isChoice?: boolean
}

/** How much of a part was not read. */
export interface Omissions {
  deletions: number
  insertions: number
  hiddenRuns: number
  images: number
  embeddedObjects: number
  tablesOfContents: number
}

/** What one part holds: its paragraphs in reading order, text boxes after the one that holds them. */
export interface Story {
  /** The name of the part's outermost element. */
  readonly root: string
  readonly paragraphs: readonly Paragraph[]
  readonly omissions: Readonly<Omissions>
  /** Whether text, rows or ends of paragraphs were inserted, deleted or moved. */
  readonly hasTrackedChanges: boolean
}
