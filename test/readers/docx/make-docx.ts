import {strToU8, zipSync} from 'fflate'

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships'

const namespaces = [
  `xmlns:w="${wordNamespace}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
].join(' ')

export const part = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:${root} ${namespaces}>${content}</w:${root}>`

export const relationships = (targets: Readonly<Record<string, string>>) =>
  `<Relationships xmlns="${packageNamespace}">${Object.entries(targets)
    .map(
      ([target, type], index) =>
        `<Relationship Id="rId${index}" Type="${officeTypes}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/** What a test says about a document; the rest is the least that makes it one. */
export interface Parts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly header?: string
  readonly footer?: string
}

const roots = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
} as const

export type Files = Record<string, string | Uint8Array>

export function filesOf({body, ...others}: Parts): Files {
  const files: Files = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships({'word/document.xml': 'officeDocument'}),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
  }
  const targets: Record<string, string> = {}
  for (const [type, content] of Object.entries(others)) {
    targets[`${type}1.xml`] = type
    const root = Object.entries(roots).find(([key]) => key === type)?.[1] ?? type
    files[`word/${type}1.xml`] = part(root, content)
  }
  files['word/_rels/document.xml.rels'] = relationships(targets)
  return files
}

/** A fixed day, so that the same files are the same bytes. */
const day = new Date(1990, 0, 1)

export const zip = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [
        name,
        typeof data === 'string' ? strToU8(data) : data,
      ]),
    ),
    {mtime: day},
  )

export const makeDocx = (parts: Parts): Uint8Array => zip(filesOf(parts))

export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

export const paragraph = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`

/** Any element: `element('w:ins', run('x'))`. */
export const element = (name: string, content = '', attributes = '') =>
  `<${name}${attributes && ` ${attributes}`}>${content}</${name}>`

export const table = (...rows: readonly string[]) => element('w:tbl', rows.join(''))
export const row = (...cells: readonly string[]) => element('w:tr', cells.join(''))
export const cell = (content: string, properties = '') =>
  element('w:tc', (properties && element('w:tcPr', properties)) + content)

const fieldChar = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

/** How a field begins, up to its result. */
export const fieldStart = (code: string) =>
  `${fieldChar('begin')}<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>${fieldChar('separate')}`
export const fieldEnd = fieldChar('end')

export const style = (id: string) => `<w:pStyle w:val="${id}"/>`

export const list = (id: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
