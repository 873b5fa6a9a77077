import {describe, expect, test} from 'vitest'
import {RuleFileError} from '../../../src/core/errors.ts'
import type {MatchData} from '../../../src/core/rule.ts'
import {compileRulebook} from '../../../src/core/rulebook.ts'
import {
  family,
  findingsOf,
  gradedIn,
  lexicon,
  matched,
  officialNames,
  rulebookOf,
} from '../../engine.ts'

/** The error that a match meets when it is compiled. */
function refusal(
  match: MatchData,
  lists: Readonly<Record<string, readonly string[]>> = {},
): RuleFileError {
  try {
    rulebookOf(match, lists)
  } catch (error) {
    if (error instanceof RuleFileError) return error
    throw error
  }
  throw new Error('Expected the match to be refused')
}

describe('the signs', () => {
  test.each([
    ['fail to protect', 'Ms Rees failed to protect Cai.', ['failed to protect']],
    ['fail to protect', 'Ms Rees fails to protect Cai.', ['fails to protect']],
    ['fail to protect', 'I write of a parent failing to protect Cai.', ['failing to protect']],
    ['fail to protect', 'FAILED TO PROTECT was the heading.', ['FAILED TO PROTECT']],
    ['fail to protect', 'Ms Rees protected Cai and failed nobody.', []],
    ['fail to protect', 'To protect Cai failed.', []],
  ])('words: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })

  test.each([
    ['=row', 'They had a row.', ['row']],
    ['=row', 'They had rows every week.', []],
    ['=row', 'They rowed every week.', []],
    ['=row', 'Row upon row of houses stood there.', ['Row', 'row']],
    ['=DNA', 'The appointment of 4 May is shown as DNA.', ['DNA']],
    ['=DNA', 'The appointment of 4 May is shown as dna.', []],
    ['=a push', 'It was a push.', ['a push']],
    ['=a push', 'She just pushed the door.', []],
    ['=a push', 'It was the push that hurt.', []],
    ['fail to protect', 'She failed to pro\u00ADtect him.', ['failed to pro\u00ADtect']],
    ['in (his|her|such) culture', 'It is usual in such culture.', ['in such culture']],
    ['in (his|her|such) culture', 'It is usual in his culture.', ['in his culture']],
    ['in (his|her|such) culture', 'The school is good in culture.', []],
    ['turn (the|a) page', 'She wants to turn the page.', ['turn the page']],
    ['turn (the|a) page', 'Turn page 4 over.', []],
    ['turn [the|a] page', 'Turn page 4 over.', ['Turn page']],
  ])('this form only: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })

  test.each([
    ['(fail|failure) to protect', 'I see a failure to protect here.', ['failure to protect']],
    ['(fail|failure) to protect', 'The plan failed to protect them.', ['failed to protect']],
    ['(fail|failure) to protect', 'The refusal to protect was new.', []],
    ['(break|split) up', 'The couple split up in May.', ['split up']],
    ['(a dad|a mum) first', 'He is a dad first.', ['dad first']],
    ['poor [relationship|lifestyle] choice', 'It was a poor choice.', ['poor choice']],
    [
      'poor [relationship|lifestyle] choice',
      'It was a poor lifestyle choice.',
      ['poor lifestyle choice'],
    ],
    ['poor [relationship|lifestyle] choice', 'It was a poor dinner choice.', []],
    [
      'anger [management] (issue|problem)',
      'These are anger management problems.',
      ['anger management problems'],
    ],
    ['anger [management] (issue|problem)', 'These are anger issues.', ['anger issues']],
    ['(cold (war|peace)|truce) at home', 'There was a cold peace at home.', ['cold peace at home']],
  ])('one of, and may be there: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text)).toEqual(expected)
  })

  test.each([
    [
      '<failed-to> protect',
      'The plan has not managed to protect them.',
      ['not managed to protect'],
    ],
    ['<failed-to> protect', 'An inability to protect was noted.', ['inability to protect']],
    ['<harm-verb>', 'The door was shut when he strangled her.', ['strangled']],
    ['<harm-verb>', 'The lamp was knocked to the floor.', ['knocked to the floor']],
    ['<volatile> <relationship>', 'It was a stormy marriage.', ['stormy marriage']],
    ['<volatile> <relationship>', 'It was a happy marriage.', []],
  ])('lists, and lists in lists: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text, {'behaviour-of': 'Mr Hughes'})).toEqual(expected)
  })

  test.each([
    ['welcome {perpetrator} back', 'Ms Rees welcomed Mr Hughes back.', ['welcomed Mr Hughes back']],
    [
      'welcome {perpetrator} back',
      'Ms Rees welcomed the father back.',
      ['welcomed the father back'],
    ],
    ['welcome {perpetrator} back', 'Ms Rees welcomed Cai back.', []],
    ['{survivor} leave', 'Ms Rees left.', ['Ms Rees left']],
    ['{survivor} leave', 'Mr Hughes left.', []],
    ['{child} hide', 'Seren hid.', ['Seren hid']],
    ['{child} hide', 'Mr Hughes hid.', []],
    ['{adult} hide', 'Mr Hughes hid.', ['Mr Hughes hid']],
    ['{adult} hide', 'Ms Rees hid.', ['Ms Rees hid']],
    ['{adult} hide', 'Seren hid.', []],
    ['{party} hide', 'Seren hid.', ['Seren hid']],
    ['{party} hide', 'Mr Hughes hid.', ['Mr Hughes hid']],
    ['{party} hide', 'The social worker hid.', []],
    ['{survivor}’s relationship', 'Ms Rees’s relationship ended.', ['Ms Rees’s relationship']],
    [
      "{survivor}'s relationship",
      'The mother’s relationship ended.',
      ['The mother’s relationship'],
    ],
    ['{survivor}’s relationship', 'Mr Hughes’ relationship ended.', []],
    [
      '{survivor}’s relationship',
      'Ms Rees wept. Her relationship had ended.',
      ['Her relationship'],
    ],
    ['{perpetrator}’s temper', 'Mr Hughes wept. His temper had gone.', ['His temper']],
  ])('slots: “%s” in “%s”', (pattern, text, expected) => {
    expect(matched(pattern, text, family)).toEqual(expected)
  })

  test('a slot of a role that is not declared makes the finding a question', () => {
    expect(
      gradedIn({patterns: ['welcome {perpetrator} back']}, 'The mother welcomed the father back.'),
    ).toEqual(['question: welcomed the father back'])
  })
})

describe('mistakes a rule author can make', () => {
  test.each([
    ['an unknown slot', '{mother} be hit', /mother/],
    ['an unknown list', '<harm-verbz> her', /harm-verbz/],
    ['an unclosed group', '(fail|failure to protect', /\(|clos/],
    ['an unclosed optional group', 'poor [relationship choice', /\[|clos/],
    ['a group closed and never opened', 'fail) to protect', /\)|open/],
    ['a group closed with the wrong sign', '(fail|failure] to protect', /\]|\)|clos/],
    ['three-deep nesting', '(fail|(unable|(slow|late))) to protect', /nest|deep|two/i],
    ['a gap at the start', '... to protect', /\.\.\./],
    ['a gap at the end', 'fail to ...', /\.\.\./],
    ['two gaps side by side', 'fail ... ... protect', /\.\.\./],
    ['an empty alternative', '(fail|) to protect', /empty/i],
    ['an empty group', '() to protect', /empty/i],
    ['no anchor: only slots', '{survivor} {perpetrator}', /word|list|anchor/i],
    ['no anchor: only what may be there', '[fail|failure]', /word|list|anchor/i],
    ['no anchor: only small words', 'the his', /word|list|anchor/i],
    ['a bar outside a group', 'fail | failure', /\|/],
    ['a lone equals sign', 'fail = protect', /=/],
    ['a sign with no meaning', 'fail* to protect', /\*/],
  ])('%s is refused with file, field and remedy', (_, pattern, problem) => {
    const error = refusal({patterns: ['fail to leave', pattern]})
    expect(error.where).toContain('rules/test/one.yml')
    expect(error.where).toContain('match.patterns[1]')
    expect(error.problem).toMatch(problem)
    expect(error.remedy).not.toBe('')
  })

  test.each(['except', 'near', 'not-near'] as const)(
    'a mistake in “%s” names that field',
    (field) => {
      const error = refusal({patterns: ['fail to leave'], [field]: ['leave school', '(at|of home']})
      expect(error.where).toContain(`match.${field}[1]`)
    },
  )

  test('a mistake in a detector’s words names that field', () => {
    const error = refusal({detector: 'quoted-word', words: ['<no-such-list>'], marks: 'present'})
    expect(error.where).toContain('rules/test/one.yml')
    expect(error.where).toContain('match.words')
  })

  test('a list in the lexicon that names an unknown list is refused in the lexicon', () => {
    const error = refusal({patterns: ['<odd>']}, {odd: ['<no-such-list> away']})
    expect(error.where).toContain('rules/lexicon.yml')
    expect(error.problem).toContain('no-such-list')
  })

  test('a list that names itself is refused', () => {
    const error = refusal(
      {patterns: ['<round>']},
      {round: ['turn <about>'], about: ['<round> again']},
    )
    expect(error.problem).toMatch(/round|about/)
  })

  test('two-deep nesting is allowed', () => {
    const sources = {rules: [], lexicon, officialNames, sources: {}}
    expect(() => compileRulebook(sources)).not.toThrow()
    expect(() => rulebookOf({patterns: ['(fail|(unable|slow)) to protect']})).not.toThrow()
  })

  test('the text of a report cannot stand in an error, for compiling sees none', () => {
    const {name, message} = refusal({patterns: ['fail to ...']})
    expect(name).toBe('RuleFileError')
    expect(message).toContain('fail to ...')
  })
})

test('the range of a finding is where its words stand', () => {
  const text = 'On 4 May, I am told 🙂, the plan failed to protect Cai.'
  const [finding] = findingsOf({patterns: ['fail to protect']}, text)
  expect(finding && text.slice(finding.range.start, finding.range.end)).toBe('failed to protect')
})

test('a full stop that ends the sentence does not hide its last word', () => {
  expect(matched('back in', 'She let him back in. The children saw it.')).toEqual(['back in'])
})

describe('official names are never matched', () => {
  test.each([
    'An Independent Domestic Violence Adviser attended.',
    'An independent domestic-violence adviser attended.',
    'The Domestic Violence Disclosure Scheme was used.',
    'He was made subject to a Domestic Violence Protection Order.',
    'See Re A (Domestic Violence) [2012] EWCA Civ 7.',
  ])('%s', (text) => {
    expect(matched('domestic violence', text)).toEqual([])
  })

  test('the same words beside a name are', () => {
    expect(
      matched(
        'domestic violence',
        'The Domestic Violence Disclosure Scheme is about domestic violence.',
      ),
    ).toEqual(['domestic violence'])
  })
})

test('a pattern does not reach into the next sentence', () => {
  expect(matched('fail to protect', 'The plan failed. To protect them I wrote.')).toEqual([])
})
