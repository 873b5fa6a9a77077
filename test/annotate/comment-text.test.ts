import {describe, expect, test} from 'vitest'
import {type CommentDraft, draftComments, textOfLine} from '../../src/annotate/comment-text.ts'
import {ownershipOf} from '../../src/core/own-comment.ts'
import type {Finding, Place} from '../../src/core/types.ts'

const place = (start: number, label: string, actual = 'failed to protect'): Place => ({
  range: {start, end: start + actual.length},
  actual,
  label,
  section: [],
  fingerprint: '0123456789abcdef',
})

const finding: Finding = {
  ...place(40, '4.2'),
  ruleId: 'failure-to-protect',
  category: 'victim-blaming',
  severity: 'warning',
  message: 'Makes one parent answerable for what the other did.',
  why: 'The words move responsibility.',
  ask: 'What did Mr Hughes do?',
  frames: [{status: 'told', text: 'Ms Rees told me that Mr Hughes ___.'}],
  replacements: ['did not stop'],
  lenses: [],
  sources: [],
  voice: 'author',
}

const textsOf = ({lines}: CommentDraft, where: 'here' | 'elsewhere' = 'here') =>
  lines(where).map(textOfLine)

describe('a comment', () => {
  test('says what, why, the question, the wordings, and whose it is', () => {
    const [draft] = draftComments([finding])
    expect(draft && textsOf(draft)).toEqual([
      'Usually worth changing: Makes one parent answerable for what the other did.',
      'Why it matters: The words move responsibility.',
      'Ask: What did Mr Hughes do?',
      'If you were told it: Ms Rees told me that Mr Hughes ___.',
      'Could read: did not stop',
      expect.stringMatching(/^failure-to-protect · language check [0-9a-f]{4}$/),
    ])
  })

  test('is known for ours, and for changed once somebody writes into it', () => {
    const [text = ''] = draftComments([finding]).map((draft) => textsOf(draft).join('\n'))
    expect(ownershipOf(text)).toBe('own')
    expect(ownershipOf(text.replace('Ask:', 'I asked. Ask:'))).toBe('changed')
  })

  test('says whose words they are, and leaves out what a rule does not have', () => {
    const bare = {...finding, voice: 'reported', severity: 'question', why: '', frames: []} as const
    const [draft] = draftComments([{...bare, replacements: []}])
    expect(draft && textsOf(draft).slice(0, -1)).toEqual([
      'A question, in what somebody said: Makes one parent answerable for what the other did.',
      'Ask: What did Mr Hughes do?',
    ])
  })

  test('about words where none can stand says where they are', () => {
    const firstLine = (label: string, more: Partial<Finding> = {}) =>
      draftComments([{...finding, label, ...more}]).map((draft) => textsOf(draft, 'elsewhere')[0])
    const long = `${'and then he said so '.repeat(10)}`
    expect([
      firstLine('footnote 2'),
      firstLine('header'),
      firstLine('text box 1', {isWithheld: true, actual: ''}),
      firstLine('text box 1', {actual: long}),
    ]).toEqual([
      ['In footnote 2, at “failed to protect”:'],
      ['In the header, at “failed to protect”:'],
      ['In text box 1:'],
      [`In text box 1, at “${'and then he said so '.repeat(4)}and then …”:`],
    ])
  })

  test('about the report as a whole says so', () => {
    const [draft] = draftComments([{...finding, isReportWide: true, severity: 'question'}])
    expect(draft && textsOf(draft)[0]).toContain('about the report as a whole')
  })
})

test('a repeated finding is told in full once, in the order of the places', () => {
  const repeated = {...finding, alsoAt: [place(90, '4.4'), place(300, '7')]}
  const other = {...finding, ...place(100, '5'), ruleId: 'other'}
  const drafts = draftComments([other, repeated])
  expect(drafts.map(({finding: {ruleId}, range}) => [ruleId, range.start])).toEqual([
    ['failure-to-protect', 40],
    ['failure-to-protect', 90],
    ['other', 100],
    ['failure-to-protect', 300],
  ])
  expect(drafts.map((draft) => textsOf(draft).length)).toEqual([7, 3, 6, 3])
  expect(drafts[1] && textsOf(drafts[1])[1]).toBe(
    'The same words stand in 3 places. The full comment is at 4.2.',
  )
  for (const draft of drafts) expect(ownershipOf(textsOf(draft).join('\n'))).toBe('own')
})
