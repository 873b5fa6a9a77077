import {readFileSync} from 'node:fs'
import * as v from 'valibot'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {toReportContext} from '../src/core/context.ts'
import {contextData} from '../src/core/rule.ts'
import type {ReportContext} from '../src/core/types.ts'
import {lint, readText} from '../src/index.ts'

const {people, words} = v.parse(
  v.strictObject({people: contextData, words: v.record(v.string(), v.array(v.string()))}),
  parse(readFileSync('fixtures/ordinary-words.yml', 'utf8')),
)

/** What is said of a paragraph that follows one in which domestic abuse is raised. */
function saidOf(sentence: string, context?: ReportContext): string[] {
  const opening = 'Domestic abuse is raised in this case.\n\n'
  const document = readText(new TextEncoder().encode(`${opening}${sentence}`), 'report.txt')
  return lint(document, context && {context})
    .findings.filter(({range}) => range.start >= opening.length)
    .map(({severity, ruleId, actual}) => `${severity} ${ruleId}: ${actual}`)
}

describe.each(Object.entries(words))('%s', (_, sentences) => {
  test.each(sentences)('%s', (sentence) => {
    expect(saidOf(sentence, toReportContext(people)), 'people declared').toEqual([])
    expect(saidOf(sentence), 'nobody declared').toEqual([])
  })
})
