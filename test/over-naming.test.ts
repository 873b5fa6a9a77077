import {describe, expect, test} from 'vitest'
import {toReportContext} from '../src/core/context.ts'
import type {ContextData, Example} from '../src/core/rule.ts'
import {type Status, statusValues} from '../src/core/types.ts'
import {lint, readText, rules} from '../src/index.ts'

/** A finding, an admission, a conviction or a caution makes these words the report’s own. */
const supportedByDecision = [
  'act-without-source',
  'bare-terms',
  'believed',
  'child-is-a-victim',
  'clearly',
  'factive-verbs',
  'intent-as-fact',
  'label-for-a-person',
  'meant-to-harm',
  'spoke-out',
]
/** No decision supports these: they are about how something is said, or about somebody else. */
const neverSupported = ['always-and-constantly', 'disclosed', 'perfect-parent', 'research-shows']

const decided: readonly Status[] = ['found', 'admitted', 'convicted', 'cautioned']
const undecided = statusValues.filter((status) => !decided.includes(status))

const overNaming = rules.filter(({category}) => category === 'over-naming')

type Bad = Extract<Example, {bad: string}>

/** What a rule marks in its own bad example, with nothing declared about the status but this. */
function markedBy(ruleId: string, {bad, context = {}}: Bad, status: Status | undefined): string[] {
  const {status: _, section: __, kind: ___, ...people} = context
  const data: ContextData = {...people, ...(status === undefined ? {} : {status})}
  const text = bad.replaceAll(/\[\[|\]\]/g, '')
  const {findings} = lint(readText(new TextEncoder().encode(text), 'report.txt'), {
    context: toReportContext(data),
  })
  return findings.flatMap((each) =>
    each.ruleId === ruleId ? [`${each.severity}: ${each.actual}`] : [],
  )
}

test('each rule of the category stands on one side', () => {
  expect([...supportedByDecision, ...neverSupported].sort()).toEqual(
    overNaming.map(({id}) => id).sort(),
  )
})

describe.each(overNaming.map((rule) => [rule.id, rule] as const))('%s', (id, {examples}) => {
  const bad = examples.flatMap((example) => ('bad' in example ? [example] : []))

  test.each(bad)('speaks where no status is declared: $bad', (example) => {
    expect(markedBy(id, example, undefined)).not.toEqual([])
  })

  test.each(undecided)('speaks as loudly where %s is declared', (status) => {
    expect(bad.map((example) => markedBy(id, example, status))).toEqual(
      bad.map((example) => markedBy(id, example, undefined)),
    )
  })

  test.each(decided)('where %s is declared, does what its side says', (status) => {
    const marked = bad.flatMap((example) => markedBy(id, example, status))
    const spoken = bad.flatMap((example) => markedBy(id, example, undefined))
    expect(marked).toEqual(supportedByDecision.includes(id) ? [] : spoken)
  })
})
