import {describe, expect, test} from 'vitest'
import type {PatternMatchData} from '../../../src/core/rule.ts'
import {family, gradedIn, markedInTurn} from '../../engine.ts'

const match: PatternMatchData = {
  patterns: [
    '{party} (be|get) <harm-verb>',
    'there be ... <violence>',
    '<violence> ... <in-the-relationship>',
    '<violence> <happen>',
    '(experience|suffer) ... <violence>',
    'victim of <violence>',
    '<injury> ... be (sustain|cause)',
    'money be (withhold|control)',
  ],
  doer: 'nobody',
}

const marked = (text: string) =>
  gradedIn(match, text, family).map((found) => found.replace('warning: ', ''))

describe('nobody is named', () => {
  test.each([
    ['Ms Rees was hit.', 'Ms Rees was hit'],
    ['In March she was slapped, kicked and punched.', 'she was slapped'],
    ['Ms Rees was grabbed by the throat.', 'Ms Rees was grabbed'],
    ['Ms Rees was dragged by her hair.', 'Ms Rees was dragged'],
    ['Ms Rees had been hit by June.', 'Ms Rees had been hit'],
    ['Ms Rees was isolated by taking her phone away.', 'Ms Rees was isolated'],
    ['Ms Rees was isolated from her friends.', 'Ms Rees was isolated'],
    ['There was domestic violence.', 'There was domestic violence'],
    ['There had been a long history of violence.', undefined],
    ['There was violence in the relationship.', undefined],
    ['Abuse occurred in 2019.', 'Abuse occurred'],
    ['Ms Rees experienced abuse.', 'experienced abuse'],
    ['Ms Rees suffered years of coercive control.', 'suffered years of coercive control'],
    ['Ms Rees was a victim of domestic abuse.', 'victim of domestic abuse'],
    ['Injuries to her face were sustained.', 'Injuries to her face were sustained'],
    ['Money was withheld.', 'Money was withheld'],
    ['Ms Rees was hit when Mr Hughes was at work.', 'Ms Rees was hit'],
    ['Ms Rees was hit. Mr Hughes works nights.', 'Ms Rees was hit'],
    ['Mr Hughes works nights. Ms Rees was hit.', 'Ms Rees was hit'],
    ['Ms Rees was hit and told Mr Hughes.', 'Ms Rees was hit'],
    ['Ms Rees was hit and lives apart from Mr Hughes.', 'Ms Rees was hit'],
    ['Since Mr Hughes left, Ms Rees has experienced abuse.', 'experienced abuse'],
    ['Ms Rees experienced abuse, is separate from Mr Hughes and is well.', 'experienced abuse'],
    ['Ms Rees was hit in the home of Mr Hughes.', 'Ms Rees was hit'],
    ['Mr Hughes was told that Ms Rees was hit.', undefined],
  ])('%s', (text, expected) => {
    const found = gradedIn({...match, voices: ['author', 'reported']}, text, family)
    if (expected === undefined) expect(found).not.toEqual([])
    else expect(found.map((one) => one.replace(/^\w+: /, ''))).toEqual([expected])
  })
})

describe('somebody is named', () => {
  test.each([
    'Money was withheld by the council.',
    'Ms Rees was grabbed by a police officer.',
    'Ms Rees was hit by Mr Hughes.',
    'Ms Rees was hit, in May, by the father.',
    'Ms Rees was slapped, kicked and punched by Mr Hughes.',
    'Ms Rees was hit by him.',
    'Cai was hit by a ball at school.',
    'Cai was hit by a car.',
    'Ms Rees was hit by a stranger in the street.',
    'Mr Hughes hit Ms Rees. She was hit again in May.',
    'Ms Rees was hit again in May, when Mr Hughes slapped and punched her.',
    'Mr Hughes used physical violence. Ms Rees was hit in May.',
    'Ms Rees was hit at the hands of Mr Hughes.',
    'Ms Rees experienced abuse from Mr Hughes.',
    'Ms Rees experienced abuse at the hands of Mr Hughes.',
    'Ms Rees suffered Mr Hughes’s coercive control.',
    'Ms Rees suffered years of his violence.',
    'Ms Rees experienced the father’s abuse.',
    'Ms Rees was a victim of domestic abuse by Mr Hughes.',
    'Ms Rees was a victim of domestic abuse perpetrated by Mr Hughes.',
    'There was domestic violence by Mr Hughes.',
    'There was domestic violence, all of it by Mr Hughes.',
    'There was violence from Mr Hughes in the relationship.',
    'There was a history of violence by Mr Hughes towards Ms Rees.',
    'Mr Hughes’s violence in the relationship frightened Cai.',
    'The violence of Mr Hughes in the relationship frightened Cai.',
    'The violence that Mr Hughes used in the relationship frightened Cai.',
    'Mr Hughes’s violence escalated. There was abuse in 2019.',
    'Mr Hughes inflicted injuries. Injuries to her face were caused.',
    'Money was withheld by Mr Hughes.',
    'Ms Rees was hit by [A].',
    'Ms Rees was hit by her brother-in-law.',
    'Ms Rees was frightened by the father’s shouting and was threatened by him.',
  ])('%s', (text) => {
    expect(marked(text)).toEqual([])
  })
})

describe('over the edge of a paragraph', () => {
  test('the actor named at the end of one paragraph is the doer in the next one’s first sentence', () => {
    expect(
      markedInTurn(match, ['Mr Hughes hit Ms Rees.', 'She was hit again in May.'], family),
    ).toEqual([[], []])
  })

  test('but not two paragraphs on', () => {
    expect(
      markedInTurn(
        match,
        ['Mr Hughes hit Ms Rees.', 'The day was cold. Cai was at school.', 'Ms Rees was hit.'],
        family,
      ),
    ).toEqual([[], [], ['warning: Ms Rees was hit']])
  })

  test('two sentences back is too far', () => {
    expect(marked('Mr Hughes hit Cai. The day was cold. Ms Rees was hit.')).toEqual([
      'Ms Rees was hit',
    ])
  })
})

describe('somebody named as doing harm frees the reason as well', () => {
  const reason: PatternMatchData = {patterns: ['could not leave'], doer: 'nobody'}

  test.each([
    'Ms Rees could not leave because Mr Hughes had threatened her.',
    'Ms Rees could not leave because Mr Hughes had locked the door.',
  ])('%s', (text) => {
    expect(gradedIn(reason, text, family)).toEqual([])
  })

  test('without him it is found', () => {
    expect(gradedIn(reason, 'Ms Rees could not leave because it was late.', family)).toEqual([
      'warning: could not leave',
    ])
  })
})

test('the person to whom harm was done is not its doer', () => {
  expect(marked('Ms Rees said no and was hit.')).toEqual([])
  expect(marked('There was abuse of Ms Rees.')).toEqual(['There was abuse'])
  expect(marked('There was violence towards the mother.')).toEqual(['There was violence'])
})

test('undeclared people may be doers too', () => {
  expect(gradedIn(match, 'The mother was hit by the father.')).toEqual([])
  expect(gradedIn(match, '[B] was hit by [A].')).toEqual([])
  expect(gradedIn(match, '[B] was hit.')).toEqual(['warning: [B] was hit'])
  expect(gradedIn(match, 'The 1st Respondent was hit.')).toEqual([
    'warning: The 1st Respondent was hit',
  ])
})
