import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {ReadError} from '../../../src/core/errors.ts'
import {limits} from '../../../src/core/limits.ts'
import {readDocx} from '../../../src/readers/docx.ts'
import {type Files, filesOf, makeDocx, paragraph, part, relationships, zip} from './make-docx.ts'

const secret = 'The mother moved.'
const good = makeDocx({body: paragraph(secret)})
const withMain = (xml: string): Files => ({...filesOf({body: ''}), 'word/document.xml': xml})

/** The refusal of a file, which has to name file, problem and remedy. */
function refusalOf(bytes: Uint8Array): string {
  try {
    readDocx(bytes, 'report.docx')
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    expect(error.where).toBe('report.docx')
    expect(error.remedy).toMatch(/\.$/)
    expect(error.message).not.toContain(secret)
    return error.problem
  }
  throw new Error('was read')
}

const damaged = 'the file is damaged or was not saved completely'
const notWord = 'the file is named as a Word document but is not one'
const notWellFormed =
  'the part word/document.xml cannot be read, because its XML is not well formed'

/** A copy with a little-endian number written over it. */
function patch(bytes: Uint8Array, offset: number, value: number, size: 2 | 4): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  if (size === 2) view.setUint16(offset, value, true)
  else view.setUint32(offset, value, true)
  return copy
}

/** Where the directory record of an entry begins. */
function directoryRecord(bytes: Uint8Array, entryName: string): number {
  const text = Buffer.from(bytes).toString('latin1')
  return text.indexOf('PK\u0001\u0002', text.lastIndexOf(entryName) - 46)
}
const endRecord = (bytes: Uint8Array) => bytes.length - 22
const mainRecord = directoryRecord(good, 'word/document.xml')

// The largest of these take a second or two on their own.
describe('a file is refused', {timeout: 20_000}, () => {
  test.each([
    ['empty', new Uint8Array(), 'there is no text in this file'],
    ['over 50 MB', new Uint8Array(limits.maxFileBytes + 1), 'the file is larger than 50 MB'],
    ['plain text', Buffer.from('Section 7 report'), notWord],
    [
      'an old or protected Word file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]),
      'the file is an older Word document (.doc), or is protected by a password',
    ],
    ['a zip of something else', zip({'notes.txt': 'Hello'}), notWord],
    ['two bytes of a zip', Buffer.from('PK'), damaged],
    ['cut short', good.slice(0, good.length - 200), damaged],
    ['cut in the middle', good.slice(0, 400), damaged],
  ])('%s', (_, bytes, problem) => {
    expect(refusalOf(bytes)).toBe(problem)
  })

  test('a spreadsheet', () => {
    const files = {
      '_rels/.rels': relationships({'xl/workbook.xml': 'officeDocument'}),
      'xl/workbook.xml': '<workbook xmlns="urn:x"/>',
    }
    expect(refusalOf(zip(files))).toBe(notWord)
  })

  test('a package whose main part is missing', () => {
    const {'word/document.xml': _, ...files} = filesOf({body: ''})
    expect(refusalOf(zip(files))).toBe(notWord)
  })

  test('declared to unpack to more than the limit', () => {
    const bytes = patch(good, mainRecord + 24, limits.maxInflatedBytes + 1, 4)
    expect(refusalOf(bytes)).toBe('the file unpacks to more than 200 MB')
  })

  test('unpacking to more than it declares', () => {
    const bomb = zip(withMain(part('document', ' '.repeat(30_000_000))))
    const lying = patch(bomb, directoryRecord(bomb, 'word/document.xml') + 24, 1000, 4)
    expect(refusalOf(lying)).toBe(damaged)
  })

  test('unpacking to less than it declares', () => {
    expect(refusalOf(patch(good, mainRecord + 24, 100_000, 4))).toBe(damaged)
  })

  test('whose directory points outside', () => {
    expect(refusalOf(patch(good, endRecord(good) + 16, good.length, 4))).toBe(damaged)
    expect(refusalOf(patch(good, mainRecord + 42, 0xfffffff0, 4))).toBe(damaged)
    expect(refusalOf(patch(good, mainRecord + 20, 0xfffffff0, 4))).toBe(damaged)
  })

  test('with an encrypted part', () => {
    expect(refusalOf(patch(good, mainRecord + 8, 1, 2))).toBe(
      'the file is an older Word document (.doc), or is protected by a password',
    )
  })

  test('with too many entries', () => {
    const many = Object.fromEntries(Array.from({length: 5001}, (_, index) => [`x${index}`, '']))
    expect(refusalOf(zip(many))).toBe('the file is made of more than 5,000 parts')
  })

  test('with two main parts', () => {
    const twin = 'word/documenu.xml'
    const files = {...filesOf({body: paragraph('One')}), [twin]: part('document', '')}
    const bytes = Buffer.from(
      Buffer.from(zip(files)).toString('latin1').replaceAll('documenu', 'document'),
      'latin1',
    )
    expect(refusalOf(bytes)).toBe(
      'the file holds the same part twice, so there is no telling which is the report',
    )
  })

  test.each([
    ['an unclosed element', `<w:document xmlns:w="urn:x"><w:body>${secret}`],
    ['crossed elements', `<a><b>${secret}</a></b>`],
    ['an unknown entity', '<a>&secret;</a>'],
    ['an unknown prefix', '<w:document/>'],
    ['nothing', ''],
    ['a character XML has no place for', '<a>\u0001</a>'],
    ['text after its end', `<a/>${secret}`],
  ])('whose main part has %s', (_, xml) => {
    expect(refusalOf(zip(withMain(xml)))).toBe(notWellFormed)
  })

  test('whose main part is no text', () => {
    const bytes = new Uint8Array([...Buffer.from('<a>'), 0xff, 0xc0, ...Buffer.from('</a>')])
    expect(refusalOf(zip({...filesOf({body: ''}), 'word/document.xml': bytes}))).toBe(notWellFormed)
  })

  test('that declares a document type, before any entity is expanded', () => {
    const xml = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    expect(refusalOf(zip(withMain(xml)))).toBe(
      'the part word/document.xml declares a document type, which no such document does',
    )
  })

  test('that nests too deep', () => {
    const depth = 100_000
    const xml = part('document', '<w:sdt>'.repeat(depth) + '</w:sdt>'.repeat(depth))
    expect(refusalOf(zip(withMain(xml)))).toBe(
      'the part word/document.xml nests its elements more than 256 deep',
    )
  })

  test.each([
    ['elements', '<a/>'.repeat(limits.maxMarkup)],
    ['attributes', `<a ${Array.from({length: 100_000}, (_, index) => `a${index}=""`).join(' ')}/>`],
    ['entities', `<w:p><w:r><w:t>${'&lt;'.repeat(limits.maxMarkup + 1)}</w:t></w:r></w:p>`],
    ['comments', `<w:p><w:r><w:t>${'a<!---->'.repeat(limits.maxMarkup + 1)}</w:t></w:r></w:p>`],
  ])('with too many %s', (_, content) => {
    expect(refusalOf(zip(withMain(part('document', content))))).toBe(
      'the part word/document.xml is broken into more pieces than can be read',
    )
  })

  test('with too many paragraphs', () => {
    const body = '<w:p/>'.repeat(limits.maxBlocks + 1)
    expect(refusalOf(makeDocx({body}))).toBe('the file has more than 200000 paragraphs')
  })
})

test('entries that climb out of the package, and parts that are not needed, are ignored', () => {
  const files = {
    ...filesOf({body: paragraph('Read.')}),
    '../word/document.xml': 'no XML',
    'word/media/image1.xml': 'no XML either',
  }
  expect(readDocx(zip(files), 'report.docx').text).toBe('Read.')
})

test('whatever happens to its bytes, a file is read or refused', () => {
  const base = makeDocx({
    body: paragraph(secret).repeat(20),
    styles: '<w:style w:styleId="A"/>',
    comments: '<w:comment w:id="1"/>',
  })
  const damage = fc.record({
    edits: fc.array(
      fc.record({
        offset: fc.nat({max: base.length - 1}),
        value: fc.nat({max: 255}),
      }),
      {maxLength: 8},
    ),
    length: fc.oneof({weight: 3, arbitrary: fc.constant(base.length)}, fc.nat({max: base.length})),
  })
  fc.assert(
    fc.property(damage, ({edits, length}) => {
      const bytes = base.slice(0, length)
      for (const {offset, value} of edits) if (offset < length) bytes[offset] = value
      try {
        return readDocx(bytes, 'report.docx').format === 'docx'
      } catch (error) {
        return error instanceof ReadError
      }
    }),
    {numRuns: 1000},
  )
})
