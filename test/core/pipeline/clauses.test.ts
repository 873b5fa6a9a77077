import {describe, expect, test} from 'vitest'
import type {PatternMatchData} from '../../../src/core/rule.ts'
import {clausesOf, family, findingsOf, gradedIn, passiveOf, subjectOf} from '../../engine.ts'

describe('whom a verb is said of', () => {
  test.each([
    // what stands between the noun and its verb
    ['The mother of Cai and Seren failed to protect them.', 'failed', 'survivor'],
    ['The health visitor who saw Ms Rees failed to pass it on.', 'failed', 'professional'],
    ['The social worker for Ms Rees failed to attend.', 'failed', 'professional'],
    ['Ms Rees, like many others in her position, failed to leave.', 'failed', 'survivor'],
    ['Like many others in her position, Ms Rees failed to leave.', 'failed', 'survivor'],
    ['The mother, Ms Rees, failed to attend.', 'failed', 'survivor'],
    ['Ms Rees, who lives in Barry, failed to attend.', 'failed', 'survivor'],
    ['Ms Rees, who failed to attend, rang later.', 'rang', 'survivor'],
    ['Ms Rees, who failed to attend, rang later.', 'failed', 'survivor'],
    ['Mr Hughes, having hit Ms Rees, left.', 'left', 'perpetrator'],
    ['Mr Hughes, whom Ms Rees had left, shouted.', 'shouted', 'perpetrator'],
    ['Mr Hughes, whom Ms Rees had left, shouted.', 'left', 'survivor'],
    ['The police officer who arrested Mr Hughes left.', 'left', 'professional'],
    ['The house where Ms Rees lived was damaged.', 'damaged', 'thing'],
    ['The school that Cai attends wrote to the mother.', 'wrote', 'professional'],
    ['The school that Cai attends wrote to the mother.', 'attends', 'child'],
    // what stands before the noun
    ['In March Ms Rees failed to attend.', 'failed', 'survivor'],
    ['During that period the mother failed to attend.', 'failed', 'survivor'],
    ['On the night of 4 May the father hit Cai.', 'hit', 'perpetrator'],
    ['In 2019 and again in 2020 Mr Hughes hit Cai.', 'hit', 'perpetrator'],
    ['With the help of her sister, Ms Rees left.', 'left', 'survivor'],
    ['Despite being advised, Ms Rees met the father.', 'met', 'survivor'],
    ['Having left the house, Ms Rees rang the police.', 'rang', 'survivor'],
    ['To protect Cai, Ms Rees left.', 'left', 'survivor'],
    ['When asked about Mr Hughes, Ms Rees wept.', 'wept', 'survivor'],
    ['For Mr Hughes, Ms Rees cooked every day.', 'cooked', 'survivor'],
    // other clauses in the sentence
    ['After Ms Rees had reported the matter, the children moved school.', 'moved', 'child'],
    ['Although Mr Hughes apologised, Ms Rees left.', 'left', 'survivor'],
    ['Although Mr Hughes apologised, Ms Rees left.', 'apologised', 'perpetrator'],
    ['Because the father shouted, Cai hid.', 'hid', 'child'],
    ['The day Ms Rees left was a Monday.', 'left', 'survivor'],
    ['On the night Mr Hughes hit Cai, Ms Rees left.', 'left', 'survivor'],
    ['On the night Mr Hughes hit Cai, Ms Rees left.', 'hit', 'perpetrator'],
    ['Cai saw Mr Hughes hit Ms Rees.', 'hit', 'perpetrator'],
    ['Cai heard Mr Hughes shouting.', 'shouting', 'perpetrator'],
    ['It is Ms Rees who failed to attend.', 'failed', 'survivor'],
    // coordination
    ['Mr Hughes shouted and hit Cai.', 'hit', 'perpetrator'],
    ['Mr Hughes came home, shouted at Ms Rees and hit Cai.', 'hit', 'perpetrator'],
    ['Mr Hughes shouted, and Ms Rees took Cai upstairs.', 'took', 'survivor'],
    ['Mr Hughes shouted but Ms Rees stayed.', 'stayed', 'survivor'],
    ['Mr Hughes hit Ms Rees and then left.', 'left', 'perpetrator'],
    // owners
    ['Ms Rees’s failure exposed Cai to risk.', 'exposed', 'survivor'],
    ['The failure of the mother exposed Cai to risk.', 'exposed', 'survivor'],
    ['The failure on the part of the mother exposed Cai to risk.', 'exposed', 'survivor'],
    ['The behaviour of Mr Hughes exposed Cai to risk.', 'exposed', 'perpetrator'],
    ['Ms Rees wept. Her decision exposed Cai to risk.', 'exposed', 'survivor'],
    ['Ms Rees’s sister failed to attend.', 'failed', 'relative'],
    ['Her sister failed to attend.', 'failed', 'relative'],
    ['The children’s mother failed to attend.', 'failed', 'survivor'],
    // agencies, things, nobody
    ['The local authority failed to protect Cai.', 'failed', 'professional'],
    ['Agencies involved failed to protect Cai.', 'failed', 'professional'],
    ['The relationship between Mr Hughes and Ms Rees ended.', 'ended', 'thing'],
    ['The argument with Mr Hughes ended.', 'ended', 'thing'],
    ['Nobody protected Cai.', 'protected', 'nobody'],
    ['One of the children hid.', 'hid', 'child'],
  ])('%s (%s)', (text, verb, expected) => {
    expect(subjectOf(text, verb, family)).toBe(expected)
  })

  test('a pronoun alone is a person whom nobody knows', () => {
    expect(clausesOf('In March she was slapped.')).toEqual(['was slapped passive < she by ?'])
  })
})

describe('control: who is to do it', () => {
  test.each([
    ['Mr Hughes asked Ms Rees to leave.', 'leave', 'survivor'],
    ['Mr Hughes told Ms Rees to leave.', 'leave', 'survivor'],
    ['The court asked the mother to protect the children.', 'protect', 'survivor'],
    ['The social worker told Mr Hughes to leave.', 'leave', 'perpetrator'],
    ['It was for the mother to protect the children.', 'protect', 'survivor'],
    ['It is important for Mr Hughes to stop.', 'stop', 'perpetrator'],
    ['Ms Rees wanted Mr Hughes to stop.', 'stop', 'perpetrator'],
    ['Ms Rees wanted to leave.', 'leave', 'survivor'],
    ['Ms Rees was asked to leave.', 'leave', 'survivor'],
    ['Ms Rees was told by the school to keep Cai at home.', 'keep', 'survivor'],
    ['Ms Rees is said to have left.', 'left', 'survivor'],
    ['Mr Hughes is alleged to have hit Cai.', 'hit', 'perpetrator'],
    ['Ms Rees let Mr Hughes return.', 'return', 'perpetrator'],
    ['Mr Hughes made Ms Rees leave.', 'leave', 'survivor'],
    ['Mr Hughes prevented Ms Rees from leaving.', 'leaving', 'survivor'],
    ['Ms Rees agreed to leave.', 'leave', 'survivor'],
    [
      'The school advised the mother that she should leave, and Mr Hughes to stay away.',
      'advised',
      'professional',
    ],
  ])('%s (%s)', (text, verb, expected) => {
    expect(subjectOf(text, verb, family)).toBe(expected)
  })
})

describe('passives', () => {
  test.each([
    ['Ms Rees was hit by Mr Hughes.', 'hit', 'passive by perpetrator'],
    ['Ms Rees was hit in May by Mr Hughes.', 'hit', 'passive by perpetrator'],
    ['Ms Rees was hit repeatedly, in May, by Mr Hughes.', 'hit', 'passive by perpetrator'],
    ['Ms Rees was hit by the angry father.', 'hit', 'passive by perpetrator'],
    ['Ms Rees has been hit by him. Mr Hughes left.', 'hit', 'passive by any'],
    ['Ms Rees was hit by a bigger boy.', 'hit', 'passive by child'],
    ['Ms Rees was hit.', 'hit', 'passive by not known'],
    ['Ms Rees had been hit.', 'hit', 'passive by not known'],
    ['Ms Rees is being hit.', 'hit', 'passive by not known'],
    ['Ms Rees got hit.', 'hit', 'passive by not known'],
    ['Ms Rees was often badly hit.', 'hit', 'passive by not known'],
    ['Ms Rees could have been hit.', 'hit', 'passive by not known'],
    ['Cai was hit by a ball.', 'hit', 'passive by thing'],
    ['Cai was hit by a car.', 'hit', 'passive by thing'],
    ['Ms Rees was held by the throat.', 'held', 'passive by not known'],
    ['Ms Rees was dragged by her hair.', 'dragged', 'passive by not known'],
    ['Ms Rees was dragged by the arm by Mr Hughes.', 'dragged', 'passive by perpetrator'],
    ['Ms Rees had been hit by June.', 'hit', 'passive by not known'],
    ['Ms Rees had been hit by then.', 'hit', 'passive by not known'],
    ['Ms Rees had been hit by 4 May.', 'hit', 'passive by not known'],
    ['Ms Rees was hurt by the door.', 'hurt', 'passive by thing'],
    ['Ms Rees was threatened by text.', 'threatened', 'passive by not known'],
    ['Ms Rees was isolated by taking her phone away.', 'isolated', 'passive by not known'],
    ['Mr Hughes hit Ms Rees.', 'hit', 'active'],
    ['Mr Hughes had hit Ms Rees.', 'hit', 'active'],
    ['Mr Hughes was hitting Ms Rees.', 'hitting', 'active'],
    ['Mr Hughes left.', 'left', 'active'],
  ])('%s (%s)', (text, verb, expected) => {
    expect(passiveOf(text, verb, family)).toBe(expected)
  })

  test('a series keeps its passive, its subject and its agent', () => {
    expect(clausesOf('Ms Rees was slapped, kicked and punched by Mr Hughes.', family)).toEqual([
      'was slapped passive < Ms Rees by Mr Hughes',
      'kicked passive < Ms Rees by Mr Hughes',
      'punched passive < Ms Rees by Mr Hughes',
    ])
  })

  test('a series of verbs that somebody does is active', () => {
    expect(clausesOf('Mr Hughes slapped, kicked and punched Ms Rees.', family)).toEqual([
      'slapped < Mr Hughes',
      'kicked < Mr Hughes',
      'punched < Mr Hughes',
    ])
  })

  test('a series is one finding for {party} be <harm-verb>, to the first verb', () => {
    const found = findingsOf(
      {patterns: ['{party} (be|get) <harm-verb>']},
      'Ms Rees was slapped, kicked and punched.',
      family,
    )
    expect(found.map(({actual}) => actual)).toEqual(['Ms Rees was slapped'])
  })

  test('after a series in the passive, no verb of it supplies a doer', () => {
    const match: PatternMatchData = {patterns: ['{party} (be|get) <harm-verb>'], doer: 'nobody'}
    const found = findingsOf(match, 'In March she was slapped, kicked and punched.', family)
    expect(found.map(({actual}) => actual)).toEqual(['she was slapped'])
  })
})

describe('negated verbs', () => {
  test.each([
    ['Mr Hughes did not hit Cai.', 'did not hit not < Mr Hughes'],
    ['Mr Hughes didn’t hit Cai.', 'didn’t hit not < Mr Hughes'],
    ['Mr Hughes never hit Cai.', 'hit not < Mr Hughes'],
    ['Mr Hughes has not once hit Cai.', 'has not once hit not < Mr Hughes'],
    ['Mr Hughes hit Cai.', 'hit < Mr Hughes'],
  ])('%s', (text, expected) => {
    const [clause] = clausesOf(text, family)
    expect(clause?.replace('did n’t', 'didn’t')).toBe(expected)
  })
})

describe('the fact “subject”', () => {
  const match: PatternMatchData = {
    patterns: ['(fail|failure) ... to protect', 'expose ... to <violence>', 'put ... at risk'],
    subject: 'survivor',
  }

  test.each([
    ['Ms Rees failed to protect Cai.', ['warning: failed to protect']],
    ['Mr Hughes failed to protect Cai.', []],
    ['The local authority failed to protect Cai.', []],
    ['The mother of Cai failed to protect her.', ['warning: failed to protect']],
    ['I am concerned about the mother’s failure to protect Cai.', ['warning: failure to protect']],
    ['I am concerned about the father’s failure to protect Cai.', []],
    [
      'A failure by the mother to protect Cai is pleaded.',
      ['warning: failure by the mother to protect'],
    ],
    [
      'A failure on the part of the mother to protect Cai is clear.',
      ['warning: failure on the part of the mother to protect'],
    ],
    ['Ms Rees wept. Her failure to protect Cai is clear.', ['warning: failure to protect']],
    ['There was a failure to protect Cai on the mother’s part.', ['warning: failure to protect']],
    ['The behaviour of Mr Hughes exposed Cai to violence.', []],
    ['The decision of Ms Rees exposed Cai to violence.', ['warning: exposed Cai to violence']],
    ['Cai was exposed to violence by Ms Rees.', ['warning: exposed to violence']],
    ['Cai was exposed to violence by Mr Hughes.', []],
    ['Cai was put at risk by the mother.', ['warning: put at risk']],
    ['The father put Cai at risk.', []],
    ['The health visitor who saw Ms Rees failed to protect Cai.', []],
    ['Ms Rees’s sister failed to protect Cai.', []],
    ['It was said that nobody failed to protect Cai.', []],
  ])('survivor: %s', (text, expected) => {
    expect(gradedIn({...match, voices: ['author', 'reported', 'legal']}, text, family)).toEqual(
      expected,
    )
  })

  test.each([
    ['ask', ['question: failed to protect']],
    ['tell', ['warning: failed to protect']],
    ['silent', []],
  ] as const)('where nobody is declared it may %s', (unsure, expected) => {
    expect(gradedIn({...match, 'if-unsure': unsure}, 'The mother failed to protect Cai.')).toEqual(
      expected,
    )
  })

  test('where it says nothing, it asks', () => {
    expect(gradedIn(match, 'The mother failed to protect Cai.')).toEqual([
      'question: failed to protect',
    ])
  })

  test('a pronoun that may be either asks', () => {
    expect(
      gradedIn(match, '[A] rang [B]. Then she failed to protect Cai.', {
        'behaviour-of': '[A]',
        'harm-to': '[B]',
      }),
    ).toEqual(['question: failed to protect'])
  })

  test('where each adult alleges, it only asks', () => {
    expect(
      gradedIn(match, 'Ms Rees failed to protect Cai.', {...family, 'each-alleges': true}),
    ).toEqual(['question: failed to protect'])
  })

  test.each([
    ['child', 'Cai hid upstairs.', ['warning: hid upstairs']],
    ['child', 'Ms Rees hid upstairs.', []],
    ['perpetrator', 'Mr Hughes hid upstairs.', ['warning: hid upstairs']],
    ['perpetrator', 'Ms Rees hid upstairs.', []],
    ['adult', 'Ms Rees hid upstairs.', ['warning: hid upstairs']],
    ['adult', 'Cai hid upstairs.', []],
    ['both', 'Mr Hughes and Ms Rees hid upstairs.', ['warning: hid upstairs']],
    ['both', 'Both parents hid upstairs.', ['warning: hid upstairs']],
    ['both', 'Ms Rees hid upstairs.', []],
    ['both', 'Cai and Seren hid upstairs.', []],
  ] as const)('%s: %s', (subject, text, expected) => {
    expect(gradedIn({patterns: ['hide upstairs'], subject}, text, family)).toEqual(expected)
  })

  test.each([
    ['put ... at risk', 'The father put Ms Rees at risk by sharing her address.'],
    ['lack insight', 'Mr Hughes lacked insight into how Cai was affected by his shouting.'],
  ])('two unknown adults: “%s” asks of either', (pattern, text) => {
    const found = gradedIn({patterns: [pattern], subject: 'survivor'}, text)
    expect(found.map((one) => one.split(':')[0])).toEqual(['question'])
  })
})
