import {describe, expect, test} from 'vitest'
import type {PatternMatchData} from '../../../src/core/rule.ts'
import {
  clausesOf,
  family,
  findingsOf,
  lexicon,
  matched,
  passiveOf,
  subjectOf,
} from '../../engine.ts'

/** What a verb that does not follow the rule is in the passive, and with -ing. */
const irregular: Readonly<Record<string, readonly [participle: string, ing: string]>> = {
  beat: ['beaten', 'beating'],
  bite: ['bitten', 'biting'],
  bully: ['bullied', 'bullying'],
  control: ['controlled', 'controlling'],
  drag: ['dragged', 'dragging'],
  gaslight: ['gaslit', 'gaslighting'],
  grab: ['grabbed', 'grabbing'],
  hit: ['hit', 'hitting'],
  hurt: ['hurt', 'hurting'],
  pin: ['pinned', 'pinning'],
  rob: ['robbed', 'robbing'],
  shake: ['shaken', 'shaking'],
  slap: ['slapped', 'slapping'],
  spit: ['spat', 'spitting'],
  stab: ['stabbed', 'stabbing'],
  strike: ['struck', 'striking'],
  throw: ['thrown', 'throwing'],
  trap: ['trapped', 'trapping'],
  hold: ['held', 'holding'],
  shut: ['shut', 'shutting'],
  lock: ['locked', 'locking'],
  whip: ['whipped', 'whipping'],
  grip: ['gripped', 'gripping'],
  break: ['broken', 'breaking'],
}

function participleOf(verb: string): string {
  const known = irregular[verb]
  if (known) return known[0]
  return verb.endsWith('e') ? `${verb}d` : `${verb}ed`
}

const inParticiple = (entry: string) => entry.replace(/^\w+/, participleOf)

const entries = (lexicon['harm-verb'] ?? []).filter((entry) => /^[a-z ]+$/.test(entry))
const single = entries
  .filter((entry) => !entry.includes(' '))
  .map((verb) => [verb, participleOf(verb)] as const)
const phrases = entries.filter((entry) => entry.includes(' ')).map(inParticiple)
const passive = '{party} (be|get) <harm-verb>'

test('the list is there, and holds the verbs that taggers miss', () => {
  expect(single.length).toBeGreaterThan(50)
  expect(entries).toEqual(
    expect.arrayContaining(['strangle', 'harass', 'humiliate', 'rape', 'spit at', 'bite', 'hit']),
  )
})

test.each([
  'Ms Rees was drunk.',
  'Ms Rees was upset.',
  'Ms Rees was gone.',
  'Ms Rees was afraid that he would hit Cai.',
  'Mr Hughes was arrested and later charged.',
  'Ms Rees was referred to MARAC by the IDVA.',
  'Ms Rees was told of the control that he had.',
])('no harm in the passive: %s', (text) => {
  expect(matched(passive, text, family)).toEqual([])
})

test('an adverb between the helping verb and the verb', () => {
  expect(matched(passive, 'Ms Rees was repeatedly hit.', family)).toEqual([
    'Ms Rees was repeatedly hit',
  ])
})

describe.each(single)('%s (%s)', (_, done) => {
  test('was', () => {
    expect(matched(passive, `The mother was ${done} in May.`)).toEqual([`The mother was ${done}`])
  })

  test('had been', () => {
    expect(matched(passive, `The mother had been ${done} in May.`)).toEqual([
      `The mother had been ${done}`,
    ])
  })

  test('got', () => {
    expect(matched(passive, `The mother got ${done} in May.`)).toEqual([`The mother got ${done}`])
  })

  test('being', () => {
    expect(
      matched('being <harm-verb>', `Being ${done} in the kitchen was one of several events.`),
    ).toEqual([`Being ${done}`])
  })

  test('by: the passive knows its agent, and a doer is named', () => {
    const text = `Ms Rees was ${done} by Mr Hughes.`
    expect(clausesOf(text, family)).toEqual([`was ${done} passive < Ms Rees by Mr Hughes`])
    expect(findingsOf({patterns: [passive], doer: 'nobody'}, text, family)).toEqual([])
  })

  test('and: the passive is carried over the conjunction, so that no doer appears', () => {
    const text = `Ms Rees was mocked and ${done}.`
    expect(passiveOf(text, done, family)).toBe('passive by not known')
    expect(subjectOf(text, done, family)).toBe('survivor')
    expect(matched(passive, `Ms Rees was ${done} and mocked.`, family)).toEqual([
      `Ms Rees was ${done}`,
    ])
  })

  test('before a noun it is an attribute: nobody does anything', () => {
    const text = `The ${done} mother said that there was violence.`
    const active = clausesOf(text).filter(
      (clause) => clause.startsWith(done) && !clause.includes('passive'),
    )
    expect(active.filter((clause) => !clause.endsWith('?') && !clause.endsWith('thing'))).toEqual(
      [],
    )
    expect(
      findingsOf(
        {patterns: ['there be violence'], doer: 'nobody', voices: ['author', 'reported']},
        text,
      ),
    ).toHaveLength(1)
  })
})

describe.each(phrases)('%s', (done) => {
  test.each(['was', 'had been', 'got'])('%s', (helper) => {
    const words = `The mother ${helper} ${done}`
    expect(matched(passive, `${words} the room.`)).toEqual([words])
  })

  test('by names a doer', () => {
    const match: PatternMatchData = {patterns: [passive], doer: 'nobody'}
    expect(findingsOf(match, `Ms Rees was ${done} in May by Mr Hughes.`, family)).toEqual([])
    expect(findingsOf(match, `Ms Rees was ${done} in May.`, family)).toHaveLength(1)
  })
})
