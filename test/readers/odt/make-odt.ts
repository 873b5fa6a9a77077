import {strToU8, zipSync} from 'fflate'

const openDocument = 'urn:oasis:names:tc:opendocument:xmlns'

const namespaces = [
  ...['office', 'style', 'text', 'table', 'meta'].map(
    (prefix) => `xmlns:${prefix}="${openDocument}:${prefix}:1.0"`,
  ),
  `xmlns:draw="${openDocument}:drawing:1.0"`,
  `xmlns:svg="${openDocument}:svg-compatible:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ')

const root = (name: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${name} ${namespaces} office:version="1.3">${content}</office:${name}>`

/** What a test says about a document; the rest is the least that makes it one. */
export interface Parts {
  readonly body: string
  /** Automatic styles of content.xml. */
  readonly automatic?: string
  /** Named styles, of styles.xml. */
  readonly styles?: string
  /** Master pages, with headers and footers. */
  readonly masters?: string
}

export type Files = Record<string, string | Uint8Array>

export const odtType = 'application/vnd.oasis.opendocument.text'

export const manifestOf = (entries: readonly string[], inside = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="${openDocument}:manifest:1.0" manifest:version="1.3">\n <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odtType}"/>\n${entries
    .map(
      (path) =>
        ` <manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml">${inside}</manifest:file-entry>\n`,
    )
    .join('')}</manifest:manifest>`

const bodyOf = (body: string) => `<office:body><office:text>${body}</office:text></office:body>`

export const filesOf = ({body, automatic = '', styles = '', masters = ''}: Parts): Files => ({
  mimetype: odtType,
  'content.xml': root(
    'document-content',
    `<office:automatic-styles>${automatic}</office:automatic-styles>${bodyOf(body)}`,
  ),
  'styles.xml': root(
    'document-styles',
    `<office:styles>${styles}</office:styles><office:master-styles>${masters}</office:master-styles>`,
  ),
  'META-INF/manifest.xml': manifestOf(['content.xml', 'styles.xml']),
})

/** The first entry is not compressed, as the format asks. */
export const zip = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [
        name,
        [typeof data === 'string' ? strToU8(data) : data, {level: name === 'mimetype' ? 0 : 6}],
      ]),
    ),
  )

export const makeOdt = (parts: Parts): Uint8Array => zip(filesOf(parts))

export const makeFlat = ({body, automatic = '', styles = ''}: Parts): string =>
  root(
    'document',
    `<office:styles>${styles}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles>${bodyOf(body)}`,
  )

export const paragraph = (content: string, style = '') =>
  `<text:p${style && ` text:style-name="${style}"`}>${content}</text:p>`

export const heading = (content: string, level = 1, attributes = '') =>
  `<text:h text:outline-level="${level}" ${attributes}>${content}</text:h>`

export const note = (content: string, kind = 'footnote') =>
  `<text:note text:id="n" text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${content}</text:note-body></text:note>`

export const style = (name: string, parent: string, inside = '', family = 'paragraph') =>
  `<style:style style:name="${name}" style:family="${family}"${parent && ` style:parent-style-name="${parent}"`}>${inside}</style:style>`

export const hiding = '<style:text-properties text:display="none"/>'
