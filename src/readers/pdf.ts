import {files} from '../core/catalogue/files.ts'
import {reading} from '../core/catalogue/reading.ts'
import {markLanguages} from '../core/language.ts'
import {limits} from '../core/limits.ts'
import type {Block, ReadOptions, SourceDocument, Unread} from '../core/types.ts'
import {type LaidParagraph, layOut} from './package/layout.ts'
import {apartFromMargins} from './pdf/margins.ts'
import {readPages} from './pdf/pages.ts'
import {type PdfParagraph, paragraphsOf} from './pdf/paragraphs.ts'
import {refuse} from './refuse.ts'

/**
 * A PDF as well as can be: it holds lines and not paragraphs, and these are put together by where the lines stand.
 * Ranges count in the text that comes of it; there is no way back to the file but the page in each label.
 * @throws {ReadError} for a file that cannot be opened, or holds no text
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  {margins: withMargins = false}: ReadOptions = {},
): Promise<SourceDocument> {
  if (bytes.length > limits.maxFileBytes)
    refuse(name, files.tooLarge(limits.maxFileBytes / 1024 ** 2))
  const {count, lines, comments} = await readPages(bytes, name)
  const {text: ownLines, margins} = apartFromMargins(lines, count)
  const paragraphs = paragraphsOf(ownLines)
  if (paragraphs.length === 0) refuse(name, files.pdf.noText)
  const edges = withMargins ? distinct(margins.map(({text}) => text)) : []
  const {text, blocks, segments} = layOut({
    body: paragraphs.map(toLaid),
    footnotes: [],
    endnotes: [],
    margins: edges.map((edge) => ({...laid(edge), place: {kind: 'footer'}})),
  })
  const unread: Unread[] = [
    {kind: 'layout-of-pdf', count: 1},
    {kind: 'comments', count: comments},
    {
      kind: 'headers-and-footers',
      count: withMargins ? 0 : distinct(margins.map(({text: edge}) => edge)).length,
    },
  ]
  return {
    name,
    format: 'pdf',
    text,
    blocks: markLanguages(withPages(blocks, paragraphs)),
    segments,
    unread: unread.filter((each) => each.count > 0),
  }
}

/** Headers that differ in their numbers only are one. */
const distinct = (texts: readonly string[]): readonly string[] => [
  ...new Map(texts.map((text) => [text.replace(/\d+/g, '0'), text])).values(),
]

const laid = (text: string): LaidParagraph => ({
  text,
  segments: [],
  place: {kind: 'body'},
  isQuote: false,
  notes: [],
})

const toLaid = ({text, headingLevel}: PdfParagraph): LaidParagraph => ({
  ...laid(text),
  headingLevel,
})

/** Every block of the text comes of one paragraph, in order; margins come last and have no page. */
const withPages = (
  blocks: readonly Omit<Block, 'language'>[],
  paragraphs: readonly PdfParagraph[],
): Omit<Block, 'language'>[] =>
  blocks.map((block, index) => {
    const page = paragraphs[index]?.page
    return page === undefined ? block : {...block, label: reading.places.onPage(page, block.label)}
  })
