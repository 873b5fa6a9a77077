import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {readDocx} from '../../src/readers/docx.ts'
import {
  filesOf,
  list,
  makeDocx,
  type Parts,
  paragraph,
  part,
  relationships,
  run,
  style,
  zip,
} from './docx/make-docx.ts'

const read = (parts: Parts) => readDocx(makeDocx(parts), 'report.docx')
const textOf = (body: string) => read({body}).text
const outline = (parts: Parts) =>
  read(parts).blocks.map(({kind, label, section, text}) => [kind, label, section.join(' > '), text])

test('reads a whole document', () => {
  const bytes = makeDocx({body: paragraph('The mother moved.') + paragraph('She rang twice.')})
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const first = xml.indexOf('The mother')
  const second = xml.indexOf('She rang')

  expect(readDocx(bytes, 'report.docx')).toEqual({
    name: 'report.docx',
    format: 'docx',
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
      {
        start: 0,
        end: 17,
        sourceStart: first,
        sourceEnd: first + 17,
        part: 'word/document.xml',
      },
      {
        start: 19,
        end: 34,
        sourceStart: second,
        sourceEnd: second + 15,
        part: 'word/document.xml',
      },
    ],
    unread: [],
  })
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
  test('joins runs, with marks of the spelling checker and bookmarks between them', () => {
    const body = paragraph(
      `${run('fai')}<w:proofErr w:type="spellStart"/>${run('led to pro')}<w:bookmarkStart w:id="1" w:name="x"/>${run('tect')}`,
    )
    expect(textOf(body)).toBe('failed to protect')
  })

  test('reads signs that are elements', () => {
    const signs =
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t><w:ptab w:alignment="right"/><w:t>g</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    expect(textOf(paragraph(signs))).toBe('a\tb\nc\nd\u2011ef\tg✓')
  })

  test('takes no tab stop for a tab', () => {
    expect(textOf(paragraph('x', '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'))).toBe('x')
  })

  test('drops white space at the ends of a text that does not ask to keep it', () => {
    expect(textOf(paragraph(`<w:r><w:t> a b </w:t></w:r>${run(' c ')}`))).toBe('a b c ')
  })

  test('decodes entities, CDATA and comments within a text', () => {
    const text =
      '<w:r><w:t>A &amp; B &#8220;x&#x201D;<!-- no --> &lt;<![CDATA[C & D]]>!</w:t></w:r>'
    expect(textOf(paragraph(text))).toBe('A & B “x” <C & D!')
  })

  test('reads an emoji that Word wrote as a symbol, once', () => {
    const emoji =
      '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/></mc:Choice><mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>'
    expect(textOf(paragraph(`${run('Well ')}${emoji}`))).toBe('Well 😊')
  })

  test('sees through links, content controls, smart tags and simple fields', () => {
    const body = paragraph(
      `<w:hyperlink>${run('a')}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run('b')}</w:sdtContent></w:sdt><w:smartTag>${run('c')}</w:smartTag><w:fldSimple w:instr="DATE">${run('d')}</w:fldSimple>`,
    )
    expect(textOf(body)).toBe('abcd')
  })

  const fieldChar = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const instruction = '<w:r><w:instrText>IF 1</w:instrText></w:r>'

  test('reads the result of a field, not its code, nor a field within the code', () => {
    const inner = `${fieldChar('begin')}${instruction}${fieldChar('separate')}${run('inner')}${fieldChar('end')}`
    const body = paragraph(
      `${run('a ')}${fieldChar('begin')}${instruction}${inner}${fieldChar('separate')}${run('result')}${fieldChar('end')}${run(' z')}`,
    )
    expect(textOf(body)).toBe('a result z')
  })

  test('goes on reading after a field that never ends', () => {
    const body = paragraph(`${run('a')}${fieldChar('begin')}${instruction}`) + paragraph('b')
    expect(textOf(body)).toBe('a\n\nb')
  })

  test('reads insertions and moved text where it went', () => {
    const body = paragraph(
      `<w:ins w:id="1">${run('in')}</w:ins><w:del w:id="2"><w:r><w:delText>out</w:delText></w:r></w:del><w:moveFrom w:id="3">${run('from')}</w:moveFrom><w:moveTo w:id="4">${run('to')}</w:moveTo>`,
    )
    expect(textOf(body)).toBe('into')
  })

  test('joins paragraphs whose boundary was deleted', () => {
    const deletedEnd = '<w:rPr><w:del w:id="1"/></w:rPr>'
    const body = paragraph(run('She '), deletedEnd) + paragraph('left.') + paragraph('Next.')
    expect(textOf(body)).toBe('She left.\n\nNext.')
  })

  test('ignores properties as they were before a tracked change', () => {
    const body = paragraph(
      `<w:r><w:rPr><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>kept</w:t></w:r>`,
      '<w:pPrChange w:id="2"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>',
    )
    expect(outline({body})).toEqual([['paragraph', 'paragraph 1', '', 'kept']])
  })
})

const headings = {
  styles: `
    <w:style w:type="paragraph" w:styleId="Ueberschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Ueberschrift1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Two"><w:basedOn w:val="Two"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
    <w:style w:type="paragraph" w:styleId="Zitat2"><w:name w:val="Intense Quote"/></w:style>
    <w:style w:type="paragraph" w:styleId="Said"><w:basedOn w:val="Quote"/></w:style>`,
}

describe('blocks', () => {
  test('headings come from the outline, with sections below them', () => {
    const body =
      paragraph('Background', style('Mine')) +
      paragraph('The family', style('Two')) +
      paragraph('They moved.') +
      paragraph('Contact', '<w:outlineLvl w:val="0"/>') +
      paragraph('It stopped.') +
      paragraph('No heading', `${style('Mine')}<w:outlineLvl w:val="9"/>`) +
      paragraph('Only called so', style('Heading1'))
    expect(outline({body, ...headings})).toEqual([
      ['heading', 'heading 1', '', 'Background'],
      ['heading', 'heading 2', 'Background', 'The family'],
      ['paragraph', 'paragraph 1', 'Background > The family', 'They moved.'],
      ['heading', 'heading 3', '', 'Contact'],
      ['paragraph', 'paragraph 2', 'Contact', 'It stopped.'],
      ['paragraph', 'paragraph 3', 'Contact', 'No heading'],
      ['paragraph', 'paragraph 4', 'Contact', 'Only called so'],
    ])
  })

  test('quotations are known by the id or the name of their style, or of one it is based on', () => {
    const body = ['Quote', 'Zitat2', 'Said', 'Quotations', 'BlockText', 'Quotable'].map((id) =>
      paragraph('Words.', style(id)),
    )
    expect(read({body: body.join(''), ...headings}).blocks.map(({kind}) => kind)).toEqual([
      'block-quote',
      'block-quote',
      'block-quote',
      'block-quote',
      'block-quote',
      'paragraph',
    ])
  })

  test('table cells give table and row, also in a table within a table', () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`
    const inner = `<w:tbl><w:tr>${cell(paragraph('deep'))}</w:tr><w:tr>${cell(paragraph('deeper'))}</w:tr></w:tbl>`
    const table = `<w:tbl><w:tr>${cell(paragraph('a'))}${cell(paragraph('b'))}</w:tr><w:tr>${cell(paragraph('c') + inner + paragraph(''))}</w:tr></w:tbl>`
    const body = `${paragraph('Before')}${table}${paragraph('Between')}<w:tbl><w:tr>${cell(paragraph('d'))}</w:tr></w:tbl>`
    expect(outline({body})).toEqual([
      ['paragraph', 'paragraph 1', '', 'Before'],
      ['table-cell', 'table 1, row 1', '', 'a'],
      ['table-cell', 'table 1, row 1', '', 'b'],
      ['table-cell', 'table 1, row 2', '', 'c'],
      ['table-cell', 'table 1, row 2', '', 'deep'],
      ['table-cell', 'table 1, row 2', '', 'deeper'],
      ['paragraph', 'paragraph 2', '', 'Between'],
      ['table-cell', 'table 2, row 1', '', 'd'],
    ])
  })

  test('text boxes follow the paragraph that holds them, each once', () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const modern = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('In the box')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('In the box')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const old = `<w:r><w:pict><v:shape><v:textbox>${box('In an old box')}</v:textbox></v:shape></w:pict></w:r>`
    const body =
      paragraph(`${run('Be')}${modern}${run('fore')}`) + paragraph(old) + paragraph('After')
    expect(outline({body})).toEqual([
      ['paragraph', 'paragraph 1', '', 'Before'],
      ['text-box', 'text box 1', '', 'In the box'],
      ['text-box', 'text box 2', '', 'In an old box'],
      ['paragraph', 'paragraph 2', '', 'After'],
    ])
  })

  test('notes follow the body, numbered as they are referred to, in the section that refers to them', () => {
    const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
    const note = (kind: string, id: number, text: string, type = '') =>
      `<w:${kind} w:id="${id}"${type}>${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(text)}`)}</w:${kind}>`
    const separator = ' w:type="separator"'
    const body =
      paragraph('Contact', '<w:outlineLvl w:val="0"/>') +
      paragraph(
        `${run('One')}${reference('footnote', 7)}${run(', two.')}${reference('endnote', 3)}`,
      ) +
      paragraph(reference('footnote', 4))
    const document = {
      body,
      footnotes:
        note('footnote', -1, '', separator) +
        note('footnote', 4, 'Second note') +
        note('footnote', 7, 'First note') +
        note('footnote', 9, 'Nobody refers to this'),
      endnotes: note('endnote', 3, 'At the end'),
    }
    expect(outline(document)).toEqual([
      ['heading', 'heading 1', '', 'Contact'],
      ['paragraph', 'paragraph 1', 'Contact', 'One, two.'],
      ['footnote', 'footnote 1', 'Contact', 'First note'],
      ['footnote', 'footnote 2', 'Contact', 'Second note'],
      ['footnote', 'endnote 1', 'Contact', 'At the end'],
    ])
    expect(read(document).segments.at(-1)?.part).toBe('word/endnotes1.xml')
  })

  test.each([
    ['4.2 The mother rang.', '4.2'],
    ['4.2\tThe mother rang.', '4.2'],
    ['12.3.1. The mother rang.', '12.3.1'],
    ['4. The mother rang.', '4'],
    ['4)\tThe mother rang.', '4)'],
    ['(a) The mother rang.', '(a)'],
    ['iii. The mother rang.', 'iii'],
    ['12 March was a Sunday.', 'paragraph 1'],
    ['2024. It was a hard year.', 'paragraph 1'],
    ['10.30 am was the time agreed.', 'paragraph 1'],
    ['03.04.24 was a Wednesday.', 'paragraph 1'],
    ['A. Hughes rang.', 'paragraph 1'],
  ])('takes the label of “%s” as %s', (text, label) => {
    expect(read({body: paragraph(text)}).blocks).toMatchObject([{text, label}])
  })

  test.each([
    ['1 Introduction', '1'],
    ['2.1 The mother', '2.1'],
    ['12 March 2024', 'heading 1'],
  ])('takes the label of the heading “%s” as %s', (text, label) => {
    const body = paragraph(text, '<w:outlineLvl w:val="0"/>')
    expect(read({body}).blocks).toMatchObject([{kind: 'heading', text, label}])
  })

  test('a number at the start of a quotation is not the number of the paragraph', () => {
    const body = paragraph('4.2 The mother rang.', style('Quote'))
    expect(read({body}).blocks[0]?.label).toBe('paragraph 1')
  })

  test('list items carry the number that Word displays', () => {
    const level = (index: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`
    const styles = `<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="0"/>${list(1)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="N"><w:pPr>${list(1, 1)}</w:pPr></w:style>`
    const body =
      paragraph('Background', style('H')) +
      paragraph('They moved.', style('N')) +
      paragraph('', style('N')) +
      paragraph('She rang.', style('N')) +
      paragraph('A point', list(2)) +
      paragraph('Not numbered', `${style('N')}${list(0)}`)
    expect(outline({body, styles, numbering})).toEqual([
      ['heading', '1', '', 'Background'],
      ['list-item', '1.1', 'Background', 'They moved.'],
      ['list-item', '1.3', 'Background', 'She rang.'],
      ['list-item', 'paragraph 3', 'Background', 'A point'],
      ['paragraph', 'paragraph 4', 'Background', 'Not numbered'],
    ])
  })
})

describe('what was not read', () => {
  test('is counted by kind', () => {
    const picture = '<w:r><w:drawing><a:graphicData><pic:pic/></a:graphicData></w:drawing></w:r>'
    const oldPicture = '<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>'
    const object = '<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>'
    const deletion =
      '<w:del w:id="1"><w:r><w:delText>a</w:delText></w:r><w:r><w:delText>b</w:delText></w:r></w:del>'
    const hidden = `${run('secret', '<w:vanish/>')}${run('shown', '<w:vanish w:val="0"/>')}${run('secret', '<w:rStyle w:val="Ghost"/>')}`
    const {text, unread} = read({
      body: paragraph(`${picture}${oldPicture}${object}${deletion}${hidden}`),
      styles: '<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>',
      comments: `<w:comment w:id="0">${paragraph('Check')}</w:comment><w:comment w:id="1"/>`,
      header: paragraph('Confidential'),
      footer: paragraph(''),
    })
    expect({text, unread}).toEqual({
      text: 'shown',
      unread: [
        {kind: 'comments', count: 2},
        {kind: 'deletions', count: 1},
        {kind: 'hidden-text', count: 2},
        {kind: 'headers-and-footers', count: 1},
        {kind: 'images', count: 2},
        {kind: 'embedded-objects', count: 1},
      ],
    })
  })

  test('a deleted paragraph mark is no deletion of text', () => {
    const body = paragraph(run('a'), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph('b')
    expect(read({body}).unread).toEqual([])
  })
})

describe('packages', () => {
  const main = part('document', `<w:body>${paragraph('Found.')}</w:body>`)

  test('the main part is found through its relationship', () => {
    const files = {
      '_rels/.rels': relationships({'/content/main.xml': 'officeDocument'}),
      'content/main.xml': main,
      'word/document.xml': part('document', `<w:body>${paragraph('Decoy')}</w:body>`),
    }
    expect(readDocx(zip(files), 'report.docx').text).toBe('Found.')
  })

  test('strict Open XML and other prefixes are read', () => {
    const rels =
      '<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships"><r:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="word/document.xml"/></r:Relationships>'
    const strict =
      '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:q="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><pPr><outlineLvl q:val="0"/></pPr><q:r><q:t>Strict</q:t></q:r></p></body></document>'
    const document = readDocx(
      zip({'_rels/.rels': rels, 'word/document.xml': strict}),
      'report.docx',
    )
    expect(document.blocks).toMatchObject([{kind: 'heading', text: 'Strict'}])
  })

  const encoded = (encoding: string, text: string) => {
    const xml = part('document', `<w:body>${paragraph(text)}</w:body>`)
    return xml.replace('encoding="UTF-8"', `encoding="${encoding}"`)
  }

  test.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${encoded('UTF-8', 'Tŷ 😊')}`)],
    ['UTF-16, low byte first', Buffer.from(`\uFEFF${encoded('UTF-16', 'Tŷ 😊')}`, 'utf16le')],
    [
      'UTF-16, high byte first',
      Buffer.from(`\uFEFF${encoded('UTF-16', 'Tŷ 😊')}`, 'utf16le').swap16(),
    ],
    ['UTF-16 without a mark', Buffer.from(encoded('UTF-16', 'Tŷ 😊'), 'utf16le')],
  ])('%s is decoded, and offsets count in the decoded part', (_, bytes) => {
    const files = {...filesOf({body: ''}), 'word/document.xml': new Uint8Array(bytes)}
    const {text, segments} = readDocx(zip(files), 'report.docx')
    const start = encoded('UTF-16', 'Tŷ 😊').indexOf('Tŷ') - (_.startsWith('UTF-8') ? 1 : 0)
    expect({text, segments}).toEqual({
      text: 'Tŷ 😊',
      segments: [
        {
          start: 0,
          end: 5,
          sourceStart: start,
          sourceEnd: start + 5,
          part: 'word/document.xml',
        },
      ],
    })
  })

  test('Windows-1252 is decoded as declared', () => {
    const bytes = new Uint8Array(Buffer.from(encoded('windows-1252', 'caf\u00e9'), 'latin1'))
    const files = {...filesOf({body: ''}), 'word/document.xml': bytes}
    expect(readDocx(zip(files), 'report.docx').text).toBe('café')
  })
})

test('what stands among the properties of a run is not its text', () => {
  const inner = `<w:body><w:p>${run('inside')}</w:p></w:body>`
  const body = `<w:p>${run('Cai ')}<w:r><w:rPr>${inner}<w:b/></w:rPr><w:t>hid.</w:t></w:r></w:p>`
  expect(readDocx(makeDocx({body}), 'a.docx').text).toBe('Cai hid.')
})
