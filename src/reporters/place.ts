import {sourceRange} from '../core/segments.ts'
import type {Format, Range, SourceDocument} from '../core/types.ts'
import {type Point, pointsIn} from './point.ts'

/** Where programs find a finding: offsets and point in the text that its format counts in. */
export interface Place extends Range, Point {
  readonly endLine: number
  /** The column after the last character. */
  readonly endColumn: number
}

/** A finding about the report as a whole stands nowhere, so its range is empty. */
export const isDocumentLevel = ({range}: {readonly range: Range}): boolean =>
  range.start === range.end

/** What programs cannot count in: the XML of a package, the inside of a PDF. */
const inExtractedText: ReadonlySet<Format> = new Set(['docx', 'odt', 'pdf'])

/**
 * Places in the decoded source of text, Markdown and HTML, in the extracted text of other formats;
 * undefined for findings about the report as a whole.
 */
export function placesIn(
  document: SourceDocument,
  source = document.text,
): (finding: {readonly range: Range}) => Place | undefined {
  const toPoint = pointsIn(source)
  return (finding) => {
    if (isDocumentLevel(finding)) return undefined
    const range = inExtractedText.has(document.format)
      ? finding.range
      : sourceRange(document, finding.range)
    const last = toPoint(range.end)
    return {
      start: range.start,
      end: range.end,
      ...toPoint(range.start),
      endLine: last.line,
      endColumn: last.column,
    }
  }
}
