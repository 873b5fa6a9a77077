import {describe, expect, test} from 'vitest'
import {family, findingsOf, matched} from '../../engine.ts'

describe('adverbs are stepped over', () => {
  test.each([
    'still',
    'again',
    'often',
    'also',
    'then',
    'always',
    'sometimes',
    'just',
    'even',
    'once',
    'soon',
    'perhaps',
    'repeatedly',
    'persistently',
    'really',
    'clearly',
    'consistently',
    'too often',
  ])('“failed %s to protect”', (adverb) => {
    expect(matched('fail to protect', `The plan failed ${adverb} to protect them.`)).toEqual([
      `failed ${adverb} to protect`,
    ])
  })

  test('several of them, on both sides of a helping verb', () => {
    expect(
      matched('{party} be hit', 'Cai had also repeatedly been very often hit.', family),
    ).toEqual(['Cai had also repeatedly been very often hit'])
  })

  test.each([
    'family',
    'early',
    'daily',
    'likely',
    'elderly',
    'weekly',
    'friendly',
    'lonely',
    'silly',
    'monthly',
  ])('not “%s”, which ends in -ly and is no adverb', (word) => {
    expect(matched('attend meeting', `The worker attended ${word} meetings.`)).toEqual([])
  })

  test.each(['reply', 'apply', 'supply', 'rely', 'comply', 'bully', 'ally'])(
    'not the verb or noun “%s”',
    (word) => {
      expect(matched('fail to protect', `The plan failed ${word} to protect them.`)).toEqual([])
    },
  )

  test.each(['Emily', 'Kelly', 'Molly', 'Sally', 'Holly', 'Lily', 'Billy', 'Polly'])(
    'not the name %s',
    (name) => {
      expect(matched('tell lies', `The worker told ${name} lies.`)).toEqual([])
    },
  )

  test.each([
    'back',
    'down',
    'aside',
    'alone',
    'together',
    'upstairs',
    'asleep',
    'somewhere',
    'when',
  ])('not “%s”, which a tagger calls an adverb', (word) => {
    expect(matched('live with', `The worker lived ${word} with them.`)).toEqual([])
  })

  test.each([
    ['only hit', 'Mr Hughes hit her.', []],
    ['only hit', 'Mr Hughes only hit her.', ['only hit']],
    ['just once', 'It happened once.', []],
    ['just once', 'It happened just once.', ['just once']],
    ['be clearly violent', 'He was violent.', []],
    ['be clearly violent', 'He was clearly violent.', ['was clearly violent']],
    ['always shout', 'He shouted.', []],
    ['always shout', 'He always shouted.', ['always shouted']],
    ['never shout', 'He shouted.', []],
  ])(
    'an adverb that the pattern names has to be there: “%s” in “%s”',
    (pattern, text, expected) => {
      expect(matched(pattern, text)).toEqual(expected)
    },
  )
})

describe('articles and possessives are stepped over', () => {
  test.each([
    'the',
    'a',
    'this',
    'her',
    'his',
    'their',
    'my',
    'its',
    'Mr A’s',
    'the mother’s',
    'Cai’s',
    'Ms Rees’s',
  ])('“minimise risk” finds “minimised %s risk”', (word) => {
    expect(matched('minimise risk', `The plan minimised ${word} risk.`, family)).toEqual([
      `minimised ${word} risk`,
    ])
  })

  test.each([
    ['minimise the risk', 'The plan minimised risk.', ['minimised risk']],
    ['minimise the risk', 'The plan minimised his risk.', ['minimised his risk']],
    ['lose his temper', 'He lost her temper.', ['lost her temper']],
    ['lose their temper', 'He lost his temper.', ['lost his temper']],
    ['lose their temper', 'He lost temper.', ['lost temper']],
  ])('in a pattern they are there for the ear: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })

  test.each([
    ['claim that', 'He made a claim.', []],
    ['claim that', 'He claims the pension.', []],
    ['claim that', 'I read: he claims that.', ['claims that']],
    ['suggest violence', 'The marks suggested that violence.', []],
  ])('“that” is no small word: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })

  test.each([
    ['hurt wrist', 'He hurt her wrist.', ['hurt her wrist']],
    ['take {adult} back', 'Ms Rees saw Mr Hughes. Ms Rees took him back.', ['took him back']],
    ['visit aunt', 'Ms Rees visited her aunt.', ['visited her aunt']],
    ['stay with mother', 'Ms Rees stayed with her mother.', ['stayed with her mother']],
    ['take {adult} back', 'Mr Hughes saw Ms Rees. Mr Hughes took her back.', ['took her back']],
    ['take her back', 'Mr Hughes saw Ms Rees. He took her back.', ['took her back']],
    ['take back', 'The library took her back.', []],
    ['take back', 'The library took her book back.', []],
  ])(
    '“her” before a noun is a possessive, else a person: “%s” in “%s”',
    (pattern, text, expected) => {
      expect(matched(pattern, text, family)).toEqual(expected)
    },
  )

  test.each([
    ['sleep in car', 'She slept in the old car.', []],
    ['protect child', 'The plan protected the mother and child.', []],
  ])('nothing else of a noun phrase is: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })
})

describe('helping verbs are stepped over', () => {
  test.each([
    'has',
    'had',
    'did',
    'would',
    'will',
    'had often',
    'may have',
    'might',
    'could',
    'must have',
  ])('“{party} slap” finds “Mr Hughes %s slap”', (helper) => {
    const verb = /ha[ds]|have/.test(helper) ? 'slapped' : 'slap'
    const words = `Mr Hughes ${helper} ${verb}`
    expect(matched('{party} slap', `${words} Cai.`, family)).toEqual([words])
  })

  test.each([
    ['{party} hit', 'Mr Hughes was hitting Cai.', ['Mr Hughes was hitting']],
    ['{party} hit', 'Mr Hughes had been hitting Cai.', ['Mr Hughes had been hitting']],
    ['{party} hit', 'Ms Rees was hit.', []],
    ['{party} hit', 'Ms Rees had been hit.', []],
    ['{party} hit', 'Ms Rees is being hit.', []],
    ['{party} hit', 'Ms Rees was often hit.', []],
    ['couple argue', 'The couple were arguing.', ['couple were arguing']],
    ['couple argue', 'The couple would be arguing.', ['couple would be arguing']],
    ['there be violence', 'There had been violence.', ['There had been violence']],
    ['there be violence', 'There would have been violence.', ['There would have been violence']],
    ['there be violence', 'There may be violence.', ['There may be violence']],
    ['be afraid', 'She had been afraid.', ['been afraid']],
  ])('“was” only before -ing: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text, family)).toEqual(expected)
  })
})

describe('asides are stepped over', () => {
  test.each([
    ', in my assessment,',
    ', I am told,',
    ', on one view,',
    ' – in my assessment –',
    ' — in my assessment —',
    ' - in my assessment -',
    ' (in my assessment)',
    ' (paragraph 14)',
    ',',
    ', sadly,',
  ])('“failed%s to protect”', (aside) => {
    expect(matched('fail to protect', `The plan failed${aside} to protect them.`)).toEqual([
      `failed${aside} to protect`,
    ])
  })

  test('an aside with a clause of its own', () => {
    expect(
      matched('relationship be volatile', 'The relationship, which ended in 2021, was volatile.'),
    ).toEqual(['relationship, which ended in 2021, was volatile'])
  })

  test.each([
    'The plan failed, in my assessment to protect them.',
    'The plan failed (to protect them).',
    'The plan failed; to protect them I wrote.',
    'The plan failed: to protect them I wrote.',
  ])('what is no closed aside is not: “%s”', (text) => {
    expect(matched('fail soon to protect', text)).toEqual([])
  })

  test('“allegedly” between commas or in brackets is found, which nlcst-search drops', () => {
    expect(matched('allegedly', 'He was, allegedly, at home (allegedly).')).toEqual([
      'allegedly',
      'allegedly',
    ])
  })

  test('words that open a sentence before a colon or dash are found, which nlcst-search drops', () => {
    expect(
      matched('conflict', 'Conflict: both parents wrote. Conflict – both parents wrote.'),
    ).toEqual(['Conflict', 'Conflict'])
  })
})

describe('not, no and never are never stepped over', () => {
  const near = (pattern: string, text: string) =>
    findingsOf({patterns: ['move house'], near: [pattern]}, text).map(({actual}) => actual)

  test.each([
    ['be volatile', 'They moved house, and home life was volatile.', ['moved house']],
    ['be volatile', 'They moved house, and home life was not volatile.', []],
    ['be volatile', 'They moved house, and home life was never volatile.', []],
    ['be volatile', 'They moved house, and home life wasn’t volatile.', []],
    ['have insight', 'They moved house, and he had insight.', ['moved house']],
    ['have insight', 'They moved house, and he had no insight.', []],
    ['home life be ... volatile', 'They moved house, and home life was not volatile.', []],
    [
      'home life be ... volatile',
      'They moved house, and home life was at times volatile.',
      ['moved house'],
    ],
  ])('near “%s”: “%s”', (pattern, text, expected) => {
    expect(near(pattern, text)).toEqual(expected)
  })

  test('a pattern that names “not” finds it', () => {
    expect(matched('not ... attend', 'She did not really attend.')).toEqual(
      ['did not really attend'].map((words) => words.slice(4)),
    )
  })
})
