import {readFileSync} from 'node:fs'
import {unzipSync} from 'fflate'
import {expect, test} from 'vitest'
import {annotate} from '../../../src/annotate/index.ts'
import {toReportContext} from '../../../src/core/context.ts'
import {lint, readDocx} from '../../../src/index.ts'
import {walkXml} from '../../../src/readers/package/xml.ts'
import {makeDocx, paragraph, run} from '../../readers/docx/make-docx.ts'

const list =
  '<w:sdtPr><w:dropDownList><w:listItem w:displayText="Parental conflict" w:value="a"/></w:dropDownList></w:sdtPr>'
const inline = paragraph(
  `${run('Issue: ')}<w:sdt>${list}<w:sdtContent>${run('Choose.')}</w:sdtContent></w:sdt>${run(' End.')}`,
)
const around = `${paragraph('Before.')}<w:sdt>${list}<w:sdtContent>${paragraph('Choose.')}</w:sdtContent></w:sdt>`

/** The copy, and what stands directly in its content controls. */
function commented(bytes: Uint8Array) {
  const document = readDocx(bytes, 'form.docx', {isTemplate: true})
  const {findings} = lint(document, {context: toReportContext({mode: 'template'})})
  const {
    bytes: copy,
    comments,
    leftOut,
  } = annotate(bytes, document, findings, {
    author: 'Check',
    initials: 'C',
    suggest: false,
  })
  const xml = new TextDecoder().decode(unzipSync(copy)['word/document.xml'])
  const inControls = new Set<string>()
  walkXml(
    {part: 'word/document.xml', file: 'form.docx', xml},
    {
      open: ({name}, path) => {
        if (path.at(-2) === 'w:sdt') inControls.add(name)
      },
      close: () => undefined,
      text: () => undefined,
    },
  )
  return {xml, comments, leftOut, findings, inControls: [...inControls].sort()}
}

test.each([
  ['in a paragraph', makeDocx({body: inline})],
  ['around a paragraph', makeDocx({body: around})],
  ['of a fixture', readFileSync('fixtures/template-child-impact/report.docx')],
  ['of another', readFileSync('fixtures/template-parenting-assessment/report.docx')],
])('a comment on an entry of a list %s leaves the control whole', (_, bytes) => {
  const {comments, leftOut, inControls, findings} = commented(bytes)
  expect(findings.some(({label}) => label.includes('choice'))).toBe(true)
  expect({inControls, leftOut}).toEqual({inControls: ['w:sdtContent', 'w:sdtPr'], leftOut: 0})
  expect(comments).toBeGreaterThan(0)
})

test('it stands at the list, or in the first paragraph that the control holds', () => {
  expect(commented(makeDocx({body: inline})).xml).toMatch(
    /Issue: .*<w:commentRangeStart[^>]*\/><w:sdt>.*<\/w:sdt><w:commentRangeEnd/,
  )
  expect(commented(makeDocx({body: around})).xml).toMatch(
    /<w:sdtContent><w:p>(?:<w:commentRangeStart|<w:r><w:commentReference)/,
  )
})
