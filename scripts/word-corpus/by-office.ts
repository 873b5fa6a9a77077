/** Texts from which LibreOffice makes documents: HTML, and flat OpenDocument. Everybody in them is invented. */

const page = (body: string) =>
  `<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><title>Draft</title><body>${body}</body></html>`

export const fromHtml: Readonly<Record<string, string>> = {
  'office-report':
    page(`<h1>Background</h1><p>The parents have a <b>vola</b>tile relationship. Ms Rees failed to protect Cai.</p>
<h2>What each says</h2><blockquote>It was a tiff, he said.</blockquote><ol><li>Officers were called to a domestic dispute.</li><li>Seren is six.</li></ol>
<p>It was a tiff.</p>`),
  'office-nested-tables': page(
    `<table border="1"><tr><td>Ms Rees failed to protect Cai.<table border="1"><tr><td>It was a tiff.</td></tr></table></td><td>The parents have a volatile relationship.</td></tr></table><p>After.</p>`,
  ),
  'office-merged-cells': page(
    `<table border="1"><tr><td rowspan="2">Ms Rees failed to protect Cai.</td><td>One</td></tr><tr><td>It was a tiff.</td></tr><tr><td colspan="2">The parents have a volatile relationship.</td></tr></table><p>After.</p>`,
  ),
}

/** Some twenty pages with headings, numbers, tables, notes and quotations: the reports of the fixtures as one. */
export const longReport = (htmlOf: (report: string) => string): string =>
  page(
    [
      'section-7',
      'child-impact-report',
      'section-16a-risk-assessment',
      'same-sex-couple',
      'clean-section-7',
      'clean-child-impact',
    ]
      .map(htmlOf)
      .join('\n'),
  )

const flat = (styles: string, body: string, masters = '') => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/><style:style style:name="Graphics" style:family="graphic"/>${styles}</office:styles>
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">${masters}</style:master-page></office:master-styles>
<office:body><office:text>${body}</office:text></office:body></office:document>
`

const p = (text: string) => `<text:p text:style-name="Standard">${text}</text:p>`
const note = (kind: string, id: string, text: string) =>
  `<text:note text:id="${id}" text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`
const changed = (id: string, kind: string, content = '') =>
  `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>Supervisor</dc:creator><dc:date>2026-01-05T10:00:00</dc:date></office:change-info>${content}</text:${kind}></text:changed-region>`

const legal = `<text:list-style style:name="Legal">${[1, 2, 3]
  .map(
    (level) =>
      `<text:list-level-style-number text:level="${level}" style:num-format="1" style:num-suffix="." text:display-levels="${level}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="${level}cm"/></style:list-level-properties></text:list-level-style-number>`,
  )
  .join('')}</text:list-style>`

export const fromFlat: Readonly<Record<string, string>> = {
  'office-notes': flat(
    '',
    p(
      `Ms Rees failed to protect Cai${note('footnote', 'f1', 'The parents have a volatile relationship.')} and it was a tiff${note('endnote', 'e1', 'Officers were called to a domestic dispute.')}.`,
    ),
  ),
  'office-margins': flat(
    '',
    p('Ms Rees failed to protect Cai.') + p('The parents have a volatile relationship.'),
    `<style:header>${p('Draft. It was a tiff.')}</style:header><style:footer>${p('Confidential.')}</style:footer>`,
  ),
  'office-text-box': flat(
    '',
    p(
      `Ms Rees failed to protect Cai.<draw:frame draw:style-name="Graphics" text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box>${p('The parents have a volatile relationship.')}</draw:text-box></draw:frame>`,
    ) + p('It was a tiff.'),
  ),
  'office-tracked': flat(
    '',
    `<text:tracked-changes>${changed('c1', 'insertion')}${changed('c2', 'deletion', p('struggled to keep Cai safe'))}</text:tracked-changes>` +
      p(
        'Ms Rees <text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>failed to protect Cai<text:change-end text:change-id="c1"/> from Mr Hughes.',
      ) +
      p('The parents have a volatile relationship.'),
  ),
  'office-comments': flat(
    '',
    p(
      'Ms Rees <office:annotation office:name="a"><dc:creator>Supervisor</dc:creator><dc:date>2026-01-05T10:00:00</dc:date><text:p>Is this fair?</text:p></office:annotation>failed to protect<office:annotation-end office:name="a"/> Cai.',
    ) + p('The parents have a volatile relationship.'),
  ),
  'office-numbering': flat(
    legal,
    `<text:list text:style-name="Legal"><text:list-item>${p('Background')}<text:list><text:list-item>${p('Ms Rees failed to protect Cai.')}</text:list-item><text:list-item>${p('The parents have a volatile relationship.')}<text:list><text:list-item>${p('It was a tiff.')}</text:list-item></text:list></text:list-item></text:list></text:list-item><text:list-item>${p('Officers were called to a domestic dispute.')}</text:list-item></text:list>`,
  ),
}
