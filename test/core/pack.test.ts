import {describe, expect, test} from 'vitest'
import {RuleFileError} from '../../src/core/errors.ts'
import {type Pack, readPack as readPackFor} from '../../src/core/pack.ts'
import {rulebook} from '../../src/core/rules.generated.ts'

const readPack = (files: Readonly<Record<string, string>>): Pack =>
  readPackFor(files, 'ours', rulebook)

/** What a person reads, each error by itself. */
function errorsOf(files: Readonly<Record<string, string>>): readonly string[] {
  try {
    readPack(files)
  } catch (error) {
    const all: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
    return all.map((each) => {
      if (!(each instanceof RuleFileError)) throw each
      return each.message
    })
  }
  return []
}

const rule = `title: Troubled
domain: [AD01]
severity: warning
lenses: [child-impact]
message: One.
why: Two.
ask: Three?
match:
  patterns: [troubled household]
examples:
  - bad: A [[troubled household]].
  - good: A quiet household.
sources: [S3]
`
const adjusting = (lines: string) => `title: Ours\nadjustments:\n  claims:\n${lines}\n`

test('a pack has its rules by name, its adjustments, its names and its sources', () => {
  const pack = readPack({
    'words/troubled.yml': rule.replace('S3', 'OURS'),
    'pack.yml': `title: Ours
names: [Our Course]
legal-frames: [panel agree]
sources: {OURS: Our style sheet}
adjustments:
  claims: {reason: We ask., severity: question}
`,
  })
  expect({...pack, rules: pack.rules.map(({id, category}) => `${category}/${id}`)}).toEqual({
    name: 'ours',
    title: 'Ours',
    rules: ['words/troubled'],
    names: ['Our Course'],
    legalFrames: ['panel agree'],
    sources: {OURS: 'Our style sheet'},
    replaces: [],
    adjustments: {claims: [{reason: 'We ask.', severity: 'question'}]},
  })
})

test('a pack needs no pack.yml, and may be nothing but pack.yml', () => {
  expect(readPack({'words/troubled.yml': rule}).title).toBe('ours')
  expect(readPack({'pack.yml': 'title: Only names\nnames: [Our Course]'}).rules).toEqual([])
})

describe('refuses, with file, field and remedy,', () => {
  test.each([
    ['a pack that holds nothing', {}, 'ours: holds neither rules nor pack.yml.'],
    [
      'a rule in no category',
      {'troubled.yml': rule},
      'ours/troubled.yml: is no place for a rule. A pack holds <category>/<name>.yml for each rule',
    ],
    [
      'another ending, which would pass unread',
      {'words/troubled.yaml': rule},
      'ours/words/troubled.yaml: is no place for a rule.',
    ],
    ['broken YAML', {'words/troubled.yml': 'title: "open'}, 'ours/words/troubled.yml: line 1: is'],
    [
      'an alias that points at nothing',
      {'pack.yml': 'title: *nobody'},
      'ours/pack.yml: uses a YAML alias',
    ],
    ['a list for a map', {'pack.yml': '- title'}, 'ours/pack.yml: holds no fields.'],
    ['no title', {'pack.yml': 'names: [A]'}, 'ours/pack.yml: title: is missing.'],
    [
      'a misspelt field of a rule',
      {'words/troubled.yml': rule.replace('message:', 'mesage:')},
      'ours/words/troubled.yml: mesage: has a field “mesage” that no rule has. Did you mean “message”?',
    ],
    [
      'a misspelt field of the pack',
      {'pack.yml': 'title: Ours\nadjustmens: {}'},
      'ours/pack.yml: adjustmens: has a field “adjustmens” that is not known here. Did you mean “adjustments”?',
    ],
    [
      'a misspelt field of an adjustment',
      {'pack.yml': adjusting('    reson: We ask.\n    off: true')},
      'ours/pack.yml: adjustments.claims.reson: has a field “reson” that is not known here. Did you mean “reason”?',
    ],
    [
      'a rule without examples',
      {'words/troubled.yml': rule.replace(/examples:.*(?=sources)/s, '')},
      'ours/words/troubled.yml: examples: is missing.',
    ],
    [
      'a rule without a good example',
      {'words/troubled.yml': rule.replace('good: A quiet', 'bad: A [[quiet]]')},
      'ours/words/troubled.yml: examples: has no “good” example.',
    ],
    [
      'a source that nobody lists',
      {'words/troubled.yml': rule.replace('S3', 'OURS')},
      'ours/words/troubled.yml: sources[0]: names the source “OURS”',
    ],
    [
      'a key of a source that is built in',
      {'pack.yml': 'title: Ours\nsources: {S3: Mine}'},
      'ours/pack.yml: sources: has the key “S3” of a source that is built in.',
    ],
    [
      'the name of a built-in rule',
      {'words/claims.yml': rule},
      'ours/words/claims.yml: has the name of a built-in rule. Give it another name; or, where it is to stand in its place, write “replaces: [claims]” in pack.yml',
    ],
    [
      'a replacement without a rule',
      {'pack.yml': 'title: Ours\nreplaces: [claims]'},
      'ours/pack.yml: replaces “claims”, for which the pack has no rule.',
    ],
    [
      'one name in two categories',
      {'words/troubled.yml': rule, 'other/troubled.yml': rule},
      'ours/words/troubled.yml: has the same name as ours/other/troubled.yml.',
    ],
    [
      'an adjustment of no rule',
      {'pack.yml': adjusting('    {reason: x, off: true}').replace('claims', 'clams')},
      'ours/pack.yml: adjustments: adjusts the rule “clams”, and there is no built-in rule of that name. Perhaps “claims” is meant.',
    ],
    [
      'an adjustment without a reason',
      {'pack.yml': adjusting('    off: true')},
      'ours/pack.yml: adjustments.claims.reason: is missing.',
    ],
    [
      'an adjustment that changes nothing',
      {'pack.yml': adjusting('    reason: We ask.')},
      'ours/pack.yml: adjustments.claims: changes nothing.',
    ],
    [
      'an adjustment that switches off and changes',
      {'pack.yml': adjusting('    {reason: x, off: true, severity: info}')},
      'ours/pack.yml: adjustments.claims: switches the rule off and changes it too.',
    ],
    [
      'a day that there is not',
      {'pack.yml': adjusting('    {reason: x, off: true, from: 2025-02-30}')},
      'ours/pack.yml: adjustments.claims.from: cannot be used: is no day of the calendar',
    ],
    [
      'an end before the beginning, of the second of several',
      {
        'pack.yml': adjusting(
          '    - {reason: x, off: true}\n    - {reason: x, off: true, from: 2025-02-02, until: 2025-02-01}',
        ),
      },
      'ours/pack.yml: adjustments.claims[1]: ends before it begins.',
    ],
    [
      'a slot in an adjusted frame that stands for nobody',
      {'pack.yml': adjusting('    reason: x\n    frames: {told: "{victim} told me."}')},
      'ours/pack.yml: adjustments.claims: frames.told: names {victim}, which stands for nobody in the case.',
    ],
  ])('%s', (_name, files, message) => {
    expect(errorsOf(files)).toEqual([expect.stringContaining(message)])
  })

  test('all files of a pack at once', () => {
    expect(
      errorsOf({'words/a.yml': 'title: A', 'words/b.yml': '- b', 'words/c.yml': rule}),
    ).toEqual([
      expect.stringContaining('ours/words/a.yml: '),
      expect.stringContaining('ours/words/b.yml: '),
    ])
  })
})
