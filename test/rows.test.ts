import {readFileSync} from 'node:fs'
import * as v from 'valibot'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {readCatalogue} from '../src/build/read-rules.ts'
import {toReportContext} from '../src/core/context.ts'
import {contextData, isReview} from '../src/core/rule.ts'
import {lint, readText, rules} from '../src/index.ts'

const sentences = v.record(v.string(), v.string())
const {people, rows, templates} = v.parse(
  v.strictObject({people: contextData, rows: sentences, templates: sentences}),
  parse(readFileSync('fixtures/rows.yml', 'utf8')),
)
const catalogue = readCatalogue('rules').rows

/** Its rules are tried on a template, on two ways of naming, or say of themselves why they are quieter. */
const elsewhere = ['CU06', 'PI05', 'PI10', 'PI11']

/** No sentence shows these: the rule's own examples are small reports. */
const isReportWide = (row: string) =>
  rules.filter(({domain}) => domain.includes(row)).every(({match}) => isReview(match))

test('every row with a rule has a sentence', () => {
  const covered = Object.entries(catalogue).flatMap(([id, row]) =>
    row['not-a-rule'] === undefined && !elsewhere.includes(id) && !isReportWide(id) ? [id] : [],
  )
  expect([...Object.keys(rows), ...Object.keys(templates)]).toEqual(covered)
})

const rowsOf = new Map(rules.map(({id, domain}) => [id, domain]))

const tried = [
  ...Object.entries(rows).map(([row, sentence]) => [row, sentence, people] as const),
  ...Object.entries(templates).map(
    ([row, sentence]) => [row, sentence, {mode: 'template'} as const] as const,
  ),
]

test.each(tried)('%s: %s', (row, sentence, declared) => {
  const document = readText(new TextEncoder().encode(sentence), 'report.txt')
  const {findings} = lint(document, {context: toReportContext(declared)})
  const own = findings.filter(({ruleId}) => rowsOf.get(ruleId)?.includes(row))
  expect(own.map(({severity}) => severity)).toContain(catalogue[row]?.severity)
})
