import {describe, expect, test} from 'vitest'
import {ContextError} from '../src/core/errors.ts'
import {readPack} from '../src/index.ts'
import {tryPack} from '../src/try-pack.ts'

const rule = (examples: string, more = '') => `title: Rabbit
domain: [AD01]
severity: warning
lenses: [child-impact]
message: One.
why: Two.
ask: Three?
${more}match:
  patterns: [rabbit (hutch|run)]
examples:
${examples}
sources: [S3]
`
const well = `  - bad: A [[rabbit hutch]].
  - good: A quiet house.`

const tried = (files: Readonly<Record<string, string>>) =>
  tryPack(readPack(files, 'ours'), [], {profile: 'cafcass-cymru'})

const failuresOf = (examples: string, more?: string) =>
  tried({'words/rabbit.yml': rule(examples, more)}).failures

test('a pack whose texts all come out as they should has no failures, and counts what was tried', () => {
  const {failures, texts, ...counts} = tried({
    'words/rabbit.yml': rule(well),
    'pack.yml': 'title: Ours\nadjustments: {claims: {reason: x, off: true}}',
  })
  expect(failures).toEqual([])
  expect(counts).toEqual({title: 'Ours', rules: 1, adjustments: 1})
  expect(texts).toBeGreaterThan(1000)
})

describe('a failure names the file, the text and what was found:', () => {
  test('a bad example in which other words are marked', () => {
    expect(failuresOf(`${well}\n  - bad: A rabbit [[run]].`)).toEqual([
      {
        where: 'ours/words/rabbit.yml: examples[2].bad',
        text: 'A rabbit run.',
        expected: ['run'],
        found: [{words: 'rabbit run', ruleId: 'rabbit'}],
      },
    ])
  })

  test('a good example at which its own rule points', () => {
    expect(failuresOf(`${well}\n  - good: A rabbit run.`)).toEqual([
      {
        where: 'ours/words/rabbit.yml: examples[2].good',
        text: 'A rabbit run.',
        expected: [],
        found: [{words: 'rabbit run', ruleId: 'rabbit'}],
      },
    ])
  })

  test('a good example at which a built-in rule points', () => {
    const [failure] = failuresOf(`${well}\n  - good: Ms Rees failed to protect Cai.`)
    expect(failure?.found).toEqual([{words: 'failed to protect', ruleId: 'failure-to-protect'}])
  })

  test('a frame and a replacement at which a rule points', () => {
    const more = `frames: {told: "{survivor} failed to protect {child}."}
replacements: [a rabbit run]
`
    expect(failuresOf(well, more).map(({where, text}) => [where, text])).toEqual([
      ['ours/words/rabbit.yml: frames.told', 'Ms Rees failed to protect Cai.'],
      ['ours/words/rabbit.yml: replacements[0]', 'a rabbit run'],
    ])
  })

  test('a frame of an adjustment, on the days on which it holds', () => {
    const pack = `title: Ours
adjustments:
  claims:
    reason: x
    until: 2020-01-01
    frames: {told: "{survivor} failed to protect {child}."}
`
    expect(tried({'pack.yml': pack}).failures).toEqual([
      {
        where: 'ours/pack.yml: adjustments.claims: frames.told',
        text: 'Ms Rees failed to protect Cai.',
        expected: [],
        found: [{words: 'failed to protect', ruleId: 'failure-to-protect'}],
      },
    ])
  })

  test('wording that a built-in rule offers, at which a rule of the pack points', () => {
    const wide = rule(
      '  - bad: "[[I asked]] about other times."\n  - good: I saw Cai at school.',
    ).replace('rabbit (hutch|run)', 'I asked')
    const wheres = tried({'words/wide.yml': wide}).failures.map(({where}) => where)
    expect(wheres).toContain('rules/minimising/one-off.yml: frames.recorded')
  })
})

test('an example may declare a profile and a day of its own', () => {
  const examples = `${well}
  - good: Ms Rees failed to protect Cai.
    context: {profile: local-authority, section: Threshold}`
  expect(failuresOf(examples)).toEqual([])
})

test('an example whose context cannot be used is an error that says where', () => {
  const examples = `${well}\n  - good: Fine.\n    context: {profile: cafcas-england}`
  expect(() => failuresOf(examples)).toThrow(ContextError)
  expect(() => failuresOf(examples)).toThrow(
    'ours/words/rabbit.yml: examples[2].good: profile: there is no profile "cafcas-england". Perhaps "cafcass-england" is meant.',
  )
})
