import {describe, expect, test} from 'vitest'
import {eachPlace, joinRepeats} from '../../src/core/repeats.ts'
import {documentOf, findingOf, wholeReport} from '../reporters/results.ts'

const document = documentOf('draft.txt', [
  ['1', ['Background'], 'She failed to protect Cai.'],
  ['2', ['Background'], 'She Failed  to protect Seren.'],
  ['3', ['Analysis'], 'She failed to protect both.'],
])
const one = findingOf(document, 'failed to protect', {fingerprint: 'a'})
const two = findingOf(document, 'Failed  to protect', {fingerprint: 'b'})
const three = findingOf(document, 'failed to protect', {fingerprint: 'c'}, 50)

describe('the same words', () => {
  test('three times are one finding with all its places', () => {
    expect(joinRepeats([one, two, three])).toEqual([
      {
        ...one,
        alsoAt: [two, three].map(({range, actual, label, section, fingerprint}) => ({
          range,
          actual,
          label,
          section,
          fingerprint,
        })),
      },
    ])
  })

  test('twice are two findings', () => {
    expect(joinRepeats([one, two])).toEqual([one, two])
  })

  test.each([
    ['of another rule', {ruleId: 'allowed-contact'}],
    ['in another voice', {voice: 'reported'} as const],
    ['with another weight', {severity: 'question'} as const],
    [
      'with other wording to offer',
      {frames: [{status: 'told', text: 'She told me ___.'}]} as const,
    ],
  ])('%s stay apart', (_name, fields) => {
    const other = {...three, ...fields}
    expect(joinRepeats([one, two, other])).toEqual([one, two, other])
  })

  test('of a private detail are never compared', () => {
    const details = [one, two, three].map((finding) => ({
      ...finding,
      actual: '',
      isWithheld: true as const,
    }))
    expect(joinRepeats(details)).toEqual(details)
  })

  test('about the whole report are never joined', () => {
    const asked = [one, one, one].map((finding) => ({
      ...finding,
      ...wholeReport,
      isReportWide: true as const,
    }))
    expect(joinRepeats(asked)).toEqual(asked)
  })
})

test('taken apart again they are what they were', () => {
  const other = findingOf(document, 'Cai', {ruleId: 'other'})
  const all = [one, other, two, three]
  expect(eachPlace(joinRepeats(all))).toEqual(all)
})
