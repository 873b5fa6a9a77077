import {describe, expect, test} from 'vitest'
import {family, matched, unmark} from '../../engine.ts'

describe('a gap reaches', () => {
  test.each([
    ['volatile ... relationship', 'It was a [[volatile and at times frightening relationship]].'],
    [
      '(stormy|violent) ... relationship',
      'Their [[stormy and at times physically abusive relationship]] ended in 2021.',
    ],
    [
      'relationship ... be ... volatile',
      'The [[relationship, which ended in 2021, was volatile]].',
    ],
    [
      'relationship ... (be|become) ... volatile',
      'The [[relationship had over two years become increasingly volatile]].',
    ],
    ['fail ... to protect', 'The plan [[failed at every stage to protect]] them.'],
    ['failure ... to protect', 'A [[failure on the mother’s part to protect]] them.'],
    ['put ... at risk', 'He [[put the two young children at risk]].'],
    ['put ... at risk', 'She [[put Cai and Seren at risk]].'],
    ['expose ... to violence', 'He [[exposed the children of the family to violence]].'],
    [
      'violence ... in the relationship',
      'The [[violence and aggression in the relationship]] grew.',
    ],
    [
      'history of ... violence',
      'There is a [[history of serious physical and emotional violence]].',
    ],
    ['no ... insight', 'He has [[no real or lasting insight]].'],
    ['hand ... throat', 'He had his [[hands tightly around the throat]].'],
    ['minimise ... impact', 'It [[minimises the severity and impact]].'],
    ['argument ... get out of hand', 'The [[argument in May got out of hand]].'],
    ['prioritise ... over', 'It [[prioritised the needs of the adults over]] theirs.'],
    ['lack ... protective', 'It shows a [[lack of any protective]] steps.'],
    ['risk ... be manageable', 'The [[risk to Cai is manageable]].'],
    ['keep ... safe', 'She [[kept Cai and Seren safe]].'],
    ['incident ... between', 'An [[incident at home between]] them was logged.'],
    ['trigger ... outburst', 'This [[triggered a sudden and angry outburst]].'],
    ['take ... seriously', 'They [[took some of the reports seriously]].'],
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
    [
      'abusive ... relationship',
      'Mr Hughes was abusive and Seren’s relationship with him suffered.',
    ],
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
    ['be ... hit', 'Ms Rees was afraid he would hit her.'],
    ['one ... nine', 'It was one of two or three or four or five or six or nine.'],
  ])('“%s”: %s', (pattern, text) => {
    expect(matched(pattern, text, family)).toEqual([])
  })
})

describe('a gap takes up to five words', () => {
  test.each([
    ['one two three four five', ['start one two three four five end']],
    ['one two three four five six', []],
    [
      'the one the two the three the four the five',
      ['start the one the two the three the four the five end'],
    ],
    ['', ['start end']],
  ])('“start %s end”', (between, expected) => {
    expect(matched('start ... end', `At the start ${between} end.`.replace('  ', ' '))).toEqual(
      expected,
    )
  })
})

describe('leftmost, then longest', () => {
  test.each([
    ['(fail|fail to protect)', 'The plan failed to protect them.', ['failed to protect']],
    [
      'push [hard] [from behind]',
      'They pushed, then pushed hard from behind.',
      ['pushed', 'pushed hard from behind'],
    ],
    [
      'poor [relationship] choice',
      'A poor choice, a poor relationship choice.',
      ['poor choice', 'poor relationship choice'],
    ],
    ['(be|have been) volatile', 'Home life has been volatile.', ['has been volatile']],
    ['push', 'It was push after push.', ['push', 'push']],
    [
      'failure ... to protect',
      'A failure or failure to protect.',
      ['failure or failure to protect'],
    ],
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
