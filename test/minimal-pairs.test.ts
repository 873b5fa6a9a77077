import {readFileSync} from 'node:fs'
import * as v from 'valibot'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {toReportContext} from '../src/core/context.ts'
import {contextData} from '../src/core/rule.ts'
import {type Finding, type LintResult, type Severity, severities} from '../src/core/types.ts'
import {lint, readText, rules} from '../src/index.ts'

const weights = v.record(v.string(), v.picklist(severities))

/** What `fixtures/minimal-pairs.yml` says at its head. */
const pairData = v.strictObject({
  row: v.number(),
  texts: v.array(v.string()),
  people: v.optional(contextData),
  status: contextData.entries.status,
  speaks: v.optional(weights, {}),
  silent: v.optional(v.literal(true)),
  loudest: v.optional(v.picklist(severities)),
  never: v.optional(v.array(v.string()), []),
  quiet: v.optional(weights, {}),
  offers: v.optional(v.record(v.string(), v.string()), {}),
  genderless: v.optional(v.literal(true)),
  unchecked: v.optional(v.literal(true)),
})
type Pair = v.InferOutput<typeof pairData>

const {people, pairs} = v.parse(
  v.strictObject({people: contextData, pairs: v.array(pairData)}),
  parse(readFileSync('fixtures/minimal-pairs.yml', 'utf8')),
)

function check(text: string, pair: Pair): LintResult {
  const data = {...(pair.people ?? people), ...(pair.status && {status: pair.status})}
  const document = readText(new TextEncoder().encode(text), 'report.txt')
  return lint(document, {context: toReportContext(data)})
}

const domainOf = new Map(rules.map(({id, domain}) => [id, domain]))

/** Findings of a row such as VB01, or of a family of rows such as VB. */
const ofRow = (findings: readonly Finding[], row: string) =>
  findings.filter(({ruleId}) => domainOf.get(ruleId)?.some((each) => each.startsWith(row)))

const byWeight: readonly Severity[] = ['question', 'info', 'warning', 'error']
const isLouder = (severity: Severity, limit: Severity) =>
  byWeight.indexOf(severity) > byWeight.indexOf(limit)

const said = (findings: readonly Finding[]) =>
  findings.map(({severity, ruleId, actual}) => `${severity} ${ruleId}: ${actual}`)

const louderThan = (findings: readonly Finding[], limit: Severity) =>
  said(findings.filter(({severity}) => isLouder(severity, limit)))

const offeredBy = ({frames, replacements}: Finding) => [
  ...frames.map(({text}) => text),
  ...replacements,
]

const gendered = /\b(she|her|hers|he|him|his|wom[ae]n|m[ae]n|mother|father|female|male)\b/i

/** What a row is missing, and what it does not want. */
function complaintsOf({findings, unread}: LintResult, pair: Pair): string[] {
  const missing = Object.entries(pair.speaks).flatMap(([row, severity]) =>
    ofRow(findings, row).some((finding) => !isLouder(severity, finding.severity))
      ? []
      : [`${row} does not speak`],
  )
  const unoffered = Object.entries(pair.offers).flatMap(([row, word]) =>
    ofRow(findings, row).some((finding) => offeredBy(finding).some((text) => text.includes(word)))
      ? []
      : [`${row} does not offer “${word}”`],
  )
  const loudest = pair.silent ? 'info' : (pair.loudest ?? 'error')
  const words = findings.flatMap((finding) => [finding.ask, ...offeredBy(finding)])
  const isSaid = unread.some(({kind}) => kind === 'welsh')
  return [
    ...missing,
    ...unoffered,
    ...louderThan(findings, loudest),
    ...Object.entries(pair.quiet).flatMap(([row, most]) => louderThan(ofRow(findings, row), most)),
    ...pair.never.flatMap((row) => said(ofRow(findings, row))),
    ...(pair.genderless ? words.filter((each) => gendered.test(each)) : []),
    ...(pair.unchecked ? said(findings) : []),
    ...(pair.unchecked && !isSaid ? ['nothing says that it was not checked'] : []),
  ]
}

test('all forty pairs are there', () => {
  const rows = Array.from({length: 40}, (_, index) => index + 1)
  expect([...new Set(pairs.map(({row}) => row))]).toEqual(rows)
  const expectations = pairs.map(({row: _row, texts: _texts, people: _, status: _s, ...all}) =>
    JSON.stringify(all).replaceAll(/"\w+":(\{\}|\[\]),?/g, ''),
  )
  expect(expectations.filter((each) => each === '{}')).toEqual([])
})

describe.each(pairs.map((pair) => [pair.row, pair] as const))('row %i', (_row, pair) => {
  test.each(pair.texts)('%s', (text) => {
    const result = check(text, pair)
    expect(complaintsOf(result, pair), said(result.findings).join('\n')).toEqual([])
  })
})
