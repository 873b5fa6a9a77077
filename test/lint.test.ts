import {describe, expect, test} from 'vitest'
import {emptyContext, lint, readText} from '../src/index.ts'
import {lintSteps} from '../src/lint.ts'

const severitiesOf = (ruleId: string, text: string, mode: 'report' | 'template' = 'report') =>
  lint(readText(new TextEncoder().encode(text), 'report.txt'), {context: {...emptyContext, mode}})
    .findings.filter((finding) => finding.ruleId === ruleId)
    .map(({severity}) => severity)

const garden = 'The school has a garden, and the class grows beans in it. '.repeat(14)

describe('whether a report raises abuse', () => {
  test('a long report that raises none is asked, not told', () => {
    const text = `${garden}The relationship was toxic.`
    expect(severitiesOf('volatile-relationship', text)).toEqual(['question'])
  })

  test('one that raises it is told', () => {
    const text = `${garden}Domestic abuse is raised. The relationship was toxic.`
    expect(severitiesOf('volatile-relationship', text)).toEqual(['error'])
  })

  test('a passage cannot tell, and is told', () => {
    expect(severitiesOf('volatile-relationship', 'The relationship was toxic.')).toEqual(['error'])
  })

  test('a rule that needs it raised asks in a passage, and is silent in a long report', () => {
    const words = 'They remain at loggerheads, and there is high conflict.'
    expect(severitiesOf('parental-conflict', words)).toEqual(['question'])
    expect(severitiesOf('parental-conflict', `${garden}${words}`)).toEqual([])
  })

  test('a term of law that is out of date is told everywhere', () => {
    const text = `${garden}She has custody of Cai.`
    expect(severitiesOf('custody', text)).toEqual(['warning'])
  })

  test('a template raises nothing yet, and is told', () => {
    const text = `${garden}The relationship was toxic.`
    expect(severitiesOf('volatile-relationship', text, 'template')).toEqual(['error'])
  })
})

describe('a private detail that another block shows to be one', () => {
  const stepsOf = (text: string) => {
    let steps = 0
    const running = lintSteps(readText(new TextEncoder().encode(text), 'report.txt'))
    for (let step = running.next(); !step.done; step = running.next()) steps++
    return steps
  }
  const whose = 'Ms Rees can be reached on 07700 900123.'

  test('has the blocks checked again where it is not told of, and no others', () => {
    expect(stepsOf(`${whose}\n\nCai is six.\n`)).toBe(2)
    expect(stepsOf(`${whose}\n\nCai is six.\n\nThe police rang 07700 900123.\n`)).toBe(4)
  })
})
