import type {LaidParagraph} from '../package/layout.ts'
import type {Numbering} from './numbering.ts'
import type {Paragraph} from './story.ts'
import type {StyleFacts, Styles} from './styles.ts'

/** Looks styles up and counts numbers: call it once for all paragraphs of the body, in reading order. */
export const resolveBody = (
  paragraphs: readonly Paragraph[],
  styles: Styles,
  numbering: Numbering,
): LaidParagraph[] =>
  paragraphs.map((paragraph) => {
    const style = styles.ofParagraph(paragraph.styleId)
    return {
      ...plain(paragraph, style),
      headingLevel: headingLevel(paragraph, style),
      list: count(paragraph, style, numbering),
    }
  })

/** Notes hold no headings, and their lists are not numbered. */
export const resolveNotes = (paragraphs: readonly Paragraph[], styles: Styles): LaidParagraph[] =>
  paragraphs.map((paragraph) => plain(paragraph, styles.ofParagraph(paragraph.styleId)))

const plain = (
  {text, segments, place, notes, isGuidance, fields, isChoice = false}: Paragraph,
  {isQuote}: StyleFacts,
): LaidParagraph => ({text, segments, place, notes, isQuote, isGuidance, fields, isChoice})

/** A number is formatted as the end of its paragraph is; one with nothing to be seen is not counted. */
function count(paragraph: Paragraph, style: StyleFacts, numbering: Numbering) {
  const list = listOf(paragraph, style, numbering)
  if (!list) return undefined
  const isHidden = paragraph.isEndHidden ?? style.isHidden ?? false
  // Empty paragraphs have numbers too.
  if (isHidden && paragraph.text === '') return undefined
  const number = numbering.next(list.id, list.level)
  return {number: isHidden ? undefined : number}
}

/** The paragraph's own list wins over its style's; list 0 takes the paragraph out of any list. */
function listOf(paragraph: Paragraph, style: StyleFacts, numbering: Numbering) {
  const id = paragraph.listId ?? style.numberingId
  if (id === undefined || id === '0') return undefined
  const inherited = () =>
    paragraph.listId === undefined
      ? (numbering.levelOfStyle(id, style.ids) ?? style.listLevel)
      : undefined
  return {id, level: paragraph.listLevel ?? inherited() ?? 0}
}

const deepestHeading = 8

/** Word's outline decides, never the name of a style. */
function headingLevel({outlineLevel}: Paragraph, style: StyleFacts): number | undefined {
  const level = outlineLevel ?? style.outlineLevel
  const isHeading = level !== undefined && level >= 0 && level <= deepestHeading
  return isHeading ? level : undefined
}
