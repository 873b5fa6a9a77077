import {expect, test} from 'vitest'
import {isRemarkLine, judgeAcceptances} from '../../src/core/acceptance.ts'
import type {Remark} from '../../src/core/types.ts'
import {documentOf, findingOf} from '../reporters/results.ts'

const document = documentOf('a.txt', [
  ['1', [], 'It was a tiff.'],
  ['2', [], 'It was a tiff, and she has access.'],
  ['3', [], 'It was a tiff.'],
])
const tiffs = [0, 20, 50].map((from) =>
  findingOf(document, 'tiff', {ruleId: 'tiff', message: `${from}`}, from),
)
const access = findingOf(document, 'access', {ruleId: 'access'})
const findings = [...tiffs, access].toSorted((a, b) => a.range.start - b.range.start)
const ruleIds = new Set(['tiff', 'access'])

const about = (block: number, text: string): Remark => ({
  text: `language check: ${text}`,
  range: document.blocks[block]?.range ?? {start: 0, end: 0},
  label: `${block + 1}`,
})
const judge = (remarks: readonly Remark[], today?: string) => {
  const judged = judgeAcceptances(findings, {
    remarks,
    document,
    ruleIds,
    privateIds: new Set(),
    today,
  })
  return {
    left: judged.findings.map(({ruleId, label}) => `${ruleId} ${label}`),
    accepted: judged.accepted.map(
      ({finding, reason}) => `${finding.ruleId} ${finding.label}: ${reason}`,
    ),
    problems: judged.problems,
  }
}

test('a remark accepts the rules it names in the block that it is about, with its reason', () => {
  expect(judge([about(1, 'accept tiff: the child’s own word')])).toEqual({
    left: ['tiff 1', 'access 2', 'tiff 3'],
    accepted: ['tiff 2: the child’s own word'],
    problems: [],
  })
  expect(judge([about(1, 'Accept tiff, access: both are quoted')]).left).toEqual([
    'tiff 1',
    'tiff 3',
  ])
})

test('it may hold for a file, or from one block to before another', () => {
  expect(judge([about(2, 'accept file tiff: a word of the order')]).left).toEqual(['access 2'])
  expect(
    judge([about(0, 'accept from tiff: a word of the order'), about(2, 'accept to')]).left,
  ).toEqual(['access 2', 'tiff 3'])
})

test.each([
  ['accept tiff', [{problem: 'no-reason', label: '1'}]],
  ['accept: because', [{problem: 'no-rule', label: '1'}]],
  ['accept tif: because', [{problem: 'unknown-rule', label: '1', ruleId: 'tif', meant: 'tiff'}]],
  ['accept access: because', [{problem: 'unused', label: '1', ruleId: 'access'}]],
  ['accept tiff until 2025-12-31: because', [{problem: 'expired', label: '1'}]],
  ['acept tiff: because', [{problem: 'unreadable', label: '1'}]],
])('%j does not hold', (text, problems) => {
  expect(judge([about(0, text)], '2026-01-01')).toEqual({
    left: ['tiff 1', 'tiff 2', 'access 2', 'tiff 3'],
    accepted: [],
    problems,
  })
})

test('one that runs out later holds today; one that is not closed holds to the end, and that is said', () => {
  expect(judge([about(0, 'accept tiff until 2026-01-01: because')], '2026-01-01').problems).toEqual(
    [],
  )
  expect(judge([about(1, 'accept from tiff: because')])).toMatchObject({
    left: ['tiff 1', 'access 2'],
    problems: [{problem: 'unclosed', label: '2'}],
  })
})

test('a line is a remark only where nothing else stands on it', () => {
  expect(isRemarkLine('[language check: accept tiff: because]')).toBe(true)
  expect(isRemarkLine('He said [language check: accept tiff: because].')).toBe(false)
})

test('remarks beyond a thousand do not count, and that is said', () => {
  const many = Array.from({length: 1001}, () => about(2, 'accept file tiff: because'))
  const {problems} = judge(many)
  expect(problems.filter(({problem}) => problem !== 'unused')).toEqual([
    {problem: 'too-many', label: '3'},
  ])
})

test('a space before the colon is no mistake', () => {
  expect(isRemarkLine('[ Language Check : accept tiff : because ]')).toBe(true)
  const remark = {...about(0, ''), text: '[ Language Check : accept tiff : because ]'}
  expect(judge([remark]).accepted).toEqual(['tiff 1: because'])
})

test('a long stretch of white space is read at once', () => {
  const spaces = ' '.repeat(100_000)
  expect(judge([about(0, `accept tiff${spaces}!`)]).problems).toEqual([
    {problem: 'unreadable', label: '1'},
  ])
  expect(isRemarkLine(`${spaces}[${spaces}x`)).toBe(false)
  expect(judge([about(0, `accept tiff:\n the child’s \n own word`)]).accepted).toEqual([
    'tiff 1: the child’s own word',
  ])
})
