import {describe, expect, test} from 'vitest'
import type {PatternMatchData} from '../../../src/core/rule.ts'
import {family, gradedIn} from '../../engine.ts'

describe('near, with if-far', () => {
  const match: PatternMatchData = {patterns: ['moment of madness'], near: ['<harm-verb>']}

  test('is silent where none of its words stands, or asks if the rule says so', () => {
    const text = 'It was a moment of madness.'
    expect(gradedIn(match, text)).toEqual([])
    expect(gradedIn({...match, 'if-far': 'ask'}, text)).toEqual(['question: moment of madness'])
  })

  test('tells where one stands', () => {
    const text = 'He hit her in a moment of madness.'
    expect(gradedIn({...match, 'if-far': 'ask'}, text)).toEqual(['warning: moment of madness'])
  })
})

describe('not-beside', () => {
  const match: PatternMatchData = {patterns: ['miss appointment'], 'not-beside': ['hide her keys']}

  test('is silent where the sentence before or after gives the reason', () => {
    expect(gradedIn(match, 'She missed appointments. He hid her keys.')).toEqual([])
    expect(gradedIn(match, 'He hid her keys. She missed appointments.')).toEqual([])
  })

  test('tells where it stands further off, or not at all', () => {
    const found = ['warning: missed appointments']
    expect(gradedIn(match, 'He hid her keys. It was May. She missed appointments.')).toEqual(found)
    expect(gradedIn(match, 'She missed appointments. It was May.')).toEqual(found)
  })
})

describe('somebody declared as harming is named', () => {
  test('in the sentence: a rule about a missing doer asks', () => {
    const match: PatternMatchData = {patterns: ['{party} be <harm-verb>'], doer: 'nobody'}
    const asked = 'Ms Rees was hit when Mr Hughes was at work.'
    expect(gradedIn(match, asked, family)).toEqual(['question: Ms Rees was hit'])
    const told = 'Mr Hughes was at work. Ms Rees was hit.'
    expect(gradedIn(match, told, family)).toEqual(['warning: Ms Rees was hit'])
  })

  test('in the sentence or beside it: a rule with if-named asks', () => {
    const match: PatternMatchData = {patterns: ['asleep'], 'if-named': 'ask'}
    const beside = 'Cai was asleep. Mr Hughes broke the door.'
    expect(gradedIn(match, beside, family)).toEqual(['question: asleep'])
    expect(gradedIn(match, 'Cai was asleep. The door was broken.', family)).toEqual([
      'warning: asleep',
    ])
  })
})

describe('when abuse is raised', () => {
  const match: PatternMatchData = {patterns: ['toxic couple'], when: 'abuse-raised'}

  test('a report that raises it is told', () => {
    expect(gradedIn(match, 'They were a toxic couple.')).toEqual(['warning: toxic couple'])
  })
})
