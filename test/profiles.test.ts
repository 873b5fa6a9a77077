import {describe, expect, test} from 'vitest'
import {readRules} from '../src/build/read-rules.ts'
import {toReportContext} from '../src/core/context.ts'
import {fill} from '../src/core/pipeline/draft-finding.ts'
import type {ContextData} from '../src/core/rule.ts'
import type {Block, Finding} from '../src/core/types.ts'
import {lint} from '../src/index.ts'
import {family} from './engine.ts'

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
      text: 'In my professional opinion, if the court finds that Mr Hughes ___, section 3 of the Domestic Abuse Act 2021 applies to each child, who ___.',
    })
  })
})

describe('local-authority', () => {
  const authority = {profile: 'local-authority'}

  test('leaves failure to protect alone under the threshold', () => {
    expect(findingsIn(failed, authority, ['2. Threshold'])).toEqual([])
    expect(graded(findingsIn(failed, {}, ['2. Threshold']))).toEqual(['error failure-to-protect'])
  })

  test('and where it is pleaded', () => {
    for (const pleaded of [
      'The local authority pleads that Ms Rees failed to protect Cai.',
      'The mother’s failure to protect Cai is pleaded at paragraph 4.',
    ]) {
      expect(findingsIn(pleaded, authority)).toEqual([])
      expect(graded(findingsIn(pleaded, {}))).toEqual(['error failure-to-protect'])
    }
  })

  test('elsewhere points at it, with what the threshold asks for', () => {
    const [finding] = findingsIn(failed, authority, ['3. Family history'])
    expect(finding?.severity).toBe('warning')
    expect(finding?.ask).toBe(
      'Is this pleaded, and on what evidence? Otherwise, what did Mr Hughes do, and what did Ms Rees do to keep each child safe?',
    )
  })
})

describe.each(['cafcass-cymru', 'cafcass-england', 'local-authority'])('%s', (profile) => {
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

test('every profile says what it is for and where it has it from', () => {
  expect(profiles.map(({id, sources}) => [id, sources.length > 0])).toEqual([
    ['cafcass-cymru', true],
    ['cafcass-england', true],
    ['local-authority', true],
  ])
})
