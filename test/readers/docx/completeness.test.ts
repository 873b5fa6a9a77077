import {describe, expect, test} from 'vitest'
import {readDocx} from '../../../src/readers/docx.ts'
import {
  cell,
  element,
  fieldEnd,
  fieldStart,
  filesOf,
  makeDocx,
  type Parts,
  paragraph,
  part,
  relationships,
  row,
  run,
  style,
  table,
  zip,
} from './make-docx.ts'

const read = (parts: Parts) => readDocx(makeDocx(parts), 'report.docx')
const textOf = (body: string) => read({body}).text
const blocksOf = (parts: Parts) =>
  read(parts).blocks.map(({kind, label, text}) => [kind, label, text])

describe('tables', () => {
  test('rows are counted as they stand, whatever is merged in them', () => {
    const merged = '<w:gridSpan w:val="2"/>'
    const starts = '<w:vMerge w:val="restart"/>'
    const goesOn = '<w:vMerge/>'
    const body = table(
      row(cell(paragraph('Wide'), merged)),
      row(cell(paragraph('Tall'), starts), cell(paragraph('Right'))),
      row(cell(paragraph(''), goesOn), cell(paragraph('Below'))),
    )
    expect(blocksOf({body})).toEqual([
      ['table-cell', 'table 1, row 1', 'Wide'],
      ['table-cell', 'table 1, row 2', 'Tall'],
      ['table-cell', 'table 1, row 2', 'Right'],
      ['table-cell', 'table 1, row 3', 'Below'],
    ])
  })

  test('a table in a table in a table', () => {
    const nest = (depth: number): string =>
      table(row(cell(paragraph(`depth ${depth}`) + (depth < 3 ? nest(depth + 1) : ''))))
    expect(blocksOf({body: nest(1) + table(row(cell(paragraph('next'))))})).toEqual([
      ['table-cell', 'table 1, row 1', 'depth 1'],
      ['table-cell', 'table 1, row 1', 'depth 2'],
      ['table-cell', 'table 1, row 1', 'depth 3'],
      ['table-cell', 'table 2, row 1', 'next'],
    ])
  })

  test('content controls and custom XML around paragraphs, rows, cells and runs', () => {
    const control = (content: string) =>
      element(
        'w:sdt',
        `<w:sdtPr><w:rPr><w:vanish/></w:rPr><w:tag w:val="x"/></w:sdtPr>${element('w:sdtContent', content)}`,
      )
    const custom = (content: string) =>
      element(
        'w:customXml',
        `<w:customXmlPr><w:attr w:name="a" w:val="b"/></w:customXmlPr>${content}`,
        'w:element="e"',
      )
    const wrap = (content: string) => custom(control(content))
    const smart = element('w:smartTag', run('run'), 'w:element="e"')
    const body =
      wrap(paragraph(`${wrap(run('one '))}${smart}`)) +
      table(wrap(row(wrap(cell(wrap(paragraph('in a cell')))))), row(cell(paragraph('next'))))
    expect(blocksOf({body})).toEqual([
      ['paragraph', 'paragraph 1', 'one run'],
      ['table-cell', 'table 1, row 1', 'in a cell'],
      ['table-cell', 'table 1, row 2', 'next'],
    ])
  })
})

describe('text boxes', () => {
  const box = (content: string) => element('w:txbxContent', content)
  const shape = (content: string) => element('wps:wsp', element('wps:txbx', box(content)))
  const drawing = (content: string) => `<w:r>${element('w:drawing', content)}</w:r>`

  test('in a group, each box by itself', () => {
    const group = element('wpg:wgp', shape(paragraph('First')) + shape(paragraph('Second')))
    expect(blocksOf({body: paragraph(run('Host') + drawing(group))})).toEqual([
      ['paragraph', 'paragraph 1', 'Host'],
      ['text-box', 'text box 1', 'First'],
      ['text-box', 'text box 2', 'Second'],
    ])
  })

  test('in a box, with tables in them, in order', () => {
    const inner = paragraph(run('Outer') + drawing(shape(paragraph('Inner'))))
    const body = paragraph(
      run('Host') + drawing(shape(inner + table(row(cell(paragraph('Cell')))))),
    )
    expect(blocksOf({body})).toEqual([
      ['paragraph', 'paragraph 1', 'Host'],
      ['text-box', 'text box 1', 'Outer'],
      ['text-box', 'text box 2', 'Inner'],
      ['text-box', 'text box 1', 'Cell'],
    ])
  })

  test('of several versions in several versions the first is read', () => {
    const versions = (first: string, second: string) =>
      `<mc:AlternateContent><mc:Choice Requires="wps">${first}</mc:Choice><mc:Choice Requires="wpg">${second}</mc:Choice><mc:Fallback>${second}</mc:Fallback></mc:AlternateContent>`
    const inner = paragraph(
      `<w:r>${versions(element('w:drawing', shape(paragraph('Inner'))), element('w:pict', box(paragraph('Inner'))))}</w:r>`,
    )
    const outer = paragraph(
      `<w:r>${versions(element('w:drawing', shape(inner)), element('w:pict', box(inner)))}</w:r>`,
    )
    expect(textOf(outer)).toBe('Inner')
  })

  test('in a note and in a header they belong to what they stand in', () => {
    const boxed = paragraph(run('Note. ') + drawing(shape(paragraph('Boxed.'))))
    const document = makeDocx({
      body: paragraph(`${run('Body')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      footnotes: element('w:footnote', boxed, 'w:id="2"'),
      header: paragraph(drawing(shape(paragraph('Headed.')))),
    })
    const {blocks} = readDocx(document, 'report.docx', {margins: true})
    expect(blocks.map(({kind, label, text}) => [kind, label, text])).toEqual([
      ['paragraph', 'paragraph 1', 'Body'],
      ['footnote', 'footnote 1', 'Note. '],
      ['footnote', 'footnote 1', 'Boxed.'],
      ['margin', 'header', 'Headed.'],
    ])
  })
})

describe('notes', () => {
  test('the lines between notes and text are no notes, even where something refers to them', () => {
    const note = (id: number, type: string) =>
      element('w:footnote', paragraph(type), `w:id="${id}" w:type="${type}"`)
    const footnotes =
      note(0, 'separator') +
      note(1, 'continuationSeparator') +
      note(2, 'normal') +
      note(3, 'continuationNotice')
    const body = paragraph(
      [0, 1, 2, 3].map((id) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`).join('') +
        run('x'),
    )
    expect(read({body, footnotes}).blocks.map(({text}) => text)).toEqual(['x', 'normal'])
  })
})

describe('content controls that nobody has filled in', () => {
  const empty = (content: string) =>
    element('w:sdt', `<w:sdtPr><w:showingPlcHdr/></w:sdtPr>${element('w:sdtContent', content)}`)
  const filled = (content: string) =>
    element(
      'w:sdt',
      `<w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr>${element('w:sdtContent', content)}`,
    )

  test('show the template’s words; where somebody wrote beside them, the sentence is theirs', () => {
    const body =
      empty(paragraph('Set out the incidents.')) +
      paragraph(empty(run('Set out the wishes.'))) +
      paragraph(`${run('I met ')}${empty(run('[name]'))}${run(' twice.')}`) +
      filled(paragraph('They moved.')) +
      paragraph('Next.')
    expect(read({body}).blocks.map(({kind, text}) => [kind, text])).toEqual([
      ['template-guidance', 'Set out the incidents.'],
      ['template-guidance', 'Set out the wishes.'],
      ['paragraph', 'I met [name] twice.'],
      ['paragraph', 'They moved.'],
      ['paragraph', 'Next.'],
    ])
  })
})

describe('text that is no plain text', () => {
  test.each([
    'http://schemas.openxmlformats.org/officeDocument/2006/math',
    'http://purl.oclc.org/ooxml/officeDocument/math',
  ])('equations are read in order, so that the sentence stays whole: %s', (namespace) => {
    const math = (text: string) => `<x:r><x:rPr><x:nor/></x:rPr><x:t>${text}</x:t></x:r>`
    const equation = `<x:oMath xmlns:x="${namespace}">${math('x=')}<x:f><x:num>${math('1')}</x:num><x:den>${math('2')}</x:den></x:f></x:oMath>`
    expect(textOf(paragraph(`${run('so ')}${equation}${run(' holds')}`))).toBe('so x=12 holds')
  })

  test.each([
    ['Symbol', 'F0AE', '→'],
    ['Symbol', 'F061', 'α'],
    ['Symbol', 'B7', '•'],
    ['Symbol', 'F0B3', '≥'],
    ['Symbol', 'F060', '\uFFFD'],
    ['Wingdings', 'F0E0', '→'],
    ['Wingdings', 'F0FC', '✓'],
    ['Wingdings', 'F0A7', '▪'],
    ['Wingdings', 'F07D', '“'],
    ['Wingdings', 'F04A', '☺'],
    ['Wingdings', 'F04B', '\uFFFD'],
    ['Wingdings 2', 'F052', '☑'],
    ['Webdings', 'F061', '\uFFFD'],
    ['Webdings', '61', '\uFFFD'],
    ['House Font', 'F061', '\uFFFD'],
    ['MS Gothic', '2612', '☒'],
    ['Symbol', 'D800', ''],
    ['Symbol', 'none', ''],
  ])('the symbol %s %s is read as “%s”', (font, code, text) => {
    const symbol = `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`
    expect(textOf(paragraph(`${run('a')}${symbol}`))).toBe(`a${text}`)
  })

  test('of ruby the words are read, and not the small print above them', () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run('small')}</w:rt><w:rubyBase>${run('base')}</w:rubyBase></w:ruby></w:r>`
    expect(textOf(paragraph(`${run('a ')}${ruby}${run(' b')}`))).toBe('a base b')
  })

  test('right-to-left stretches, page numbers, and the mark of a note stand in no sentence’s way', () => {
    const body = paragraph(
      `${element('w:dir', run('a'), 'w:val="rtl"')}${element('w:bdo', run('b'), 'w:val="ltr"')}<w:r><w:pgNum/><w:t>c</w:t><w:lastRenderedPageBreak/><w:t>d</w:t></w:r>`,
    )
    expect(textOf(body)).toBe('abcd')
  })
})

describe('fields', () => {
  test('links and references show their results', () => {
    const body = paragraph(
      `${fieldStart(' HYPERLINK "https://example.org" ')}${run('the ')}${fieldStart(' REF a \\h ')}${run('report')}${fieldEnd}${fieldEnd}${run(' says')}`,
    )
    expect(textOf(body)).toBe('the report says')
  })

  test('a result over several paragraphs', () => {
    const body =
      paragraph(`${fieldStart(' INCLUDETEXT "a" ')}${run('One.')}`) +
      paragraph(`${run('Two.')}${fieldEnd}${run(' Three.')}`)
    expect(textOf(body)).toBe('One.\n\nTwo. Three.')
  })

  const choice = (chosen: string, result = '') =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>${chosen}<w:listEntry w:val="Mother"/><w:listEntry w:val="Father &amp; son"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>${result}${fieldEnd}`

  test.each([
    ['the first', '', 'Mother'],
    ['a later one', '<w:result w:val="1"/>', 'Father & son'],
    ['none', '<w:result w:val="7"/>', ''],
  ])('of a drop-down list the entry that is chosen: %s', (_, chosen, text) => {
    expect(textOf(paragraph(`${run('By: ')}${choice(chosen)}${run('.')}`))).toBe(`By: ${text}.`)
  })

  test('the entry of a drop-down list once, where a program wrote it as the result, too', () => {
    const result = `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('Mother')}`
    expect(textOf(paragraph(choice('', result)))).toBe('Mother')
  })
})

describe('a table of contents', () => {
  const heading = '<w:outlineLvl w:val="0"/>'
  const link = (text: string) =>
    element(
      'w:hyperlink',
      `${run(`${text}\t`)}${fieldStart(' PAGEREF _a \\h ')}${run('3')}${fieldEnd}`,
    )
  const entries =
    paragraph(`${fieldStart(' TOC \\o "1-3" \\h ')}${link('Contact')}`) + paragraph(link('Wishes'))

  test('repeats the headings, so it is said and not read', () => {
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Contents')}${entries}${paragraph(fieldEnd)}</w:sdtContent></w:sdt>`
    const body = control + paragraph('Contact', heading) + paragraph('It stopped.')
    const {blocks, unread} = read({body})
    expect(blocks.map(({text}) => text)).toEqual(['Contents', 'Contact', 'It stopped.'])
    expect(unread).toEqual([{kind: 'table-of-contents', count: 1}])
  })

  test('that never ends is read, and nothing behind it is lost', () => {
    const {text, unread} = read({body: entries + paragraph('It stopped.')})
    expect({text, unread}).toEqual({text: 'Contact\t3\n\nWishes\t3\n\nIt stopped.', unread: []})
  })

  test('swallows nothing that stands beside it', () => {
    const body = entries + paragraph(`${run('9')}${fieldEnd}${run(' It stopped.')}`)
    expect(read({body}).blocks.map(({text}) => text)).toEqual(['9 It stopped.'])
  })

  const unclosed = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF 1</w:instrText></w:r>'

  test('that ends where another field begins, and does not end, swallows nothing behind it', () => {
    const body = entries + paragraph(`${fieldEnd}${unclosed}`) + paragraph('It stopped.')
    expect(textOf(body).trim()).toBe('It stopped.')
  })

  test('is known behind one that is lost in the code of another field', () => {
    const lost = paragraph(`${unclosed}${fieldStart(' TOC ')}`)
    const {text, unread} = read({body: lost + entries + paragraph(fieldEnd) + paragraph('End.')})
    expect({text: text.trim(), unread}).toEqual({
      text: 'End.',
      unread: [{kind: 'table-of-contents', count: 1}],
    })
  })

  test('whose field was turned into text is known by its styles', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Inhalt1"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="TOCX"><w:name w:val="TOC Heading"/></w:style>'
    const body =
      paragraph('Contents', style('TOCX')) +
      paragraph('Contact\t3', style('Inhalt1')) +
      paragraph('Wishes\t4', style('Inhalt1')) +
      paragraph('It stopped.')
    const {blocks, unread} = read({body, styles})
    expect(blocks.map(({text}) => text)).toEqual(['Contents', 'It stopped.'])
    expect(unread).toEqual([{kind: 'table-of-contents', count: 1}])
  })
})

describe('what is not read is said', () => {
  const graphic = (uri: string) =>
    `<w:r><w:drawing><a:graphic><a:graphicData uri="${uri}"/></a:graphic></w:drawing></w:r>`

  test.each([
    ['a chart', paragraph(graphic('http://schemas.openxmlformats.org/drawingml/2006/chart'))],
    [
      'a newer chart',
      paragraph(graphic('http://schemas.microsoft.com/office/drawing/2014/chartex')),
    ],
    ['a diagram', paragraph(graphic('http://schemas.openxmlformats.org/drawingml/2006/diagram'))],
    [
      'a canvas',
      paragraph(graphic('http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas')),
    ],
    ['an imported file', '<w:altChunk/>'],
    ['a part of a master document', paragraph('<w:subDoc/>')],
  ])('%s', (_, body) => {
    expect(read({body}).unread).toEqual([{kind: 'embedded-objects', count: 1}])
  })

  test('words drawn as a picture', () => {
    const drawn =
      '<w:r><w:pict><v:shapetype><v:textpath on="t"/></v:shapetype><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    expect(read({body: paragraph(drawn)}).unread).toEqual([{kind: 'images', count: 1}])
  })
})

describe('headers and footers', () => {
  const options = {margins: true}
  const files = (...headers: readonly string[]) => {
    const base = filesOf({body: paragraph('Body'), footer: paragraph('In private')})
    const targets = headers.map((_, index) => [`header${index}.xml`, 'header'])
    return {
      ...base,
      'word/_rels/document.xml.rels': relationships(
        Object.fromEntries([...targets, ['footer1.xml', 'footer']]),
      ),
      ...Object.fromEntries(
        headers.map((content, index) => [`word/header${index}.xml`, part('hdr', content)]),
      ),
    }
  }
  const bytes = zip(
    files(
      paragraph('In private') + table(row(cell(paragraph('Case')))),
      paragraph('Case') + paragraph(run('Other', '<w:vanish/>')),
      paragraph(''),
    ),
  )

  test('are counted', () => {
    const {blocks, unread} = readDocx(bytes, 'report.docx')
    expect(blocks.map(({text}) => text)).toEqual(['Body'])
    expect(unread).toEqual([{kind: 'headers-and-footers', count: 3}])
  })

  test('are read where asked for, behind all else, each text once', () => {
    const {blocks, unread, segments} = readDocx(bytes, 'report.docx', options)
    expect(blocks.map(({kind, label, text}) => [kind, label, text])).toEqual([
      ['paragraph', 'paragraph 1', 'Body'],
      ['margin', 'header', 'In private'],
      ['margin', 'header', 'Case'],
    ])
    expect(unread).toEqual([{kind: 'hidden-text', count: 1}])
    expect(segments.map((segment) => segment.part)).toEqual([
      'word/document.xml',
      'word/header0.xml',
      'word/header0.xml',
    ])
  })
})

describe('files by other names', () => {
  const types = (type: string) =>
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`

  test.each([
    'application/vnd.ms-word.document.macroEnabled.main+xml',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
    'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
  ])('%s', (type) => {
    const files = {...filesOf({body: paragraph('Read.')}), '[Content_Types].xml': types(type)}
    expect(readDocx(zip(files), 'report.docm').text).toBe('Read.')
  })

  test('parts in UTF-16, notes and styles among them', () => {
    const wide = (xml: string) =>
      new Uint8Array(Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'))
    const files = filesOf({
      body: paragraph(`${run('Tŷ')}<w:r><w:footnoteReference w:id="1"/></w:r>`, style('H')),
      footnotes: element('w:footnote', paragraph('Nodyn'), 'w:id="1"'),
      styles:
        '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
    })
    const encoded = Object.fromEntries(
      Object.entries(files).map(([name, xml]) => [
        name,
        name.startsWith('word/') && typeof xml === 'string' ? wide(xml) : xml,
      ]),
    )
    const {blocks} = readDocx(zip(encoded), 'report.docx')
    expect(blocks.map(({kind, text}) => [kind, text])).toEqual([
      ['heading', 'Tŷ'],
      ['footnote', 'Nodyn'],
    ])
  })
})

test('an equation between paragraphs is a paragraph, also in a cell or a box', () => {
  const equation = '<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>'
  const box = `<w:r><w:txbxContent>${equation}${paragraph('In the box.')}</w:txbxContent></w:r>`
  const body = [
    paragraph('Before.'),
    equation,
    `<w:tbl><w:tr><w:tc>${equation}${paragraph('In the cell.')}</w:tc></w:tr></w:tbl>`,
    paragraph(`${run('Beside ')}${equation}${box}`),
  ].join('')
  const document = readDocx(makeDocx({body}), 'report.docx')
  expect(document.blocks.map(({kind, text}) => [kind, text])).toEqual([
    ['paragraph', 'Before.'],
    ['paragraph', 'a=b'],
    ['table-cell', 'a=b'],
    ['table-cell', 'In the cell.'],
    ['paragraph', 'Beside a=b'],
    ['text-box', 'a=b'],
    ['text-box', 'In the box.'],
  ])
})
