/** How comments are written into a copy of a report. */
export interface AnnotateOptions {
  /** Whose comments they are said to be. */
  readonly author: string
  readonly initials: string
  /** An ISO instant such as "2026-02-01T09:00:00Z"; comments have no date without it. */
  readonly date?: string
  /** Writes tracked changes, too, for the few replacements that a rule offers word for word. */
  readonly suggest?: boolean
}

export interface Annotated {
  readonly bytes: Uint8Array
  /** How many comments were written. */
  readonly comments: number
  /** How many tracked changes were written. */
  readonly suggestions: number
  /** Comments for which the file has no room. */
  readonly leftOut: number
  /**
   * LibreOffice 7.4 loses text when it opens the copy, as it does from any file with comments in content controls
   * around whole paragraphs, or between the first two notes. Word does not.
   */
  readonly isForWordAlone: boolean
  /** The file carries a digital signature, which does not hold for the copy. */
  readonly isSigned: boolean
  /** The file asks programs to let nobody change it. */
  readonly isProtected: boolean
}

export interface Cleaned {
  readonly bytes: Uint8Array
  /** How many of our comments were taken out. */
  readonly removed: number
  /** Comments of ours into which somebody has written since, or which somebody answered. */
  readonly kept: number
  /** Every part is what it was before our comments were written, byte for byte. */
  readonly isExact: boolean
}
