import {describe, expect, test} from 'vitest'
import {readRules} from '../src/build/read-rules.ts'
import {toReportContext} from '../src/core/context.ts'
import {fill} from '../src/core/pipeline/draft-finding.ts'
import type {ContextData} from '../src/core/rule.ts'
import {type Block, type Finding, statusValues} from '../src/core/types.ts'
import {lint} from '../src/index.ts'
import {family} from './engine.ts'
import {overreachOf} from './frames.ts'

/** Findings in one paragraph, which may stand under a heading. */
function findingsIn(text: string, data: ContextData, section: readonly string[] = []) {
  const block: Block = {
    kind: 'paragraph',
    range: {start: 0, end: text.length},
    text,
    section,
    label: '1',
    language: 'en',
  }
  const document = {
    name: '',
    format: 'text',
    text,
    blocks: [block],
    segments: [],
    unread: [],
  } as const
  return lint(document, {context: toReportContext({...family, ...data})}).findings
}
const graded = (findings: readonly Finding[]) =>
  findings.map(({severity, ruleId}) => `${severity} ${ruleId}`)

const claims = 'Ms Rees claims that Mr Hughes pushed her.'
const victim = 'Cai is a victim of domestic abuse.'
const alleges = 'Ms Rees alleges that Mr Hughes took the keys.'
const both = 'It is in Cai’s best interests to have a relationship with both parents.'
const failed = 'The mother failed to protect Cai.'

describe('cafcass-england', () => {
  const england = {profile: 'cafcass-england'}

  test.each([
    ['2024-10-08', 'warning claims'],
    ['2024-10-09', 'error claims'],
    ['2025-01-27', 'error claims'],
    ['2025-01-28', 'warning claims'],
  ])('a report of %s: %s', (date, expected) => {
    expect(graded(findingsIn(claims, {...england, date}))).toContain(expected)
  })

  test('without a day the newest policy holds', () => {
    const [now] = findingsIn(claims, england)
    const [then] = findingsIn(claims, {...england, date: '2024-11-01'})
    expect(now?.why).toContain('the amended policy may be less strict')
    expect(then?.why).toContain('The Cafcass policy of October 2024 asked for what the person said')
  })

  test('asks what the view rests on where it is said that a child is a victim', () => {
    expect(graded(findingsIn(victim, england))).toEqual(['question child-is-a-victim'])
    const everywhere = graded(findingsIn(victim, {}))
    expect(everywhere).toContain('warning child-is-a-victim')
    expect(graded(findingsIn(victim, {...england, date: '2024-01-15'}))).toEqual(everywhere)
  })

  test('offers wording for that view as an opinion', () => {
    const [finding] = findingsIn(victim, {...england, status: 'opinion'})
    expect(finding?.frames[0]).toEqual({
      status: 'opinion',
      text: 'In my professional opinion section 3 of the Domestic Abuse Act 2021 applies to Cai if the court finds that Mr Hughes ___, because the ___ of ___ records that Cai ___.',
    })
  })

  test.each([
    ['2024-10-08', 'info alleged'],
    ['2024-10-09', 'question alleged'],
    ['2025-01-27', 'question alleged'],
    ['2025-01-28', 'info alleged'],
    [undefined, 'info alleged'],
  ])('an allegation in a report of %s: %s', (date, expected) => {
    const day = date === undefined ? {} : {date}
    expect(graded(findingsIn(alleges, {...england, ...day}))).toEqual([expected])
    expect(graded(findingsIn(alleges, day))).toEqual(['info alleged'])
  })

  test('asks for own words from the day of the policy, and says which text could not be read', () => {
    const on = (date: string) => findingsIn(alleges, {...england, date})[0]
    expect(on('2024-10-08')).toEqual(findingsIn(alleges, {})[0])
    expect(on('2024-10-09')?.why).toContain('in their own words')
    expect(on('2024-10-09')?.why).not.toContain('could not be read')
    expect(on('2025-01-28')?.why).toContain('The text of January 2025, which took its place, could')
    for (const date of ['2024-10-09', '2025-01-28'])
      expect(on(date)?.ask).toBe(
        'Which of Ms Rees’s own words can stand here, and is it said once that the court has not decided?',
      )
  })

  test('Cafcass is the right name of the body', () => {
    const named = 'The Cafcass report was filed in May.'
    expect(findingsIn(named, england)).toEqual([])
    for (const profile of ['cafcass-cymru', 'local-authority'])
      expect(graded(findingsIn(named, {profile}))).toEqual(['info cafcass-cymru-name'])
  })
})

describe('local-authority', () => {
  const authority = {profile: 'local-authority'}

  test('leaves failure to protect alone under the threshold', () => {
    expect(findingsIn(failed, authority, ['2. Threshold'])).toEqual([])
    expect(graded(findingsIn(failed, {}, ['2. Threshold']))).toEqual(['error failure-to-protect'])
  })

  test('and where it is pleaded', () => {
    const always = 'The local authority pleads that Ms Rees failed to protect Cai.'
    expect(findingsIn(always, authority)).toEqual([])
    for (const [pleaded, elsewhere] of [
      ['The final threshold is that Ms Rees failed to protect Cai.', 'error'],
      ['The mother’s failure to protect Cai is set out in the schedule.', 'error'],
      ['The mother’s failure to protect Cai is pleaded at paragraph 4.', 'question'],
    ] as const) {
      expect(findingsIn(pleaded, authority)).toEqual([])
      expect(graded(findingsIn(pleaded, {}))).toEqual([`${elsewhere} failure-to-protect`])
    }
  })

  test('elsewhere points at it, with what the threshold asks for', () => {
    const [finding] = findingsIn(failed, authority, ['3. Family history'])
    expect(finding?.severity).toBe('warning')
    expect(finding?.ask).toBe(
      'Is this pleaded, and on what evidence? Otherwise, what did Mr Hughes do, and what did Ms Rees do to keep Cai safe?',
    )
  })

  test('leaves what is alleged alone under the threshold', () => {
    expect(findingsIn(alleges, authority, ['2. Threshold'])).toEqual([])
    expect(graded(findingsIn(alleges, {}, ['2. Threshold']))).toEqual(['info alleged'])
    expect(graded(findingsIn(alleges, authority, ['3. Family history']))).toEqual(['info alleged'])
  })

  test.each([
    'Ms Rees’s allegations are pleaded at paragraph 4.',
    'The alleged assault is set out at paragraph 4.',
  ])('and where it is pleaded: %s', (pleaded) => {
    expect(findingsIn(pleaded, authority)).toEqual([])
    expect(graded(findingsIn(pleaded, {}))).toEqual(['info alleged'])
  })
})

describe.each(['cafcass-cymru', 'cafcass-england', 'local-authority'])('%s', (profile) => {
  test('takes Pathfinder for the name until the day before that of Child Focused Courts', () => {
    const named = 'This is a Pathfinder case.'
    expect(findingsIn(named, {profile, date: '2026-03-16'})).toEqual([])
    for (const date of ['2026-03-17', undefined]) {
      const [finding] = findingsIn(named, {profile, ...(date === undefined ? {} : {date})})
      expect(finding?.ruleId).toBe('pathfinder')
      expect(finding?.why).toContain('17 March 2026 the Pathfinder courts are called Child Focused')
    }
  })

  test('points at two kinds of report in one on every day', () => {
    const joined = 'The order asks for a section 7 child impact report.'
    const whyOn = (date: string) => findingsIn(joined, {profile, date})[0]?.why
    expect(whyOn('2026-03-16')).toContain('In the Pathfinder courts the first report is a Child')
    expect(whyOn('2026-03-16')).not.toContain('Child Focused')
    expect(whyOn('2026-03-17')).toContain('called Child Focused Courts')
  })

  test('knows Domestic Abuse Protection Orders in Wales from 28 April 2025, in the North only', () => {
    const order = 'There is a DV order until May.'
    const on = (date: string) => findingsIn(order, {profile, date})[0]
    expect(on('2025-04-27')?.why).not.toContain('since 28 April 2025')
    expect(on('2025-04-28')?.why).toMatch(/North Wales( only)?, since 28 April 2025/)
    expect(on('2025-04-28')?.ask).toContain('who made it, where and when')
    expect(findingsIn(order, {profile})[0]?.why).toBe(on('2025-04-28')?.why)
  })

  test('speaks of the repeal of the presumption from the day on which it was announced', () => {
    const whyOn = (date: string) => findingsIn(both, {profile, date})[0]?.why
    expect(whyOn('2025-10-21')).not.toContain('repealed')
    expect(whyOn('2025-10-22')).toContain('to be repealed')
    expect(findingsIn(both, {profile})[0]?.why).toContain('to be repealed')
  })
})

const profiles = readRules('rules').profiles ?? []
const frames = profiles.flatMap(({id, adjustments}) =>
  Object.entries(adjustments).flatMap(([rule, several]) =>
    several.flatMap((each) =>
      Object.entries(each.frames ?? {}).map(
        ([status, frame]) => [id, rule, status, frame, each.until] as const,
      ),
    ),
  ),
)

test.each(frames)(
  '%s: %s: the wording for "%s" is left alone',
  (profile, _rule, status, frame, until) => {
    const data = {...family, profile, ...(until === undefined ? {} : {date: until})}
    const text = fill(String(frame), toReportContext(data).parties).replaceAll('___', 'this')
    const findings = ['found', 'opinion', 'recorded', 'told'].includes(status)
      ? findingsIn(text, data)
      : findingsIn(text, {...data, status: 'disputed'})
    expect(graded(findings).filter((each) => /^(error|warning)/.test(each))).toEqual([])
  },
)

test.each(frames)(
  '%s: %s: the wording for "%s" asserts no more than its status supports',
  (_profile, _rule, status, frame) => {
    const known = statusValues.filter((each) => each === status)
    expect(known.flatMap((each) => overreachOf(String(frame), each))).toEqual([])
    expect(known).toHaveLength(1)
  },
)

test('every profile says what it is for and where it has it from', () => {
  expect(profiles.map(({id, sources}) => [id, sources.length > 0])).toEqual([
    ['cafcass-cymru', true],
    ['cafcass-england', true],
    ['local-authority', true],
  ])
})
