import {describe, expect, test} from 'vitest'
import {isInPlace, outcomeOf} from '../../bench/accuracy/outcomes.ts'
import {findingOf, labelOf} from './labels.ts'

describe('a finding is in place', () => {
  const text = 'She chose to stay, and he says she chose to go.'
  const at = (actual: string, span: readonly string[]) =>
    isInPlace(labelOf(true, {text, span: [...span]}), findingOf(text, actual))

  test('where it shares a character with any of the labelled words', () => {
    expect(at('chose to stay', ['chose to stay'])).toBe(true)
    expect(at('She chose', ['chose to stay'])).toBe(true)
    expect(at('to', ['She chose to stay, and'])).toBe(true)
    expect(at('he says', ['to go', 'says she'])).toBe(true)
  })

  test('and not beside them', () => {
    expect(at('She ', ['chose to stay'])).toBe(false)
    expect(at('he says', ['chose to stay', 'to go'])).toBe(false)
  })

  test('wherever the labelled words stand again', () => {
    expect(at('chose to go', ['chose'])).toBe(true)
    expect(at('she chose', ['chose'])).toBe(true)
  })
})

test('a sentence is checked as it is declared, or with nobody declared', () => {
  const item = labelOf(true, {
    text: 'The mother should have called the police.',
    context: {
      'behaviour-of': ['Mr Pryce'],
      'harm-to': ['the mother'],
      children: [],
      others: [],
      status: 'found',
    },
  })
  const ruleIds = (isDeclared: boolean) => {
    const {told, asked} = outcomeOf(item, isDeclared)
    return {told: told.map(({ruleId}) => ruleId), asked: asked.map(({ruleId}) => ruleId)}
  }
  expect(ruleIds(true)).toEqual({told: ['should-have'], asked: []})
  expect(ruleIds(false)).toEqual({told: [], asked: ['should-have']})
})
