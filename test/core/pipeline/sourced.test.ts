import {describe, expect, test} from 'vitest'
import {emptyContext, lint, readText} from '../../../src/index.ts'

/** How loudly “toxic relationship” is pointed at. */
const loudness = (sentence: string, mode: 'report' | 'template' = 'report') =>
  lint(readText(new TextEncoder().encode(`Domestic abuse is raised. ${sentence}`), 'report.txt'), {
    context: {...emptyContext, mode},
  })
    .findings.filter(({ruleId}) => ruleId === 'volatile-relationship')
    .map(({severity}) => severity)

describe('a sentence that gives two signs of its source is asked, not told:', () => {
  test.each([
    ['who says so, and a date', 'It was a toxic relationship, and Ms Rees told me so on 4 May.'],
    ['a court, and a number', 'It was a toxic relationship, and the court sat for 3 days.'],
    ['who says so, and exact words', 'It was a toxic relationship: “hell”, the note records.'],
  ])('%s', (_, sentence) => {
    expect(loudness(sentence)).toEqual(['question'])
  })
})

describe('one sign is too few:', () => {
  test.each([
    ['a date', 'It was a toxic relationship until 4 May 2021.'],
    ['who says so', 'It was a toxic relationship, and Ms Rees told me about the flat.'],
    ['none', 'It was a toxic relationship.'],
  ])('%s', (_, sentence) => {
    expect(loudness(sentence)).toEqual(['error'])
  })
})

test('a template has no facts yet, and is told', () => {
  const sentence = 'It was a toxic relationship, and Ms Rees told me so on 4 May.'
  expect(loudness(sentence, 'template')).toEqual(['error'])
})
