import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {lint, readDocx} from '../../src/index.ts'
import {readPdf} from '../../src/readers/pdf.ts'

const bytesOf = (path: string) => new Uint8Array(readFileSync(path))
const read = (name: string, margins = false) =>
  readPdf(bytesOf(`test/readers/pdf/${name}.pdf`), `${name}.pdf`, {margins})

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

test('the paragraphs of a Word document come back from the PDF that LibreOffice makes of it', async () => {
  const pdf = await read('section-7')
  const docx = readDocx(bytesOf('fixtures/section-7/report.docx'), 'report.docx')
  const ours = new Set(pdf.blocks.map(({text}) => plain(text).replace(/^\d+\. /, '')))
  const missing = docx.blocks
    .filter(({kind}) => kind !== 'table-cell')
    .map(({text}) => plain(text))
    .filter((text) => !ours.has(text))
  // A note begins with its number there, and the bullets of a list with a sign.
  expect(missing.map((text) => text.slice(0, 40)).slice(0, 12)).toMatchInlineSnapshot(`
    [
      "Logs obtained under the police disclosur",
    ]
  `)
})

test('rules point at the same words as in the Word document', async () => {
  const docx = readDocx(bytesOf('fixtures/section-7/report.docx'), 'report.docx')
  const found = (document: Parameters<typeof lint>[0]) =>
    lint(document)
      .findings.filter(({isReportWide}) => !isReportWide)
      .map(({ruleId, actual}) => `${ruleId}: ${plain(actual)}`)
      .toSorted()
  expect(found(await read('section-7'))).toEqual(found(docx))
})

test('labels give the page; headings are known by their size', async () => {
  const {blocks} = await read('section-7')
  const heading = blocks.find(({text}) => text === '2 Background')
  expect(heading).toMatchObject({kind: 'heading', label: 'page 1, 2'})
  const first = blocks.find(({text}) => text.includes('relationship was volatile'))
  expect(first?.label).toMatch(/^page 1, /)
  expect(first?.section.at(-1)).toBe('2 Background')
})

test('notes stand after the text, without their marks in it', async () => {
  const {blocks} = await read('hand-notes')
  expect(blocks.map(({text}) => text)).toEqual([
    'Ms Rees failed to protect Cai and it was a tiff.',
    '1 The parents have a volatile relationship.',
    'i Officers were called to a domestic dispute.',
  ])
})

test('a sentence goes on over the end of a page; headers, footers and page numbers are counted', async () => {
  const {blocks, unread} = await read('margins')
  expect(blocks.length).toBe(69)
  expect(
    blocks.filter(
      ({text}) => !/^\d+\. Cai told me that .* he drew a picture of [a-z ]+\.$/.test(text),
    ),
  ).toEqual([])
  expect(unread).toEqual([
    {kind: 'layout-of-pdf', count: 1},
    {kind: 'headers-and-footers', count: 2},
  ])
  const withMargins = await read('margins', true)
  expect(withMargins.blocks.filter(({kind}) => kind === 'margin').map(({text}) => text)).toEqual([
    'Confidential: case ZZ26C00001',
    expect.stringMatching(/^Page \d$/),
  ])
})

const pdf = (pages: string) =>
  new TextEncoder().encode(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]${pages}>>endobj\ntrailer<</Root 1 0 R>>`,
  )

test.each([
  [
    'that a password protects',
    () => bytesOf('test/readers/pdf/protected.pdf'),
    'the PDF is protected by a password',
  ],
  [
    'of pictures',
    () => pdf(''),
    'there is no text in this PDF: its pages are pictures, as a scanner makes them',
  ],
  [
    'that breaks off',
    () => bytesOf('test/readers/pdf/section-7.pdf').slice(0, 900),
    'the PDF is damaged or was not saved completely',
  ],
  [
    'of nothing',
    () => new TextEncoder().encode('%PDF-1.7'),
    'the PDF is damaged or was not saved completely',
  ],
])('a PDF %s is refused with a remedy', async (_, bytes, problem) => {
  await expect(readPdf(bytes(), 'a.pdf')).rejects.toMatchObject({
    name: 'ReadError',
    where: 'a.pdf',
    problem,
    remedy: expect.stringMatching(/^\S.*\.$/),
  })
})
