import {strToU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {annotate, clean} from '../../../src/annotate/index.ts'
import {en} from '../../../src/core/catalogue/en.ts'
import type {Finding} from '../../../src/core/types.ts'
import {readDocx} from '../../../src/readers/docx.ts'
import {walkXml} from '../../../src/readers/package/xml.ts'
import {
  type Files,
  filesOf,
  type Parts,
  paragraph,
  part,
  relationships,
  run,
  zip,
} from '../../readers/docx/make-docx.ts'
import {anchorsOf, commentsOf, partOf} from './anchors.ts'
import {findingOf} from './findings.ts'

const options = {author: en.annotating.author, initials: 'LC', date: '2026-02-01T09:00:00Z'}

/** Annotates the first place of each of the words. */
function annotateWords(files: Files, words: readonly string[], more: Partial<Finding> = {}) {
  const bytes = zip(files)
  const document = readDocx(bytes, 'report.docx', {margins: true})
  const findings = words.map((each) => findingOf(document, each, more))
  return {bytes, document, annotated: annotate(bytes, document, findings, options)}
}

const bodyOf = (parts: Parts | string) => filesOf(typeof parts === 'string' ? {body: parts} : parts)

/** What each comment stands around, in the order of the comments. */
const around = (bytes: Uint8Array) => [...anchorsOf(partOf(bytes, 'word/document.xml')).values()]

/** The first line of each comment. */
const opening = (bytes: Uint8Array, name = 'word/comments.xml') =>
  [...commentsOf(partOf(bytes, name)).values()].map((text) => text.split('\n')[0])

/** Taken out again, every part is what it was. */
function expectExact(bytes: Uint8Array, annotated: Uint8Array): void {
  const cleaned = clean(annotated, 'report.docx')
  expect(cleaned.isExact).toBe(true)
  expect(unzipSync(cleaned.bytes)).toEqual(unzipSync(bytes))
}

describe('a comment on words where Word shows none', () => {
  test('in a note stands at its number in the body, and says which words', () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const files = bodyOf({
      body: paragraph(run('He was told.') + reference),
      footnotes: `<w:footnote w:id="2">${paragraph('A tense visit.')}</w:footnote>`,
    })
    const {bytes, annotated} = annotateWords(files, ['tense visit'])
    expect(opening(annotated.bytes)).toEqual(['In footnote 1, at “tense visit”:'])
    const xml = partOf(annotated.bytes, 'word/document.xml')
    expect(xml.indexOf('<w:commentReference')).toBeGreaterThan(xml.indexOf('<w:footnoteReference'))
    expect(partOf(annotated.bytes, 'word/footnotes1.xml')).toBe(
      partOf(bytes, 'word/footnotes1.xml'),
    )
    expectExact(bytes, annotated.bytes)
  })

  test('in a header stands in the first paragraph; of a private detail no word is said', () => {
    const files = bodyOf({body: paragraph('He was told.'), header: paragraph('Refuge at Elm Row')})
    const withheld = {isWithheld: true, actual: ''} as const
    const {bytes, annotated} = annotateWords(files, ['Elm Row'], withheld)
    expect(opening(annotated.bytes)).toEqual(['In the header:'])
    expect(
      JSON.stringify([...commentsOf(partOf(annotated.bytes, 'word/comments.xml'))]),
    ).not.toContain('Elm')
    expectExact(bytes, annotated.bytes)
  })

  test('between paragraphs that have several versions stands in the paragraph before', () => {
    const body = `${paragraph('First.')}<mc:AlternateContent><mc:Choice Requires="wps">${paragraph('He was provoked.')}</mc:Choice><mc:Fallback>${paragraph('Old.')}</mc:Fallback></mc:AlternateContent>`
    const {bytes, annotated} = annotateWords(bodyOf(body), ['provoked'])
    const xml = partOf(annotated.bytes, 'word/document.xml')
    expect(xml.indexOf('<w:commentReference')).toBeLessThan(xml.indexOf('<mc:AlternateContent'))
    expectExact(bytes, annotated.bytes)
  })
})

describe('a run', () => {
  test('that holds more than text is split between its parts, none lost', () => {
    const body = `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>`
    const {annotated, document} = annotateWords(bodyOf(body), ['two', '\tt', 'three'])
    expect(around(annotated.bytes).toSorted()).toEqual(['\tt', 'three', 'two'])
    expect(readDocx(annotated.bytes, 'x').text).toBe(document.text)
    expect(partOf(annotated.bytes, 'word/document.xml').split('<w:b/>').length).toBeGreaterThan(3)
  })

  test('with an equation beside it is left alone, and so is the equation', () => {
    const math =
      '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    const {annotated} = annotateWords(bodyOf(paragraph(run('Sum ') + math + run(' end'))), ['+'])
    const xml = partOf(annotated.bytes, 'word/document.xml')
    expect(xml).toMatch(/commentRangeStart [^>]*\/><m:oMath [\s\S]*<\/m:oMath><w:commentRangeEnd/)
  })

  test('a field that never ends is none', () => {
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    const {annotated} = annotateWords(bodyOf(paragraph(begin + run('He was provoked.'))), [
      'provoked',
    ])
    expect(around(annotated.bytes)).toEqual(['provoked'])
  })
})

/** The comment markers of the body that are Word's, whatever their prefix. */
function markersIn(bytes: Uint8Array): string[] {
  const names: string[] = []
  const xml = partOf(bytes, 'word/document.xml')
  walkXml({file: 'x', part: 'word/document.xml', xml}, {open: ({name}) => names.push(name)})
  return names.flatMap((name) => /^w:comment(\w+)$/.exec(name)?.[1] ?? [])
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const plain = bodyOf(paragraph('He was provoked.'))
const text = (name: string) => String(plain[name])

describe('a file of another make', () => {
  test.each([
    ['another prefix', (xml: string) => xml.replaceAll('w:', 'x:').replace('xmlns:w', 'xmlns:x')],
    [
      'no prefix for elements',
      (xml: string) =>
        xml
          .replace(
            'xmlns:w="',
            'xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="',
          )
          .replace(/(<\/?)w:/g, '$1'),
    ],
    [
      'a prefix that means something else further in',
      (xml: string) =>
        xml.replace(/<w:p>.*<\/w:p>/, (inner) =>
          inner
            .replace(/(<\/?)w:/g, '$1z:')
            .replace('<z:p', `<z:p xmlns:z="${wordNamespace}" xmlns:w="urn:y"`),
        ),
    ],
    [
      'strict Open XML',
      (xml: string) =>
        xml.replace(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        ),
    ],
  ])('with %s', (_, remake) => {
    const files = {...plain, 'word/document.xml': remake(text('word/document.xml'))}
    const {bytes, document, annotated} = annotateWords(files, ['provoked'])
    const read = readDocx(annotated.bytes, 'x')
    expect(read.text).toBe(document.text)
    expect(read.ownComments).toBe(1)
    expect(markersIn(annotated.bytes)).toEqual(['RangeStart', 'RangeEnd', 'Reference'])
    expect(annotate(annotated.bytes, read, [findingOf(read, 'was')], options).comments).toBe(1)
    expectExact(bytes, annotated.bytes)
  })

  test('says what its parts are in the way of strict Open XML', () => {
    const strict = text('word/document.xml').replace(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    )
    const {annotated} = annotateWords({...plain, 'word/document.xml': strict}, ['provoked'])
    const related = partOf(annotated.bytes, 'word/_rels/document.xml.rels')
    expect(related.match(/Type="[^"]*"/g)).toEqual([
      'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/customXml"',
      'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"',
    ])
  })

  test('in UTF-16, with the main part elsewhere and nothing related to it', () => {
    const files: Files = {
      '[Content_Types].xml': '<c:Types xmlns:c="urn:c"></c:Types>',
      '_rels/.rels': relationships({'main.xml': 'officeDocument'}),
      'main.xml': Uint8Array.from(
        Buffer.from(`\ufeff${text('word/document.xml').replace('UTF-8', 'UTF-16')}`, 'utf16le'),
      ),
    }
    const {bytes, annotated} = annotateWords(files, ['provoked'])
    expect(readDocx(annotated.bytes, 'x').ownComments).toBe(1)
    expect(Object.keys(unzipSync(annotated.bytes))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'main.xml',
      'customXml/itemProps1.xml',
      'customXml/_rels/item1.xml.rels',
      'comments.xml',
      '_rels/main.xml.rels',
      'customXml/item1.xml',
    ])
    expect(partOf(annotated.bytes, '[Content_Types].xml')).toContain(
      '<c:Override PartName="/comments.xml"',
    )
    expect(partOf(annotated.bytes, '_rels/main.xml.rels')).toContain('Target="comments.xml"')
    expectExact(bytes, annotated.bytes)
  })
})

const theirs = (id: string) =>
  `<w:comment w:id="${id}" w:author="Ann">${paragraph('Theirs')}</w:comment>`

describe('comments that are there already', () => {
  test('stay, and ours have ids of their own, above those of markers too', () => {
    const files = bodyOf({
      body: paragraph(
        `<w:commentRangeStart w:id="41"/>${run('He was provoked.')}<w:commentRangeEnd w:id="41"/>`,
      ),
      comments: theirs('7') + theirs('7'),
    })
    const {bytes, annotated} = annotateWords(files, ['provoked', 'was'])
    const ids = partOf(annotated.bytes, 'word/comments1.xml').match(/w:comment w:id="\d+"/g)
    expect(ids).toEqual(['7', '7', '42', '43'].map((id) => `w:comment w:id="${id}"`))
    expectExact(bytes, annotated.bytes)
  })

  test.each([
    ['2147483647', ['0', '1']],
    ['-5', ['0', '1']],
    ['none', ['0', '1']],
  ])('with the id %s', (id, expected) => {
    const files = bodyOf({body: paragraph('He was provoked.'), comments: theirs(id)})
    const {annotated} = annotateWords(files, ['provoked', 'was'])
    const xml = partOf(annotated.bytes, 'word/comments1.xml')
    expect([...xml.matchAll(/w:id="([^"]*)"/g)].map(([, one]) => one)).toEqual([id, ...expected])
  })

  test('an empty part is opened; one that is promised and missing is made', () => {
    const empty = bodyOf({body: paragraph('He was provoked.'), comments: ''})
    const {'word/comments1.xml': _, ...promised} = empty
    const oneTag = {
      ...empty,
      'word/comments1.xml': part('comments', '').replace('></w:comments>', '/>'),
    }
    for (const files of [empty, oneTag, promised]) {
      const {bytes, annotated} = annotateWords(files, ['provoked'])
      expect(opening(annotated.bytes, 'word/comments1.xml')).toHaveLength(1)
      expect(
        partOf(annotated.bytes, 'word/_rels/document.xml.rels').match(/\/comments"/g),
      ).toHaveLength(1)
      expectExact(bytes, annotated.bytes)
    }
  })

  test('a part that is none, or broken, is refused by name', () => {
    const other = {...bodyOf({body: paragraph('He was provoked.'), comments: ''})}
    const read = readDocx(zip(plain), 'report.docx')
    const findings = [findingOf(read, 'provoked')]
    for (const xml of ['<w:comments xmlns:w="urn:x"/>', '<w:comments', '<a/>']) {
      const bytes = zip({...other, 'word/comments1.xml': xml})
      expect(() => annotate(bytes, read, findings, options)).toThrow('word/comments1.xml')
    }
  })

  test('whose way there would not be found again are not written', () => {
    const rels = 'word/_rels/document.xml.rels'
    const files = {...bodyOf({body: paragraph('He was provoked.')}), [rels]: '<Relationships/>'}
    const read = readDocx(zip(files), 'report.docx')
    expect(() => annotate(zip(files), read, [findingOf(read, 'provoked')], options)).toThrow(
      'report.docx: the file is damaged',
    )
  })

  test('are at most as many as Word opens; the rest is counted', () => {
    const many = Array.from({length: 32_766}, (_, id) => `<w:comment w:id="${id}"/>`).join('')
    const files = bodyOf({body: paragraph('He was provoked.'), comments: many})
    const {annotated} = annotateWords(files, ['He', 'was', 'provoked'])
    expect(annotated).toMatchObject({comments: 1, leftOut: 2})
  })
})

test('a name or id that is taken is not taken again', () => {
  const files = {
    ...plain,
    'customXml/itemProps1.xml': '<a/>',
    'word/comments.xml': '<a/>',
    'word/_rels/document.xml.rels': relationships({'a.xml': 'theme', 'b.xml': 'font'}).replace(
      'rId0',
      'RID2',
    ),
  }
  const {bytes, annotated} = annotateWords(files, ['provoked'])
  const names = Object.keys(unzipSync(annotated.bytes))
  expect(names).toContain('customXml/item2.xml')
  expect(names).toContain('word/comments1.xml')
  const ids = partOf(annotated.bytes, 'word/_rels/document.xml.rels').match(/ Id="\w+"/g)
  expect(ids).toEqual([' Id="RID2"', ' Id="rId1"', ' Id="rId3"', ' Id="rId4"'])
  expectExact(bytes, annotated.bytes)
})

test('a file that is signed, or protected against changes, is said to be', () => {
  const settings = part('settings', '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')
  const files = {
    ...plain,
    'word/settings.xml': settings,
    'word/_rels/document.xml.rels': relationships({'settings.xml': 'settings'}),
    '_xmlsignatures/sig1.xml': '<a/>',
  }
  const {annotated} = annotateWords(files, ['provoked'])
  expect(annotated).toMatchObject({isSigned: true, isProtected: true})
  expect(annotateWords(plain, ['provoked']).annotated).toMatchObject({
    isSigned: false,
    isProtected: false,
  })
})

test('with nothing to say the bytes are the same', () => {
  const bytes = zip(plain)
  const {annotated} = annotateWords(plain, [])
  expect(annotated).toMatchObject({comments: 0, suggestions: 0, leftOut: 0})
  expect(annotated.bytes).toEqual(bytes)
  expect(clean(bytes, 'report.docx')).toEqual({bytes, removed: 0, kept: 0, isExact: true})
})

test('a part in another encoding is read, and refused once it would have to be written', () => {
  const latin = text('word/document.xml').replace('UTF-8', 'windows-1252').replace('He', 'é')
  const files = {...plain, 'word/document.xml': Uint8Array.from(Buffer.from(latin, 'latin1'))}
  expect(() => annotateWords(files, ['provoked'])).toThrow('character encoding')
})

test('what is no Word document is refused by name', () => {
  expect(() => clean(strToU8('Text.'), 'report.docx')).toThrow('named as a Word document')
  expect(() => clean(new Uint8Array(), 'report.docx')).toThrow('no text in this file')
})

const framed = '<w:framePr w:w="3000" w:y="1"/>'

test.each([
  ['a frame', framed, ''],
  [
    'a frame of its style',
    '<w:pStyle w:val="Aside"/>',
    '<w:style w:type="paragraph" w:styleId="Aside"><w:basedOn w:val="Box"/></w:style>',
  ],
])(
  'in %s and right after one there are comments and no suggestions: LibreOffice 7.4 would make both readings text',
  (_, properties, style) => {
    const box = `<w:style w:type="paragraph" w:styleId="Box"><w:pPr>${framed}</w:pPr></w:style>`
    const bytes = zip(
      filesOf({
        styles: box + style,
        body: [
          paragraph('A quarrel before.'),
          paragraph('A row in the frame.', properties),
          paragraph('A tiff after it.'),
          paragraph('A dispute later.'),
        ].join(''),
      }),
    )
    const document = readDocx(bytes, 'report.docx')
    const findings = ['quarrel', 'row', 'tiff', 'dispute'].map((words) =>
      findingOf(document, words, {replacements: ['assault']}),
    )
    const annotated = annotate(bytes, document, findings, {...options, suggest: true})
    expect(annotated).toMatchObject({comments: 4, suggestions: 2})
    const original = readDocx(annotated.bytes, 'report.docx', {tracked: 'original'})
    expect(original.text).toBe(document.text)
    expect(readDocx(annotated.bytes, 'report.docx').text).toBe(
      document.text.replace('quarrel', 'assault').replace('dispute', 'assault'),
    )
  },
)

test('a tracked change of ours has an id that no other of the body has', () => {
  const change = (name: string, id: number) => `<w:${name} w:id="${id}" w:author="K. Lewis"/>`
  const files = bodyOf(
    `${change('moveFromRangeStart', 0)}<w:moveFromRangeEnd w:id="0"/><w:tbl><w:tr><w:tc><w:tcPr>${change('cellIns', 1)}<w:tcPrChange w:id="2" w:author="K. Lewis"><w:tcPr/></w:tcPrChange></w:tcPr>${paragraph('It was a row.')}</w:tc></w:tr></w:tbl>`,
  )
  const bytes = zip(files)
  const document = readDocx(bytes, 'report.docx')
  const findings = [findingOf(document, 'row', {replacements: ['assault']})]
  const copy = annotate(bytes, document, findings, {...options, suggest: true})
  expect(copy).toMatchObject({comments: 1, suggestions: 1})
  const xml = partOf(copy.bytes, 'word/document.xml')
  const ids = Array.from(xml.matchAll(/<w:(?:ins|del|commentRangeStart) w:id="(\d+)"/g), ([, id]) =>
    Number(id),
  )
  expect(ids.toSorted()).toEqual([3, 4, 5])
})
