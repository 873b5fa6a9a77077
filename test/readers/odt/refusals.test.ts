import fc from 'fast-check'
import {strToU8} from 'fflate'
import {describe, expect, test} from 'vitest'
import {ReadError} from '../../../src/core/errors.ts'
import {limits} from '../../../src/core/limits.ts'
import {readOdt} from '../../../src/readers/odt.ts'
import {makeDocx} from '../docx/make-docx.ts'
import {
  type Files,
  filesOf,
  makeFlat,
  makeOdt,
  manifestOf,
  odtType,
  paragraph,
  zip,
} from './make-odt.ts'

const secret = 'The mother moved.'
const good = filesOf({body: paragraph(secret)})
const withContent = (xml: string): Files => ({...good, 'content.xml': xml})

/** The refusal of a file, which has to name file, problem and remedy. */
function refusalOf(bytes: Uint8Array): string {
  try {
    readOdt(bytes, 'report.odt')
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    expect(error.where).toBe('report.odt')
    expect(error.remedy).toMatch(/\.$/)
    expect(error.message).not.toContain(secret)
    return error.problem
  }
  throw new Error('was read')
}

const notOdt = 'the file is named as an OpenDocument text but is not one'
const notWellFormed = 'the part content.xml cannot be read, because its XML is not well formed'
const locked = manifestOf(['content.xml'], '<manifest:encryption-data manifest:checksum="x"/>')
const content = String(good['content.xml'])

describe('a file is refused', {timeout: 20_000}, () => {
  test.each([
    ['empty', new Uint8Array(), 'there is no text in this file'],
    ['over 50 MB', new Uint8Array(limits.maxFileBytes + 1), 'the file is larger than 50 MB'],
    ['plain text', strToU8('Section 7 report'), notOdt],
    ['a Word document', makeDocx({body: ''}), notOdt],
    ['XML of something else', strToU8('<html/>'), notOdt],
    [
      'a page',
      strToU8('<html><p>Hello'),
      'the part report.odt cannot be read, because its XML is not well formed',
    ],
    ['a spreadsheet', zip({...good, mimetype: odtType.replace('text', 'spreadsheet')}), notOdt],
    [
      'a spreadsheet that calls itself text',
      zip(withContent(content.replaceAll('office:text', 'office:spreadsheet'))),
      notOdt,
    ],
    [
      'protected',
      zip({...good, 'META-INF/manifest.xml': locked}),
      'the file is protected by a password',
    ],
    [
      'cut short',
      makeOdt({body: ''}).slice(0, -30),
      'the file is damaged or was not saved completely',
    ],
    ['not well formed', zip(withContent(content.replace('</office:body>', ''))), notWellFormed],
    [
      'in no encoding',
      zip({...good, 'content.xml': new Uint8Array([60, 255, 254, 60])}),
      notWellFormed,
    ],
    [
      'with a document type',
      zip(withContent(content.replace('<office:', '<!DOCTYPE x [<!ENTITY a "b">]><office:'))),
      'the part content.xml declares a document type, which no such document does',
    ],
    [
      'nested too deep',
      makeOdt({body: paragraph('<text:span>'.repeat(300) + '</text:span>'.repeat(300))}),
      'the part content.xml nests its elements more than 256 deep',
    ],
  ])('%s', (_, bytes, problem) => {
    expect(refusalOf(bytes)).toBe(problem)
  })

  test('without its content', () => {
    const {'content.xml': _, ...files} = good
    expect(refusalOf(zip(files))).toBe(notOdt)
  })
})

describe('a file is read', () => {
  test.each([
    ['without styles, type or manifest', {'content.xml': content}],
    ['as a template', {...good, mimetype: `${odtType}-template`}],
    ['in UTF-16', withContentIn16()],
  ])('%s', (_, files) => {
    expect(readOdt(zip(files), 'report.odt').text).toBe(secret)
  })

  test('flat and in UTF-16', () => {
    const xml = makeFlat({body: paragraph(secret)}).replace('UTF-8', 'UTF-16')
    expect(readOdt(Buffer.from(`\ufeff${xml}`, 'utf16le'), 'report.fodt').text).toBe(secret)
  })

  test('whatever its prefixes are', () => {
    const xml = content.replace('xmlns:text=', 'xmlns:t=').replaceAll(/(<\/?)text:/g, '$1t:')
    expect(readOdt(zip(withContent(xml)), 'report.odt').text).toBe(secret)
  })
})

function withContentIn16(): Files {
  const xml = content.replace('UTF-8', 'UTF-16')
  return {...good, 'content.xml': Buffer.from(`\ufeff${xml}`, 'utf16le')}
}

test('a file with bytes changed is read or refused by name', () => {
  const bytes = makeOdt({body: paragraph(secret).repeat(20)})
  const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(changes, (places) => {
      const copy = bytes.slice()
      for (const [at, value] of places) copy[at] = value
      try {
        readOdt(copy, 'report.odt')
      } catch (error) {
        expect(error).toBeInstanceOf(ReadError)
      }
    }),
  )
})
