import {describe, expect, test} from 'vitest'
import {signComment} from '../../src/core/own-comment.ts'
import type {ReadOptions} from '../../src/core/types.ts'
import {readOdt} from '../../src/readers/odt.ts'
import {
  filesOf,
  heading,
  hiding,
  makeFlat,
  makeOdt,
  note,
  type Parts,
  paragraph,
  style,
} from './odt/make-odt.ts'

const read = (parts: Parts, options?: ReadOptions) => readOdt(makeOdt(parts), 'report.odt', options)
const textOf = (body: string) => read({body}).text
const outline = (parts: Parts, options?: ReadOptions) =>
  read(parts, options).blocks.map(({kind, label, section, text}) => [
    kind,
    label,
    section.join(' > '),
    text,
  ])

test('reads a whole document', () => {
  const parts = {body: paragraph('The mother moved.') + paragraph('She rang twice.')}
  const xml = String(filesOf(parts)['content.xml'])
  const first = xml.indexOf('The mother')
  const second = xml.indexOf('She rang')
  const part = 'content.xml'

  expect(read(parts)).toEqual({
    name: 'report.odt',
    format: 'odt',
    text: 'The mother moved.\n\nShe rang twice.',
    blocks: [
      {
        kind: 'paragraph',
        range: {start: 0, end: 17},
        text: 'The mother moved.',
        section: [],
        label: 'paragraph 1',
        language: 'en',
      },
      {
        kind: 'paragraph',
        range: {start: 19, end: 34},
        text: 'She rang twice.',
        section: [],
        label: 'paragraph 2',
        language: 'en',
      },
    ],
    segments: [
      {start: 0, end: 17, sourceStart: first, sourceEnd: first + 17, part},
      {start: 19, end: 34, sourceStart: second, sourceEnd: second + 15, part},
    ],
    unread: [],
  })
})

test('reads a flat file, whose segments lead to the file itself', () => {
  const xml = makeFlat({
    body: heading('Contact') + paragraph('Cai hid.', 'P1'),
    automatic: style('P1', 'Quotations'),
  })
  const {blocks, segments} = readOdt(new TextEncoder().encode(xml), 'report.fodt')
  expect(blocks.map(({kind, text}) => [kind, text])).toEqual([
    ['heading', 'Contact'],
    ['block-quote', 'Cai hid.'],
  ])
  const start = xml.indexOf('Cai')
  expect(segments.at(-1)).toEqual({start: 9, end: 17, sourceStart: start, sourceEnd: start + 8})
})

test('marks Welsh paragraphs as Welsh', () => {
  const {blocks} = read({
    body:
      paragraph('The mother told me that she had moved with the children.') +
      paragraph('Dywedodd y fam wrthyf ei bod hi wedi symud gyda’r plant.'),
  })
  expect(blocks.map(({language}) => language)).toEqual(['en', 'cy'])
})

describe('text', () => {
  test('joins spans, with marks between them', () => {
    const body = paragraph(
      '<text:span>fai</text:span><text:bookmark text:name="a"/>led <text:soft-page-break/>to <text:bookmark-start text:name="b"/><text:span>pro<text:span>tect</text:span></text:span><text:bookmark-end text:name="b"/>',
    )
    expect(textOf(body)).toBe('failed to protect')
  })

  test('reads signs that are elements', () => {
    const body = paragraph('a<text:tab/>b<text:line-break/>c<text:s/>d<text:s text:c="3"/>e')
    expect(textOf(body)).toBe('a\tb\nc d   e')
  })

  test('takes any white space for one space, across elements, and none at either end', () => {
    const body = paragraph(
      '\n  She\t\n <text:span> rang </text:span> <text:span/>  twice<text:s/> .&#10; &#x20; \n',
    )
    expect(textOf(body)).toBe('She rang twice  .')
  })

  test('drops places where a word may be broken', () => {
    expect(textOf(paragraph('respon\u00adsibility'))).toBe('responsibility')
  })

  test('reads the space of a symbol font', () => {
    expect(textOf(paragraph('volatile\uf020relationship'))).toBe('volatile relationship')
  })

  test('decodes entities, CDATA and comments within a text', () => {
    const body = paragraph('A &amp; B &#8220;x&#x201D;<!-- no --> &lt;<![CDATA[C & D]]>!')
    expect(textOf(body)).toBe('A & B “x” <C & D!')
  })

  test('sees through links and fields, and reads the base of ruby text only', () => {
    const body = paragraph(
      '<text:a xlink:href="https://example.org">link</text:a> of <text:date>4 May</text:date>, page <text:page-number>3</text:page-number>, <text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>above</text:ruby-text></text:ruby>, <text:meta>meta</text:meta>, <loext:content-control>control</loext:content-control>',
    )
    expect(textOf(body)).toBe('link of 4 May, page 3, base, meta, control')
  })

  test('passes over what is no text of the paragraph', () => {
    const body = paragraph(
      'a<office:annotation><dc:creator>K. Lewis</dc:creator><text:p>Check this</text:p></office:annotation>b<office:annotation-end/><draw:frame><draw:image><text:p/></draw:image><svg:title>Photo</svg:title><svg:desc>A house</svg:desc></draw:frame>c<text:script>x()</text:script>d',
    )
    expect(textOf(body)).toBe('abcd')
  })

  test('refuses a text that asks for millions of spaces', () => {
    expect(() => textOf(paragraph('<text:s text:c="90000000"/>'.repeat(2)))).toThrow(
      'broken into more pieces than can be read',
    )
  })
})

describe('blocks', () => {
  test('headings have a level, with sections below them', () => {
    const body =
      heading('Background') +
      heading('The family', 2) +
      paragraph('They moved.') +
      heading('Contact') +
      paragraph('It stopped.', 'Heading_20_1')
    expect(outline({body})).toEqual([
      ['heading', 'heading 1', '', 'Background'],
      ['heading', 'heading 2', 'Background', 'The family'],
      ['paragraph', 'paragraph 1', 'Background > The family', 'They moved.'],
      ['heading', 'heading 3', '', 'Contact'],
      ['paragraph', 'paragraph 2', 'Contact', 'It stopped.'],
    ])
  })

  test('quotations are known by the name of their style, or of one it is derived from', () => {
    const names = ['Quotations', 'Block_20_Text', 'P1', 'Zitat', 'P9', 'Quotable']
    const kinds = read({
      body: names.map((name) => paragraph('Words.', name)).join(''),
      automatic: style('P1', 'Said'),
      styles:
        style('Said', 'Quotations') +
        '<style:style style:name="Zitat" style:display-name="Intense Quote" style:family="paragraph"/>' +
        style('P9', 'P9'),
    }).blocks.map(({kind}) => kind)
    expect(kinds).toEqual([
      'block-quote',
      'block-quote',
      'block-quote',
      'block-quote',
      'paragraph',
      'paragraph',
    ])
  })

  test('table cells give table and row, also in a table within a table; covered cells hide', () => {
    const cell = (content: string) => `<table:table-cell>${content}</table:table-cell>`
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
    const table = (...rows: string[]) =>
      `<table:table><table:title>Contact</table:title>${rows.join('')}</table:table>`
    const covered = `<table:covered-table-cell>${paragraph('under')}</table:covered-table-cell>`
    const inner = table(row(cell(paragraph('deep'))), row(cell(paragraph('deeper'))))
    const body =
      paragraph('Before') +
      table(
        `<table:table-header-rows>${row(cell(paragraph('a')), covered)}</table:table-header-rows>`,
        row(cell(paragraph('c') + inner + paragraph(''))),
      ) +
      paragraph('Between') +
      table(row(cell(paragraph('d'))))
    expect(outline({body})).toEqual([
      ['paragraph', 'paragraph 1', '', 'Before'],
      ['table-cell', 'table 1, row 1', '', 'a'],
      ['table-cell', 'table 1, row 2', '', 'c'],
      ['table-cell', 'table 1, row 2', '', 'deep'],
      ['table-cell', 'table 1, row 2', '', 'deeper'],
      ['paragraph', 'paragraph 2', '', 'Between'],
      ['table-cell', 'table 2, row 1', '', 'd'],
    ])
    expect(read({body}).unread).toEqual([{kind: 'hidden-text', count: 1}])
  })

  test('text boxes and shapes follow the paragraph that holds them; empty shapes are no boxes', () => {
    const box = (text: string) =>
      `<draw:frame><draw:text-box>${paragraph(text)}</draw:text-box></draw:frame>`
    const body =
      box('On the page') +
      paragraph(
        `Be<draw:custom-shape>${paragraph('')}</draw:custom-shape>${box(`In the box${box('In a box in it')}`)}fore`,
      ) +
      paragraph(`<draw:custom-shape>${paragraph('In a shape')}</draw:custom-shape>`) +
      paragraph('After')
    expect(outline({body})).toEqual([
      ['text-box', 'text box 1', '', 'On the page'],
      ['paragraph', 'paragraph 1', '', 'Before'],
      ['text-box', 'text box 2', '', 'In the box'],
      ['text-box', 'text box 3', '', 'In a box in it'],
      ['text-box', 'text box 4', '', 'In a shape'],
      ['paragraph', 'paragraph 2', '', 'After'],
    ])
  })

  test('notes follow the body, numbered as they are referred to, in the section that refers to them', () => {
    const body =
      heading('Contact') +
      paragraph(`One${note(paragraph('At the end'), 'endnote')},${note(paragraph('First'))} two.`) +
      paragraph(note(paragraph('Second') + paragraph('and more', 'Quotations')))
    expect(outline({body})).toEqual([
      ['heading', 'heading 1', '', 'Contact'],
      ['paragraph', 'paragraph 1', 'Contact', 'One, two.'],
      ['footnote', 'footnote 1', 'Contact', 'First'],
      ['footnote', 'footnote 2', 'Contact', 'Second'],
      ['block-quote', 'footnote 2', 'Contact', 'and more'],
      ['footnote', 'endnote 1', 'Contact', 'At the end'],
    ])
  })

  test('typed numbers are labels, as in Word', () => {
    expect(outline({body: paragraph('4.2 The mother rang.')})).toEqual([
      ['paragraph', '4.2', '', '4.2 The mother rang.'],
    ])
  })
})

describe('headers and footers', () => {
  const masters = `<style:master-page style:name="Standard"><style:header>${paragraph('Confidential')}</style:header><style:header-left style:display="false">${paragraph('Not in use')}</style:header-left><style:footer>${paragraph('')}</style:footer></style:master-page><style:master-page style:name="First"><style:header>${paragraph('Confidential')}</style:header><style:footer>${paragraph('Page one')}</style:footer></style:master-page>`
  const parts = {body: paragraph('Cai hid.'), masters}

  test('are counted', () => {
    expect(outline(parts)).toEqual([['paragraph', 'paragraph 1', '', 'Cai hid.']])
    expect(read(parts).unread).toEqual([{kind: 'headers-and-footers', count: 3}])
  })

  test('are read where that is asked for, and lead to their own part', () => {
    const {blocks, segments, unread} = read(parts, {margins: true})
    expect(blocks.map(({kind, label, text}) => [kind, label, text])).toEqual([
      ['paragraph', 'paragraph 1', 'Cai hid.'],
      ['margin', 'header', 'Confidential'],
      ['margin', 'footer', 'Page one'],
    ])
    expect(segments.map(({part}) => part)).toEqual(['content.xml', 'styles.xml', 'styles.xml'])
    expect(unread).toEqual([])
  })
})

describe('what was not read', () => {
  test('is counted by kind', () => {
    const section = (attributes: string, text: string) =>
      `<text:section ${attributes}>${paragraph(text)}</text:section>`
    const frame = (content: string) => `<draw:frame>${content}</draw:frame>`
    const {text, unread} = read({
      body: [
        `<text:table-of-content><text:index-body>${paragraph('Background 1')}</text:index-body></text:table-of-content>`,
        paragraph(frame('<draw:image/>') + frame('<draw:object/><draw:image/>')),
        paragraph(
          'seen <text:span text:style-name="T1">secret <text:span text:style-name="T2">shown</text:span> secret</text:span><text:span text:style-name="T3">open</text:span>',
        ),
        paragraph('secret', 'P1'),
        paragraph('secret<text:hidden-paragraph text:is-hidden="true"/>'),
        paragraph('<text:hidden-paragraph text:is-hidden="false"/>field'),
        paragraph('<text:hidden-text text:is-hidden="true">secret</text:hidden-text>'),
        section('text:display="none"', 'secret'),
        section('text:display="condition" text:is-hidden="true"', 'secret'),
        section('text:display="condition"', 'section'),
        paragraph(
          'x<office:annotation><text:p>Check</text:p></office:annotation><office:annotation/>',
        ),
      ].join(''),
      automatic:
        style('T1', 'Ghost', '', 'text') +
        style('T2', '', '<style:text-properties text:display="true"/>', 'text') +
        style('P1', '', hiding),
      styles: style('Ghost', '', hiding, 'text'),
    })
    expect({text, unread}).toEqual({
      text: 'seen shownopen\n\nfield\n\nsection\n\nx',
      unread: [
        {kind: 'comments', count: 2},
        {kind: 'hidden-text', count: 6},
        {kind: 'images', count: 1},
        {kind: 'embedded-objects', count: 1},
        {kind: 'table-of-contents', count: 1},
      ],
    })
  })

  test('our own comments, also those that somebody wrote into, are counted apart', () => {
    const text = 'Says what was done without who did it.'
    const comment = (content: string) =>
      `<office:annotation><dc:creator>LC</dc:creator><text:p>${text}</text:p>${content}</office:annotation>`
    const line = paragraph(signComment('passive', text))
    const document = read({
      body: paragraph(`a${comment(line)}b${comment(paragraph('Mine') + line)}c${comment('')}`),
    })
    expect(document.ownComments).toBe(2)
    expect(document.unread).toEqual([{kind: 'comments', count: 1}])
  })
})

describe('tracked changes', () => {
  const region = (id: string, content: string) =>
    `<text:changed-region text:id="${id}">${content}</text:changed-region>`
  const info =
    '<office:change-info><dc:creator>K. Lewis</dc:creator><text:p>Why</text:p></office:change-info>'
  const insertion = (id: string) => region(id, `<text:insertion>${info}</text:insertion>`)
  const deletion = (id: string, content: string) =>
    region(id, `<text:deletion>${info}${content}</text:deletion>`)
  const tracked = (...regions: string[]) =>
    `<text:tracked-changes>${regions.join('')}</text:tracked-changes>`
  const change = (id: string) => `<text:change text:change-id="${id}"/>`
  const start = (id: string) => `<text:change-start text:change-id="${id}"/>`
  const end = (id: string) => `<text:change-end text:change-id="${id}"/>`
  const readings = (body: string) => [
    read({body}).blocks.map(({text}) => text),
    read({body}, {tracked: 'original'}).blocks.map(({text}) => text),
  ]

  test('are read as accepted or as before them', () => {
    const body =
      tracked(insertion('a'), deletion('b', paragraph('denied '))) +
      paragraph(`He ${start('a')}admitted ${end('a')}${change('b')}it.`)
    expect(readings(body)).toEqual([['He admitted it.'], ['He denied it.']])
    expect(read({body}).hasTrackedChanges).toBe(true)
    expect(read({body}).unread).toEqual([{kind: 'deletions', count: 1}])
    expect(read({body}, {tracked: 'original'}).unread).toEqual([{kind: 'insertions', count: 1}])
  })

  test('leave white space between the words on either side', () => {
    const body =
      tracked(insertion('a'), deletion('b', paragraph('violence'))) +
      paragraph(`on ${change('b')}${start('a')}abuse${end('a')} in May`)
    expect(readings(body)).toEqual([['on abuse in May'], ['on violence in May']])
  })

  test('join and part paragraphs', () => {
    const body =
      tracked(
        insertion('a'),
        deletion('b', paragraph('<text:s/>end.') + paragraph('Whole.') + paragraph('Next ')),
      ) +
      paragraph(`She${change('b')}left.`) +
      paragraph(`One${start('a')}.`) +
      paragraph('New.') +
      paragraph(`Two${end('a')} three.`)
    expect(readings(body)).toEqual([
      ['Sheleft.', 'One.', 'New.', 'Two three.'],
      ['She end.', 'Whole.', 'Next left.', 'One three.'],
    ])
  })

  test('lead back to where a deletion is kept', () => {
    const parts = {
      body: tracked(deletion('b', paragraph('denied'))) + paragraph(`He${change('b')}`),
    }
    const xml = String(filesOf(parts)['content.xml'])
    const {text, segments} = read(parts, {tracked: 'original'})
    expect(text).toBe('Hedenied')
    expect(segments.map((each) => xml.slice(each.sourceStart, each.sourceEnd))).toEqual([
      'He',
      'denied',
    ])
  })

  test('what was inserted and deleted again was never there', () => {
    const both = region(
      'c',
      `<text:deletion>${info}${paragraph('gone')}</text:deletion><text:insertion>${info}</text:insertion>`,
    )
    expect(readings(tracked(both) + paragraph(`a${change('c')}b`))).toEqual([['ab'], ['ab']])
  })

  test('a change that never ends does not swallow the report', () => {
    const body = tracked(insertion('a')) + paragraph(`One${start('a')} two.`) + paragraph('Three.')
    expect(readings(body)).toEqual([
      ['One two.', 'Three.'],
      ['One two.', 'Three.'],
    ])
  })

  test('changes of format are none of the text', () => {
    const body =
      tracked(region('f', `<text:format-change>${info}</text:format-change>`)) +
      paragraph(`a${start('f')}b${end('f')}`)
    expect(readings(body)).toEqual([['ab'], ['ab']])
    expect(read({body}).hasTrackedChanges).toBeUndefined()
  })
})

describe('comments to this program', () => {
  const said = (name = '') =>
    `<office:annotation${name}><text:p>language check: accept a: b</text:p></office:annotation>`
  const remarksOf = (body: string) => {
    const {remarks = [], text, unread} = read({body})
    return {
      about: remarks.map(({range, label}) => [text.slice(range.start, range.end), label]),
      unread,
    }
  }

  test('are about the words that they are on, or the paragraph that they stand in', () => {
    const body =
      paragraph(`a ${said(' office:name="n"')}b c<office:annotation-end office:name="n"/> d`) +
      paragraph(`e f${said()}`) +
      paragraph(`${said(' office:name="lost"')}g`)
    expect(remarksOf(body)).toEqual({
      about: [
        ['b c', 'paragraph 1'],
        ['e f', 'paragraph 2'],
        ['g', 'paragraph 3'],
      ],
      unread: [],
    })
  })

  test('that stand at no text are comments like others', () => {
    expect(remarksOf(paragraph(said()) + paragraph('a'))).toEqual({
      about: [],
      unread: [{kind: 'comments', count: 1}],
    })
  })
})
