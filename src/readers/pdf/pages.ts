import {files} from '../../core/catalogue/files.ts'
import {limits} from '../../core/limits.ts'
import {refuse} from '../refuse.ts'
import {type Item, type Line, linesOf} from './lines.ts'

/** What a PDF holds for a reader of its text. */
export interface Pages {
  readonly count: number
  readonly lines: readonly Line[]
  /** Notes that somebody has put on its pages. */
  readonly comments: number
}

/** The lines of all pages, by PDF.js. @throws {ReadError} for a file that it cannot open */
export async function readPages(bytes: Uint8Array, name: string): Promise<Pages> {
  const document = await open(bytes, name)
  if (document.numPages > limits.maxPages) refuse(name, files.pdf.tooManyPages(limits.maxPages))
  const lines: Line[] = []
  let comments = 0
  for (let number = 1; number <= document.numPages; number++) {
    const {items, notes} = await readPage(document, number, name)
    if (items.length > mostItems) refuse(name, files.pdf.tooCrowded(number))
    for (const line of linesOf(items, number)) lines.push(line)
    comments += notes
  }
  await document.loadingTask.destroy()
  return {count: document.numPages, lines, comments}
}

/** Of one page; a page of print has some hundreds. */
const mostItems = 100_000

async function open(bytes: Uint8Array, name: string) {
  // Loaded when a PDF comes: it is larger than all the rest of the program.
  const {getDocument} = await import('unpdf/pdfjs')
  const options = {
    // It takes the bytes for itself, and no Buffer.
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  }
  return getDocument(options).promise.catch((error: unknown) => {
    const isProtected = error instanceof Error && error.name === 'PasswordException'
    return refuse(name, isProtected ? files.pdf.protected : files.pdf.damaged)
  })
}

type PdfDocument = Awaited<ReturnType<typeof open>>

async function readPage(document: PdfDocument, number: number, name: string) {
  try {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    const annotations = await page.getAnnotations()
    page.cleanup()
    return {items: content.items.flatMap(toItem), notes: annotations.filter(isNote).length}
  } catch {
    return refuse(name, files.pdf.damaged)
  }
}

const isNote = ({subtype}: {readonly subtype?: string}) =>
  subtype === 'Text' || subtype === 'FreeText'

function toItem(item: object): Item[] {
  if (!('str' in item) || !('transform' in item) || !Array.isArray(item.transform)) return []
  const {str, transform} = item
  const width = 'width' in item ? Number(item.width) : 0
  const height = 'height' in item ? Number(item.height) : 0
  const [x, y] = [Number(transform[4]), Number(transform[5])]
  return [{text: String(str), x, y, width, height}]
}
