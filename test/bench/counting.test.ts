import {expect, test} from 'vitest'
import {
  precisionOf,
  recallInPlaceOf,
  recallOf,
  recallWithQuestionsOf,
  tally,
  tallyByCategory,
  tallyByRule,
} from '../../bench/accuracy/counting.ts'
import {labelOf, saidOf} from './labels.ts'

const flagged = labelOf(true)
const innocent = labelOf(false)

test('sentences are counted by what is told and what is asked, anywhere and in place', () => {
  const counts = tally([
    saidOf(flagged, ['flagged']),
    saidOf(flagged, ['text']), // told, elsewhere
    saidOf(flagged, ['text'], ['flagged']), // told elsewhere, asked in place
    saidOf(flagged, [], ['flagged']),
    saidOf(flagged, [], ['text']),
    saidOf(flagged, []),
    saidOf(innocent, ['text', 'innocent']), // two findings, one sentence
    saidOf(innocent, ['text'], ['text']),
    saidOf(innocent, [], ['text']),
    saidOf(innocent, []),
    saidOf(innocent, []),
  ])
  expect(counts).toEqual({
    flagged: 6,
    innocent: 5,
    told: 3,
    toldOrAsked: 5,
    toldInPlace: 1,
    toldOrAskedInPlace: 3,
    toldOnInnocent: 2,
    askedOnInnocent: 2,
  })
  expect(precisionOf(counts)).toBe(3 / 5)
  expect(recallOf(counts)).toBe(3 / 6)
  expect(recallWithQuestionsOf(counts)).toBe(5 / 6)
  expect(recallInPlaceOf(counts)).toBe(1 / 6)
})

test('of nothing there is no figure', () => {
  const counts = tally([])
  expect([precisionOf(counts), recallOf(counts)]).toEqual([undefined, undefined])
  expect(precisionOf(tally([saidOf(flagged, []), saidOf(innocent, ['text'])]))).toBe(0)
})

test('a category is of the sentences labelled with it first; precision is of its own rules', () => {
  const codes: Readonly<Record<string, string>> = {'victim-blaming': 'VB', excusing: 'EX'}
  const excusing = labelOf(true, {category: ['EX', 'VB'], span: ['flagged', 'text']})
  const byExcusing = {category: 'excusing'}
  const outcomes = [
    saidOf(flagged, ['flagged']),
    saidOf(flagged, [], ['flagged']),
    saidOf(flagged, ['flagged'], [], byExcusing),
    saidOf(excusing, ['text']),
    saidOf(excusing, []),
    saidOf(innocent, ['text'], [], byExcusing),
  ]
  expect(tallyByCategory(outcomes, (category) => codes[category])).toEqual([
    {
      code: 'EX',
      flagged: 2,
      told: 1,
      toldOrAsked: 1,
      byItsRules: {told: 1, toldOnInnocent: 1},
    },
    {
      code: 'VB',
      flagged: 3,
      told: 2,
      toldOrAsked: 3,
      byItsRules: {told: 2, toldOnInnocent: 0},
    },
  ])
})

test('a rule that speaks twice in a sentence counts once, and its questions count apart', () => {
  const rules = tallyByRule([
    saidOf(flagged, ['flagged', 'text']),
    saidOf(flagged, ['flagged'], ['text'], {ruleId: 'two'}),
    saidOf(innocent, ['text']),
    saidOf(innocent, [], ['text']),
    saidOf(innocent, []),
  ])
  expect(Object.fromEntries(rules)).toEqual({
    one: {told: 1, toldOnInnocent: 1, asked: 0, askedOnInnocent: 1},
    two: {told: 1, toldOnInnocent: 0, asked: 1, askedOnInnocent: 0},
  })
})
