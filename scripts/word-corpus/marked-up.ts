import {
  cell,
  type Files,
  paragraph,
  relationships,
  row,
  run,
  table,
} from '../../test/readers/docx/make-docx.ts'

/** More hard cases as XML: what people do to a report in Word. Everybody in them is invented. */

const p = paragraph
const signed = 'w:author="Supervisor" w:date="2026-01-05T10:00:00Z"'
const inserted = (id: number, content = '') =>
  content ? `<w:ins w:id="${id}" ${signed}>${content}</w:ins>` : `<w:ins w:id="${id}" ${signed}/>`

/** Words that are there and are not shown: a run, a whole paragraph, by a style. */
export const hidden = {
  styles:
    '<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>',
  body: [
    p(`${run('Ms Rees failed ')}${run('(ask her) ', '<w:vanish/>')}${run('to protect Cai.')}`),
    p(run('Note to self: it was a tiff.', '<w:vanish/>'), '<w:rPr><w:vanish/></w:rPr>'),
    p(
      `${run('The parents have a ')}${run('very ', '<w:rStyle w:val="Unseen"/>')}${run('volatile relationship.', '<w:caps/>')}`,
    ),
    p(`${run('Officers were called ')}${run('to a domestic dispute.', '<w:vanish w:val="0"/>')}`),
  ].join(''),
}

/** Old and new format kept beside each other; rows and paragraphs put in and taken out. */
export const tableChanges = [
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblPrChange w:id="51" ${signed}><w:tblPr/></w:tblPrChange></w:tblPr><w:tblGrid><w:gridCol w:w="2400"/><w:gridCol w:w="2400"/></w:tblGrid>${[
    row(cell(p('When')), cell(p('What'))),
    `<w:tr><w:trPr>${inserted(52)}</w:trPr>${cell(p(`<w:pPr><w:rPr>${inserted(53)}</w:rPr></w:pPr>${inserted(54, run('In May'))}`))}${cell(p(`<w:pPr><w:rPr>${inserted(55)}</w:rPr></w:pPr>${inserted(56, run('Officers were called to a domestic dispute.'))}`))}</w:tr>`,
    row(cell(p('In June')), cell(p('It was a tiff.'))),
  ].join('')}</w:tbl>`,
  p(`<w:pPr><w:rPr>${inserted(57)}</w:rPr></w:pPr>${run('Ms Rees failed to protect Cai.')}`),
  p(run('A new paragraph began here.')),
  p(
    `<w:pPr><w:jc w:val="left"/><w:pPrChange w:id="58" ${signed}><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange></w:pPr>${run('The parents have a ')}<w:r><w:rPr><w:b/><w:rPrChange w:id="59" ${signed}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>volatile</w:t></w:r>${run(' relationship.')}`,
  ),
].join('')

const begin = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number) =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const comment = (id: number, text: string) =>
  `<w:comment w:id="${id}" ${signed} w:initials="S">${p(text)}</w:comment>`

/** A supervisor's comments: at a point, over paragraphs, in and over a table, at the words themselves. */
export const spanning = {
  body: [
    p(
      `${begin(1)}${run('Ms Rees failed')}<w:r><w:commentReference w:id="2"/></w:r>${run(' to protect Cai.')}`,
    ),
    p(`${run('It was a tiff.')}${end(1)}`),
    `${begin(3)}${table(row(cell(p(`${begin(4)}${run('The parents have a volatile relationship.')}${end(4)}`)), cell(p('Beside.'))))}`,
    p(`${run('After.')}${end(3)}`),
    p(
      `${run('Officers were called to a ')}${begin(5)}${run('domestic dispute')}${end(5)}${run('.')}`,
    ),
  ].join(''),
  comments: [
    comment(1, 'All of this is Mr Hughes’s account.'),
    comment(2, 'Where is this from?'),
    comment(3, 'Does this table help?'),
    comment(4, 'Who says so?'),
    comment(5, 'The log’s word?'),
  ].join(''),
}

/** Words of others: in marks of every kind, over paragraphs, unclosed; and the author's own beside them. */
export const quotations = [
  p('Cai told me: “Dad said it was a tiff.'),
  p('“He said that Mum failed to protect me.'),
  p('“Then he went out.”'),
  p('Ms Rees failed to protect Cai.'),
  p('The log says ‘The parents have a "volatile" relationship’, and no more.'),
  p('Mr Hughes wrote: "It was a tiff'),
  p('The parents have a volatile relationship.'),
].join('')

/** A paragraph that stands apart on the page, and a box of the older kind, alone. */
export const frames = [
  p(
    'Ms Rees failed to protect Cai.',
    '<w:framePr w:w="3000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="1"/>',
  ),
  p(
    `${run('It was a tiff.')}<w:r><w:pict><v:shape id="b" style="width:180pt;height:48pt"><v:textbox><w:txbxContent>${p('The parents have a volatile relationship.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
  ),
  p('Officers were called to a domestic dispute.'),
].join('')

/** Forms: what nobody has filled in, and what somebody has chosen. */
const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
export const form = [
  control(
    '<w:alias w:val="Views"/><w:showingPlcHdr/>',
    p('Say here whether the parents have a volatile relationship.'),
  ),
  p(
    `${run('Kind of call: ')}${control('<w:dropDownList w:lastValue="2"><w:listItem w:displayText="none" w:value="1"/><w:listItem w:displayText="domestic dispute" w:value="2"/></w:dropDownList>', run('domestic dispute'))}${run('.')}`,
  ),
  p(
    `${run('Seen on ')}${control('<w:date w:fullDate="2026-01-05T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/></w:date>', run('5 January 2026'))}${run('. Ms Rees failed to protect Cai.')}`,
  ),
].join('')

/** Writing from right to left within a report, and a run that overrides the direction. */
export const directions = [
  p(
    `${run('Her mother said ')}<w:dir w:val="rtl">${run('مرحبا', '<w:rtl/>')}</w:dir>${run(', and Ms Rees failed to ')}<w:bdo w:val="ltr">${run('protect Cai')}</w:bdo>${run('.')}`,
  ),
  p('The parents have a volatile relationship.'),
].join('')

const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg=='
const picture =
  '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="7" name="Picture" descr="A drawing by Cai"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="7" name="dot.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId0"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'

/** A picture between words, and text of another file that Word takes in when it opens this one. */
export const pictures = [
  p(`${run('Ms Rees failed ')}${picture}${run('to protect Cai.')}`),
  '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>',
  p('The parents have a volatile relationship.'),
].join('')

export const withPictures = (files: Files): Files => ({
  ...files,
  '[Content_Types].xml': String(files['[Content_Types].xml']).replace(
    '<Default ',
    '<Default Extension="png" ContentType="image/png"/><Default Extension="html" ContentType="text/html"/><Default ',
  ),
  'word/_rels/document.xml.rels': relationships({'media/dot.png': 'image', 'more.html': 'aFChunk'}),
  'word/media/dot.png': Uint8Array.from(atob(dot), (sign) => sign.charCodeAt(0)),
  'word/more.html': '<!DOCTYPE html><title>More</title><p>It was a tiff.</p>',
})
