import {SaxesParser, type SaxesTagNS} from 'saxes'
import {en} from '../../core/catalogue/en.ts'
import {limits} from '../../core/limits.ts'
import {refuse} from '../refuse.ts'

const said = en.reading.package

/** One part of a package as text. Every source offset of the reader counts in `xml`. */
export interface XmlPart {
  /** The file the part belongs to, for errors. */
  readonly file: string
  readonly part: string
  readonly xml: string
}

export interface XmlElement {
  /** The name with its usual prefix ("w:p"), whichever prefix the file uses. */
  readonly name: string
  readonly attributes: SaxesTagNS['attributes']
  /** From "<" to just after ">" of the opening tag. */
  readonly start: number
  readonly end: number
}

/** A stretch of character data between two tags, entities not yet decoded. */
export interface XmlText {
  readonly start: number
  readonly end: number
  readonly isCdata: boolean
}

/** `path` holds the names of the open elements, the innermost last; it is reused, so copy it to keep it. */
export interface XmlHandlers {
  readonly open?: (element: XmlElement, path: readonly string[]) => void
  /** `end`: just after the ">" of the closing tag, or of the only one. */
  readonly close?: (name: string, path: readonly string[], end: number) => void
  readonly text?: (text: XmlText, path: readonly string[]) => void
}

// Strict Open XML has namespaces of its own for the same elements.
const prefixByNamespace = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://schemas.microsoft.com/office/word/2015/wordml/symex', 'w16se'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
  ['urn:oasis:names:tc:opendocument:xmlns:style:1.0', 'style'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'text'],
  ['urn:oasis:names:tc:opendocument:xmlns:table:1.0', 'table'],
  ['urn:oasis:names:tc:opendocument:xmlns:meta:1.0', 'meta'],
  ['urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest'],
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
  ['urn:oasis:names:tc:opendocument:xmlns:form:1.0', 'form'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
  ['urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0', 'field'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
])

/** The element's attribute, asked for by its usual prefix: "w:val", "xml:space", or "Target". */
export function attributeOf({attributes}: XmlElement, name: string): string | undefined {
  const colon = name.indexOf(':')
  const prefix = name.slice(0, Math.max(0, colon))
  const local = name.slice(colon + 1)
  for (const attribute of Object.values(attributes)) {
    if (attribute.local !== local) continue
    if ((prefixByNamespace.get(attribute.uri) ?? '') === prefix) return attribute.value
  }
  return undefined
}

/** The attribute as a whole number. */
export function integerOf(element: XmlElement, name: string): number | undefined {
  const value = attributeOf(element, name)
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined
}

/** Of one element; the parser gathers them all before it tells of the element. */
const maxAttributes = 10_000

/** Walk a part from start to end. Refuses what is not well formed, has a DOCTYPE or nests too deep. */
export function walkXml({file, part, xml}: XmlPart, handlers: XmlHandlers): void {
  if (hasTooMuchMarkup(xml)) refuse(file, said.tooManyPieces(part))
  const parser = new SaxesParser({xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true})
  const path: string[] = []
  // Where the text or the tag after the last one begins; saxes tells only where things end.
  let mark = 0
  let attributes = 0

  parser.on('error', () => refuse(file, said.notWellFormed(part)))
  parser.on('doctype', () => refuse(file, said.doctype(part)))
  parser.on('attribute', () => {
    if (++attributes > maxAttributes) refuse(file, said.tooManyPieces(part))
  })
  parser.on('opentag', (tag) => {
    attributes = 0
    if (path.length >= limits.maxNesting) refuse(file, said.nestsTooDeep(part))
    const name = nameOf(tag)
    path.push(name)
    const element = {name, attributes: tag.attributes, start: mark, end: parser.position}
    mark = parser.position
    handlers.open?.(element, path)
  })
  parser.on('closetag', () => {
    mark = parser.position
    handlers.close?.(path.at(-1) ?? '', path, mark)
    path.pop()
  })
  parser.on('text', () => {
    const start = mark
    mark = parser.position - '<'.length
    handlers.text?.({start, end: mark, isCdata: false}, path)
  })
  parser.on('cdata', () => {
    const start = mark + '<![CDATA['.length
    mark = parser.position
    handlers.text?.({start, end: mark - ']]>'.length, isCdata: true}, path)
  })
  // Told of a comment, the parser stands before its ">".
  parser.on('comment', () => {
    mark = parser.position + '>'.length
  })
  const skip = () => {
    mark = parser.position
  }
  parser.on('xmldecl', skip)
  parser.on('processinginstruction', skip)
  parser.write(xml).close()
}

/** Counted first: the parser gathers all entities of a text before it tells of one. */
function hasTooMuchMarkup(xml: string): boolean {
  if (xml.length <= limits.maxMarkup) return false
  let count = 0
  for (const sign of ['<', '&', '\r']) {
    for (let at = xml.indexOf(sign); at >= 0; at = xml.indexOf(sign, at + 1)) {
      if (++count > limits.maxMarkup) return true
    }
  }
  return false
}

function nameOf({uri, local}: SaxesTagNS): string {
  return `${prefixByNamespace.get(uri) ?? '?'}:${local}`
}

/** The part's bytes as text, by byte order mark, then declaration, then as UTF-8. Refuses what is too long. */
export function decodeXml(bytes: Uint8Array, file: string, part: string): string {
  if (bytes.length > limits.maxPartBytes) refuse(file, said.tooLong(part))
  try {
    return new TextDecoder(encodingOf(bytes), {fatal: true}).decode(bytes)
  } catch {
    return refuse(file, said.notWellFormed(part))
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  // Such bytes begin "<?" one byte each: whatever the declaration says, they are no UTF-16.
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared
}
