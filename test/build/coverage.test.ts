import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {coveragePage, gapsIn} from '../../src/build/coverage.ts'
import {readCatalogue, readRules} from '../../src/build/read-rules.ts'
import type {CatalogueData, RuleEntry} from '../../src/core/rule.ts'

const catalogue = readCatalogue('rules')
const {rules} = readRules('rules')

const rule = (id: string, domain: string[], severity: RuleEntry['severity']): RuleEntry => ({
  ...{id, domain, severity, category: 'test-only', title: `Rule *${id}*`},
  ...{lenses: ['child-impact'], message: 'M.', why: 'W.', ask: 'A?', frames: {}, replacements: []},
  ...{match: {patterns: ['door']}, examples: [], sources: ['S1']},
})

const small: CatalogueData = {
  categories: {VB: 'Blaming', CH: 'The child'},
  rows: {
    VB01: {severity: 'error', title: 'Failed'},
    VB02: {severity: 'warning', title: 'Asked only', 'other-severity': 'Nobody can tell.'},
    CH01: {severity: 'question', title: 'No word', 'not-a-rule': 'It takes two reports.'},
  },
}

test('the catalogue has its 306 rows in 19 categories, each numbered without a gap', () => {
  const counts = new Map<string, number>()
  for (const id of Object.keys(catalogue.rows)) {
    const code = id.slice(0, 2)
    counts.set(code, (counts.get(code) ?? 0) + 1)
    expect(id).toBe(`${code}${String(counts.get(code)).padStart(2, '0')}`)
  }
  expect(Object.fromEntries(counts)).toEqual({
    ...{VB: 34, EN: 14, CR: 16, MU: 20, AD: 22, MI: 20, EX: 20, PI: 11, PA: 12},
    ...{CH: 18, CV: 14, SX: 8, PS: 12, RB: 12, LT: 13, LB: 12, CU: 8, OV: 14, TE: 26},
  })
  expect(Object.keys(catalogue.categories)).toEqual([...counts.keys()])
})

test('every row has a rule of its severity, or a reason', () => {
  expect(gapsIn(catalogue, rules)).toEqual([])
})

test('a row that nobody accounts for is named with what is wrong', () => {
  expect(gapsIn(small, [rule('a', ['VB01'], 'warning'), rule('b', ['VB02'], 'warning')])).toEqual([
    'VB01 has no rule of its own severity and no reason (other-severity)',
    'VB02 has a rule of its own severity: take other-severity out',
  ])
  expect(gapsIn({...small, categories: {VB: 'Blaming'}}, [rule('c', ['CH01'], 'info')])).toEqual([
    'VB01 has neither a rule nor a reason (not-a-rule)',
    'VB02 has neither a rule nor a reason (not-a-rule)',
    'CH01 has a rule and a reason why it has none: take not-a-rule out',
    'CH01 has no rule of its own severity and no reason (other-severity)',
    'CH01 is in no category of rules/catalogue.yml',
  ])
})

test('the page gives each row its rules, with their weight where it is another, or the reason', () => {
  const page = coveragePage(small, [
    rule('a', ['VB01'], 'error'),
    rule('b', ['VB01', 'VB02'], 'question'),
  ])
  expect(page.split('\n').filter((line) => /^(?:##|- \*)/.test(line))).toEqual([
    '## VB · Blaming',
    '- **VB01 H** Failed: [Rule \\*a\\*](rules/test-only/a.md), [Rule \\*b\\*](rules/test-only/b.md) (Q)',
    '- **VB02 M** Asked only: [Rule \\*b\\*](rules/test-only/b.md) (Q). Nobody can tell.',
    '## CH · The child',
    '- **CH01 Q** No word: no rule. It takes two reports.',
  ])
  expect(page).toContain('has 3 rows in 2 categories. Rules stand for 2 of them')
})

test('the committed page is what the rules give', () => {
  const stale = 'docs/coverage.md is not what rules/ gives: run npm run build:pages'
  expect(readFileSync('docs/coverage.md', 'utf8'), stale).toBe(coveragePage(catalogue, rules))
})
