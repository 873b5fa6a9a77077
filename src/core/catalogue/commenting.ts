import type {Severity} from '../types.ts'
import {reading} from './reading.ts'

const writer = 'Word or LibreOffice'

/** Opens a comment: how sure the rule is. */
const severities: Readonly<Record<Severity, string>> = {
  error: 'Worth changing',
  warning: 'Usually worth changing',
  info: 'Depends on the case',
  question: 'A question',
}

const inside = (label: string) =>
  label === reading.places.header || label === reading.places.footer
    ? `In the ${label}`
    : `In ${label}`

/** The text of the comments that we write into a document, and why one cannot be written. */
export const commenting = {
  severities,
  wholeReport:
    'This is about the report as a whole. It stands here only because these words raised it; where it does not belong in this report, nothing needs to change.',
  /** For words where no comment can stand. `words` is empty where they are not to be shown. */
  elsewhere: (label: string, words: string) =>
    words === '' ? `${inside(label)}:` : `${inside(label)}, at “${words}”:`,
  repeated: (label: string, places: number) =>
    label === ''
      ? `The same words stand in ${places} places. The first of them has the full comment.`
      : `The same words stand in ${places} places. The full comment is at ${label}.`,
  firstOfRepeated: (places: number) => `The same words stand in ${places} places of this report.`,
  noParagraph: (part: string) => ({
    problem: `the part ${part} is not made as such a document is, so no comments can be written into it`,
    remedy: `Open the file in ${writer} and save it again.`,
  }),
  unknownEncoding: (part: string) => ({
    problem: `the part ${part} is written in a character encoding that no such document uses`,
    remedy: `Open the file in ${writer} and save it again.`,
  }),
} as const
