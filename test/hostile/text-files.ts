import {strToU8, zipSync} from 'fflate'
import {type HostileFile, secret} from './hostile-file.ts'

const read = `read: ${secret}`
const bytes = (text: string) => () => new TextEncoder().encode(text)
const million = 1_000_000

const odt = (body: string) => () =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), {level: 0}],
    'content.xml': strToU8(
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  })
const told = `<text:p>${secret}</text:p>`

const crowded = 'one paragraph has thousands of lines or marks'
const pictures = 'there is no text in this PDF: its pages are pictures, as a scanner makes them'
const stacked = 'quotations, lists or brackets stand more than 256 deep inside one another'

export const textFiles: readonly HostileFile[] = [
  {
    named: 'a billion spaces',
    file: 'a.odt',
    bytes: odt(`${told}<text:p>a<text:s text:c="999999999"/>b</text:p>`),
    gives: 'the part content.xml is broken into more pieces than can be read',
  },
  {
    named: 'a billion columns',
    file: 'a.odt',
    bytes: odt(
      `${told}<table:table><table:table-column table:number-columns-repeated="1000000000"/><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"><text:p>a</text:p></table:table-cell></table:table-row></table:table>`,
    ),
    gives: read,
  },
  {
    named: 'lists in lists',
    file: 'a.odt',
    bytes: odt(`<text:list><text:list-item>`.repeat(million / 2)),
    gives: 'the part content.xml nests its elements more than 256 deep',
  },
  {
    named: 'changes that refer to nothing',
    file: 'a.odt',
    bytes: odt('<text:change text:change-id="x"/>'.repeat(50_000) + told),
    gives: read,
  },
  {
    named: 'quotations in quotations',
    file: 'a.md',
    bytes: bytes(`${'>'.repeat(100_000)} a`),
    gives: stacked,
  },
  {named: 'brackets in brackets', file: 'a.md', bytes: bytes('['.repeat(50_000)), gives: crowded},
  {
    named: 'a line of four megabytes',
    file: 'a.md',
    bytes: bytes(`${secret}\n\n${'word '.repeat(800_000)}`),
    gives: read,
  },
  {
    named: 'links that refer to links',
    file: 'a.md',
    bytes: bytes(
      `${secret}\n\n${Array.from({length: 20_000}, (_, index) => `[a${index}]: b${index}`).join('\n')}\n`,
    ),
    gives: crowded,
  },
  {
    named: 'a table of a hundred thousand columns',
    file: 'a.md',
    bytes: bytes(`${'|a'.repeat(100_000)}\n${'|-'.repeat(100_000)}\n`),
    gives: `read: ${'a\n\n'.repeat(13)}`,
  },
  {named: 'stars', file: 'a.md', bytes: bytes('*a **b '.repeat(50_000)), gives: crowded},
  {
    named: 'elements a hundred thousand deep',
    file: 'a.html',
    bytes: bytes('<div>'.repeat(100_000)),
    gives: 'the elements of this page stand more than 256 deep inside one another',
  },
  {
    named: 'formatting that is never closed',
    file: 'a.html',
    bytes: bytes(`<p>${'<b><i><p>'.repeat(20_000)}`),
    gives: 'there is no text in this file',
  },
  {
    named: 'an attribute of ten megabytes',
    file: 'a.html',
    bytes: bytes(`<p title="${'x'.repeat(10 * million)}">${secret}</p>`),
    gives: read,
  },
  {
    named: 'four million references',
    file: 'a.html',
    bytes: bytes(`<p>${'&amp;'.repeat(4 * million)}</p>`),
    gives: `read: ${'&'.repeat(secret.length)}`,
  },
  {
    named: 'a PDF that refers to itself',
    file: 'a.pdf',
    bytes: bytes(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>',
    ),
    gives: pictures,
  },
  {
    named: 'a PDF of two thousand million pages',
    file: 'a.pdf',
    bytes: bytes(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 2000000000/Kids[]>>endobj\ntrailer<</Root 1 0 R>>',
    ),
    gives: pictures,
  },
  {
    named: 'a line of ten megabytes',
    file: 'a.txt',
    bytes: bytes('x'.repeat(10 * million + 1)),
    gives: 'the file has more than 10 million characters of text',
  },
  {
    named: 'paragraphs without end',
    file: 'a.txt',
    bytes: bytes('a\n\n'.repeat(200_001)),
    gives: 'the file has more than 200000 paragraphs',
  },
]
