import {
  cell,
  element,
  list,
  makeDocx,
  paragraph,
  row,
  style,
  table,
  run as words,
} from '../readers/docx/make-docx.ts'
import {
  makeFlat,
  makeOdt,
  heading as odtHeading,
  note as odtNote,
  paragraph as odtParagraph,
} from '../readers/odt/make-odt.ts'

/** Signs that some format or server takes for its own; the path is the team's, and not hidden. */
export const hostileName = 'templates/x::error::y%0A<b>&"#[1].md'

const sentences = [
  'Zqmother7 Zqrees failed to protect Zqchild from Zqfather.',
  'It was a tiff about the zqnoun. The parents have a volatile relationship.',
  'Her number is 07700 900123, and she lives at 12 Zqstreet, Newport.',
]
const accept = 'language check: accept custody: zqreason of the zqcourt'

const markdown = `# Zqheading of Zqplace

${sentences.join('\n\n')}

<!-- ${accept} -->

Zqmother7 seeks joint custody.

| Zqcell | a volatile relationship, said zqteacher |
| --- | --- |
| zqrow | a tiff |
`

const docx = makeDocx({
  body: [
    paragraph(words('Zqheading'), '<w:outlineLvl w:val="0"/>'),
    ...sentences.map((each) => paragraph(words(each), list(1))),
    paragraph('The parents have a volatile relationship.', style('Zqstyle')),
    paragraph(`[${accept}]`),
    paragraph('Zqmother7 seeks joint custody.'),
    table(row(cell(paragraph('Zqcell')), cell(paragraph('It was a tiff, said zqteacher.')))),
    element('w:p', element('w:ins', words('A tiff of zqtracked.'), 'w:id="1" w:author="Zqauthor"')),
    paragraph(`${words('Zqnote')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
  ].join(''),
  numbering:
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Zqfather’s point %1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  footnotes: `<w:footnote w:id="2">${paragraph('A tiff in a zqfootnote.')}</w:footnote>`,
  header: paragraph('A tiff in the zqheader.'),
})

const odtBody = [
  odtHeading('Zqheading'),
  ...sentences.map((each) => odtParagraph(each)),
  odtParagraph(`A zqnote.${odtNote(odtParagraph('A tiff in a zqfootnote.'))}`),
].join('')

const html = `<title>Zqtitle</title><h1>Zqheading</h1>${sentences.map((each) => `<p>${each}</p>`).join('')}`

/** One page, as plain as PDF can be; readers find the objects without a table of them. */
const pdf = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 900 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 400>> stream
BT /F 12 Tf 40 700 Td ${sentences.map((each) => `(${each}) Tj 0 -40 Td`).join(' ')} ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF
`

const context = `behaviour-of: Zqfather
harm-to: [Zqmother7 Zqrees]
children: Zqchild
`

/** Every name, heading and noun of these reports is a word that begins with "zq" and stands nowhere else. */
export const markedReports: Readonly<Record<string, string | Uint8Array>> = {
  'a.md': markdown,
  'a.context.yml': context,
  'b.docx': docx,
  'b.context.yml': context,
  'c.odt': makeOdt({body: odtBody}),
  'd.fodt': makeFlat({body: odtBody}),
  'e.html': html,
  'f.txt': `Zqheading\n\n${sentences.join('\n\n')}`,
  'g.pdf': pdf,
  'h.md': `---\nmode: template\n---\n\n# Zqtemplate\n\n## Has zqmother7 failed to protect zqchild?\n\nZqguidance: mother’s insight [zqblank]\n`,
  [hostileName]: markdown,
}
