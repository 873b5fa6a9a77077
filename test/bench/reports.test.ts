import {expect, test} from 'vitest'
import {alarmsOf, countRules, countWords, perThousand} from '../../bench/accuracy/reports.ts'
import {findingOf} from './labels.ts'

test.each([
  ['Her mother-in-law came at 9.30.', 5],
  ['He left – and, later, came back…', 6],
  ['“Nobody’s fault”, she said.', 4],
  ['  \n – \n', 0],
])('“%s” has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

const text = 'Rain fell.'
const [rain, fell] = [findingOf(text, 'Rain'), findingOf(text, 'fell', {ruleId: 'two'})]

test('alarms of several texts are added up, and told per thousand words', () => {
  const alarms = alarmsOf([
    {words: 1500, told: [rain], asked: [rain, fell]},
    {words: 500, told: [rain, fell], asked: []},
  ])
  expect(alarms).toEqual({words: 2000, told: 3, asked: 2})
  expect(perThousand(alarms.told, alarms.words)).toBe(1.5)
  expect(perThousand(0, 0)).toBe(0)
})

test('rules are counted by finding, the most talkative first', () => {
  expect(countRules([fell, rain, rain])).toEqual([
    ['one', 2],
    ['two', 1],
  ])
  expect(countRules([fell, rain])).toEqual([
    ['one', 1],
    ['two', 1],
  ])
})
