import {describe, expect, test} from 'vitest'
import {adjustmentsInForce, rulesInForce} from '../../src/core/adjust-rule.ts'
import type {Adjustment} from '../../src/core/adjustment.ts'
import type {CompiledPack, CompiledProfile} from '../../src/core/rulebook.ts'
import {rulebook} from '../../src/core/rules.generated.ts'

const house = {title: '', names: {phrases: [], asWritten: ''}, legalFrames: []}
type ById = Readonly<Record<string, readonly Adjustment[]>>

const compiled = (byId: ById) =>
  Object.fromEntries(
    Object.entries(byId).map(([id, several]) => [
      id,
      several.map((adjustment) => ({adjustment, except: []})),
    ]),
  )
const profileOf = (adjustments: ById): CompiledProfile => ({
  ...house,
  title: 'Profile',
  organisation: 'One',
  sources: [],
  adjustments: compiled(adjustments),
})
const packOf = (adjustments: ById, rules: readonly string[] = []): CompiledPack => ({
  ...house,
  title: 'Pack',
  adjustments: compiled(adjustments),
  rules,
})

const moved = profileOf({
  claims: [
    {reason: 'first', severity: 'error', from: '2024-10-09', until: '2025-01-27'},
    {reason: 'second', severity: 'info', from: '2025-01-28'},
    {reason: 'old', severity: 'question', until: '2024-10-08'},
  ],
})

describe('of adjustments with days those hold', () => {
  test.each([
    ['2024-10-08', ['old']],
    ['2024-10-09', ['first']],
    ['2025-01-27', ['first']],
    ['2025-01-28', ['second']],
    ['2031-01-01', ['second']],
  ])('that cover the day of the report, %s', (date, reasons) => {
    const inForce = adjustmentsInForce({profiles: {one: moved}, packs: []}, {profile: 'one', date})
    expect(inForce.get('claims')?.map(({adjustment}) => adjustment.reason)).toEqual(reasons)
  })

  test('that nothing has ended, where the report has no day', () => {
    const inForce = adjustmentsInForce({profiles: {one: moved}, packs: []}, {profile: 'one'})
    expect(inForce.get('claims')?.map(({adjustment}) => adjustment.reason)).toEqual(['second'])
  })
})

describe('rules in force', () => {
  const profile = profileOf({
    claims: [{reason: 'x', severity: 'info', ask: 'Profile?'}],
    'one-off': [{reason: 'x', off: true}],
    'historic-abuse': [{reason: 'x', off: true, in: 'Background'}],
  })
  const pack = packOf({claims: [{reason: 'y', ask: 'Pack?', frames: {told: 'Pack ___.'}}]})
  const {rules} = rulebook
  const inForce = rulesInForce({rules, profiles: {one: profile}, packs: [pack]}, {profile: 'one'})
  const ruleOf = (id: string) => inForce.find(({rule}) => rule.id === id)

  test('have what the profile says and over it what packs say; what nobody says stays', () => {
    const claims = ruleOf('claims')
    const built = rules.find(({rule}) => rule.id === 'claims')?.rule
    expect(claims).toEqual({
      rule: {
        ...built,
        severity: 'info',
        ask: 'Pack?',
        frames: {...built?.frames, told: 'Pack ___.'},
      },
      off: false,
      adjusted: [
        {by: 'Profile', except: [], adjustment: {reason: 'x', severity: 'info', ask: 'Profile?'}},
        {
          by: 'Pack',
          except: [],
          adjustment: {reason: 'y', ask: 'Pack?', frames: {told: 'Pack ___.'}},
        },
      ],
    })
  })

  test('are off where that holds in every section, and not where it holds in one', () => {
    expect(ruleOf('one-off')?.off).toBe(true)
    expect(ruleOf('historic-abuse')?.off).toBe(false)
  })

  test('leave a rule that a pack brings to the pack', () => {
    const brought = packOf({}, ['claims'])
    const listed = rulesInForce(
      {rules, profiles: {one: profile}, packs: [brought]},
      {profile: 'one'},
    )
    expect(listed.find(({rule}) => rule.id === 'claims')?.adjusted).toEqual([])
  })
})
