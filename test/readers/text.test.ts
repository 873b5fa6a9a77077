import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {ReadError} from '../../src/core/errors.ts'
import {readText} from '../../src/readers/text.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readText(utf8(text), 'report.txt')
const texts = (text: string) => read(text).blocks.map((block) => block.text)
const labels = (text: string) => read(text).blocks.map(({label}) => label)

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), !bigEndian)
  }
  return bytes
}

describe('decoding', () => {
  const text = 'Cai said “no” – twice.\r\nMs Llŷr heard it.'

  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`)],
    ['UTF-16LE with a byte order mark', utf16(`\ufeff${text}`, false)],
    ['UTF-16BE with a byte order mark', utf16(`\ufeff${text}`, true)],
    ['UTF-16LE without a mark', utf16(text, false)],
    ['UTF-16BE without a mark', utf16(text, true)],
  ])('reads %s', (_, bytes) => {
    expect(readText(bytes, 'a.txt').text).toBe(text)
  })

  test('reads Windows-1252 with its quotation marks, dashes and accents', () => {
    const bytes = Uint8Array.of(
      0x93,
      0x4e,
      0x6f,
      0x2c,
      0x94,
      0x20,
      0x97,
      0x20,
      0x63,
      0x61,
      0x66,
      0xe9,
      0x80,
    )
    expect(readText(bytes, 'a.txt').text).toBe('“No,” — café€')
  })

  test('reads Windows-1252 over more bytes than one call takes', () => {
    const bytes = new Uint8Array(300_000).fill(0x61)
    bytes[299_999] = 0x92
    expect(readText(bytes, 'a.txt').text).toBe(`${'a'.repeat(299_999)}’`)
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['only white space', utf8(' \r\n\t\u00a0\n')],
    ['only a byte order mark', utf8('\ufeff')],
  ])('refuses a file with %s', (_, bytes) => {
    expect(() => readText(bytes, 'a.txt')).toThrow(
      new ReadError(
        'a.txt',
        'there is no text in this file',
        'Check that the report was saved and that this is the right file.',
      ),
    )
  })

  test.each([
    ['NULs', Uint8Array.of(0x50, 0x00, 0x00, 0x41, 0x42, 0x00, 0x43)],
    ['control characters', Uint8Array.of(0x50, 0x01, 0x02, 0x41, 0x42, 0x03, 0x43)],
  ])('refuses a file with %s, and repeats nothing of it', (_, bytes) => {
    expect(() => readText(bytes, 'a.txt')).toThrow(/^a\.txt: this is not a text file\. Open it/)
  })
})

describe('paragraphs', () => {
  test('takes each line of a Word export for a paragraph', () => {
    const text = [
      'Ms Rees lives with Cai and Seren in a flat near her sister, and has done since March 2021.',
      'Mr Hughes came to the flat on 3 May.',
      '',
      'He shouted through the letter box. Cai heard him and hid, and Seren rang her aunt, who came at once and took them home with her.',
    ].join('\r\n')
    expect(read(text)).toEqual({
      name: 'report.txt',
      format: 'text',
      text,
      segments: [],
      unread: [],
      blocks: text.split(/(?:\r\n)+/).map((line, index) => ({
        kind: 'paragraph',
        range: {start: text.indexOf(line), end: text.indexOf(line) + line.length},
        text: line,
        section: [],
        label: `paragraph ${index + 1}`,
        language: 'en',
      })),
    })
  })

  test('runs a wrapped paragraph to the blank line', () => {
    const first = [
      'Ms Rees lives with Cai and Seren in a flat near her sister, and',
      'has done since March 2021. Mr Hughes knows the address and came',
      'there on 3 May, when the children were asleep.',
    ].join('\n')
    const second = [
      'He shouted through the letter box. Cai heard him and hid under',
      'the bed; Seren rang her aunt.',
    ].join('\n')
    expect(texts(`${first}\n\n${second}\n`)).toEqual([first, second])
  })

  test('runs a wrapped paragraph on where nothing else stands in the file', () => {
    const text = [
      'Ms Rees lives with Cai and Seren in a flat near her sister, and',
      'has done since March 2021. Mr Hughes knows the address and came',
      'there on 3 May, when the children were asleep.',
    ].join('\r')
    expect(texts(text)).toEqual([text])
  })

  test('keeps an age or a dash in a wrapped paragraph, and lists apart', () => {
    const paragraph = [
      'Ms Rees lives with Cai and Seren in a flat near her sister. She is',
      '30. She told me that Mr Hughes knows the address, and that he came',
      '– as she had feared – on 3 May, when the children were asleep, and',
      'that he then did these things:',
    ].join('\n')
    const items = ['(a) shouted through the letter box;', '(b) kicked the door; and', '- left.']
    expect(texts(`${paragraph}\n${items.join('\n')}\n\nCai heard him.`)).toEqual([
      paragraph,
      ...items,
      'Cai heard him.',
    ])
  })

  test('keeps the lines of an address apart in a wrapped text', () => {
    const paragraph = [
      'Ms Rees lives with Cai and Seren in a flat near her sister, and',
      'has done since March 2021. Mr Hughes knows the address and came',
      'there on 3 May, when the children were asleep in their bedroom',
      'and their mother was in the kitchen with a friend from work.',
    ].join('\n')
    expect(texts(`Applicant: Ms Rees\nRespondent: Mr Hughes\n\n${paragraph}`)).toEqual([
      'Applicant: Ms Rees',
      'Respondent: Mr Hughes',
      paragraph,
    ])
  })

  test('leaves out white space round a block and keeps what is inside', () => {
    const text = '\t Cai\u00a0Rees is six\u2011years\u2011old.\v He  sleeps badly.\u00a0 \n   '
    expect(texts(text)).toEqual(['Cai\u00a0Rees is six\u2011years\u2011old.\v He  sleeps badly.'])
  })

  test('a page break ends a block, and a drawn line is none', () => {
    expect(texts('Cai hid.\fSeren rang.\n----------\n* * *\nNobody came.')).toEqual([
      'Cai hid.',
      'Seren rang.',
      'Nobody came.',
    ])
  })
})

describe('numbers and labels', () => {
  test('labels a paragraph by its typed number, others by counting', () => {
    const text = [
      '4.1 Ms Rees told me about May.',
      'She was calm.',
      '4.2\tThe mother then moved.',
      '(a) She took Cai.',
      'ii. She took Seren.',
      '• She took the cat.',
      '4.3. They are well.',
      '5) The father wrote.',
      '03.05.21 Police came.',
    ].join('\n')
    expect(read(text).blocks.map(({label, kind}) => [label, kind])).toEqual([
      ['4.1', 'paragraph'],
      ['paragraph 2', 'paragraph'],
      ['4.2', 'paragraph'],
      ['4.2(a)', 'list-item'],
      ['4.2(ii)', 'list-item'],
      ['paragraph 6', 'list-item'],
      ['4.3', 'paragraph'],
      ['5', 'paragraph'],
      ['paragraph 9', 'paragraph'],
    ])
  })

  test('keeps the number in the text', () => {
    expect(texts('4.2\tThe mother then moved.')).toEqual(['4.2\tThe mother then moved.'])
  })

  test('does not take an initial or a year for a number', () => {
    expect(labels('J. Evans wrote the report.\n2021 was hard for Cai.')).toEqual([
      'paragraph 1',
      'paragraph 2',
    ])
  })
})

describe('tables', () => {
  test('reads a line with tabs cell by cell', () => {
    const text = [
      'Date\tWhat happened',
      '3 May 2021\tMr Hughes kicked the door.',
      '',
      'Cai heard it.',
      'Name\t\tAge',
      '\tThe mother cried.',
    ].join('\n')
    expect(read(text).blocks.map((block) => [block.kind, block.label, block.text])).toEqual([
      ['table-cell', 'table 1, row 1', 'Date'],
      ['table-cell', 'table 1, row 1', 'What happened'],
      ['table-cell', 'table 1, row 2', '3 May 2021'],
      ['table-cell', 'table 1, row 2', 'Mr Hughes kicked the door.'],
      ['paragraph', 'paragraph 1', 'Cai heard it.'],
      ['table-cell', 'table 2, row 1', 'Name'],
      ['table-cell', 'table 2, row 1', 'Age'],
      ['paragraph', 'paragraph 2', 'The mother cried.'],
    ])
  })
})

describe('headings', () => {
  const long =
    'Mr Hughes came to the flat in the night, kicked the door, and shouted until a neighbour rang the police.'

  test('gives later blocks the headings above them', () => {
    const text = [
      'SECTION 7 REPORT',
      '1. Background',
      '1.1 Family',
      'Cai is six.',
      '1.2 Home',
      'They rent a flat.',
      '2 Analysis',
      '2.1 Mr Hughes kicked the door.',
      'CONCLUSION',
      'They are safe.',
    ].join('\n')
    expect(read(text).blocks.map(({kind, label, section}) => [kind, label, section])).toEqual([
      ['heading', 'heading 1', []],
      ['heading', '1', ['SECTION 7 REPORT']],
      ['heading', '1.1', ['SECTION 7 REPORT', '1. Background']],
      ['paragraph', 'paragraph 1', ['SECTION 7 REPORT', '1. Background', '1.1 Family']],
      ['heading', '1.2', ['SECTION 7 REPORT', '1. Background']],
      ['paragraph', 'paragraph 2', ['SECTION 7 REPORT', '1. Background', '1.2 Home']],
      ['heading', '2', ['SECTION 7 REPORT']],
      ['paragraph', '2.1', ['SECTION 7 REPORT', '2 Analysis']],
      ['heading', 'heading 6', []],
      ['paragraph', 'paragraph 4', ['CONCLUSION']],
    ])
  })

  test('takes a numbered question for one', () => {
    const text = `3. What Mr Hughes did for the children\n${long}`
    expect(read(text).blocks.map(({kind, label}) => [kind, label])).toEqual([
      ['heading', '3'],
      ['paragraph', 'paragraph 1'],
    ])
  })

  test('takes a short line over a paragraph for its title', () => {
    const text = `Wishes and feelings\n${long}\n\nHome and school\n\n${long}`
    expect(read(text).blocks.map(({kind, section}) => [kind, section])).toEqual([
      ['heading', []],
      ['paragraph', ['Wishes and feelings']],
      ['heading', []],
      ['paragraph', ['Home and school']],
    ])
  })

  test.each([
    ['a sentence without its stop', `He was angry\n\n${long}`],
    ['a short sentence', `Cai hid.\n\n${long}`],
    ['a date', `3 March 2021\n\n${long}`],
    ['a field', `Name: Cai\n\n${long}`],
    ['a numbered sentence', '3. Mr Hughes has kicked the door\nCai hid.'],
    ['a numbered list', '1. Ms Rees\n2. Mr Hughes\n3. Cai'],
    ['a last line', `${long}\nJane Evans`],
    ['a line in mid-paragraph', `He went on and on\nMr Hughes\n${long}`],
    ['a number of people', `3 children\n\n${long}`],
    ['initials', 'CPS\tMG\nAB, CD.'],
  ])('does not take %s for a heading', (_, text) => {
    expect(read(text).blocks.filter(({kind}) => kind === 'heading')).toEqual([])
  })
})

test('a Welsh paragraph is marked, an English one full of Welsh names is not', () => {
  const text = [
    'Ms Angharad Llywelyn of Ystrad Mynach lives with Mam and Taid.',
    "Mae'r tad yn gwadu iddo fygwth y fam ar y ffôn nac mewn neges.",
  ].join('\n')
  expect(read(text).blocks.map(({language}) => language)).toEqual(['en', 'cy'])
})

test('blocks are slices of the text, in order, apart, and hold every letter', () => {
  const piece = fc.constantFrom(
    '\n',
    '\r\n',
    '\r',
    '\f',
    '\t',
    ' ',
    '  ',
    '\n\n',
    '4.2 ',
    '4. ',
    '(a) ',
    '- ',
    '• ',
    'iv. ',
    '30. ',
    'Cai',
    'HOME',
    'The mother left.',
    'a\u0302',
    '🙂',
    '\u00a0',
    '—',
    '“no”',
    'x'.repeat(70),
    '\v',
    '\u2029',
  )
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
      const text = `Z${pieces.join('')}`
      const {blocks, text: kept} = read(text)
      expect(kept).toBe(text)
      let end = 0
      let outside = ''
      for (const block of blocks) {
        expect(block.text).toBe(text.slice(block.range.start, block.range.end))
        expect(block.text).toBe(block.text.trim())
        expect(block.range.start).toBeGreaterThanOrEqual(end)
        outside += text.slice(end, block.range.start)
        end = block.range.end
      }
      outside += text.slice(end)
      // Bullets of rows of nothing but drawing, and the number before a table row, may stay out.
      expect(outside.replace(/4\.2?|30\.|\(a\)|iv\./g, '')).not.toMatch(/[\p{L}\p{N}]/u)
    }),
    {numRuns: 500},
  )
})

test('reads a million words', () => {
  const line =
    '4.2 Ms Rees told me that Mr Hughes kicked the door and that Cai heard it from his bed.\r\n'
  const {blocks} = read(line.repeat(50_000))
  expect(blocks.length).toBe(50_000)
})

test('refuses more blocks than the limit', () => {
  expect(() => read('a\n'.repeat(200_001))).toThrow(/more than 200000 paragraphs/)
})
