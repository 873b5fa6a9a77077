import {expect, test} from 'vitest'
import type {RuleInForce} from '../../src/core/adjust-rule.ts'
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
const inForce = (rule: RuleEntry): RuleInForce => ({rule, off: false, adjusted: []})
const options = {colors: noColors, width: 80, quiet: false, showInfo: false}

test('explains a rule with examples, limits and sources, and persons for its slots', () => {
  expect(
    explainRule(inForce(rule), {S3: 'A guide, 2020', S4: 'A judgment, 2021'}, options),
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
  expect(listRules(others.map(inForce), options)).toBe(`labels
  short               Short

victim blaming
  failure-to-protect  Failure to protect
  third               Third

safe-together-lint --explain <rule> says what a rule is for.
`)
})

test('lists rules for programs without their patterns', () => {
  const [first] = JSON.parse(rulesJson([inForce(rule)])).rules
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

const adjusted: RuleInForce = {
  rule,
  off: true,
  adjusted: [
    {by: 'One team', adjustment: {reason: 'Our form says it.', off: true}, except: []},
    {
      by: 'Another',
      except: [],
      adjustment: {
        reason: 'The court asks.',
        from: '2025-01-28',
        until: '2025-12-31',
        in: ['Threshold', 'Harm'],
        severity: 'question',
        ask: 'Why?',
      },
    },
  ],
}

test('says of a rule who has adjusted it, where, when, how and why', () => {
  expect(explainRule(adjusted, {}, options)).toContain(`Could read: kept safe

Adjusted by One team:
  Switched off. Our form says it.

Adjusted by Another (under “Threshold”, under “Harm”, reports from 2025-01-28,
reports until 2025-12-31):
  A question, in other words. The court asks.

Pointed at:
`)
  expect(explainRule(adjusted, {}, options)).toMatch(/^Failure to protect · switched off\n/)
})

test('marks what is switched off or adjusted in a list, for people and for programs', () => {
  const listed = listRules([adjusted, {...adjusted, off: false}], options)
  expect(listed.split('\n').slice(1, 3)).toEqual([
    '  failure-to-protect  Failure to protect · switched off',
    '  failure-to-protect  Failure to protect · adjusted',
  ])
  const [first] = JSON.parse(rulesJson([adjusted])).rules
  expect(first.off).toBe(true)
  expect(first.adjusted[0]).toEqual({by: 'One team', reason: 'Our form says it.', off: true})
})
