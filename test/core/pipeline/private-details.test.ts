import {describe, expect, test} from 'vitest'
import {emptyContext, toReportContext} from '../../../src/core/context.ts'
import type {ContextData} from '../../../src/core/rule.ts'
import {lint, readMarkdown, readText} from '../../../src/index.ts'
import {createReporter} from '../../../src/reporters/index.ts'
import {reporterNames} from '../../../src/reporters/names.ts'
import {noColors, renderAll} from '../../../src/reporters/reporter.ts'

const parents: ContextData = {'behaviour-of': 'Mr Hughes', 'harm-to': 'Ms Rees', children: 'Cai'}
const bytes = (text: string) => new TextEncoder().encode(text)

/** What is found, with its weight: "warning: 07700 900123". */
function detailsIn(text: string, data: ContextData = parents): string[] {
  const document = readText(bytes(text), 'report.txt')
  const {findings} = lint(document, {context: toReportContext(data)})
  return findings
    .filter(({isWithheld}) => isWithheld)
    .map(({severity, range}) => `${severity}: ${document.text.slice(range.start, range.end)}`)
}

describe('a private detail is found', () => {
  test.each([
    ['Ms Rees has a new number, 07700 900123.', ['warning: 07700 900123']],
    ['Ms Rees rang from +44 7700 900123.', ['warning: +44 7700 900123']],
    ['Her telephone number is (01632) 960123.', ['warning: (01632) 960123']],
    ['Ms Rees can be reached on 029 2018 0456.', ['warning: 029 2018 0456']],
    ['Her new number is 07700\u00a0900\u2011123.', ['warning: 07700\u00a0900\u2011123']],
    ['Her address is NP20\u00a09ZZ.', ['warning: NP20\u00a09ZZ']],
    ['She now lives at 4a Park Terrace.', ['warning: 4a Park Terrace']],
    ['Her address is NP20 9ZZ.', ['warning: NP20 9ZZ']],
    [
      'Ms Rees moved to Flat 3, 12 Heol y Bryn, Newport NP20 9ZZ in May.',
      ['warning: 12 Heol y Bryn, Newport NP20 9ZZ'],
    ],
    ['Ms Rees is in a refuge in Newport.', ['warning: Newport']],
    ['“We are at the refuge near Tredegar,” she said.', ['warning: Tredegar']],
    ['Cai attends Ysgol Bryn Derw.', ['question: Ysgol Bryn Derw']],
    ['The number is 07700 900123.', ['question: 07700 900123']],
  ])('in: %s', (text, details) => {
    expect(detailsIn(text)).toEqual(details)
  })

  test('in a template, too', () => {
    expect(detailsIn('Ms Rees lives at 4 Park Terrace.', {...parents, mode: 'template'})).toEqual([
      'warning: 4 Park Terrace',
    ])
  })
})

describe('an innocent reading is left alone', () => {
  test.each([
    'The Live Fear Free helpline is on 0808 80 10 800.',
    'Family Court, 2 Park Street, Cardiff CF10 1ET',
    'Author: M. Sefton, Family Court Adviser, 029 2018 0123',
    'Cafcass Cymru, 4 Castle Road, Cardiff CF11 9ZZ, 029 2018 0999',
    'Mr Hughes instructs Pugh Solicitors, 12 High Street, Newport NP20 9ZZ.',
    'The surgery at 3 Castle Street, on 01632 960789, has no record for Ms Rees.',
    'Ms Rees took refuge in Newport Cathedral.',
    'She asked about a refuge in May, and there was none in Wales.',
    'A refuge in Wales had a room for Ms Rees.',
    'Police log 0215 2024 0117 records a call at 0145 on 02 11 2023.',
    'Case number CF23P00123, paragraph 14, Year 6, page 12.',
    'Mr Hughes drove past Park Terrace on 3 May and lives in Rhyl.',
    'Police were called to 14 Bridge Street on 3 May.',
    'Ms Rees has 12 Park Rangers badges.',
    'Ring me on 07700 900321 or write to the office.',
    'Ms Rees rang 999, then 101, and waited 0300 minutes.',
    'Cai goes to the local primary school.',
    'Mr Hughes studied at Marsh Lane College.',
    'The NHS number is 943 476 5919.',
    'Ms Rees has the account number 0163296012345.',
    'The account ends in 01632 and holds 960 pounds.',
    'On 07.11.2024 at 1200 Ms Rees rang her sister.',
  ])('%s', (text) => {
    expect(detailsIn(text)).toEqual([])
  })
})

const secret = `# Home at 12 Heol y Bryn, Newport NP20 9ZZ, where Ms Rees lives at

Ms Rees failed to protect Cai when she gave 07700 900123 to Mr Hughes, and Ms Rees failed to protect Cai in a refuge in Tredegar.

It is claimed that Cai attends Ysgol Bryn Derw, and Ms Rees failed to protect Cai. Ms Rees chose to live at 4 Park Terrace.
`
const secrets = [
  'Heol y Bryn',
  'NP20',
  '900123',
  '07700',
  'Tredegar',
  'Bryn Derw',
  '4 Park Terrace',
]

/** As much as any output shows. */
const shown = {
  colors: noColors,
  width: 80,
  quiet: false,
  showInfo: true,
  excerpts: 'sentence',
} as const

describe('what is found is shown nowhere', () => {
  const document = readMarkdown(bytes(secret), 'report.md')
  const result = lint(document, {context: toReportContext(parents), asWhole: true})

  test('though other rules speak about the same sentences', () => {
    expect(result.findings.filter(({isWithheld}) => isWithheld).length).toBeGreaterThanOrEqual(5)
    expect(result.findings.filter(({isWithheld}) => !isWithheld).length).toBeGreaterThanOrEqual(3)
    expect(result.findings.filter(({isReportWide}) => isReportWide).length).toBeGreaterThan(0)
  })

  test.each(reporterNames)('by the reporter %s', async (name) => {
    const reporter = await createReporter(name, shown)
    const output = renderAll(reporter, [{result, partiesDeclared: true, source: secret}])
    expect(output).toMatch(/failed to protect/)
    expect(secrets.filter((words) => output.replace(/\s+/g, ' ').includes(words))).toEqual([])
  })

  test('in no finding', () => {
    const plain = JSON.stringify(result.findings)
    expect(secrets.filter((words) => plain.includes(words))).toEqual([])
  })

  test('nor in a hash that could be guessed', () => {
    const other = readMarkdown(
      bytes(secret.replace('07700 900123', '07700 900456').replace('Tredegar', 'Abertawe')),
      'report.md',
    )
    const printsOf = (read: typeof document) =>
      lint(read, {context: toReportContext(parents), asWhole: true}).findings.map(
        ({fingerprint}) => fingerprint,
      )
    expect(printsOf(other)).toEqual(printsOf(document))
  })
})

describe('what one sentence shows to be private is private in all others', () => {
  const elsewhere = `# Visit to 12 Heol y Bryn

Ms Rees lives at 12 Heol y Bryn, Newport NP20 9ZZ. Her new number is 07700 900123.

Police came to 12 Heol y Bryn and say that Ms Rees failed to protect Cai. Police noted 07700-900-123.

# Cyfeiriad y fam yw 12 Heol y Bryn, ac mae hi yn byw yno gyda’r plant

Ms Rees failed to protect Cai near NP20 9ZZ. Police came to 14 Heol y Bryn.
`
  const document = readMarkdown(bytes(elsewhere), 'report.md')
  const result = lint(document, {context: toReportContext(parents)})
  const details = result.findings.filter(({isWithheld}) => isWithheld)

  test('so each place is pointed at', () => {
    expect(new Set(details.map(({severity}) => severity))).toEqual(new Set(['warning']))
    expect(details.map(({range}) => document.text.slice(range.start, range.end))).toEqual([
      '12 Heol y Bryn',
      '12 Heol y Bryn, Newport NP20 9ZZ',
      '07700 900123',
      '12 Heol y Bryn',
      '07700-900-123',
      'NP20 9ZZ',
    ])
  })

  test.each(reporterNames)('and shown in none by the reporter %s', async (name) => {
    const reporter = await createReporter(name, shown)
    const output = renderAll(reporter, [{result, partiesDeclared: true, source: elsewhere}])
    expect(output).toMatch(/failed to protect/)
    expect(output.replace(/\s+/g, ' ')).not.toMatch(/12 Heol|900.?123|NP20/)
  })
})

test('a town with a refuge is no secret where nothing is said of the refuge', () => {
  expect(detailsIn('Ms Rees is in a refuge in Newport.\n\nThe court sits in Newport.')).toEqual([
    'warning: Newport',
  ])
})

test('a number that nobody is told of is no private detail of a report without people', () => {
  const document = readText(bytes('Telephone: 01632 960123'), 'report.txt')
  expect(lint(document, {context: emptyContext}).findings).toEqual([])
})
