import {describe, expect, test} from 'vitest'
import {fallsOf, figuresOf, parseFigures, printFigures} from '../../bench/accuracy/figures.ts'
import type {Measurement} from '../../bench/accuracy/measurement.ts'
import {readText} from '../../src/readers/text.ts'
import {findingOf} from './labels.ts'

const text = 'Rain fell.'
const reading = {
  name: 'novel-rain',
  document: readText(new TextEncoder().encode(text), 'rain.txt'),
  words: 3000,
  told: [findingOf(text, 'Rain'), findingOf(text, 'fell')],
  asked: [findingOf(text, 'Rain')],
}
const measurement: Measurement = {
  sections: [
    {
      register: 'plain',
      half: 'measured',
      mode: 'declared',
      tally: {
        flagged: 60,
        innocent: 40,
        told: 40,
        toldOrAsked: 50,
        toldInPlace: 30,
        toldOrAskedInPlace: 35,
        toldOnInnocent: 10,
        askedOnInnocent: 4,
      },
      categories: [
        {
          code: 'VB',
          flagged: 20,
          told: 10,
          toldOrAsked: 15,
          byItsRules: {told: 9, toldOnInnocent: 1},
        },
        {
          code: 'EX',
          flagged: 19,
          told: 19,
          toldOrAsked: 19,
          byItsRules: {told: 9, toldOnInnocent: 1},
        },
      ],
    },
  ],
  ruleSections: [],
  rules: [],
  contradictory: 0,
  fixtures: {declared: [], undeclared: [{...reading, words: 1000}]},
  prose: [reading],
  rounds: [],
}

test('figures are parts of 1 with four decimals, of categories from twenty sentences on', () => {
  expect(figuresOf(measurement)).toEqual({
    'plain, measured half, declared: precision': 0.8,
    'plain, measured half, declared: recall': 0.6667,
    'plain, measured half, declared: recall with questions': 0.8333,
    'plain, measured half, declared: recall by place': 0.5,
    'plain, measured half, declared: recall of VB': 0.5,
    'plain, measured half, declared: recall of VB with questions': 0.75,
    'clean fixtures, declared: false alarms per 1,000 words': 0,
    'clean fixtures, undeclared: false alarms per 1,000 words': 2,
    'ordinary prose: false alarms per 1,000 words': 0.6667,
  })
})

test('figures are read back as they were printed', () => {
  const figures = figuresOf(measurement)
  expect(parseFigures(printFigures(figures), 'figures.json')).toEqual(figures)
  expect(() => parseFigures('{"recall": "high"}', 'figures.json')).toThrow(
    'figures.json is not as `npm run measure` writes it',
  )
})

describe('a figure has fallen', () => {
  const alarms = 'ordinary prose: false alarms per 1,000 words'
  const from = (before: number, now: number, name = 'recall') =>
    fallsOf({[name]: before}, {[name]: now}).length > 0

  test('when it lost more than a point', () => {
    expect(from(0.9, 0.8899)).toBe(true)
    expect(from(0.9, 0.89)).toBe(false)
    expect(from(0.81, 0.8)).toBe(false)
    expect(from(0.9, 0.95)).toBe(false)
  })

  test('when there are more false alarms, by more than 0.05 per 1,000 words', () => {
    expect(from(0.3, 0.3501, alarms)).toBe(true)
    expect(from(0.3, 0.35, alarms)).toBe(false)
    expect(from(0.3, 0.1, alarms)).toBe(false)
  })

  test('when it is no longer measured; a new one has nothing to fall from', () => {
    expect(fallsOf({recall: 0.9}, {precision: 0.1})).toEqual([
      {name: 'recall', before: 0.9, now: undefined},
    ])
  })
})
