import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {annotate} from '../src/annotate/index.ts'
import {toReportContext} from '../src/core/context.ts'
import {atLevels} from '../src/core/levels.ts'
import {excerptNames, type LintResult} from '../src/core/types.ts'
import {lint, readDocument} from '../src/index.ts'
import {createReporter} from '../src/reporters/index.ts'
import {reporterNames} from '../src/reporters/names.ts'
import {noColors, renderAll} from '../src/reporters/reporter.ts'
import {makeDocx, paragraph as wordParagraph} from './readers/docx/make-docx.ts'
import {makeOdt, heading as odtHeading, paragraph as odtParagraph} from './readers/odt/make-odt.ts'

/** A report in which private details stand in every kind of place. Headings begin with "#". */
const report = [
  '# Visit to 12 Heol y Bryn',
  'Ms Rees lives at 12 Heol y Bryn, Newport NP20 9ZZ, and she failed to protect Cai.',
  // The same words again and again, with a detail among them and beside them.
  'In Tredegar Ms Rees failed to protect Cai. Ms Rees is in a refuge in Tredegar, where Ms Rees failed to protect Cai.',
  'Her new number is 07700 900123, and Ms Rees failed to protect Cai.',
  'Ms Rees failed to protect Cai when she chose to live at 4 Park Terrace with him.',
  '07700 900123 rang, and Ms Rees failed to protect Cai.',
  // Kept by its author, and so not among the findings.
  '# Kept',
  '[language check: accept private-contact-details, failure-to-protect: she agrees to 01632 960456 and to 07700 900999]',
  'Ms Rees can be reached on 01632 960456. Ms Rees failed to protect Cai.',
  '[language check: accept failure-to-protect: her line is 07700 900888]',
  'Ms Rees failed to protect Cai once more.',
  '# School',
  'Cai attends Ysgol Bryn Derw, and Ms Rees failed to protect Cai. At Ysgol Bryn Derw Ms Rees failed to protect Cai.',
  'The police rang 07700 900321 when Ms Rees failed to protect Cai.',
  // Not checked.
  '# Mae’r fam a’r plant yn byw yn 12 Heol y Bryn, ac mae hi yno gyda’r plant yn awr',
  'Mae Ms Rees yn byw yn 12 Heol y Bryn gyda’r plant, ac mae ei rhif hi yno, sef 07700 900123, yn yr adroddiad.',
  'Mae hi wedi symud i 9 Ffordd y Coed, NP22 8YY, ac mae’r rhif yno, sef 029 2018 0777, wedi ei roi i’r llys hefyd.',
  '# Mae’r ail rif sydd ganddi hi yn awr yn yr adroddiad hwn, sef 029 2018 0666, ac mae’n newydd',
  'Ms Rees failed to protect Cai in the end.',
]

const secrets =
  /12 Heol|Heol y Bryn|NP20|9ZZ|Tredegar|Park Terrace|Bryn Derw|900.?(123|999|888|321)|07700|960.?456|01632|Ffordd y Coed|NP22|8YY|2018|0777|0666/

const bytes = (text: string) => new TextEncoder().encode(text)
const withKind = (make: (text: string, isHeading: boolean) => string) =>
  report.map((text) => make(text.replace(/^# /, ''), text.startsWith('# '))).join('')

const files = {
  'report.md': bytes(report.map((text) => text.replace(/^\[/, '\\[')).join('\n\n')),
  'report.txt': bytes(report.map((text) => text.replace('# ', '')).join('\n\n')),
  'report.docx': makeDocx({
    body: withKind((text, isHeading) =>
      wordParagraph(text, isHeading ? '<w:outlineLvl w:val="0"/>' : ''),
    ),
  }),
  'report.odt': makeOdt({
    body: withKind((text, isHeading) => (isHeading ? odtHeading(text) : odtParagraph(text))),
  }),
  'report.html': bytes(
    withKind((text, isHeading) => (isHeading ? `<h2>${text}</h2>` : `<p>${text}</p>`)),
  ),
} as const

const context = toReportContext({
  'behaviour-of': 'Mr Hughes',
  'harm-to': 'Ms Rees',
  children: 'Cai',
})

/** What a host makes of a result: as it is, and where somebody turned the rules about details off. */
const hosts: Readonly<Record<string, (result: LintResult) => LintResult>> = {
  'as it is': (result) => result,
  'with the rules about details off': (result) => ({
    ...result,
    findings: atLevels(result.findings, {
      'private-contact-details': 'off',
      'where-the-refuge-is': 'off',
      'school-named': 'off',
    }),
  }),
}

const leaks = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.\]}>])\s/)
    .filter((part) => secrets.test(part))

describe.each(Object.entries(files))('of a private detail in %s', (name, file) => {
  const read = readDocument(file, name).then((document) => ({
    document,
    result: lint(document, {context, asWhole: true}),
  }))

  test('each is found, some are kept, and some stand where nothing is checked', async () => {
    const {result, document} = await read
    expect(result.findings.filter(({isWithheld}) => isWithheld).length).toBeGreaterThanOrEqual(9)
    expect(result.accepted?.length).toBeGreaterThanOrEqual(3)
    expect(result.findings.filter(({alsoAt}) => alsoAt).length).toBeGreaterThanOrEqual(1)
    expect(result.findings.some(({isReportWide}) => isReportWide)).toBe(true)
    expect(document.blocks.filter(({language}) => language === 'cy').length).toBe(4)
  })

  test('nothing stands in any finding, kept or not', async () => {
    const {findings, accepted, unfinished, acceptanceProblems} = (await read).result
    expect(leaks(JSON.stringify({findings, accepted, unfinished, acceptanceProblems}))).toEqual([])
  })

  describe.each(Object.entries(hosts))('%s', (_, host) => {
    test.each(reporterNames)('nothing is shown by the reporter %s', async (reporter) => {
      const result = host((await read).result)
      for (const excerpts of excerptNames) {
        const options = {colors: noColors, width: 400, quiet: false, showInfo: true, excerpts}
        const created = await createReporter(reporter, options)
        const output = renderAll(created, [{result, partiesDeclared: false}])
        expect(output).toMatch(/failure-to-protect/)
        expect(leaks(output)).toEqual([])
      }
    })
  })

  if (name.endsWith('x') || name.endsWith('odt'))
    test('nothing is said in a comment', async () => {
      const {document, result} = await read
      const options = {author: 'Language check (draft)', initials: 'LC', suggest: true}
      const copy = annotate(file, document, result.findings, options)
      const parts = Object.entries(unzipSync(copy.bytes)).map(([part, data]) =>
        part === 'word/document.xml' ? '' : strFromU8(data),
      )
      const comments = parts.flatMap((part) =>
        name.endsWith('x')
          ? [part]
          : (part.match(/<office:annotation[ >].*?<\/office:annotation>/gs) ?? []),
      )
      expect(comments.join('')).toMatch(/failure-to-protect/)
      expect(leaks(comments.join(' '))).toEqual([])
    })
})

test('a reason in a comment of the file is shown without a number of its own', async () => {
  const text =
    '<!-- language check: accept failure-to-protect: ask her, 07700 900777 -->\n\nMs Rees failed to protect Cai.'
  const {accepted} = lint(await readDocument(bytes(text), 'report.md'), {context})
  expect(accepted?.map(({reason}) => reason)).toEqual(['ask her, [not shown]'])
})
