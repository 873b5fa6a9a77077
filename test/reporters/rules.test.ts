import {expect, test} from 'vitest'
import type {RuleEntry} from '../../src/core/rule.ts'
import {noColors} from '../../src/reporters/reporter.ts'
import {explainRule, listRules, rulesJson} from '../../src/reporters/rules.ts'

const rule: RuleEntry = {
  id: 'failure-to-protect',
  category: 'victim-blaming',
  title: 'Failure to protect',
  domain: ['VB01'],
  severity: 'error',
  lenses: ['perpetrator-pattern'],
  message: 'Makes one parent answerable.',
  why: 'The words move responsibility.',
  ask: 'What did {perpetrator} do to {child}’s home?',
  frames: {told: '{survivor} told me ___.', found: 'The court found that {perpetrator} ___.'},
  replacements: ['kept safe'],
  match: {patterns: ['fail to protect']},
  examples: [
    {bad: 'Ms Rees [[failed to protect]] Cai and [[failed to protect]] Seren.'},
    {good: 'Mr Hughes failed to protect Cai.', why: 'The other adult.'},
    {good: 'She kept him safe.'},
  ],
  limits: 'Misses some.',
  sources: ['S3', 'S4'],
}
const options = {colors: noColors, width: 80, quiet: false, showInfo: false}

test('explains a rule with examples, limits and sources, and persons for its slots', () => {
  expect(
    explainRule(rule, {S3: 'A guide, 2020', S4: 'A judgment, 2021'}, options),
  ).toBe(`Failure to protect · worth changing
victim-blaming/failure-to-protect

Makes one parent answerable.
Why it matters: The words move responsibility.
Ask: What did the person whose behaviour this was do to the child’s home?
If the court has found it: The court found that the person whose behaviour this
was ___.
If you were told it: The person it was directed at told me ___.
Could read: kept safe

Pointed at:
  Ms Rees «failed to protect» Cai and «failed to protect» Seren.

Left alone:
  Mr Hughes failed to protect Cai. (The other adult.)
  She kept him safe.

Known mistakes: Misses some.

Sources:
  S3  A guide, 2020
  S4  A judgment, 2021
`)
})

const others: readonly RuleEntry[] = [
  {...rule, id: 'short', category: 'labels', title: 'Short'},
  rule,
  {...rule, id: 'third', title: 'Third'},
]

test('lists rules under their categories', () => {
  expect(listRules(others, options)).toBe(`labels
  short               Short

victim blaming
  failure-to-protect  Failure to protect
  third               Third

safe-together-lint --explain <rule> says what a rule is for.
`)
})

test('lists rules for programs without their patterns', () => {
  const [first] = JSON.parse(rulesJson([rule])).rules
  expect(first).toEqual({
    id: 'failure-to-protect',
    category: 'victim-blaming',
    title: 'Failure to protect',
    severity: 'error',
    lenses: ['perpetrator-pattern'],
    message: 'Makes one parent answerable.',
    domain: ['VB01'],
    sources: ['S3', 'S4'],
  })
})
