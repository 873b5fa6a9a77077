import {strToU8, zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {ReadError} from '../../src/core/errors.ts'
import {formatOf, readDocument} from '../../src/readers/index.ts'

const text = new TextEncoder().encode('*Cai* hid.')
const bytes = (start: string) => Uint8Array.from(start, (character) => character.charCodeAt(0))
const ole = bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more')
const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const officeDocument =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const docx = zipSync({
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  '_rels/.rels': strToU8(
    `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${officeDocument}" Target="word/document.xml"/></Relationships>`,
  ),
  'word/document.xml': strToU8(
    `<w:document xmlns:w="${namespace}"><w:body><w:p><w:r><w:t>Cai hid.</w:t></w:r></w:p></w:body></w:document>`,
  ),
})

test('the ending says the format', () => {
  const names = [
    'a.docx',
    'a.DOCM',
    'a.dotx',
    'a.md',
    'a.Markdown',
    'a.txt',
    'a.text',
    'a.odt',
    'a.html',
    'a.PDF',
    'a',
    '-',
  ]
  expect(names.map(formatOf)).toEqual([
    ...['docx', 'docx', 'docx', 'markdown', 'markdown', 'text', 'text'],
    ...['odt', 'html', 'pdf', undefined, undefined],
  ])
})

describe('readDocument', () => {
  test.each([
    ['by its ending', 'a.docx', docx, undefined, ['docx', 'Cai hid.']],
    ['by its ending', 'Report.MD', text, undefined, ['markdown', 'Cai hid.']],
    ['by its ending', 'a.txt', text, undefined, ['text', '*Cai* hid.']],
    ['as text without an ending', 'report', text, undefined, ['text', '*Cai* hid.']],
    [
      'as text where a number ends the name',
      'Report v1.2',
      text,
      undefined,
      ['text', '*Cai* hid.'],
    ],
    [
      'as text where only a folder has one',
      'a.pdf/report',
      text,
      undefined,
      ['text', '*Cai* hid.'],
    ],
    ['as Word by its first bytes', 'report', docx, undefined, ['docx', 'Cai hid.']],
    ['by the format asked for', 'notes.pdf', text, 'markdown' as const, ['markdown', 'Cai hid.']],
  ])('reads a file %s: %s', async (_, name, content, format, expected) => {
    const document = await readDocument(content, name, format && {format})
    expect([document.format, document.blocks[0]?.text]).toEqual(expected)
  })

  test.each([
    ['a.pdf', bytes('%PDF-1.7'), 'the PDF is damaged or was not saved completely'],
    ['a.pdf', text, 'the PDF is damaged or was not saved completely'],
    ['a.mht', text, 'web archives (.mht) are not read'],
    ['a.rtf', bytes('{\\rtf1'), 'rich text files (.rtf) are not read'],
    ['a.odt', docx, 'the file is named as an OpenDocument text but is not one'],
    ['a.doc', ole, 'older Word documents (.doc) are not read'],
    ['a.doc', text, 'older Word documents (.doc) are not read'],
    ['a.xyz', text, 'this kind of file is not read'],
    ['a', bytes('%PDF-1.7'), 'the PDF is damaged or was not saved completely'],
    ['a.txt', bytes('%PDF-1.7'), 'the PDF is damaged or was not saved completely'],
    ['a.txt', bytes('{\\rtf1 Cai'), 'rich text files (.rtf) are not read'],
    ['a.docx', text, 'the file is named as a Word document but is not one'],
    ['a.docx', ole, 'the file is an older Word document (.doc), or is protected by a password'],
    ['a.docx', new Uint8Array(), 'there is no text in this file'],
    ['a.txt', docx, 'the file is named as text but is a Word document or a zip file'],
    ['a.md', docx, 'the file is named as text but is a Word document or a zip file'],
    ['a.txt', ole, 'the file is an older Word document (.doc), or is protected by a password'],
    ['a', ole, 'the file is an older Word document (.doc), or is protected by a password'],
  ])('refuses %s with a remedy', async (name, content, problem) => {
    let thrown: unknown
    try {
      await readDocument(content, name)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(ReadError)
    expect(thrown).toMatchObject({where: name, problem, remedy: expect.stringMatching(/^\S.*\.$/)})
  })

  test('refuses a file that is too large, whatever it holds', async () => {
    const large = new Uint8Array(50 * 1024 * 1024 + 1).fill(0x61)
    await expect(readDocument(large, 'a.txt')).rejects.toThrow(
      /^a\.txt: the file is larger than 50 MB\./,
    )
    await expect(readDocument(large, 'a.md')).rejects.toThrow(
      /^a\.md: the file is larger than 50 MB\./,
    )
  })
})
