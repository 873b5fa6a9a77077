import {describe, expect, test} from 'vitest'
import {RuleFileError} from '../../src/core/errors.ts'
import {
  parseCatalogue,
  parseLexicon,
  parseNames,
  parseRuleFile,
  parseSources,
} from '../../src/core/rule-file.ts'

const path = 'rules/victim-blaming/let-it-happen.yml'
const whole = `
title: Let it happen
domain: [VB01]
severity: warning
lenses: [perpetrator-pattern]
message: Makes {survivor} answerable for what {perpetrator} did.
why: The person who harms decides to harm.
ask: What did {perpetrator} do?
frames:
  told: "{survivor} told me that {perpetrator} ___."
match:
  patterns:
    - let it happen
examples:
  - bad: The mother [[let it happen]].
  - bad: She [[let it happen]].
  - bad: They [[let it happen]] twice.
  - good: The mother let him in.
    why: A door.
  - good: The mother let the flat.
  - good: It happened.
sources: [S1]
`
const parse = (yaml: string) => parseRuleFile(yaml, path, new Set(['S1']))

function problemIn(read: () => unknown): RuleFileError {
  try {
    read()
  } catch (error) {
    if (error instanceof RuleFileError) return error
    throw error
  }
  throw new Error('Expected a RuleFileError')
}

test('a whole rule takes its id from its file and its category from its folder', () => {
  expect(parse(whole)).toMatchObject({
    id: 'let-it-happen',
    category: 'victim-blaming',
    replacements: [],
    match: {patterns: ['let it happen']},
  })
})

describe('a rule that cannot be used is refused with the field, the problem and the remedy', () => {
  test.each<[string, string | RegExp, string, string, RegExp, RegExp]>([
    ['a missing field', /^why:.*\n/m, '', 'why', /is missing/, /Compare with/],
    [
      'a misspelt field',
      'severity',
      'severty',
      'severty',
      /no rule has/,
      /Did you mean “severity”/,
    ],
    [
      'a misspelt condition',
      'match:',
      'match:\n  not-neer: [x]',
      'match.not-neer',
      /no rule has/,
      /“not-near”/,
    ],
    ['a misspelt status', 'told:', 'tolld:', 'frames.tolld', /no rule has/, /Did you mean “told”/],
    [
      'a field that no rule has',
      'why:',
      'zzzzzzzzzz: x\nwhy:',
      'zzzzzzzzzz',
      /no rule has/,
      /Take it out/,
    ],
    [
      'an unknown severity',
      'severity: warning',
      'severity: grave',
      'severity',
      /cannot be used/,
      /Compare/,
    ],
    ['no catalogue row', 'VB01', 'VB1', 'domain[0]', /no catalogue row/, /Compare/],
    [
      'a value that YAML reads as a map',
      'The person who harms decides to harm.',
      '{survivor}',
      'why',
      /cannot be used/,
      /quotation marks/,
    ],
    ['an unknown source', '[S1]', '[S1, S2]', 'sources[1]', /“S2”/, /Add the source/],
    [
      'a slot that nobody fills',
      '{perpetrator} do?',
      '{perpetrater} do?',
      'ask',
      /\{perpetrater\}/,
      /only \{perpetrator\}/,
    ],
    [
      'a slot of patterns in a frame',
      'told me that {perpetrator}',
      'told me that {adult}',
      'frames.told',
      /\{adult\}/,
      /only/,
    ],
    [
      'a pattern twice',
      '- let it happen',
      '- let it happen\n    - let it happen',
      'match.patterns',
      /twice/,
      /Take one/,
    ],
    [
      'too few bad examples',
      '  - bad: She [[let it happen]].\n',
      '',
      'examples',
      /has 2 “bad” of the 3 examples/,
      /Add examples/,
    ],
    [
      'too few good examples',
      '  - good: It happened.\n',
      '',
      'examples',
      /has 2 “good” of the 3 examples/,
      /Add examples/,
    ],
    [
      'no near miss',
      '    why: A door.\n',
      '',
      'examples',
      /no “good” example with a “why”/,
      /near miss/,
    ],
    [
      'a bad example without marks',
      '[[let it happen]]',
      'let it happen',
      'examples[0].bad',
      /does not mark/,
      /Put \[\[/,
    ],
  ])('%s', (_, from, to, field, problem, remedy) => {
    const error = problemIn(() => parse(whole.replace(from, to)))
    expect(error.where).toBe(`${path}: ${field}`)
    expect(error.problem).toMatch(problem)
    expect(error.remedy).toMatch(remedy)
  })

  test('what is no YAML names the line', () => {
    const error = problemIn(() => parse(whole.replace('ask: What', 'ask: "What')))
    expect(error.where).toMatch(/let-it-happen\.yml: line \d+$/)
    expect(error.problem).toContain('is not YAML')
  })

  test.each([
    ['a list', '- a\n- b'],
    ['a text', 'title'],
    ['nothing', ''],
  ])('%s is no rule', (_, yaml) => {
    expect(problemIn(() => parse(yaml))).toMatchObject({
      where: path,
      problem: 'is no rule: it has no fields',
    })
  })
})

test('the other files of the rules are refused by file and entry', () => {
  const refusals = [
    problemIn(() => parseLexicon('harm-noun: blow', 'rules/lexicon.yml')),
    problemIn(() => parseSources('S1: [a]', 'rules/sources.yml')),
    problemIn(() => parseNames('names: Cafcass', 'rules/official-names.yml')),
    problemIn(() => parseCatalogue('categories: {}\nrows: {VB1: {}}', 'rules/catalogue.yml')),
    problemIn(() =>
      parseCatalogue(
        'categories: {}\nrows: {VB01: {severity: H, title: a}}',
        'rules/catalogue.yml',
      ),
    ),
  ]
  expect(refusals.map(({where}) => where)).toEqual([
    'rules/lexicon.yml: harm-noun',
    'rules/sources.yml: S1',
    'rules/official-names.yml: names',
    'rules/catalogue.yml: rows.VB1',
    'rules/catalogue.yml: rows.VB01.severity',
  ])
})

describe('a question about a whole report', () => {
  const question = (match: string, message = 'One.') =>
    whole
      .replace(/message: .*/, `message: "${message}"`)
      .replace(/match:[\s\S]*?examples:/, `match:\n  ${match}\nexamples:`)

  test('is read with its kind', () => {
    expect(
      parse(question('{review: missing, patterns: [speak], mentions: [child]}')).match,
    ).toEqual({
      review: 'missing',
      patterns: ['speak'],
      mentions: ['child'],
    })
  })

  test.each([
    ['a kind that there is not', '{review: absent}', 'One.', 'match.review'],
    ['a field of another kind', '{review: missing, counts: people}', 'One.', 'match.counts'],
    ['nobody who is known', '{review: missing, mentions: [teacher]}', 'One.', 'match.mentions[0]'],
    ['a pattern twice', '{review: missing, patterns: [speak, speak]}', 'One.', 'match.patterns'],
    [
      'a number that its kind does not count',
      '{review: missing, patterns: [speak]}',
      '{count-of-survivor} tasks.',
      'message',
    ],
  ])('is refused with %s', (_name, match, message, field) => {
    expect(problemIn(() => parse(question(match, message))).where).toBe(`${path}: ${field}`)
  })

  test('may tell the numbers that it counts', () => {
    const match = '{review: share, counts: openings, survivor-at-least: 2, times: 3}'
    expect(parse(question(match, '{count-of-survivor} of them.')).message).toBe(
      '{count-of-survivor} of them.',
    )
  })
})
