import {
  type Files,
  filesOf,
  paragraph,
  part,
  relationships,
  run,
  zip,
} from '../../test/readers/docx/make-docx.ts'
import {asWord} from './as-word.ts'
import {
  directions,
  form,
  frames,
  hidden,
  pictures,
  quotations,
  spanning,
  tableChanges,
  withPictures,
} from './marked-up.ts'

/** Hard cases as XML: what Word writes and no library here does. Everybody in them is invented. */

const p = (content: string) => `<w:p>${content}</w:p>`
const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`

const splitRuns = [
  p(
    `${t('Ms Rees fai')}<w:proofErr w:type="spellStart"/>${run('led to pro', '<w:b/>')}<w:bookmarkStart w:id="9" w:name="a"/>${t('tect')}<w:bookmarkEnd w:id="9"/><w:proofErr w:type="spellEnd"/>${t(' Cai from Mr Hughes.')}`,
  ),
  p(
    `${run('The parents have a vola', '<w:i/>')}${run('tile relation', '<w:u w:val="single"/>')}${t('ship.')}`,
  ),
  p(
    `<w:r><w:t xml:space="preserve">Officers were called to a </w:t><w:t>domestic</w:t><w:t xml:space="preserve"> dispute.</w:t></w:r>`,
  ),
].join('')

/** Words for which a rule offers others: in one run, over two, in a supervisor's insertion. */
const replaceable = [
  p(t('The school had training about domestic violence in May.')),
  p(
    `${t('Domestic vio')}${run('lence', '<w:b/>')}${t(' was the subject; the GP asked about domestic violence, too.')}`,
  ),
  p(
    `${t('There is a leaflet')}<w:ins w:id="31" w:author="Supervisor" w:date="2026-01-05T10:00:00Z">${t(' about domestic violence')}</w:ins>${t('.')}`,
  ),
].join('')

const fields = [
  p(
    `<w:fldSimple w:instr=" MERGEFIELD Mother ">${t('Ms Rees')}</w:fldSimple>${t(' failed to protect Cai.')}`,
  ),
  p(
    `${t('The parents ')}${field('begin')}${code(' REF words ')}${field('separate')}${t('have a volatile relationship')}${field('end')}${t(', it is said.')}`,
  ),
  p(
    `${t('It was a ')}${field('begin')}${code(' IF ')}${field('begin')}${code(' MERGEFIELD x ')}${field('separate')}${t('row')}${field('end')}${code(' = 1 "tiff" "row" ')}${field('separate')}${t('tiff')}${field('end')}${t(' over money.')}`,
  ),
  p(
    `${field('begin')}${code(' HYPERLINK "https://example.org" ')}${field('separate')}${t('Ms Rees chose to stay in the relationship')}${field('end')}${t('.')}`,
  ),
  p(
    `<w:hyperlink w:anchor="a">${t('Officers were called to a domestic dispute')}</w:hyperlink>${t(' in May.')}`,
  ),
].join('')

const sdt = (content: string, properties = '') =>
  `<w:sdt><w:sdtPr>${properties}<w:tag w:val="c"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`

const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`
const table = (rows: string) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2400"/><w:gridCol w:w="2400"/></w:tblGrid>${rows}</w:tbl>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`

const contentControls = [
  sdt(p(t('The parents have a volatile relationship.'))),
  p(`${t('Ms Rees ')}${sdt(t('failed to '))}${t('protect Cai.')}`),
  table(
    row(cell(p(t('Who'))), sdt(cell(p(t('It was a tiff.'))))) +
      sdt(row(cell(p(t('Mr Hughes'))), cell(p(t('Officers were called to a domestic dispute.'))))),
  ),
].join('')

const box = (content: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2400000" cy="600000"/><wp:docPr id="1" name="box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="s" style="width:180pt;height:48pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

const alternateContent = [
  p(
    `${t('Ms Rees failed to protect Cai. ')}${box(p(t('The parents have a volatile relationship.')))}${t(' It was a tiff.')}`,
  ),
  p(t('Officers were called to a domestic dispute.')),
].join('')

const smartTags = [
  p(
    `<w:smartTag w:uri="urn:x" w:element="place">${t('Swansea')}</w:smartTag>${t(': ')}<w:smartTag w:uri="urn:x" w:element="a"><w:smartTag w:uri="urn:x" w:element="b">${t('The parents have a ')}</w:smartTag>${t('volatile')}</w:smartTag>${t(' relationship.')}`,
  ),
  `<w:customXml w:uri="urn:x" w:element="fact">${p(t('Ms Rees failed to protect Cai.'))}</w:customXml>`,
].join('')

const ruby = p(
  `${t('The parents have a ')}<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="en-GB"/></w:rubyPr><w:rt>${t('small print')}</w:rt><w:rubyBase>${t('volatile')}</w:rubyBase></w:ruby></w:r>${t(' relationship.')}`,
)

const moves = [
  p(
    `${t('Ms Rees ')}<w:del w:id="21" w:author="Supervisor" w:date="2026-01-05T10:00:00Z"><w:r><w:delText>struggled to keep Cai safe</w:delText></w:r></w:del><w:ins w:id="22" w:author="Supervisor" w:date="2026-01-05T10:00:00Z">${t('failed to protect Cai')}</w:ins>${t('.')}`,
  ),
  `<w:p><w:pPr><w:rPr><w:del w:id="23" w:author="Supervisor" w:date="2026-01-05T10:00:00Z"/></w:rPr></w:pPr>${t('The parents have a ')}</w:p>`,
  p(t('volatile relationship.')),
  p(
    `<w:moveFromRangeStart w:id="24" w:name="m" w:author="Supervisor" w:date="2026-01-05T10:00:00Z"/><w:moveFrom w:id="25" w:author="Supervisor" w:date="2026-01-05T10:00:00Z">${t('It was a tiff. ')}</w:moveFrom><w:moveFromRangeEnd w:id="24"/>${t('Cai was at school.')}`,
  ),
  p(
    `${t('Mr Hughes says so. ')}<w:moveToRangeStart w:id="26" w:name="m" w:author="Supervisor" w:date="2026-01-05T10:00:00Z"/><w:moveTo w:id="27" w:author="Supervisor" w:date="2026-01-05T10:00:00Z">${t('It was a tiff. ')}</w:moveTo><w:moveToRangeEnd w:id="26"/>`,
  ),
].join('')

const hyphens = [
  p(
    '<w:r><w:t>Ms Rees failed to pro</w:t><w:softHyphen/><w:t xml:space="preserve">tect Cai. A self</w:t><w:noBreakHyphen/><w:t>taught cook, she works.</w:t></w:r>',
  ),
  p(
    '<w:r><w:t>It was a tiff;</w:t><w:br/><w:t>the parents have a</w:t><w:tab/><w:t>volatile relationship.</w:t></w:r>',
  ),
  p(
    '<w:r><w:t>Page one</w:t><w:br w:type="page"/><w:t>Officers were called to a domestic dispute.</w:t></w:r>',
  ),
].join('')

const signs = [
  p(
    t(
      'Cai 😊 said “it’s fine” &amp; Seren&#8217;s e\u0301clair &#x1F60A;. Ms Rees failed to protect Cai.',
    ),
  ),
  p('<w:r><w:t><![CDATA[The parents have a volatile relationship & <more>.]]></w:t></w:r>'),
  p(t('👩‍👧 It was a t&#105;ff, Mr Hughes said of ŵyr ŷd.')),
].join('')

const math = (content: string) =>
  `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>${content}</m:t></m:r></m:oMath>`
const equation = p(
  `${t('Of the nights, ')}${math('3/7')}${t(' were quiet, and the parents have a volatile relationship.')}`,
)

const symbol = (font: string, char: string) =>
  `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
const symbols = [
  p(
    `${symbol('Wingdings', 'F0FE')}${t(' It was a tiff ')}${symbol('Symbol', 'F0AE')}${t(' Ms Rees failed to protect Cai.')}`,
  ),
  p(`${t('The parents have a volatile')}${symbol('Symbol', 'F020')}${t('relationship.')}`),
].join('')

const nested =
  table(
    row(
      cell(
        p(t('Ms Rees failed to protect Cai.')) +
          table(row(cell(p(t('It was a tiff.'))), cell(p(t('Inside.'))))) +
          p(''),
      ),
      cell(p(t('Beside.'))),
    ) + row(cell(p(t('The parents have a volatile relationship.')), '<w:gridSpan w:val="2"/>')),
  ) +
  table(
    row(
      cell(p(t('Seen')), '<w:vMerge w:val="restart"/>'),
      cell(p(t('Officers were called to a domestic dispute.'))),
    ) + row(cell(p(''), '<w:vMerge/>'), cell(p(t('In May.')))),
  )

const welsh = [
  p(t('The parents have a volatile relationship.')),
  p(
    t(
      'Mae gan y rhieni berthynas gyfnewidiol, ac mae’r plant yn byw gyda’u mam yng Nghaerdydd ers mis Mai.',
    ),
  ),
  p(t('Ms Rees failed to protect Cai.')),
].join('')

const ordinary = [
  p(t('Ms Rees failed to protect Cai.')),
  p(t('The parents have a volatile relationship.')),
].join('')

const comment = (id: number, text: string) =>
  `<w:comment w:id="${id}" w:author="Supervisor" w:date="2026-01-05T10:00:00Z" w:initials="S"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`
const supervised = {
  body:
    p(
      `<w:commentRangeStart w:id="0"/>${t('Ms Rees failed to ')}<w:commentRangeStart w:id="4"/>${t('protect Cai')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${t(' from Mr Hughes')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${t('.')}`,
    ) + p(t('The parents have a volatile relationship.')),
  comments: comment(0, 'Is this what you mean?') + comment(4, 'See my note of Monday.'),
}

const footnote = (id: number, text: string) =>
  `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${t(` ${text}`)}</w:p></w:footnote>`
const separator = (kind: string, id: number) =>
  `<w:footnote w:type="${kind}" w:id="${id}"><w:p><w:r><w:${kind}/></w:r></w:p></w:footnote>`
const notes = {
  body: p(
    `${t('Ms Rees failed to protect Cai')}<w:r><w:footnoteReference w:id="2"/></w:r>${t(' and it was a tiff')}<w:r><w:endnoteReference w:id="2"/></w:r>${t('.')}`,
  ),
  footnotes:
    separator('separator', 0) +
    separator('continuationSeparator', 1) +
    footnote(2, 'The parents have a volatile relationship.'),
  endnotes: footnote(2, 'Officers were called to a domestic dispute.').replaceAll(
    'footnote',
    'endnote',
  ),
}
const margins = {
  body: `${ordinary}<w:sectPr><w:headerReference w:type="default" r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></w:sectPr>`,
  header: p(t('Draft. It was a tiff.')),
  footer: p(t('Confidential. Officers were called to a domestic dispute.')),
}

const strict = (files: Files): Files =>
  mapXml(files, (xml) =>
    xml
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/drawingml/2006/main',
        'http://purl.oclc.org/ooxml/drawingml/main',
      ),
  )

const otherPrefix = (files: Files): Files =>
  mapXml(files, (xml) => xml.replaceAll(/(<\/?|\s)w:/g, '$1x:').replaceAll('xmlns:w=', 'xmlns:x='))

const mapXml = (files: Files, change: (xml: string) => string): Files =>
  Object.fromEntries(
    Object.entries(files).map(([name, data]) => [
      name,
      typeof data === 'string' ? change(data) : data,
    ]),
  )

/** With a byte order mark, as other programs write it. */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, true)
  for (let index = 0; index < text.length; index++)
    view.setUint16(2 + index * 2, text.charCodeAt(index), true)
  return bytes
}

const inUtf16 = (files: Files): Files => ({
  ...files,
  'word/document.xml': utf16(String(files['word/document.xml']).replace('UTF-8', 'UTF-16')),
})

const elsewhere = (files: Files): Files => ({
  '[Content_Types].xml': typesOf({'/report/body.xml': 'document.main'}),
  '_rels/.rels': relationships({'report/body.xml': 'officeDocument'}),
  'report/body.xml': files['word/document.xml'] ?? '',
})

const typesOf = (overrides: Readonly<Record<string, string>>) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    overrides,
  )
    .map(
      ([name, type]) =>
        `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
    )
    .join('')}</Types>`

/** Content types as a real package has them, so that other programs open it. */
const typed = (files: Files): Files => {
  const kinds: Readonly<Record<string, string>> = {
    document: 'document.main',
    header1: 'header',
    footer1: 'footer',
    styles1: 'styles',
    numbering1: 'numbering',
    footnotes1: 'footnotes',
    endnotes1: 'endnotes',
    comments1: 'comments',
    settings: 'settings',
  }
  const overrides = Object.keys(files).flatMap((name) => {
    const kind = kinds[/^word\/(\w+)\.xml$/.exec(name)?.[1] ?? '']
    return kind ? [[`/${name}`, kind] as const] : []
  })
  return {...files, '[Content_Types].xml': typesOf(Object.fromEntries(overrides))}
}

const protectedFiles = (files: Files): Files => ({
  ...files,
  'word/settings.xml': part(
    'settings',
    '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
  ),
  'word/_rels/document.xml.rels': relationships({'settings.xml': 'settings'}),
})

const signed = (files: Files): Files => ({
  ...files,
  '_xmlsignatures/origin.sigs': new Uint8Array(),
  '_xmlsignatures/sig1.xml':
    '<?xml version="1.0"?><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
})

const withCustomXml = (files: Files): Files => ({
  ...files,
  'customXml/item1.xml':
    '<?xml version="1.0"?><case xmlns="urn:example:case"><number>ZZ26C00001</number></case>',
  'customXml/itemProps1.xml':
    '<?xml version="1.0"?><ds:datastoreItem ds:itemID="{00000000-0000-0000-0000-000000000001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
  'customXml/_rels/item1.xml.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>',
  'word/_rels/document.xml.rels': relationships({'../customXml/item1.xml': 'customXml'}),
})

/** Twenty pages: what a person would send, so that size and repetition are met, too. */
function longReport(): string {
  const sentences = [
    'Cai told me that he likes football and his new teacher.',
    'Ms Rees failed to protect Cai.',
    'I met Mr Hughes at the office on 4 May, and he answered every question.',
    'The parents have a volatile relationship.',
    'Seren’s school says that her attendance is good.',
    'Officers were called to a domestic dispute.',
    'Ms Rees has moved the children’s beds away from the front door.',
  ]
  return Array.from({length: 300}, (_, index) =>
    paragraph(
      `${index + 1}. ${[0, 1, 2, 3].map((step) => sentences[(index + step * 3) % sentences.length]).join(' ')}`,
    ),
  ).join('')
}

const simple = (body: string) => typed(filesOf({body}))

/** Files by the name of the document. */
const documents: Readonly<Record<string, Files>> = {
  'hand-split-runs': simple(splitRuns),
  'hand-replaceable': simple(replaceable),
  'hand-fields': simple(fields),
  'hand-content-controls': simple(contentControls),
  'hand-alternate-content': simple(alternateContent),
  'hand-smart-tags': simple(smartTags),
  'hand-ruby': simple(ruby),
  'hand-moves': simple(moves),
  'hand-hyphens': simple(hyphens),
  'hand-signs': simple(signs),
  'hand-equation': simple(equation),
  'hand-symbols': simple(symbols),
  'hand-tables': simple(nested),
  'hand-welsh': simple(welsh),
  'hand-supervisor': typed(filesOf(supervised)),
  'hand-notes': typed(filesOf(notes)),
  'hand-margins': typed(filesOf(margins)),
  'hand-strict': strict(simple(ordinary)),
  'hand-other-prefix': otherPrefix(simple(ordinary)),
  'hand-utf16': inUtf16(simple(ordinary)),
  'hand-elsewhere': elsewhere(simple(ordinary)),
  'hand-protected': typed(protectedFiles(simple(ordinary))),
  'hand-signed': signed(simple(ordinary)),
  'hand-custom-xml': withCustomXml(simple(ordinary)),
  'hand-long': simple(longReport()),
  'hand-hidden': typed(filesOf(hidden)),
  'hand-table-changes': simple(tableChanges),
  'hand-spanning-comments': typed(filesOf(spanning)),
  'hand-quotations': simple(quotations),
  'hand-frames': simple(frames),
  'hand-form': simple(form),
  'hand-directions': simple(directions),
  'hand-pictures': withPictures(simple(pictures)),
}

export const byHand: Readonly<Record<string, Uint8Array>> = {
  ...Object.fromEntries(Object.entries(documents).map(([name, files]) => [name, zip(files)])),
  ...asWord,
}
