import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {ReadError} from '../../src/core/errors.ts'
import type {ReadOptions} from '../../src/core/types.ts'
import {readHtml} from '../../src/readers/html.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (html: string, options?: ReadOptions) => readHtml(bytes(html), 'a.html', options)
const blocksOf = (html: string, options?: ReadOptions) =>
  read(html, options).blocks.map(({kind, label, text}) => [kind, label, text])

test('headings, paragraphs, lists, tables and quotations are blocks under their headings', () => {
  const {blocks} = read(
    `<h1>1 Background</h1><p>Cai is six.</p>loose text<h2>Family</h2>
     <ol start="3"><li>One</li><li><p>Two</p><ul><li>In two</li></ul></li></ol>
     <table><tr><th>Who</th><td>Cai</td></tr><tr><td colspan=2>Seren</td></tr></table>
     <blockquote><p>It was a tiff.</p></blockquote><dl><dt>Age</dt><dd>Six</dd></dl>`,
  )
  expect(
    blocks.map(({kind, label, text, section}) => [kind, label, text, section.join('/')]),
  ).toEqual([
    ['heading', '1', '1 Background', ''],
    ['paragraph', 'paragraph 1', 'Cai is six.', '1 Background'],
    ['paragraph', 'paragraph 2', 'loose text', '1 Background'],
    ['heading', 'heading 2', 'Family', '1 Background'],
    ['list-item', '3', 'One', '1 Background/Family'],
    ['list-item', '4', 'Two', '1 Background/Family'],
    ['list-item', 'paragraph 5', 'In two', '1 Background/Family'],
    ['table-cell', 'table 1, row 1', 'Who', '1 Background/Family'],
    ['table-cell', 'table 1, row 1', 'Cai', '1 Background/Family'],
    ['table-cell', 'table 1, row 2', 'Seren', '1 Background/Family'],
    ['block-quote', 'paragraph 6', 'It was a tiff.', '1 Background/Family'],
    ['paragraph', 'paragraph 7', 'Age', '1 Background/Family'],
    ['paragraph', 'paragraph 8', 'Six', '1 Background/Family'],
  ])
})

test.each([
  ['white space', '<p>  a \n b\t<b> c</b> </p>', 'a b c'],
  ['line breaks', '<p>a<br>b<br/> c</p>', 'a\nb\nc'],
  [
    'references',
    '<p>Cai&rsquo;s &amp; Se&#114;en&#x2019;s&nbsp;tea</p>',
    'Cai’s & Seren’s\u00a0tea',
  ],
  ['inline elements', '<p>fai<b>led to pro</b><i>tect</i></p>', 'failed to protect'],
  ['quotations', '<p>He said <q>it was <q>a</q> tiff</q>.</p>', 'He said “it was ‘a’ tiff”.'],
  ['preformatted text', '<pre>a  b\n c</pre>', 'a  b\n c'],
  ['words that Word wraps', '<p class=MsoNormal>a<o:p></o:p> b</p>', 'a b'],
])('%s is read as it is shown', (_, html, text) => {
  expect(blocksOf(html).map((block) => block[2])).toEqual([text])
})

test('what is not shown is left out, and counted where it has words', () => {
  const {blocks, unread} = read(
    `<head><title>x</title><style>p{}</style></head><body><script>x</script><p>Cai.</p>
     <p hidden>a</p><p style="display: none">b</p><img src="a.png" alt="c"><iframe src="d"></iframe>
     <nav>Contents</nav><!-- <p>e</p> --><template><p>f</p></template></body>`,
  )
  expect(blocks.map(({text}) => text)).toEqual(['Cai.'])
  expect(unread).toEqual([
    {kind: 'hidden-text', count: 2},
    {kind: 'images', count: 1},
    {kind: 'embedded-objects', count: 1},
    {kind: 'table-of-contents', count: 1},
  ])
})

test('both readings of tracked changes', () => {
  const html = '<p>Ms Rees <del>failed</del><ins>took steps</ins> to protect Cai.</p>'
  expect(blocksOf(html)[0]?.[2]).toBe('Ms Rees took steps to protect Cai.')
  expect(blocksOf(html, {tracked: 'original'})[0]?.[2]).toBe('Ms Rees failed to protect Cai.')
  expect(read(html).hasTrackedChanges).toBe(true)
})

test.each([
  ['windows-1252', '<meta charset="windows-1252">', Uint8Array.of(0x92), '’'],
  [
    'iso-8859-1',
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
    Uint8Array.of(0xe9),
    'é',
  ],
])('a page in %s says so itself', (_, head, word, expected) => {
  const page = [bytes(`${head}<p>Cai`), word, bytes('</p>')]
  const document = readHtml(new Uint8Array(page.flatMap((each) => [...each])), 'a.html')
  expect(document.blocks[0]?.text).toBe(`Cai${expected}`)
})

const piece = fc.oneof(
  fc.constantFrom(
    'Cai ',
    'a',
    ' ',
    '\n',
    '<b>',
    '</b>',
    '<br>',
    '&amp;',
    '&#8217;',
    '&eacute',
    '\r\n',
  ),
  fc.constantFrom('</p><p>', '<i>x</i>', '<!-- y -->', '😊', '<q>', '</q>', '&', '<', 'ŵ'),
)

test('every range leads back to the source that shows it', () => {
  fc.assert(
    fc.property(fc.array(piece, {minLength: 1, maxLength: 30}), (pieces) => {
      const source = `<p>A${pieces.join('')}Z</p>`
      const {text, segments, blocks} = read(source)
      for (const {start, end, sourceStart, sourceEnd} of segments) {
        const shown = text.slice(start, end)
        const written = source.slice(sourceStart, sourceEnd)
        // Where a quotation is never closed, its mark stands for nothing.
        expect(sourceEnd).toBeGreaterThanOrEqual(sourceStart)
        if (/^[\p{L}😊]+$/u.test(shown) && !written.includes('&')) expect(written).toBe(shown)
      }
      for (const {range, text: own} of blocks) expect(text.slice(range.start, range.end)).toBe(own)
    }),
    {numRuns: 300, examples: [[['</q>', '<', '\n', 'ŵ']]]},
  )
})

describe('a page is refused', () => {
  test.each([
    ['that nests too deep', '<div>'.repeat(100_000)],
    ['of more elements than can be read', '<b></b>'.repeat(600_000)],
    ['without text', '<p> </p>'],
    ['that is no text', '\0\0<p>a'],
  ])('%s', (_, html) => {
    expect(() => read(html)).toThrow(ReadError)
  })
})

test('comments to this program are about the text after them, and others about nothing', () => {
  const {blocks, remarks} = read(
    `<head><!-- language check: accept a: head --></head>
     <p>One <!-- language check: accept a: in one --> goes on</p>
     <!-- language check: accept a: before two --><!-- a note -->
     <ul><li>Two<a href="#ftn1">1</a></li></ul>
     <div hidden><!-- language check: accept a: hidden --></div>
     <div id="ftn1"><!-- language check: accept a: before the note --><p>Note</p></div>
     <p>Three<!-- language check: accept a: at the end --></p>`,
  )
  const about = (remarks ?? []).map(({text, range, label}) => [
    text.replace(/.*: /, ''),
    blocks.find((block) => block.range.start === range.start && range.end > range.start)?.text,
    label,
  ])
  expect(about).toEqual([
    ['head', 'One goes on', 'paragraph 1'],
    ['in one', 'One goes on', 'paragraph 1'],
    ['before two', 'Two', 'paragraph 2'],
    ['before the note', 'Note', 'footnote 1'],
    ['at the end', undefined, 'footnote 1'],
  ])
})

test('what the other reading has is counted, in both readings', () => {
  const html = '<p>He <del>hit</del><ins>pushed</ins> her<ins> </ins>.</p>'
  const unreadIn = (tracked: 'accepted' | 'original') =>
    readHtml(new TextEncoder().encode(html), 'report.html', {tracked}).unread
  expect(unreadIn('accepted')).toEqual([{kind: 'deletions', count: 1}])
  expect(unreadIn('original')).toEqual([{kind: 'insertions', count: 1}])
})
