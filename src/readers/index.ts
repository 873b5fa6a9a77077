import {files} from '../core/catalogue/files.ts'
import type {Format, ReadOptions, SourceDocument} from '../core/types.ts'
import {readDocx} from './docx.ts'
import {readHtml} from './html.ts'
import {readMarkdown} from './markdown.ts'
import {isOpenDocumentText} from './odt/package.ts'
import {readOdt} from './odt.ts'
import {readPdf} from './pdf.ts'
import {refuse} from './refuse.ts'
import {readText} from './text.ts'

export {readDocx, readHtml, readMarkdown, readOdt, readPdf, readText}

type Reader = (
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
) => SourceDocument | Promise<SourceDocument>

const readers: Readonly<Record<Format, Reader>> = {
  text: readText,
  markdown: readMarkdown,
  docx: readDocx,
  odt: readOdt,
  html: readHtml,
  pdf: readPdf,
}

const formats: ReadonlyMap<string, Format> = new Map([
  ['docx', 'docx'],
  ['docm', 'docx'],
  ['dotx', 'docx'],
  ['dotm', 'docx'],
  ['odt', 'odt'],
  ['ott', 'odt'],
  ['fodt', 'odt'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['pdf', 'pdf'],
  ['txt', 'text'],
  ['text', 'text'],
])

type Unread = keyof typeof files.formats

const unreadFormats: ReadonlyMap<string, Unread> = new Map([
  ['doc', 'doc'],
  ['dot', 'doc'],
  ['rtf', 'rtf'],
  ['pages', 'pages'],
  ['mht', 'webArchive'],
  ['mhtml', 'webArchive'],
  ['eml', 'email'],
  ['msg', 'email'],
  ['xlsx', 'spreadsheet'],
  ['xls', 'spreadsheet'],
  ['csv', 'spreadsheet'],
  ['png', 'picture'],
  ['jpg', 'picture'],
  ['jpeg', 'picture'],
  ['tif', 'picture'],
  ['tiff', 'picture'],
])

/** What a file's ending says it is; undefined for an ending that is not read, or none. */
export const formatOf = (name: string): Format | undefined => formats.get(endingOf(name))

/** A report of unknown format: what `readDocument` is told, beside how each format is read. */
export interface DocumentOptions extends ReadOptions {
  readonly format?: Format
}

/**
 * Reads a report by `format`, else by the ending of its name, else by its first bytes.
 * @throws {ReadError} for a format that is not read, and for a file that is not what its name says
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  {format, ...options}: DocumentOptions = {},
): Promise<SourceDocument> {
  const content = contentOf(bytes)
  const said = format ?? (content === 'pdf' ? 'pdf' : formatOf(name))
  const chosen = said ?? formatOfContent(name, bytes, content)
  if (content === 'ole') refuse(name, files.oldWord)
  if (chosen === 'docx' && content !== 'zip') {
    refuse(name, bytes.length === 0 ? files.empty : files.notDocx)
  }
  const isPackage = chosen === 'docx' || chosen === 'odt'
  if (!isPackage && content === 'zip') refuse(name, files.packageNamedAsText)
  if (content === 'rtf') refuse(name, files.formats.rtf)
  return readers[chosen](bytes, name, options)
}

function formatOfContent(name: string, bytes: Uint8Array, content: Content): Format {
  const ending = endingOf(name)
  if (ending !== '') refuse(name, files.formats[unreadFormats.get(ending) ?? 'unknown'])
  if (content !== 'zip') return 'text'
  return isOpenDocumentText(bytes) ? 'odt' : 'docx'
}

/** "Report v1.2" and "s.7 report" have no ending; that of a template is the one before: "report.md.j2". */
const endingOf = (name: string) =>
  /[^/\\]\.([a-z][a-z0-9]{0,9})$/i.exec(name.replace(templateMark, ''))?.[1]?.toLowerCase() ?? ''

/** How templates of Jinja, Nunjucks, Handlebars, Mustache and Liquid are named. */
export const templateMark = /\.(?:j2|jinja2?|njk|hbs|handlebars|mustache|liquid|tmpl|tpl)$/i

type Content = 'zip' | 'ole' | 'pdf' | 'rtf' | 'other'

const signatures: readonly (readonly [Content, string])[] = [
  ['zip', 'PK\x03\x04'],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['pdf', '%PDF-'],
  ['rtf', '{\\rtf'],
]

function contentOf(bytes: Uint8Array): Content {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  return signatures.find(([, signature]) => start.startsWith(signature))?.[0] ?? 'other'
}
