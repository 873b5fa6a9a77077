import {fromHtml} from 'hast-util-from-html'
import {select, selectAll} from 'hast-util-select'
import {toText} from 'hast-util-to-text'
import {expect, test} from 'vitest'
import type {Finding} from '../../src/core/types.ts'
import {createHtml} from '../../src/reporters/html.ts'
import {
  type Checked,
  noColors,
  type ReportOptions,
  renderAll,
} from '../../src/reporters/reporter.ts'
import {documentOf, findingOf, resultOf, wholeReport} from './results.ts'

const options: ReportOptions = {colors: noColors, width: 80, quiet: false, showInfo: false}

const lines = documentOf('draft.txt', [
  ['1', [], '1 Background'],
  ['1.1', ['1 Background'], 'Ms Rees works. She failed to protect Cai. It was a tiff.'],
  ['paragraph 3', ['1 Background'], 'He said: it was a tiff, a tiff.'],
])
const [first, ...others] = lines.blocks
const document = {...lines, blocks: first ? [{...first, kind: 'heading' as const}, ...others] : []}

const tiff = (from: number): Finding =>
  findingOf(
    document,
    'tiff',
    {ruleId: 'tiff', severity: 'question', message: 'Makes little of it.', why: '', ask: ''},
    from,
  )
const failed = findingOf(document, 'failed to protect', {
  frames: [{status: 'told', text: 'Ms Rees told me that ___.'}],
})

const render = (findings: readonly Finding[], fields: Partial<Checked> = {}) =>
  renderAll(createHtml(options), [
    {result: resultOf(document, findings), partiesDeclared: true, ...fields},
  ])

const plain = (node: Parameters<typeof toText>[0]) => toText(node).replace(/\s+/g, ' ').trim()

test('every place has one mark and one note, which lead to each other', () => {
  const tree = fromHtml(render([failed, tiff(0), tiff(80)]))
  const own = String(select('h2', tree)?.properties.id)
  const marks = selectAll('mark', tree)
  expect(marks.map((mark) => [mark.properties.id, plain(mark)])).toEqual([
    [`${own}-m1`, 'failed to protect1'],
    [`${own}-m2`, 'tiff2'],
    [`${own}-m3`, 'tiff3'],
  ])
  expect(selectAll('mark a', tree).map(({properties}) => properties.href)).toEqual([
    `#${own}-n1`,
    `#${own}-n2`,
    `#${own}-n3`,
  ])
  const notes = selectAll('.note', tree)
  expect(notes.map(({properties}) => properties.id)).toEqual([
    `${own}-n1`,
    `${own}-n2`,
    `${own}-n3`,
  ])
  expect(notes.map((note) => select('a', note)?.properties.href)).toEqual([
    `#${own}-m1`,
    `#${own}-m2`,
    `#${own}-m3`,
  ])
})

test('reports of a sheet have ids of their own, wherever they stand in it', () => {
  const idsOf = (...names: readonly string[]) => {
    const checked = names.map((name) => ({
      result: resultOf(documentOf(name, [['1', [], 'Cai is six.']]), []),
      partiesDeclared: true,
    }))
    const tree = fromHtml(renderAll(createHtml(options), checked))
    return selectAll('h2', tree).map(({properties}) => properties.id)
  }
  const [a, b] = idsOf('a.md', 'b.md')
  expect(a).not.toBe(b)
  expect(idsOf('b.md', 'a.md')).toEqual([b, a])
})

test('a note says where, how sure, what, why, what to ask and what could be written', () => {
  const [note] = selectAll('.note', fromHtml(render([failed])))
  expect(note && toText(note)).toBe(
    [
      '1 1.1, sentence 2 · worth changing · failure-to-protect',
      'Makes one parent answerable for what the other did.',
      'Why it matters: The words move responsibility.',
      'Ask: What did Mr Jones do?',
      'If you were told it: Ms Rees told me that ___.',
    ].join('\n\n'),
  )
})

test('the text of the report is there, whole and in order', () => {
  const tree = fromHtml(render([failed, tiff(0)]))
  const texts = selectAll('.text', tree).map((element) => {
    const clone = structuredClone(element)
    for (const sup of selectAll('sup', clone)) sup.children = []
    return plain(clone)
  })
  expect(texts).toEqual([
    '1 Background',
    '1.1Ms Rees works. She failed to protect Cai. It was a tiff.',
    'paragraph 3He said: it was a tiff, a tiff.',
  ])
})

test('sections are listed with their places, and lead to their headings', () => {
  const tree = fromHtml(render([failed, tiff(0)]))
  expect(selectAll('nav li', tree).map(plain)).toEqual(['1 Background (2 places)'])
  const id = String(select('nav a', tree)?.properties.href).slice(1)
  expect(plain(select(`#${id}`, tree) ?? tree)).toBe('1 Background')
})

test('the same words again and again are told in full once', () => {
  const joined = {
    ...tiff(0),
    alsoAt: [tiff(80), tiff(95)].map(({range, actual, label, section, fingerprint}) => ({
      range,
      actual,
      label,
      section,
      fingerprint,
    })),
  }
  const notes = selectAll('.note', fromHtml(render([failed, joined]))).map(plain)
  expect(notes[1]).toContain('Also at: 3 4')
  expect(notes.slice(2).map((note) => note.includes('The same words as at 2'))).toEqual([
    true,
    true,
  ])
})

test('questions about the whole stand at the end, with what raised them', () => {
  const asked = findingOf(document, 'Ms Rees works.', {
    isReportWide: true,
    severity: 'question',
    message: 'No sentence says what Cai said.',
  })
  const nowhere = {...asked, ...wholeReport}
  const tree = fromHtml(render([asked, nowhere]))
  expect(selectAll('mark', tree)).toEqual([])
  const notes = selectAll('.note', tree).map(plain)
  expect(notes[0]).toMatch(/No sentence says what Cai said\..*Raised by: 1\.1 «Ms Rees works\.»$/)
  expect(notes[1]).not.toContain('Raised by')
})

test('what was not checked, who is who and what has to be gone are said', () => {
  const result = resultOf(document, [], {
    unread: [{kind: 'comments', count: 2}],
    proposed: [{name: 'Mr Jones', aliases: [], role: 'perpetrator'}],
    unfinished: {comments: 1, blanks: []},
  })
  const facts = select('dl', fromHtml(render([], {result, partiesDeclared: false})))
  expect(facts && plain(facts)).toBe(
    'Before filing Before filing: this file still holds one comment of this check. “safe-together-lint annotate --clean” takes the comments out. Who is who Not declared; the report’s own sentences suggest: behaviour of: Mr Jones Not checked 2 comments',
  )
})

test('nothing of a private detail is shown, in the text or in a note', () => {
  const secret = documentOf('a.txt', [['1', [], 'Her number is 07700 900123, she said.']])
  const number = findingOf(secret, '07700 900123', {isWithheld: true, actual: ''})
  const html = render([], {result: resultOf(secret, [number])})
  expect(html).not.toContain('07700')
  expect(plain(select('mark', fromHtml(html)) ?? fromHtml(''))).toBe('[not shown]1')
})

const evil =
  '</p></style><script>alert(1)</script><img src=x onerror="a">&lt;\u202e\u0007\ud800 ]]>'

test('no text of a report can become markup', () => {
  const hostile = documentOf(`${evil}.txt`, [['1', [evil], `A ${evil} b.`]])
  const finding = findingOf(hostile, evil, {message: evil, ask: evil, label: evil, ruleId: evil})
  const html = render([], {result: resultOf(hostile, [finding])})
  const tree = fromHtml(html)
  expect(selectAll('script, img', tree)).toEqual([])
  expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]|\ud800/)
})

test('the page allows no script and no connection, and is the same each time', () => {
  const html = render([failed])
  const policy = select('meta[http-equiv]', fromHtml(html))?.properties.content
  expect(policy).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  )
  expect(html).toBe(render([failed]))
  expect(html).not.toMatch(/https?:|<script/)
})

test('a Welsh passage says that it is Welsh, a heading as well, and English words in it that they are English', () => {
  const [heading, ...rest] = document.blocks
  const welsh = {
    ...document,
    blocks: [
      ...(heading ? [{...heading, language: 'cy' as const}] : []),
      ...rest.map((block) => ({...block, language: 'cy' as const})),
    ],
  }
  const tree = fromHtml(
    renderAll(createHtml(options), [{result: resultOf(welsh, []), partiesDeclared: true}]),
  )
  expect(selectAll('.text > [lang="cy"]', tree).map(({tagName}) => tagName)).toEqual([
    'h3',
    'p',
    'p',
  ])
  expect(selectAll('nav a', tree).map(({properties}) => properties.lang)).toEqual(['cy'])
  expect(selectAll('[lang="cy"] [lang="en-GB"]', tree).map(plain)).toEqual([
    '(Welsh: not checked)',
    '1.1',
    '(Welsh: not checked)',
    'paragraph 3',
    '(Welsh: not checked)',
  ])
})

test('a number that a date begins with does not hide the label', () => {
  const dated = documentOf('draft.txt', [['1', [], '12 March was a Monday.']])
  const tree = fromHtml(
    renderAll(createHtml(options), [{result: resultOf(dated, []), partiesDeclared: true}]),
  )
  expect(selectAll('.label', tree).map(plain)).toEqual(['1'])
})

test('notes are no regions of the page: of those it has one, and a list of sections', () => {
  const asked = findingOf(document, 'Ms Rees works.', {isReportWide: true})
  const tree = fromHtml(render([failed, tiff(0), asked]))
  expect(selectAll('.note', tree).map(({properties}) => properties.role)).toEqual([
    'note',
    'note',
    'note',
  ])
  const landmarks = 'main, nav, aside, section, form, [role=region]'
  expect(selectAll(landmarks, tree).map(({tagName}) => tagName)).toEqual(['main', 'nav'])
})
