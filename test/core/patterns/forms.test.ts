import {describe, expect, test} from 'vitest'
import {matched} from '../../engine.ts'

describe('any form of the word, made without a tagger', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['rape', 'raped rapes raping rape'],
    ['spit', 'spat spits spitting spit'],
    ['bite', 'bit bites biting bitten bite'],
    ['drink', 'drank drinks drinking drunk drink'],
    ['gaslight', 'gaslit gaslights gaslighting gaslighted'],
    ['hit', 'hit hits hitting'],
    ['leave', 'left leaves leaving leave'],
    ['hurt', 'hurt hurts hurting'],
    ['fight', 'fought fights fighting'],
    ['argue', 'argued argues arguing'],
    ['throw', 'threw throws throwing thrown'],
    ['withhold', 'withheld withholds withholding'],
    ['wind', 'wound winds winding'],
    ['strike', 'struck strikes striking'],
    ['shake', 'shook shakes shaking shaken'],
    ['beat', 'beat beats beating beaten'],
    ['break', 'broke breaks breaking broken'],
    ['hold', 'held holds holding'],
    ['choose', 'chose chooses choosing chosen'],
    ['tear', 'tore tears tearing torn'],
    ['burn', 'burned burnt burns burning'],
    ['go', 'went goes going gone'],
    ['lie', 'lied lies lying lay'],
    ['humiliate', 'humiliated humiliates humiliating'],
    ['belittle', 'belittled belittles belittling'],
    ['degrade', 'degraded degrades degrading'],
    ['goad', 'goaded goads goading'],
    ['restrain', 'restrained restrains restraining'],
    ['allege', 'alleged alleges alleging'],
    ['brainwash', 'brainwashed brainwashes brainwashing'],
    ['barricade', 'barricaded barricades barricading'],
    ['corner', 'cornered corners cornering'],
    ['groom', 'groomed grooms grooming'],
    ['pester', 'pestered pesters pestering'],
    ['isolate', 'isolated isolates isolating'],
    ['engage', 'engaged engages engaging'],
    ['separate', 'separated separates separating'],
    ['strangle', 'strangled strangles strangling'],
    ['harass', 'harassed harasses harassing'],
    ['smother', 'smothered smothers smothering'],
    ['alienate', 'alienated alienates alienating'],
    ['drug', 'drugged drugs drugging'],
    ['overhear', 'overheard overhears overhearing'],
    ['slap', 'slapped slaps slapping'],
    ['throttle', 'throttled throttles throttling'],
    ['bully', 'bullied bullies bullying'],
    ['taunt', 'taunted taunts taunting'],
    ['swear', 'swore swears swearing sworn'],
    ['row', 'rowed rows rowing'],
    ['coach', 'coached coaches coaching'],
    ['fondle', 'fondled fondles fondling'],
    ['grope', 'groped gropes groping'],
    ['berate', 'berated berates berating'],
    ['stop', 'stopped stops stopping'],
    ['carry', 'carried carries carrying'],
    ['panic', 'panicked panics panicking'],
    ['travel', 'travelled traveled travels travelling'],
    ['child', 'child children'],
    ['woman', 'woman women'],
    ['injury', 'injury injuries'],
    ['bruise', 'bruise bruises bruised bruising'],
    ['wife', 'wife wives'],
  ]
  const each = forms.flatMap(([word, all]) => all.split(' ').map((form) => [word, form] as const))

  test.each(each)('“%s” finds “%s”', (word, form) => {
    expect(matched(word, `Then ${form} came.`)).toEqual([form])
  })

  test.each([
    ['minimise', 'minimized minimizes minimizing minimize minimised'],
    ['minimize', 'minimised minimises minimising minimise minimized'],
    ['victimise', 'victimized'],
    ['normalise', 'normalizing'],
    ['minimisation', 'minimization minimisation'],
    ['recognise', 'recognized'],
  ])('-ise is -ize: “%s” finds %s', (word, all) => {
    const found = all.split(' ').map((form) => matched(word, `Then ${form} came.`))
    expect(found).toEqual(all.split(' ').map((form) => [form]))
  })

  test.each(['behaviour', 'counselling', 'mum', 'mam'])(
    '“%s” is itself, not its American spelling',
    (word) => {
      expect(matched(word, `The ${word} stood there.`)).toEqual([word])
    },
  )

  test.each([
    ['advise', 'I had advice.'],
    ['praise', 'She won a prize.'],
  ])('“%s” is not in “%s”', (word, text) => {
    expect(matched(word, text)).toEqual([])
  })
})

describe('a word already inflected stands for itself', () => {
  test.each([
    ['left', 'She left.', ['left']],
    ['left', 'She leaves.', []],
    ['left', 'She is leaving.', []],
    ['heated', 'It was a heated exchange.', ['heated']],
    ['heated', 'They heat the house.', []],
    ['drinking', 'He was drinking.', ['drinking']],
    ['drinking', 'He drank.', []],
    ['could have protected', 'She could have protected him.', ['could have protected']],
    ['could have protected', 'She could have to protect him.', []],
    ['separated', 'The couple separated.', ['separated']],
    ['separated', 'The couple separate.', []],
    ['children', 'The children slept.', ['children']],
    ['children', 'The child slept.', []],
  ])('“%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })
})

describe('relatives of a word are other words', () => {
  test.each([
    ['fail', 'It was a failure.'],
    ['choose', 'It was a choice.'],
    ['abuse', 'It was an abusive letter.'],
    ['abuse', 'It was written by an abuser.'],
    ['violent', 'There was violence.'],
    ['provoke', 'It was provocation.'],
    ['minimise', 'It was minimisation.'],
    ['refuse', 'It was a refusal.'],
    ['collude', 'It was collusion.'],
    ['engage', 'It was engagement.'],
    ['engage', 'It was non-engagement.'],
    ['disclose', 'It was disclosure.'],
    ['inconsistent', 'It was an inconsistency.'],
    ['argue', 'It was an argument.'],
    ['relate', 'It was a relationship.'],
  ])('“%s” is silent in “%s”', (word, text) => {
    expect(matched(word, text)).toEqual([])
  })
})

describe('spelling that makes no difference', () => {
  test.each([
    ['did not attend', 'She didn’t attend.', ['didn’t attend']],
    ['did not attend', "She didn't attend.", ["didn't attend"]],
    ['did not attend', 'She did not attend.', ['did not attend']],
    ['be not protective', 'She wasn’t protective.', ['wasn’t protective']],
    ['will not attend', 'She won’t attend.', ['won’t attend']],
    ['can not attend', 'She cannot attend.', ['cannot attend']],
    ['can not attend', 'She can’t attend.', ['can’t attend']],
    ['cannot attend', 'She can not attend.', ['can not attend']],
    ['one person’s word', "It was one person's word.", ["one person's word"]],
    ["children's services", 'We rang children’s services.', ['children’s services']],
  ])('contractions and apostrophes: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })

  test.each([
    ['one-off', 'A one-off event.', ['one-off']],
    ['one-off', 'A one off event.', ['one off']],
    ['one-off', 'A oneoff event.', ['oneoff']],
    ['one-off', 'A one‑off event.', ['one‑off']],
    ['drink-fuelled', 'A drink-fuelled evening.', ['drink-fuelled']],
    ['drink-fuelled', 'A drink fuelled evening.', ['drink fuelled']],
    ['so-called', 'The so-called event.', ['so-called']],
    ['so-called', 'The so called event.', ['so called']],
    ['on-off', 'An on-off affair.', ['on-off']],
    ['on-off', 'An on/off affair.', ['on/off']],
    ['co-parent', 'They co-parent well.', ['co-parent']],
    ['co-parent', 'They coparent well.', ['coparent']],
    ['co-parent', 'They are co-parenting well.', ['co-parenting']],
    ['ex-partner', 'Her ex-partner rang.', ['ex-partner']],
    ['ex-partner', 'Her ex partners rang.', ['ex partners']],
    ['re-partnered', 'She has re-partnered.', ['re-partnered']],
    ['re-partnered', 'She has repartnered.', ['repartnered']],
    ['non-engagement', 'It shows non-engagement.', ['non-engagement']],
    ['non-engagement', 'It shows non engagement.', ['non engagement']],
    ['low-level', 'It was low level noise.', ['low level']],
    ['attention-seeking', 'It was attention-seeking.', ['attention-seeking']],
    ['one-off', 'It was one, off the road.', []],
  ])('a hyphen is a hyphen, a space or nothing: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })

  test('a non-breaking space is a space', () => {
    expect(matched('fail to protect', 'She failed\u00a0to\u00a0protect him.')).toEqual([
      'failed\u00a0to\u00a0protect',
    ])
  })

  test('a line break inside a paragraph is a space', () => {
    expect(matched('fail to protect', 'She failed\nto protect him.')).toEqual([
      'failed\nto protect',
    ])
  })
})
