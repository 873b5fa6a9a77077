import {describe, expect, test} from 'vitest'
import {family, findingsOf, matched, unmark} from '../../engine.ts'

describe('adverbs are stepped over', () => {
  test.each([
    'still', 'again', 'often', 'also', 'then', 'always', 'sometimes', 'just', 'even', 'once',
    'soon', 'perhaps', 'repeatedly', 'persistently', 'really', 'clearly', 'consistently', 'too often',
  ])('“failed %s to protect”', (adverb) => {
    expect(matched('fail to protect', `The plan failed ${adverb} to protect them.`)).toEqual([`failed ${adverb} to protect`])
  })

  test('several of them, on both sides of a helping verb', () => {
    expect(matched('{party} be hit', 'Cai had also repeatedly been very often hit.', family)).toEqual([
      'Cai had also repeatedly been very often hit',
    ])
  })

  test.each(['family', 'early', 'daily', 'likely', 'elderly', 'weekly', 'friendly', 'lonely', 'silly', 'monthly'])(
    'not “%s”, which ends in -ly and is no adverb',
    (word) => {
      expect(matched('attend meeting', `The worker attended ${word} meetings.`)).toEqual([])
    },
  )

  test.each(['reply', 'apply', 'supply', 'rely', 'comply', 'bully', 'ally'])('not the verb or noun “%s”', (word) => {
    expect(matched('fail to protect', `The plan failed ${word} to protect them.`)).toEqual([])
  })

  test.each(['Emily', 'Kelly', 'Molly', 'Sally', 'Holly', 'Lily', 'Billy', 'Polly'])('not the name %s', (name) => {
    expect(matched('tell lies', `The worker told ${name} lies.`)).toEqual([])
  })

  test.each(['back', 'down', 'aside', 'alone', 'together', 'upstairs', 'asleep', 'somewhere', 'when'])(
    'not “%s”, which a tagger calls an adverb',
    (word) => {
      expect(matched('live with', `The worker lived ${word} with them.`)).toEqual([])
    },
  )

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
  ])('an adverb that the pattern names has to be there: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })
})

describe('articles and possessives are stepped over', () => {
  test.each(['the', 'a', 'this', 'her', 'his', 'their', 'my', 'its', 'that mother’s', 'Mr A’s', 'the mother’s', 'Cai’s', 'Ms Rees’s'])(
    '“minimise risk” finds “minimised %s risk”',
    (word) => {
      expect(matched('minimise risk', `The plan minimised ${word} risk.`, family)).toEqual([`minimised ${word} risk`])
    },
  )

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
    ['take {adult} back', 'Mr Hughes saw Ms Rees. Mr Hughes took her back.', ['took her back']],
    ['take her back', 'Mr Hughes saw Ms Rees. He took her back.', ['took her back']],
    ['take back', 'The library took her back.', []],
    ['take back', 'The library took her book back.', []],
  ])('“her” before a noun is a possessive, else a person: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text, family)).toEqual(expected)
  })

  test.each([
    ['sleep in car', 'She slept in the old car.', []],
    ['protect child', 'The plan protected the mother and child.', []],
  ])('nothing else of a noun phrase is: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })
})

describe('helping verbs are stepped over', () => {
  test.each(['has', 'had', 'did', 'would', 'will', 'had often', 'may have', 'might', 'could', 'must have'])(
    '“{party} slap” finds “Mr Hughes %s slap”',
    (helper) => {
      const verb = /ha[ds]|have/.test(helper) ? 'slapped' : 'slap'
      const words = `Mr Hughes ${helper} ${verb}`
      expect(matched('{party} slap', `${words} Cai.`, family)).toEqual([words])
    },
  )

  test.each([
    ['{party} hit', 'Mr Hughes was hitting Cai.', ['Mr Hughes was hitting']],
    ['{party} hit', 'Mr Hughes had been hitting Cai.', ['Mr Hughes had been hitting']],
    ['{party} hit', 'Ms Rees was hit.', []],
    ['{party} hit', 'Ms Rees had been hit.', []],
    ['{party} hit', 'Ms Rees is being hit.', []],
    ['{party} hit', 'Ms Rees was often hit.', []],
    ['couple argue', 'The couple were arguing.', ['couple were arguing']],
    ['couple argue', 'The couple were being arguing.', ['couple were being arguing']],
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
    ', in my assessment,', ', I am told,', ', on one view,', ' – in my assessment –', ' — in my assessment —',
    ' - in my assessment -', ' (in my assessment)', ' (paragraph 14)', ',', ', sadly,',
  ])('“failed%s to protect”', (aside) => {
    expect(matched('fail to protect', `The plan failed${aside} to protect them.`)).toEqual([`failed${aside} to protect`])
  })

  test('an aside with a clause of its own', () => {
    expect(matched('relationship be volatile', 'The relationship, which ended in 2021, was volatile.')).toEqual([
      'relationship, which ended in 2021, was volatile',
    ])
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
    expect(matched('allegedly', 'He was, allegedly, at home (allegedly).')).toEqual(['allegedly', 'allegedly'])
  })

  test('words that open a sentence before a colon or dash are found, which nlcst-search drops', () => {
    expect(matched('conflict', 'Conflict: both parents wrote. Conflict – both parents wrote.')).toEqual(['Conflict', 'Conflict'])
  })
})

describe('not, no and never are never stepped over', () => {
  const near = (pattern: string, text: string) => findingsOf({patterns: ['move house'], near: [pattern]}, text).map(({actual}) => actual)

  test.each([
    ['be volatile', 'They moved house, and home life was volatile.', ['moved house']],
    ['be volatile', 'They moved house, and home life was not volatile.', []],
    ['be volatile', 'They moved house, and home life was never volatile.', []],
    ['be volatile', 'They moved house, and home life wasn’t volatile.', []],
    ['have insight', 'They moved house, and he had insight.', ['moved house']],
    ['have insight', 'They moved house, and he had no insight.', []],
    ['home life ... volatile', 'They moved house, and home life was not volatile.', []],
    ['home life ... volatile', 'They moved house, and home life was at times volatile.', ['moved house']],
  ])('near “%s”: “%s”', (pattern, text, expected) => {
    expect(near(pattern, text)).toEqual(expected)
  })

  test('a pattern that names “not” finds it', () => {
    expect(matched('not ... attend', 'She did not really attend.')).toEqual(['did not really attend'].map((words) => words.slice(4)))
  })
})

describe('a gap reaches', () => {
  test.each([
    ['volatile ... relationship', 'It was a [[volatile and at times frightening relationship]].'],
    ['(stormy|violent) ... relationship', 'Their [[stormy and at times physically abusive relationship]] ended in 2021.'],
    ['relationship ... volatile', 'The [[relationship, which ended in 2021, was volatile]].'],
    ['relationship ... (be|become) ... volatile', 'The [[relationship had over two years become increasingly volatile]].'],
    ['fail ... to protect', 'The plan [[failed at every stage to protect]] them.'],
    ['failure ... to protect', 'A [[failure on the mother’s part to protect]] them.'],
    ['put ... at risk', 'He [[put the two young children at risk]].'],
    ['put ... at risk', 'She [[put Cai and Seren at risk]].'],
    ['expose ... to violence', 'He [[exposed the children of the family to violence]].'],
    ['violence ... in the relationship', 'The [[violence and aggression in the relationship]] grew.'],
    ['history of ... violence', 'There is a [[history of serious physical and emotional violence]].'],
    ['no ... insight', 'He has [[no real or lasting insight]].'],
    ['hand ... throat', 'He had his [[hands tightly around the throat]].'],
    ['minimise ... impact', 'It [[minimises the severity and impact]].'],
    ['argument ... get out of hand', 'The [[argument in May got out of hand]].'],
    ['prioritise ... over', 'It [[prioritised the needs of the adults over]] theirs.'],
    ['lack ... protective', 'It shows a [[lack of any protective]] steps.'],
    ['risk ... manageable', 'The [[risk to Cai is manageable]].'],
    ['keep ... safe', 'She [[kept Cai and Seren safe]].'],
    ['incident ... between', 'An [[incident at home between]] them was logged.'],
    ['trigger ... outburst', 'This [[triggered a sudden and angry outburst]].'],
    ['take ... seriously', 'They [[took none of the reports seriously]].'],
    ['contact ... promoted', 'I ask that [[contact with the father be promoted]].'],
    ['difficult ... home', 'It was a [[difficult, unhappy and frightening home]].'],
    ['struggle ... temper', 'His [[struggle with drink and temper]] went on.'],
  ])('“%s”: %s', (pattern, marked) => {
    const {text, marks} = unmark(marked)
    expect(matched(pattern, text, family)).toEqual(marks)
  })
})

describe('a gap does not reach', () => {
  test.each([
    ['abusive ... relationship', 'Mr Hughes was abusive and Seren’s relationship with him suffered.'],
    ['violent ... relationship', 'Mr Hughes was violent and ended the relationship.'],
    ['put ... first', 'Ms Rees put her coat on and arrived first.'],
    ['relationship ... volatile', 'The relationship was over but Mr Hughes was volatile.'],
    ['relationship ... volatile', 'The relationship ended because he was volatile.'],
    ['relationship ... volatile', 'The relationship ended. He was volatile.'],
    ['relationship ... volatile', 'The relationship suffered; he was volatile.'],
    ['violence ... relationship', 'He used violence when she ended the relationship.'],
    ['put ... at risk', 'She put on her coat and saw that Cai was at risk.'],
    ['put ... at risk', 'He put the lamp down, which was at risk.'],
    ['fail ... to protect', 'The brakes failed and she wanted to protect them.'],
    ['fail ... to protect', 'The brakes failed, so police came to protect them.'],
    ['history of ... violence', 'I took a history of asthma and Ms Rees described violence.'],
    ['hand ... throat', 'He shook hands and cleared his throat.'],
    ['incident ... happen', 'She reported the incident and asked what happened.'],
    ['contact ... promote', 'Contact stopped after the school promoted him.'],
    ['risk ... manageable', 'The risk grew while money was manageable.'],
    ['minimise ... impact', 'He minimised it although Cai felt the impact.'],
    ['keep ... safe', 'She kept a diary until it was safe.'],
    ['argument ... physical', 'The argument stopped before it was physical.'],
    ['trigger ... outburst', 'It triggered tears, and he regretted the outburst.'],
    ['expose ... to violence', 'It exposed a lie and led to violence.'],
    ['struggle ... temper', 'He struggled with work, lost sleep and lost his temper.'],
    ['difficult ... home', 'It was difficult when they left home.'],
    ['take ... seriously', 'They took the bus after he was seriously ill.'],
    ['one ... nine', 'It was one of two or three or four or five or six or nine.'],
  ])('“%s”: %s', (pattern, text) => {
    expect(matched(pattern, text, family)).toEqual([])
  })
})

describe('a gap takes up to five words', () => {
  test.each([
    ['one two three four five', ['start one two three four five end']],
    ['one two three four five six', []],
    ['the one the two the three the four the five', ['start the one the two the three the four the five end']],
    ['', ['start end']],
  ])('“start %s end”', (between, expected) => {
    expect(matched('start ... end', `At the start ${between} end.`.replace('  ', ' '))).toEqual(expected)
  })
})

describe('leftmost, then longest', () => {
  test.each([
    ['(fail|fail to protect)', 'The plan failed to protect them.', ['failed to protect']],
    ['<harm-verb> [her] [badly]', 'He beat her badly.', ['beat her badly']],
    ['poor [relationship] choice', 'A poor choice, a poor relationship choice.', ['poor choice', 'poor relationship choice']],
    ['(be|have been) volatile', 'Home life has been volatile.', ['has been volatile']],
    ['push', 'It was push after push.', ['push', 'push']],
    ['failure ... to protect', 'A failure or failure to protect.', ['failure or failure to protect']],
    ['cold ... war [at home]', 'It was a cold war at home.', ['cold war at home']],
  ])('“%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })
})

describe('a slot takes the whole mention', () => {
  test.each([
    ['{party} be hit', '[[The mother was hit]] in May.'],
    ['{party} be hit', 'In May [[the frightened young mother was hit]].'],
    ['{party} be hit', 'In May [[both parents were hit]].'],
    ['{party} be hit', '[[Cai and Seren were hit]].'],
    ['{party} be hit', 'I record that [[Cai, Seren and the mother were hit]].'],
    ['{party} be hit', 'Ms Rees, [[who was hit]], left.'],
    ['{party} be hit', 'In March [[she was hit]].'],
    ['{child} be hit', '[[Her youngest child was hit]].'],
    ['{child} be hit', '[[Mr Hughes’s daughter was hit]].'],
    ['expose {child} to violence', 'It [[exposed Cai and Seren to violence]].'],
    ['expose {child} to violence', 'It [[exposed the two children to violence]].'],
    ['expose {child} to violence', 'It [[exposed both of the children to violence]].'],
    ['provoke {perpetrator}', 'She [[provoked Mr Hughes]].'],
    ['provoke {perpetrator}', 'She [[provoked the angry father]].'],
    ['{survivor}’s statement', 'I read [[the mother’s statement]].'],
    ['{survivor}’s statement', 'I read [[Ms Rees’ statement]].'],
  ])('“%s”: %s', (pattern, marked) => {
    const {text, marks} = unmark(marked)
    expect(matched(pattern, text, family)).toEqual(marks)
  })

  test.each([
    ['{party} be hit', 'The car was hit.'],
    ['{party} be hit', 'The health visitor was hit.'],
    ['{child} be hit', 'Ms Rees was hit.'],
    ['{party} be hit', 'The house of the mother was hit.'],
    ['provoke {perpetrator}', 'She provoked Mr Hughes’s brother.'],
    ['{survivor}’s statement', 'I read the statement of Mr Hughes.'],
  ])('“%s” is silent in “%s”', (pattern, text) => {
    expect(matched(pattern, text, family)).toEqual([])
  })
})
