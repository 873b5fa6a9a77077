import {type Files, filesOf, list, paragraph, part, run, zip} from '../readers/docx/make-docx.ts'
import {type HostileFile, secret} from './hostile-file.ts'

const main = 'word/document.xml'
const inMain = (xml: string | Uint8Array) => zip({...filesOf({body: ''}), [main]: xml})
const inBody = (body: string) => zip(filesOf({body}))
const told = paragraph(secret)
const read = `read: ${secret}`

const wrong = (problem: string) => `the part ${main} ${problem}`
const malformed = wrong('cannot be read, because its XML is not well formed')
const typed = wrong('declares a document type, which no such document does')
const deep = wrong('nests its elements more than 256 deep')
const pieces = wrong('is broken into more pieces than can be read')

const million = 1_000_000

const laughs = `<!DOCTYPE a [<!ENTITY a "${secret}">${'bcdefghij'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`)
  .join('')}]><a>&j;</a>`

const documents: readonly (readonly [named: string, bytes: () => Uint8Array, gives: string])[] = [
  ['elements a million deep', () => inMain(part('document', '<w:a>'.repeat(million))), deep],
  ['a billion laughs', () => inMain(laughs), typed],
  [
    'an external entity',
    () => inMain('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    typed,
  ],
  [
    'a quadratic blow-up',
    () =>
      inMain(`<!DOCTYPE a [<!ENTITY b "${'x'.repeat(50_000)}">]><a>${'&b;'.repeat(50_000)}</a>`),
    typed,
  ],
  [
    'a million attributes',
    () =>
      inMain(
        part(
          'document',
          `<w:body${Array.from({length: million}, (_, index) => ` a${index}="b"`).join('')}/>`,
        ),
      ),
    pieces,
  ],
  [
    'an attribute of ten megabytes',
    () => inBody(`<w:p w:rsidR="${'x'.repeat(10 * million)}">${run(secret)}</w:p>`),
    read,
  ],
  ['four million entities', () => inBody(paragraph(run('&amp;'.repeat(4 * million)))), pieces],
  ['no root', () => inMain('<?xml version="1.0"?>'), malformed],
  ['two roots', () => inMain(part('document', '') + part('document', '')), malformed],
  ['a prefix that nobody declares', () => inMain('<w:document><w:body/></w:document>'), malformed],
  ['bytes that are no UTF-8', () => inMain(Uint8Array.of(0x3c, 0x61, 0xff, 0xfe, 0x3e)), malformed],
  ['UTF-7', () => inMain('<?xml version="1.0" encoding="UTF-7"?><a/>'), malformed],
  ['UTF-32', () => inMain(Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0)), malformed],
  ['nulls', () => inMain(part('document', '<w:body>\0</w:body>')), malformed],
  [
    'huge numbers in attributes',
    () =>
      inBody(
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="1000000000"/><w:numId w:val="99999999999999"/></w:numPr><w:outlineLvl w:val="-1000000000"/></w:pPr>${run(secret)}</w:p>`,
      ),
    read,
  ],
  [
    'a span of a billion cells',
    () =>
      inBody(
        `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${told}</w:tc></w:tr></w:tbl>`,
      ),
    read,
  ],
  ['a hundred thousand empty paragraphs', () => inBody('<w:p/>'.repeat(100_000) + told), read],
  [
    'more paragraphs than can be read',
    () => inBody('<w:p/>'.repeat(200_001)),
    'the file has more than 200000 paragraphs',
  ],
  [
    'a run of two megabytes',
    () => inBody(paragraph(run(`${secret} ${'x'.repeat(2 * million)}`))),
    read,
  ],
  [
    'a text of eleven megabytes',
    () => inBody(paragraph(run('word '.repeat(2_200_001)))),
    'the file has more than 10 million characters of text',
  ],
  [
    'a hundred thousand fields that nobody ends',
    () =>
      inBody(
        `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100_000)}</w:p>${told}`,
      ),
    read,
  ],
  [
    'fields that only end',
    () =>
      inBody(
        `<w:p>${'<w:r><w:fldChar w:fldCharType="end"/></w:r>'.repeat(100_000)}${run(secret)}</w:p>`,
      ),
    read,
  ],
  [
    'notes that refer to nothing',
    () =>
      inBody(
        `<w:p>${'<w:r><w:footnoteReference w:id="7"/></w:r>'.repeat(50_000)}${run(secret)}</w:p>`,
      ),
    read,
  ],
  [
    'boxes in boxes',
    () =>
      inBody(
        `<w:p>${'<w:r><w:txbxContent><w:p>'.repeat(80)}${run(secret)}${'</w:p></w:txbxContent></w:r>'.repeat(80)}</w:p>`,
      ),
    read,
  ],
]

const related: readonly (readonly [named: string, files: () => Files, gives: string])[] = [
  [
    'styles based on one another',
    () =>
      filesOf({
        body: told,
        styles:
          '<w:style w:styleId="a" w:type="paragraph" w:default="1"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      }),
    read,
  ],
  [
    'a hundred thousand styles',
    () =>
      filesOf({
        body: told,
        styles: Array.from(
          {length: 100_000},
          (_, index) =>
            `<w:style w:styleId="s${index}"><w:basedOn w:val="s${index + 1}"/></w:style>`,
        ).join(''),
      }),
    read,
  ],
  [
    'lists that are linked in a ring',
    () =>
      filesOf({
        body: paragraph(run(secret), list(1)),
        numbering:
          '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        styles:
          '<w:style w:styleId="a" w:type="numbering"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      }),
    read,
  ],
  [
    'a number that starts at a billion',
    () =>
      filesOf({
        body: paragraph(run(secret), list(1)),
        numbering:
          '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
      }),
    read,
  ],
  [
    'comments with the same number',
    () => filesOf({body: told, comments: '<w:comment w:id="1"><w:p/></w:comment>'.repeat(20_000)}),
    read,
  ],
  [
    'comments with numbers that are none',
    () =>
      filesOf({
        body: `<w:p><w:commentRangeStart w:id="x"/>${run(secret)}<w:commentRangeEnd w:id="99999999999999999999"/></w:p>`,
        comments: '<w:comment w:id="-9999999999999"/><w:comment/>',
      }),
    read,
  ],
  [
    'comments that are none',
    () => ({...filesOf({body: told, comments: ''}), 'word/comments1.xml': '<a><b></a>'}),
    'the part word/comments1.xml cannot be read, because its XML is not well formed',
  ],
  [
    'relationships that leave the package',
    () => ({
      ...filesOf({body: told}),
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../../../etc/passwd"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="http://example.org/a.xml" TargetMode="External"/></Relationships>',
    }),
    read,
  ],
  [
    'relationships that lead to the part itself',
    () => ({
      ...filesOf({body: told}),
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="document.xml"/></Relationships>',
    }),
    read,
  ],
]

export const xmlFiles: readonly HostileFile[] = [
  ...documents.map(([named, bytes, gives]) => ({named, bytes, gives})),
  ...related.map(([named, files, gives]) => ({named, bytes: () => zip(files()), gives})),
].map((one) => ({...one, file: 'report.docx'}))
