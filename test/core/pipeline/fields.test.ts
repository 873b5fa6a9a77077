import {describe, expect, test} from 'vitest'
import {fieldsIn} from '../../../src/core/pipeline/fields.ts'
import {mentionsOf} from '../../engine.ts'

const template = {mode: 'template'} as const

describe('what a template leaves to be filled in', () => {
  test.each([
    ['[name]', 'person'],
    ['[A]', 'person'],
    ['[1st Respondent]', 'person'],
    ['[name of mother]', 'person'],
    ['[Insert the mother’s name]', 'person'],
    ['<<child name>>', 'child'],
    ['<child name>', 'child'],
    ['{{ respondent.full_name }}', 'person'],
    ['{{ applicant_1_name | upcase }}', 'person'],
    ['{{{child.firstName}}}', 'child'],
    ['«MotherName»', 'person'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is a placeholder of a template.
    ['${childName}', 'child'],
    ['%CHILD_NAME%', 'child'],
    ['____', 'person'],
    ['……', 'person'],
    ['[date]', 'thing'],
    ['[parental conflict]', 'thing'],
    ['{{ child.date_of_birth }}', 'thing'],
    ['«MothersInsight»', 'thing'],
    ['{% if parental_conflict %}', 'control'],
    ['{# volatile relationship #}', 'control'],
    ['{{#if parental_conflict}}', 'control'],
    ['{{else}}', 'control'],
    ['{{/if}}', 'control'],
  ])('%s', (text, holds) => {
    expect(
      fieldsIn(`To ${text}, now`).map((field) => ({
        holds: field.holds,
        text: `To ${text}, now`.slice(field.start, field.end),
      })),
    ).toEqual([{holds, text}])
  })

  test.each([
    '[Insert a short history of the parties’ relationship]',
    '[Describe the incident]',
    '[delete as appropriate]',
    '5 < 6 and 7 > 6',
    'a_b',
  ])('%s is text', (text) => {
    expect(fieldsIn(text)).toEqual([])
  })

  test('what the file marks counts where it is as short as a name', () => {
    const text = 'Ms Rees, Choose an item and say why you chose it'
    expect(fieldsIn(text, [{start: 0, end: 7}])).toEqual([
      {start: 0, end: 7, name: 'ms rees', holds: 'thing'},
    ])
    expect(fieldsIn(text, [{start: 9, end: text.length}])).toEqual([])
  })

  test('marks of the file do not double those of the text', () => {
    expect(fieldsIn('«ChildName»', [{start: 0, end: 11}])).toHaveLength(1)
  })
})

describe('people whom a template leaves open', () => {
  test.each([
    [
      '{{ applicant.name }} hit {{ child.name }}.',
      ['{{ applicant.name }}: any', '{{ child.name }}: child'],
    ],
    ['____ was hit by ____.', ['____: any', '____: any']],
    ['[Mother]’s insight', ['[Mother]: any']],
    ['The date is {{ hearing.date }}.', []],
  ])('%s', (text, expected) => {
    expect(mentionsOf(text, template)).toEqual(expected)
  })

  test('one that is declared has the role', () => {
    expect(
      mentionsOf('[A] hit [B].', {...template, 'behaviour-of': '[A]', 'harm-to': '[B]'}),
    ).toEqual(['[A]: perpetrator', '[B]: survivor'])
  })
})
