import {expect, test} from 'vitest'
import {createCompact} from '../../src/reporters/compact.ts'
import {noColors, type ReportOptions, renderAll} from '../../src/reporters/reporter.ts'
import {documentOf, findingOf, resultOf, wholeReport} from './results.ts'

const options: ReportOptions = {colors: noColors, width: 80, quiet: false, showInfo: false}
const document = documentOf('draft.txt', [
  ['1', [], 'Ms Rees works.'],
  ['2', [], 'She failed to\u001b protect\u202e Cai.'],
])
const message = 'Makes one parent\nanswerable.'
const finding = findingOf(document, 'failed to\u001b protect\u202e', {message})
const question = findingOf(document, 'She', {...wholeReport, severity: 'question', message: 'Who?'})
const note = findingOf(document, 'works', {severity: 'info', ruleId: 'note', message: 'Work.'})
const render = (changed: Partial<ReportOptions>) =>
  renderAll(createCompact({...options, ...changed}), [
    {
      result: resultOf(document, [question, note, finding], {unread: [{kind: 'code', count: 1}]}),
      partiesDeclared: false,
    },
  ])

test('prints one safe line for each finding and says what was not checked', () => {
  expect(render({})).toBe(
    [
      'draft.txt a-question failure-to-protect - Who?',
      'draft.txt:2:5 worth-changing failure-to-protect "failed to\u{fffd} protect\u{fffd}" - Makes one parent answerable.',
      'draft.txt Not checked: one passage of code.',
      '',
    ].join('\n'),
  )
})

test('shows notes when asked, and with quiet neither them nor questions', () => {
  expect(render({showInfo: true})).toContain(
    'draft.txt:1:9 depends-on-the-case note "works" - Work.',
  )
  expect(render({quiet: true, showInfo: true}).split('\n')).toHaveLength(3)
})

test('gives further places of the same words in one line, and a question about the whole last', () => {
  const repeated = documentOf('draft.txt', [
    ['1', [], 'He was provoked. He was provoked. He was provoked.'],
  ])
  const places = [0, 10, 30].map((from) => findingOf(repeated, 'was provoked', {message}, from))
  const asked = findingOf(repeated, 'He was provoked.', {
    severity: 'question',
    message: 'Who?',
    isReportWide: true,
  })
  const [one, ...others] = places
  if (!one) throw new Error('Expected a place')
  const findings = [asked, {...one, alsoAt: others}]
  expect(
    renderAll(createCompact(options), [
      {result: resultOf(repeated, findings), partiesDeclared: true},
    ]),
  ).toBe(
    [
      'draft.txt:1:4 worth-changing failure-to-protect "was provoked" - Makes one parent answerable. (Also at: 1:21, 1:38)',
      'draft.txt:1:1 a-question failure-to-protect - Who?',
      '',
    ].join('\n'),
  )
})
