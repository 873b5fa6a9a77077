import {describe, expect, test} from 'vitest'
import type {ContextData} from '../../../src/core/rule.ts'
import {family, mentionsOf, subjectOf} from '../../engine.ts'

const placeholders: ContextData = {
  'behaviour-of': '[A], [Father]',
  'harm-to': '[B], [Mother]',
  children: '[C]',
}

describe('declared people', () => {
  test.each([
    ['Mr Hughes left.', ['Mr Hughes: perpetrator']],
    ['The father left.', ['The father: perpetrator']],
    ['Dad left.', ['Dad: perpetrator']],
    ['Ms Rees left.', ['Ms Rees: survivor']],
    ['Mam left.', ['Mam: survivor']],
    ['MS REES left.', ['MS REES: survivor']],
    ['Cai left.', ['Cai: child']],
    ['Cai and Seren left.', ['Cai and Seren: child']],
    ['Ms. Rees left.', ['Ms Rees: survivor']],
    ['Miss Rees left.', ['Miss Rees: survivor']],
    ['Hughes left.', ['Hughes: perpetrator']],
    ['Ms Rees’s car stood there.', ['Ms Rees’s: survivor']],
    ['The children left.', ['The children: child']],
  ])('%s', (text, expected) => {
    expect(mentionsOf(text, family)).toEqual(expected)
  })

  test('a surname that two people bear is nobody’s', () => {
    const data = {'behaviour-of': 'Mr Hughes', 'harm-to': 'Mrs Hughes'}
    expect(mentionsOf('Mr Hughes left. Mrs Hughes stayed.', data)).toEqual([
      'Mr Hughes: perpetrator',
      'Mrs Hughes: survivor',
    ])
    expect(mentionsOf('Hughes left.', data)).not.toContain('Hughes: perpetrator')
    expect(mentionsOf('Hughes left.', data)).not.toContain('Hughes: survivor')
  })

  test('another person of the same surname is not the declared one', () => {
    expect(mentionsOf('Mrs Hughes rang.', {'behaviour-of': 'Mr Hughes'})).not.toContain(
      'Mrs Hughes: perpetrator',
    )
  })

  test('a full name and its surname are one person', () => {
    const data = {'behaviour-of': 'Gareth Hughes', 'harm-to': 'Nia Rees'}
    expect(mentionsOf('Gareth Hughes hit Nia Rees.', data)).toEqual([
      'Gareth Hughes: perpetrator',
      'Nia Rees: survivor',
    ])
    expect(mentionsOf('Mr Hughes hit Ms Rees.', data)).toEqual([
      'Mr Hughes: perpetrator',
      'Ms Rees: survivor',
    ])
    expect(mentionsOf('Gareth hit Nia.', data)).toEqual(['Gareth: perpetrator', 'Nia: survivor'])
  })

  test('declared others are not adults of the case', () => {
    expect(mentionsOf('Ms Price rang.', {...family, others: 'Ms Price'})).toEqual([
      'Ms Price: other',
    ])
  })
})

describe('placeholders and initials are people', () => {
  test.each([
    ['[A] hit [B].', ['A: perpetrator', 'B: survivor']],
    ['[Father] hit [Mother].', ['Father: perpetrator', 'Mother: survivor']],
    ['[B] took [C] home.', ['B: survivor', 'C: child']],
  ])('declared: %s', (text, expected) => {
    expect(mentionsOf(text, placeholders)).toEqual(expected)
  })

  test.each([
    ['[A] was hit.', 'hit', 'any'],
    ['Ms A was hit.', 'hit', 'adult'],
    ['Mr B was hit.', 'hit', 'adult'],
    ['[Mother] was hit.', 'hit', 'adult'],
    ['[mother] was hit.', 'hit', 'adult'],
    ['[child] was hit.', 'hit', 'child'],
    ['The 1st Respondent was hit.', 'hit', 'adult'],
    ['The First Respondent was hit.', 'hit', 'adult'],
    ['The Applicant was hit.', 'hit', 'adult'],
    ['The applicant mother was hit.', 'hit', 'adult'],
    ['[Name] was hit.', 'hit', 'any'],
    ['X was hit.', 'hit', 'any'],
    ['In March B was hit.', 'hit', 'any'],
    ['Ms AB was hit.', 'hit', 'adult'],
  ])('not declared: %s', (text, verb, expected) => {
    expect(subjectOf(text, verb)).toBe(expected)
  })

  test('a lone capital that is no person is none', () => {
    expect(mentionsOf('Form A is at tab B of the bundle.')).toEqual([])
    expect(mentionsOf('I am sure.').filter((mention) => !mention.startsWith('I:'))).toEqual([])
  })

  test('two initials declared with bare letters', () => {
    const data = {'behaviour-of': 'A', 'harm-to': 'B'}
    expect(subjectOf('B was hit by A.', 'hit', data)).toBe('survivor')
    expect(mentionsOf('A cup of tea was made.', data)).not.toContain('A: perpetrator')
  })
})

describe('other people', () => {
  test.each([
    ['The social worker left.', 'left', 'professional'],
    ['The health visitor left.', 'left', 'professional'],
    ['The police left.', 'left', 'professional'],
    ['The local authority left.', 'left', 'professional'],
    ['The court decided.', 'decided', 'professional'],
    ['The IDVA left.', 'left', 'professional'],
    ['The teacher left.', 'left', 'professional'],
    ['Her sister left.', 'left', 'relative'],
    ['Ms Rees’s sister left.', 'left', 'relative'],
    ['The father’s brother left.', 'left', 'relative'],
    ['The maternal grandmother left.', 'left', 'relative'],
    ['Nain left.', 'left', 'relative'],
    ['A friend of Ms Rees left.', 'left', 'relative'],
    ['The mother’s new partner left.', 'left', 'adult'],
    ['Nobody left.', 'left', 'nobody'],
    ['I left.', 'left', 'author'],
    ['The boy left.', 'left', 'child'],
    ['Cai’s sister left.', 'left', 'child'],
  ])('%s', (text, verb, expected) => {
    expect(subjectOf(text, verb, family)).toBe(expected)
  })
})

describe('joined mentions', () => {
  test.each([
    ['Cai and Seren left.', 'left', ['Cai and Seren: child']],
    ['Mr Hughes and Ms Rees left.', 'left', undefined],
    ['Both Cai and Seren left.', 'left', undefined],
  ])('%s', (text, verb, expected) => {
    if (expected) expect(mentionsOf(text, family)).toEqual(expected)
    expect(subjectOf(text, verb, family)).not.toMatch(/^(survivor|perpetrator|thing|not known)$/)
  })
})

describe('names that are words', () => {
  const data: ContextData = {
    'behaviour-of': 'Will',
    'harm-to': 'Hope, Mrs Rose',
    children: 'Rose, Non, May',
  }

  test.each([
    ['Will hit Hope.', 'hit', 'perpetrator'],
    ['Hope left Will.', 'left', 'survivor'],
    ['In June Non hid.', 'hid', 'child'],
    ['Rose hid.', 'hid', 'child'],
    ['May hid.', 'hid', 'child'],
    ['In 2021 Will left.', 'left', 'perpetrator'],
  ])('%s', (text, verb, expected) => {
    expect(subjectOf(text, verb, data)).toBe(expected)
  })

  test.each([
    'It will be hard.',
    'I hope that it ends.',
    'The costs rose.',
    'The case may end in May 2021.',
    'A non molestation order was made.',
    'We went on 4 May.',
  ])('not in “%s”', (text) => {
    const named = mentionsOf(text, data).filter((mention) =>
      /: (perpetrator|survivor|child)$/.test(mention),
    )
    expect(named).toEqual([])
  })

  test('Cai, Sue and Rob are names after a verb in -s as well', () => {
    const others = {'behaviour-of': 'Rob', 'harm-to': 'Sue', children: 'Cai'}
    expect(subjectOf('Rob controls Sue.', 'controls', others)).toBe('perpetrator')
    expect(subjectOf('Sue claims this.', 'claims', others)).toBe('survivor')
    expect(subjectOf('Cai reports this.', 'reports', others)).toBe('child')
  })
})

describe('a verb in -s or a bare verb after a person is a verb', () => {
  const verbs = [
    'claims',
    'reports',
    'states',
    'abuses',
    'controls',
    'harms',
    'attacks',
    'threatens',
    'fears',
    'blames',
    'doubts',
    'hits',
    'slaps',
    'kicks',
    'insults',
  ]

  test.each(verbs)('Ms Rees %s it', (verb) => {
    expect(subjectOf(`Ms Rees ${verb} it.`, verb, family)).toBe('survivor')
  })

  test.each(verbs)('Mr A %s her', (verb) => {
    expect(subjectOf(`Mr A ${verb} her.`, verb)).toBe('adult')
  })

  test.each(verbs)('the mother %s him', (verb) => {
    expect(subjectOf(`The mother ${verb} him.`, verb)).toBe('adult')
  })

  test('Mr A hit Ms B', () => {
    expect(subjectOf('Mr A hit Ms B.', 'hit')).toBe('adult')
  })
})

describe('pronouns', () => {
  const last = (text: string, data: ContextData = family) => mentionsOf(text, data).at(-1)

  test.each([
    ['Ms Rees left. Then she slept.', 'she: survivor'],
    ['Ms Rees left because she was afraid.', 'she: survivor'],
    ['Mr Hughes rang Ms Rees. Then he shouted.', 'he: perpetrator'],
    ['Mr Hughes rang Ms Rees. Then she shouted.', 'she: survivor'],
  ])('one candidate: %s', (text, expected) => {
    expect(last(text)).toBe(expected)
  })

  test.each([
    ['two candidates', 'Ms Rees rang Ms Price. Then she shouted.', {...family, others: 'Ms Price'}],
    [
      'two people whose pronoun no word gives',
      '[A] rang [B]. Then she shouted.',
      {'behaviour-of': '[A]', 'harm-to': '[B]'},
    ],
    [
      'the candidate is two sentences back',
      'Ms Rees left. The day was cold. Then she slept.',
      family,
    ],
    ['no candidate at all', 'The day was cold. Then she slept.', family],
    ['a name alone gives no pronoun', 'Cai rang Seren. Then she shouted.', family],
  ])('%s: not known', (_, text, data) => {
    expect(last(text, data)).not.toMatch(/(survivor|perpetrator|child|other)$/)
  })

  test('sex is never guessed from a role', () => {
    const data = {'behaviour-of': 'Ms Price', 'harm-to': 'Mr Jones'}
    expect(last('Ms Price rang Mr Jones. Then he wept.', data)).toBe('he: survivor')
    expect(last('Ms Price rang Mr Jones. Then she shouted.', data)).toBe('she: perpetrator')
  })
})
