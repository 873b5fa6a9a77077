import {readFileSync} from 'node:fs'
import * as v from 'valibot'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {toReportContext} from '../src/core/context.ts'
import {contextData} from '../src/core/rule.ts'
import {lint, readText, rules} from '../src/index.ts'

const {people, rows} = v.parse(
  v.strictObject({people: contextData, rows: v.record(v.string(), v.array(v.string()))}),
  parse(readFileSync('fixtures/caveats.yml', 'utf8')),
)

const rowsOf = new Map(rules.map(({id, domain}) => [id, domain]))

/** What the rules of the row say, and what any rule says at “usually worth changing” or above. */
function saidOf(row: string, sentence: string): string[] {
  const document = readText(new TextEncoder().encode(sentence), 'report.txt')
  return lint(document, {context: toReportContext(people)}).findings.flatMap((finding) => {
    const isOwn = rowsOf.get(finding.ruleId)?.includes(row) ?? false
    const isLoud = finding.severity === 'error' || finding.severity === 'warning'
    return isOwn || isLoud ? [`${finding.severity} ${finding.ruleId}: ${finding.actual}`] : []
  })
}

describe.each(Object.entries(rows))('%s', (row, sentences) => {
  test.each(sentences)('%s', (sentence) => {
    expect(saidOf(row, sentence)).toEqual([])
  })
})
