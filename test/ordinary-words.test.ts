import {readFileSync} from 'node:fs'
import * as v from 'valibot'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {toReportContext} from '../src/core/context.ts'
import {contextData} from '../src/core/rule.ts'
import type {ReportContext} from '../src/core/types.ts'
import {lint, readText} from '../src/index.ts'

const table = v.record(v.string(), v.array(v.string()))
const {
  people,
  words,
  names,
  'sentences-for-names': sentencesForNames,
} = v.parse(
  v.strictObject({
    people: contextData,
    words: table,
    names: table,
    'sentences-for-names': v.array(v.string()),
  }),
  parse(readFileSync('fixtures/ordinary-words.yml', 'utf8')),
)

/** What any rule, of whatever weight, says of a sentence that may follow another paragraph. */
function saidOf(sentence: string, opening: string, context?: ReportContext): string[] {
  const document = readText(new TextEncoder().encode(`${opening}${sentence}`), 'report.txt')
  return lint(document, context && {context})
    .findings.filter(({range}) => range.start >= opening.length)
    .map(({severity, ruleId, actual}) => `${severity} ${ruleId}: ${actual}`)
}

const declared = toReportContext(people)
const raised = 'Domestic abuse is raised in this case.\n\n'

function expectSilence(sentence: string) {
  expect(saidOf(sentence, ''), 'by itself').toEqual([])
  expect(saidOf(sentence, raised), 'nobody declared').toEqual([])
  expect(saidOf(sentence, raised, declared), 'people declared').toEqual([])
}

describe.each(Object.entries(words))('ordinary senses of “%s” are left alone', (_, sentences) => {
  test.each(sentences)('%s', expectSilence)
})

describe.each(Object.entries(names))('%s are left alone', (_, members) => {
  test.each(members)('%s', (name) => {
    for (const sentence of sentencesForNames) expectSilence(sentence.replace('___', name))
  })
})
