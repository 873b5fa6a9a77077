import {type Files, zip} from '../../test/readers/docx/make-docx.ts'

/**
 * A package with all the parts that Word 365 writes, as far as they are documented: threads of
 * comments with their companions, rsids, styles, numbered headings, sections, people.
 * Everybody in it is invented.
 */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const microsoft = 'http://schemas.microsoft.com/office'
const namespaces = [
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  `xmlns:r="${office}/relationships"`,
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:w14="${microsoft}/word/2010/wordml"`,
  `xmlns:w15="${microsoft}/word/2012/wordml"`,
  `xmlns:w16cex="${microsoft}/word/2018/wordml/cex"`,
  `xmlns:w16cid="${microsoft}/word/2016/wordml/cid"`,
  'mc:Ignorable="w14 w15 w16cex w16cid"',
].join(' ')

const part = (root: string, content: string) =>
  `${declaration}<${root} ${namespaces}>${content}</${root}>`

const t = (text: string, properties = '') =>
  `<w:r w:rsidRPr="00C41F52">${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

let paragraphs = 0
const p = (content: string, properties = '') => {
  paragraphs += 1
  const id = (0x2b000000 + paragraphs).toString(16).toUpperCase()
  return `<w:p w14:paraId="${id}" w14:textId="77777777" w:rsidR="00A77B3E" w:rsidRDefault="00C41F52" w:rsidP="00C41F52">${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}
const styled = (style: string, content: string) => p(content, `<w:pStyle w:val="${style}"/>`)
const begin = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number) =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`
const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

const section = (type: string) =>
  `<w:sectPr w:rsidR="00A77B3E"><w:headerReference w:type="default" r:id="rId7"/><w:headerReference w:type="first" r:id="rId8"/><w:footerReference w:type="default" r:id="rId9"/><w:type w:val="${type}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr>`

const body = [
  styled('Title', t('Section 7 report')),
  styled(
    'Heading1',
    `<w:bookmarkStart w:id="1" w:name="_Toc1"/>${t('Background')}<w:bookmarkEnd w:id="1"/>`,
  ),
  styled(
    'Numbered',
    `${t('Ms Rees and Mr Hughes parted in May. ')}${begin(0)}${begin(1)}<w:proofErr w:type="gramStart"/>${t('The parents have a ')}${t('volatile', '<w:b/><w:bCs/>')}<w:proofErr w:type="gramEnd"/>${t(' relationship')}${end(0)}${end(1)}${t('.')}`,
  ),
  styled(
    'Numbered',
    `${t('Ms Rees ')}<w:ins w:id="40" w:author="K. Lewis" w:date="2026-01-05T10:00:00Z">${t('failed ')}</w:ins><w:del w:id="41" w:author="K. Lewis" w:date="2026-01-05T10:00:00Z"><w:r w:rsidDel="00C41F52"><w:delText xml:space="preserve">tried </w:delText></w:r></w:del><w:r><w:lastRenderedPageBreak/><w:t>to protect Cai.</w:t></w:r><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>`,
  ),
  p('', section('nextPage')),
  styled('Heading1', t('What each says')),
  styled('Heading2', t('Mr Hughes')),
  styled(
    'Numbered',
    `${begin(2)}${t('It was a tiff.')}${end(2)}${t(' See paragraph ')}${field('REF _Ref1 \\r \\h', t('1'))}${t('.')}`,
  ),
  styled('Quote', t('“Dad shouted. It was a tiff, he said.”')),
  styled('Numbered', t('The leaflet is about domestic violence.')),
  p('<w:bookmarkStart w:id="2" w:name="_GoBack"/><w:bookmarkEnd w:id="2"/>'),
  section('nextPage'),
].join('')

/** Of a comment: its thread, whether it is resolved. */
interface Note {
  readonly text: string
  readonly author: string
  readonly answers?: number
  readonly isDone?: true
}
const notes: readonly Note[] = [
  {text: 'Is this what you mean?', author: 'K. Lewis'},
  {text: 'I will look at it again.', author: 'A. Adviser', answers: 0},
  {text: 'His words or yours?', author: 'K. Lewis', isDone: true},
]
const paraId = (id: number) => (0x3c000000 + id).toString(16).toUpperCase()
const durableId = (id: number) => (0x4d000000 + id).toString(16).toUpperCase()
const ofNotes = (toXml: (note: Note, id: number) => string) => notes.map(toXml).join('')

const comments = ofNotes(
  ({text, author}, id) =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="2026-01-05T10:0${id}:00Z" w:initials="${author.charAt(0)}"><w:p w14:paraId="${paraId(id)}" w14:textId="77777777" w:rsidR="00C41F52" w:rsidRDefault="00C41F52"><w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>${t(text)}</w:p></w:comment>`,
)
const extended = ofNotes(
  ({answers, isDone}, id) =>
    `<w15:commentEx w15:paraId="${paraId(id)}"${answers === undefined ? '' : ` w15:paraIdParent="${paraId(answers)}"`} w15:done="${isDone ? 1 : 0}"/>`,
)
const ids = ofNotes(
  (_, id) =>
    `<w16cid:commentId w16cid:paraId="${paraId(id)}" w16cid:durableId="${durableId(id)}"/>`,
)
const extensible = ofNotes(
  (_, id) =>
    `<w16cex:commentExtensible w16cex:durableId="${durableId(id)}" w16cex:dateUtc="2026-01-05T10:0${id}:00Z"/>`,
)
const people = ['K. Lewis', 'A. Adviser']
  .map(
    (name) =>
      `<w15:person w15:author="${name}"><w15:presenceInfo w15:providerId="None" w15:userId="${name}"/></w15:person>`,
  )
  .join('')

const style = (id: string, name: string, properties = '', type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${type === 'paragraph' && id !== 'Normal' ? '<w:basedOn w:val="Normal"/>' : ''}<w:qFormat/>${properties}</w:style>`
const numbering = (level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`
const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>${[
  style('Normal', 'Normal').replace('<w:style ', '<w:style w:default="1" '),
  style('Title', 'Title'),
  style(
    'Heading1',
    'heading 1',
    `<w:pPr><w:keepNext/>${numbering(0)}<w:outlineLvl w:val="0"/></w:pPr>`,
  ),
  style(
    'Heading2',
    'heading 2',
    `<w:pPr><w:keepNext/>${numbering(1)}<w:outlineLvl w:val="1"/></w:pPr>`,
  ),
  style('Numbered', 'Numbered', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
  style('Quote', 'Quote', '<w:pPr><w:ind w:left="720"/></w:pPr><w:rPr><w:i/></w:rPr>'),
  style('CommentText', 'annotation text'),
  style('FootnoteText', 'footnote text'),
  style('Header', 'header'),
  style(
    'CommentReference',
    'annotation reference',
    '<w:rPr><w:sz w:val="16"/></w:rPr>',
    'character',
  ),
  style(
    'FootnoteReference',
    'footnote reference',
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
    'character',
  ),
].join('')}`
const level = (at: number, text: string, linked = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${linked && `<w:pStyle w:val="${linked}"/>`}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl>`
const lists = [
  `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, '%1', 'Heading1')}${level(1, '%1.%2', 'Heading2')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>${level(0, '%1.', 'Numbered')}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
].join('')

const separators = (kind: 'footnote' | 'endnote') =>
  `<w:${kind} w:type="separator" w:id="-1">${p('<w:r><w:separator/></w:r>')}</w:${kind}><w:${kind} w:type="continuationSeparator" w:id="0">${p('<w:r><w:continuationSeparator/></w:r>')}</w:${kind}>`
const footnotes = `${separators('footnote')}<w:footnote w:id="1">${styled('FootnoteText', `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>${t(' Officers were called to a domestic dispute.')}`)}</w:footnote>`

/** Each part: its root element, its content, and how it is called in types and relationships. */
const parts: readonly (readonly [name: string, root: string, content: string, type: string])[] = [
  ['styles', 'w:styles', styles, 'styles'],
  [
    'settings',
    'w:settings',
    '<w:zoom w:percent="100"/><w:proofState w:spelling="clean"/><w:defaultTabStop w:val="720"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:rsids><w:rsidRoot w:val="00A77B3E"/><w:rsid w:val="00C41F52"/></w:rsids><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    'settings',
  ],
  ['webSettings', 'w:webSettings', '<w:optimizeForBrowser/>', 'webSettings'],
  [
    'fontTable',
    'w:fonts',
    '<w:font w:name="Arial"><w:family w:val="swiss"/></w:font>',
    'fontTable',
  ],
  ['numbering', 'w:numbering', lists, 'numbering'],
  ['footnotes', 'w:footnotes', footnotes, 'footnotes'],
  ['header1', 'w:hdr', styled('Header', t('Draft, not for filing')), 'header'],
  ['header2', 'w:hdr', styled('Header', t('Confidential')), 'header'],
  ['footer1', 'w:ftr', p(`${t('Page ')}${field('PAGE', t('2'))}`), 'footer'],
  ['endnotes', 'w:endnotes', separators('endnote'), 'endnotes'],
  ['comments', 'w:comments', comments, 'comments'],
]
const companions: readonly (readonly [
  name: string,
  root: string,
  content: string,
  type: string,
])[] = [
  ['commentsExtended', 'w15:commentsEx', extended, '2011/relationships/commentsExtended'],
  ['commentsIds', 'w16cid:commentsIds', ids, '2016/09/relationships/commentsIds'],
  [
    'commentsExtensible',
    'w16cex:commentsExtensible',
    extensible,
    '2018/08/relationships/commentsExtensible',
  ],
  ['people', 'w15:people', people, '2011/relationships/people'],
]

const relations = (all: readonly (readonly [type: string, target: string])[]) =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const wordMl = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const overrides = [
  ['/word/document.xml', `${wordMl}.document.main+xml`],
  ...parts.map(([name, , , type]) => [`/word/${name}.xml`, `${wordMl}.${type}+xml`]),
  ...companions.map(([name]) => [`/word/${name}.xml`, `${wordMl}.${name}+xml`]),
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
]

const files: Files = {
  '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('')}</Types>`,
  '_rels/.rels': relations([
    [`${office}/relationships/officeDocument`, 'word/document.xml'],
    [
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
    [`${office}/relationships/extended-properties`, 'docProps/app.xml'],
  ]),
  'word/document.xml': part('w:document', `<w:body>${body}</w:body>`),
  'word/_rels/document.xml.rels': relations([
    ...parts.map(([name, , , type]) => [`${office}/relationships/${type}`, `${name}.xml`] as const),
    ...companions.map(([name, , , type]) => [`${microsoft}/${type}`, `${name}.xml`] as const),
  ]),
  ...Object.fromEntries(
    [...parts, ...companions].map(([name, root, content]) => [
      `word/${name}.xml`,
      part(root, content),
    ]),
  ),
  'docProps/core.xml': `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Draft</dc:title><dc:creator>A. Adviser</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-01-05T10:00:00Z</dcterms:created></cp:coreProperties>`,
  'docProps/app.xml': `${declaration}<Properties xmlns="${office}/extended-properties"><Application>Microsoft Office Word</Application><Pages>2</Pages></Properties>`,
}

export const asWord: Readonly<Record<string, Uint8Array>> = {'hand-as-word': zip(files)}
