import type {ReadParagraph} from './state.ts'
import type {Paragraph} from './story.ts'
import type {Styles} from './styles.ts'

interface WithoutContents {
  readonly paragraphs: readonly Paragraph[]
  readonly tables: number
}

/**
 * A table of contents repeats the headings, and what is to be said about one is said there. It is
 * known by its field, and by the styles of its entries where the field was turned into text.
 * An entry keeps its place, since it may have a number or refer to a note.
 */
export function leaveOutContents(
  paragraphs: readonly ReadParagraph[],
  styles: Styles,
): WithoutContents {
  let tables = 0
  let isInTable = false
  const left = paragraphs.map(({words, ...paragraph}) => {
    const isEntry = isInField(words) || styles.ofParagraph(paragraph.styleId).isContentsEntry
    const isEmpty = paragraph.text.trim() === ''
    if (isEntry && !isEmpty && !isInTable) tables++
    if (!isEmpty) isInTable = isEntry
    return isEntry ? {...paragraph, text: '', segments: []} : paragraph
  })
  return {paragraphs: left, tables}
}

/** Where somebody wrote beside the entries, the paragraph is read, entries and all. */
const isInField = ({contents, hasOwn, hasGuidance}: ReadParagraph['words']): boolean =>
  contents?.isClosed === true && !hasOwn && !hasGuidance
