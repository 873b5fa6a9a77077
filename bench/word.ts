import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {strToU8, zipSync} from 'fflate'

const ns = 'http://schemas.openxmlformats.org'
const relationship = `${ns}/officeDocument/2006/relationships/officeDocument`
const types = `<?xml version="1.0"?><Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const relations = `<?xml version="1.0"?><Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${relationship}" Target="word/document.xml"/></Relationships>`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** As Word writes it: a run ends wherever somebody stopped typing, here after every seventh word. */
function paragraph(text: string): string {
  const runs = text.match(/(?:\S+\s*){1,7}/g) ?? []
  const xml = runs.map(
    (run, index) =>
      `<w:r${index % 2 ? ' w:rsidR="00AB12CD"' : ''}><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`,
  )
  return `<w:p><w:pPr><w:spacing w:after="120"/></w:pPr>${xml.join('')}</w:p>`
}

/** A text as a Word document, once. Returns the name of the file. */
export function makeWordFile(folder: string, textName: string): string {
  const name = textName.replace('.txt', '.docx')
  const path = join(folder, name)
  if (existsSync(path)) return name
  const paragraphs = readFileSync(join(folder, textName), 'utf8').split(/\n{2,}/)
  const body = paragraphs.map((text) => paragraph(text.replaceAll('\n', ' '))).join('')
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${ns}/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`
  const files = {
    '[Content_Types].xml': types,
    '_rels/.rels': relations,
    'word/document.xml': document,
  }
  writeFileSync(
    path,
    zipSync(Object.fromEntries(Object.entries(files).map(([part, xml]) => [part, strToU8(xml)]))),
  )
  return name
}
