import {describe, expect, test} from 'vitest'
import {toReportContext} from '../src/core/context.ts'
import {fill} from '../src/core/pipeline/draft-finding.ts'
import {type ContextData, type Example, isReview} from '../src/core/rule.ts'
import {
  type Frame,
  type Party,
  type ReportContext,
  type Status,
  statusValues,
} from '../src/core/types.ts'
import {lint, readText, rules} from '../src/index.ts'
import {overreachOf} from './frames.ts'

type Rule = (typeof rules)[number]

const framesOf = ({id, frames}: Rule) =>
  statusValues.flatMap((status) => {
    const frame = frames[status]
    return frame === undefined ? [] : [[`${id}, ${status}`, status, frame] as const]
  })
const framesOfAll = rules.flatMap(framesOf)

test('there is wording for every status', () => {
  expect(statusValues.filter((status) => !framesOfAll.some(([, each]) => each === status))).toEqual(
    [],
  )
})

test.each(framesOfAll)('%s: asserts no more than its status supports', (_, status, frame) => {
  expect(overreachOf(frame, status), frame).toEqual([])
})

describe('wording that asserts more than its status supports is seen', () => {
  test.each<[Status, string]>([
    ['told', '{perpetrator} hit {survivor}.'],
    ['told', '{survivor} told me that {perpetrator} ___. {perpetrator} ___ for years.'],
    ['told', '{survivor} told me that {perpetrator} ___; {child} ___.'],
    ['told', 'The court found that {perpetrator} ___.'],
    ['recorded', '{perpetrator} ___, as the police log of ___ records.'],
    ['recorded', 'The police log of ___ records that {perpetrator} ___. {perpetrator} also ___.'],
    ['recorded', 'The police log of ___ records that {perpetrator} raped {survivor}.'],
    ['found', '{perpetrator} ___.'],
    ['found', 'The court found that {perpetrator} ___. {perpetrator} still ___.'],
    ['found', 'The court found that {perpetrator} ___ and intended ___.'],
    ['found', 'The court found that the perpetrator ___.'],
    ['admitted', 'The court found that {perpetrator} ___.'],
    ['admitted', '{perpetrator} accepts that ___. {perpetrator} also ___.'],
    ['convicted', 'A court convicted {perpetrator} on ___ of rape.'],
    ['convicted', 'The police arrested {perpetrator} on ___ for ___.'],
    ['cautioned', 'A court convicted {perpetrator} on ___ of ___.'],
    ['observed', '{survivor} was afraid of {perpetrator}.'],
    ['observed', 'I saw {child} ___. {perpetrator} had ___.'],
    ['opinion', 'In my professional opinion {perpetrator} is a risk.'],
    ['opinion', 'In my professional opinion ___, because {perpetrator} ___.'],
    ['disputed', '{survivor} said that {perpetrator} ___. The court has not decided this.'],
    ['disputed', '{survivor} said that {perpetrator} ___. {perpetrator} said that ___.'],
    [
      'disputed',
      '{survivor} told me that {perpetrator} ___. {perpetrator} said that ___. The court has not decided this.',
    ],
    ['not-proved', '{survivor} told me that {perpetrator} ___.'],
    [
      'not-proved',
      'The court found on ___ that ___ was not proved. The police log of ___ records that {perpetrator} ___.',
    ],
    ['told', '{survivor} told me that {perpetrator} used ___ to ___.'],
  ])('%s: %s', (status, frame) => {
    expect(overreachOf(frame, status)).not.toEqual([])
  })
})

/** What may be offered beside a status: what asserts no more. Nothing beside a finding that it was not proved. */
const besides = (status: Status | undefined): readonly Status[] =>
  status === 'not-proved' ? [] : ['told', 'recorded', 'observed']

/** The frames offered on a rule's own bad example, with the status as the only thing declared anew. */
function offeredOn(
  {id}: Rule,
  {bad, context: {section: _, kind: __, ...data} = {}}: Extract<Example, {bad: string}>,
  status: Status | undefined,
): {readonly context: ReportContext; readonly frames: readonly Frame[]} {
  const {status: ___, ...people}: ContextData = data
  const context = toReportContext({...people, ...(status === undefined ? {} : {status})})
  const text = bad.replaceAll(/\[\[|\]\]/g, '')
  const {findings} = lint(readText(new TextEncoder().encode(text), 'report.txt'), {context})
  return {context, frames: findings.flatMap((each) => (each.ruleId === id ? each.frames : []))}
}

/** A sentence that names one child is offered wording for that child. */
const readings = (parties: readonly Party[]): readonly (readonly Party[])[] => [
  parties,
  ...parties
    .filter(({role}) => role === 'child')
    .map((child) => parties.filter((party) => party.role !== 'child' || party === child)),
]

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const bad = rule.examples.flatMap((example) => ('bad' in example ? [example] : []))
  const inReports = bad.filter(({context}) => context?.mode !== 'template')

  // What a template has no line for is asked of a whole, and not of an example.
  const inTemplates = isReview(rule.match)
    ? []
    : bad.filter((example) => !inReports.includes(example))

  test.each(inTemplates)('offers a template what it can ask, and no statement: $bad', (example) => {
    const {context, frames} = offeredOn(rule, example, undefined)
    const own = rule.frames.template
    expect([...new Set(frames.map(({status, text}) => `${status}: ${text}`))]).toEqual(
      own === undefined ? [] : [`template: ${fill(own, context.parties)}`],
    )
  })

  test.each([undefined, ...statusValues])(
    'offers on its bad examples, where %s is declared, what that supports',
    (status) => {
      for (const example of inReports) {
        const {context, frames} = offeredOn(rule, example, status)
        const may = new Set([...(status === undefined ? [] : [status]), ...besides(status)])
        const own = framesOf(rule)
          .filter(([, each]) => may.has(each))
          .flatMap(([, each, text]) =>
            readings(context.parties).map((people) => ({status: each, text: fill(text, people)})),
          )
        expect(own, example.bad).toEqual(expect.arrayContaining([...frames]))
      }
    },
  )
})
