import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {toReportContext} from '../src/core/context.ts'
import {lint, readText} from '../src/index.ts'

/** Lines of forms that use the words of the rules for other things, or advise against them. All invented. */
const lines = readFileSync('fixtures/ordinary-template-lines.txt', 'utf8').trim().split('\n')
const context = toReportContext({mode: 'template'})

test.each(lines)('is at most a question: %s', (line) => {
  const {findings} = lint(readText(new TextEncoder().encode(line), 'form.txt'), {context})
  const loud = findings.filter(({severity}) => severity === 'error' || severity === 'warning')
  expect(loud.map(({ruleId, actual}) => `${ruleId}: ${actual}`)).toEqual([])
})
