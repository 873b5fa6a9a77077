import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {sourceRange} from '../../src/core/segments.ts'
import {readMarkdown} from '../../src/readers/markdown.ts'

const read = (source: string) => readMarkdown(new TextEncoder().encode(source), 'report.md')
const texts = (source: string) => read(source).blocks.map(({text}) => text)
const shapes = (source: string) =>
  read(source).blocks.map(({kind, label, text}) => [kind, label, text])

/** What stands in the source for some words of the extracted text. */
const behind = (source: string, words: string) => {
  const document = read(source)
  const start = document.text.indexOf(words)
  expect(start, `"${words}" in the extracted text`).toBeGreaterThanOrEqual(0)
  const range = sourceRange(document, {start, end: start + words.length})
  return source.slice(range.start, range.end)
}

describe('the document', () => {
  test('holds text, blocks, the way back, and what was left out', () => {
    const source = 'Cai *hid*\nin `x` bed.\n'
    expect(read(source)).toEqual({
      name: 'report.md',
      format: 'markdown',
      text: 'Cai hid in \ufffc bed.',
      blocks: [
        {
          kind: 'paragraph',
          range: {start: 0, end: 17},
          text: 'Cai hid in \ufffc bed.',
          section: [],
          label: 'paragraph 1',
          language: 'en',
        },
      ],
      segments: [
        {start: 0, end: 4, sourceStart: 0, sourceEnd: 4},
        {start: 4, end: 7, sourceStart: 5, sourceEnd: 8},
        {start: 7, end: 11, sourceStart: 9, sourceEnd: 13},
        {start: 11, end: 12, sourceStart: 13, sourceEnd: 16},
        {start: 12, end: 17, sourceStart: 16, sourceEnd: 21},
      ],
      unread: [{kind: 'code', count: 1}],
    })
  })

  test('keeps front matter apart from the prose', () => {
    const {frontMatter, text} = read('---\nharm-to: Ms Rees\nmode: report\n---\n\nCai hid.\n')
    expect([frontMatter, text]).toEqual(['harm-to: Ms Rees\nmode: report', 'Cai hid.'])
  })

  test('says nothing of front matter where there is none', () => {
    expect(Object.keys(read('Cai hid.\n\n---\n'))).not.toContain('frontMatter')
  })

  test('counts code, html and images, but neither comments nor tags around words', () => {
    const source = [
      '```\nfailed to protect\n```',
      '    indented code',
      '<div>\nThe mother left.\n</div>',
      '<!-- a note -->',
      '<!-- a note --> The father left.',
      'See `a`, ![a plan](plan.png), ![][p] and <b>this</b>.<!-- here -->',
      '[p]: p.png',
    ].join('\n\n')
    const {text, unread} = read(source)
    expect(text).toBe('See \ufffc, \ufffc, \ufffc and this.')
    expect(unread).toEqual([
      {kind: 'code', count: 3},
      {kind: 'html', count: 2},
      {kind: 'images', count: 2},
    ])
  })

  test('drops emphasis and links and keeps their words', () => {
    const source = 'She **failed** to ~~pro~~tect [Cai](https://x.y "t") and [Nel][n].\n\n[n]: /n'
    expect(texts(source)).toEqual(['She failed to protect Cai and Nel.'])
  })

  test('keeps a web address in running text, and the words after it in their place', () => {
    const source = 'Write to a@b.org or see www.b.org/a_b, then &amp; there. Cai hid.'
    expect(texts(source)).toEqual(['Write to a@b.org or see www.b.org/a_b, then & there. Cai hid.'])
    expect(behind(source, 'Cai hid')).toBe('Cai hid')
    expect(behind(source, 'there')).toBe('there')
  })
})

describe('blocks', () => {
  test('stand under the headings above them', () => {
    const source = [
      '# Report',
      'One.',
      '## 4. Wishes and *feelings*',
      'Two.',
      '### 4.1 Cai',
      '> # Quoted',
      'Three.',
      'Analysis\n---',
      'Four.',
    ].join('\n\n')
    expect(read(source).blocks.map(({kind, label, section}) => [kind, label, section])).toEqual([
      ['heading', 'heading 1', []],
      ['paragraph', 'paragraph 1', ['Report']],
      ['heading', '4', ['Report']],
      ['paragraph', 'paragraph 2', ['Report', '4. Wishes and feelings']],
      ['heading', '4.1', ['Report', '4. Wishes and feelings']],
      ['heading', 'heading 4', ['Report', '4. Wishes and feelings', '4.1 Cai']],
      ['paragraph', 'paragraph 3', ['Report', '4. Wishes and feelings', '4.1 Cai']],
      ['heading', 'heading 5', ['Report']],
      ['paragraph', 'paragraph 4', ['Report', 'Analysis']],
    ])
  })

  test('are labelled as their author sees them', () => {
    const source = [
      'One.',
      '3. Two.\n\n   Still two.\n4. Three.\n   - Four.',
      '4.2 Five.',
      '> Six.\n>\n> 1. Seven.',
      '- [ ] Eight.\n- Nine.',
      'Ten.[^7] Eleven.[^b]',
      '[^7]: Note.\n[^b]: Second note.',
    ].join('\n\n')
    expect(shapes(source)).toEqual([
      ['paragraph', 'paragraph 1', 'One.'],
      ['list-item', '3', 'Two.'],
      ['list-item', '3', 'Still two.'],
      ['list-item', '4', 'Three.'],
      ['list-item', 'paragraph 5', 'Four.'],
      ['paragraph', '4.2', '4.2 Five.'],
      ['block-quote', 'paragraph 7', 'Six.'],
      ['block-quote', '1', 'Seven.'],
      ['list-item', 'paragraph 9', 'Eight.'],
      ['list-item', 'paragraph 10', 'Nine.'],
      ['paragraph', 'paragraph 11', 'Ten. Eleven.'],
      ['footnote', 'footnote 7', 'Note.'],
      ['footnote', 'footnote 2', 'Second note.'],
    ])
  })

  test('are the cells of a table', () => {
    const source =
      '| Date | What |\n|---|---|\n| May | He \\| she *hid* |\n| | `x` |\n\na|b\n-|-\nc|d'
    expect(shapes(source)).toEqual([
      ['table-cell', 'table 1, row 1', 'Date'],
      ['table-cell', 'table 1, row 1', 'What'],
      ['table-cell', 'table 1, row 2', 'May'],
      ['table-cell', 'table 1, row 2', 'He | she hid'],
      ['table-cell', 'table 2, row 1', 'a'],
      ['table-cell', 'table 2, row 1', 'b'],
      ['table-cell', 'table 2, row 2', 'c'],
      ['table-cell', 'table 2, row 2', 'd'],
    ])
    expect(behind(source, '| she')).toBe('\\| she')
  })

  test('say their language', () => {
    const source = 'Ms Rees lives with Cai.\n\nMae’r plant yn byw gyda’u mam ac wedi gwneud hynny.'
    expect(read(source).blocks.map(({language}) => language)).toEqual(['en', 'cy'])
  })

  test('are refused where nothing is left to read as text', () => {
    expect(() => read(' \n\n')).toThrow(/there is no text in this file/)
  })
})

describe('the way back', () => {
  test.each([
    ['an escape', 'She \\*failed\\* him', 'failed*', 'failed\\*'],
    ['a named reference', 'Caf&eacute; &amp; bar', 'Café &', 'Caf&eacute; &amp;'],
    ['a reference that is none', 'A &nosuch; b', '&nosuch;', '&nosuch;'],
    ['a reference to a reference', 'A &amp;amp; b', '&amp;', '&amp;amp;'],
    ['numbers', 'A &#8217;b &#x1F642; c', '’b 🙂', '&#8217;b &#x1F642;'],
    ['a reference to two characters', 'A &NotEqualTilde; b', '\u2242\u0338 b', '&NotEqualTilde; b'],
    ['a code without a character', 'A &#0; &#x80; b', '\ufffd \ufffd b', '&#0; &#x80; b'],
    ['a wrapped line', 'failed\nto protect', 'failed to', 'failed\nto'],
    [
      'a wrapped line with carriage return',
      'failed \r\n  to protect',
      'failed to',
      'failed \r\n  to',
    ],
    ['a wrapped quotation', '> > failed\n> >  to protect', 'failed to', 'failed\n> >  to'],
    ['a lazy quotation', '> failed\nto protect', 'failed to', 'failed\nto'],
    [
      'a sign that opens no quotation',
      'failed\n    > to protect',
      'failed > to',
      'failed\n    > to',
    ],
    ['the same in a quotation', '> failed\n    > to protect', 'failed > to', 'failed\n    > to'],
    ['an escaped sign in a quotation', '> failed\n> \\> to', 'failed > to', 'failed\n> \\> to'],
    ['a referred sign in a quotation', '> failed\n> &gt; to', 'failed > to', 'failed\n> &gt; to'],
    ['a wrapped list', '- failed\n  to protect', 'failed to', 'failed\n  to'],
    ['a hard break', 'failed  \nto protect', 'failed\nto', 'failed  \nto'],
    ['a backslash at the end', 'failed\\\nto protect', 'failed\nto', 'failed\\\nto'],
    ['emphasis', 'She **failed** *to* x', 'failed to', 'failed** *to'],
    ['a tag', 'She <b>failed</b> to', 'failed to', 'failed</b> to'],
    ['a line break tag', 'failed<br/>to', 'failed\nto', 'failed<br/>to'],
    [
      'combining marks',
      'Sia\u0302n \\& Lly\u0302r',
      'Sia\u0302n & Lly\u0302r',
      'Sia\u0302n \\& Lly\u0302r',
    ],
    ['a no-break space', 'six&nbsp;years', 'six\u00a0years', 'six&nbsp;years'],
    ['a backslash that escapes nothing', 'a\\b c', 'a\\b', 'a\\b'],
    ['a setext heading', 'failed\nto\n===', 'failed to', 'failed\nto'],
  ])('leads through %s', (_, source, words, expected) => {
    expect(behind(source, words)).toBe(expected)
  })

  test('of a word after all of them is exact', () => {
    const source = '> 1. \\*A&amp;\n>    *b*  \n>    c <i>x</i> &copy;\n> `q` DONE'
    expect(behind(source, 'DONE')).toBe('DONE')
  })
})

type Way = 'plain' | 'decimal' | 'hexadecimal' | 'escape'

function write(letter: string, way: Way): string {
  const code = letter.codePointAt(0) ?? 0
  const rest = letter.slice(String.fromCodePoint(code).length)
  if (way === 'decimal') return `&#${code};${rest}`
  if (way === 'hexadecimal') return `&#x${code.toString(16)};${rest}`
  // A sign left plain might be syntax.
  return /^[!-/:-@[-`{-~]$/.test(letter) ? `\\${letter}` : letter
}

const letters = fc.constantFrom(
  'a',
  'b',
  'z',
  'é',
  'e\u0301',
  'ŷ',
  '🙂',
  '👩‍👧',
  '’',
  '*',
  '_',
  '>',
  '&',
  '[',
  ']',
  '<',
  '\\',
  '`',
  '#',
  '-',
  '+',
  '!',
  '|',
  '~',
  '.',
)

const way = fc.constantFrom<Way>('plain', 'decimal', 'hexadecimal', 'escape')
const writtenWord = fc
  .array(fc.tuple(letters, way), {minLength: 1, maxLength: 6})
  .map((pairs) => pairs.map(([letter, how]) => write(letter, how)).join(''))

/** Reads one written word, independently of the reader: escapes and numbers only. */
const plainly = (word: string) =>
  word.replace(
    /&#(x?)([0-9a-f]+);|\\([!-/:-@[-`{-~])/g,
    (_, hexadecimal, code, sign) =>
      sign ?? String.fromCodePoint(Number.parseInt(code, hexadecimal ? 16 : 10)),
  )

const wrapping = fc.constantFrom(
  ['', ''],
  ['> ', '> '],
  ['> > ', '>> '],
  ['- ', '  '],
  ['12. ', '    '],
  ['> - ', '>   '],
  ['> ', ''],
  ['- > ', '  > '],
  ['[^n]: ', '    '],
  ['## ', undefined],
)
const joint = fc.constantFrom(' ', '  ', '\n', '\r\n', ' \n', '\t', '**', '<i>')

test('each word of the extracted text leads to exactly the source that was written for it', () => {
  // A letter before each word, so that no line begins with a list or heading of its own.
  const words = fc.array(
    fc.tuple(
      writtenWord.map((word) => `w${word}w`),
      joint,
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(words, wrapping, fc.boolean(), (list, [first, next], isWindows) => {
      const eol = isWindows ? '\r\n' : '\n'
      const body = list
        .map(([word, join], index) => {
          if (index === list.length - 1) return word
          if (join === '**') return `${word} **strong** `
          if (join === '<i>') return `${word} <i>it</i> \\\\ `
          if (!join.includes('\n')) return word + join
          return next === undefined ? `${word} ` : word + join.replace(/\r?\n/, eol) + next
        })
        .join('')
      const source = `${first}${body}${eol}`
      const document = read(source)
      let at = 0
      for (const [word] of list) {
        const expected = plainly(word)
        const start = document.text.indexOf(expected, at)
        expect(start, `${expected} in ${JSON.stringify(document.text)}`).toBeGreaterThanOrEqual(at)
        const range = sourceRange(document, {start, end: start + expected.length})
        expect(source.slice(range.start, range.end)).toBe(word)
        at = start + expected.length
      }
    }),
    {numRuns: 3000},
  )
})

test('segments cover every character of every block, in order, and stay in the source', () => {
  const piece = fc.constantFrom(
    '\n',
    '\n\n',
    '\r\n',
    '> ',
    '- ',
    '1. ',
    '    ',
    '\t',
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '<b>',
    '<!--',
    '-->',
    '&amp;',
    '&',
    '\\',
    '[',
    ']',
    '(x)',
    '![',
    '|',
    '\n-|-\n',
    '# ',
    '[^a]',
    '[^a]: ',
    'word',
    'é',
    'e\u0301',
    '🙂',
    ' ',
    '  \n',
    'www.a.org',
    'a@b.org',
    'https://x.y',
    '~~',
    '---\n',
    '&#35;',
  )
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
      const source = `x ${pieces.join('')}`
      const {text, blocks, segments} = read(source)
      let end = 0
      let sourceEnd = 0
      for (const segment of segments) {
        expect(text.slice(end, segment.start).replace('\n\n', '')).toBe('')
        expect(segment.end).toBeGreaterThan(segment.start)
        expect(segment.sourceStart).toBeGreaterThanOrEqual(sourceEnd)
        expect(segment.sourceEnd).toBeGreaterThan(segment.sourceStart)
        end = segment.end
        sourceEnd = segment.sourceEnd
      }
      expect(end).toBe(text.length)
      expect(sourceEnd).toBeLessThanOrEqual(source.length)
      for (const block of blocks) {
        expect(text.slice(block.range.start, block.range.end)).toBe(block.text)
        expect(block.text.trim()).toBe(block.text)
        const range = sourceRange({segments}, block.range)
        expect(range.end).toBeGreaterThan(range.start)
      }
    }),
    {numRuns: 2000},
  )
})

describe('what would cost the parser its stack or minutes', () => {
  test.each([
    ['quotations', '>'.repeat(100_000)],
    ['quotations with spaces', '> '.repeat(100_000)],
    ['numbered lists', '1. '.repeat(100_000)],
    ['lists', `- ${'* '.repeat(100_000)}a`],
    ['brackets', '['.repeat(100_000)],
    ['links', '[a]('.repeat(100_000)],
    ['stars', `${'**'.repeat(100_000)}a${'**'.repeat(100_000)}`],
    ['strong words', `${'**a '.repeat(400)}${'b** '.repeat(400)}`],
    ['lines', 'a b c\n'.repeat(100_000)],
    ['deep lists', Array.from({length: 400}, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ])('is refused: %s', (_, source) => {
    expect(() => read(source)).toThrow(/^report\.md: (quotations, lists or brackets|one paragraph)/)
  })

  test('is not an ordinary long report', () => {
    const paragraph = `${'Ms Rees told *me* that [he] kicked the door.\n'.repeat(20)}\n`
    expect(read(paragraph.repeat(100)).blocks.length).toBe(100)
  })
})
