import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {SourceDocument} from '../../src/core/types.ts'
import {createJson} from '../../src/reporters/json.ts'
import {type Checked, renderAll} from '../../src/reporters/reporter.ts'
import {documentOf, findingOf, resultOf, wholeReport} from './results.ts'

const document = documentOf('draft.txt', [
  ['1', ['Background'], 'Ms Rees works.'],
  ['2', ['Background'], 'She failed to protect Cai.'],
])
const finding = findingOf(document, 'failed to protect', {
  frames: [{status: 'told', text: 'Ms Rees told me ___.'}],
})
const render = (...results: readonly ReturnType<typeof resultOf>[]) =>
  renderAll(
    createJson(),
    results.map((result) => ({result, partiesDeclared: true})),
  )

test('writes version, note and one document with all fields in their order', () => {
  const result = resultOf(document, [finding], {unread: [{kind: 'comments', count: 2}]})
  expect(render(result)).toBe(`{
  "version": 1,
  "note": "This output holds text of the reports. It is for programs on the desk where the reports are, and no format for build servers or logs.",
  "documents": [
    {
      "name": "draft.txt",
      "unread": [
        {
          "kind": "comments",
          "count": 2
        }
      ],
      "findings": [
        {
          "ruleId": "failure-to-protect",
          "category": "victim-blaming",
          "severity": "error",
          "message": "Makes one parent answerable for what the other did.",
          "start": 19,
          "end": 36,
          "section": [
            "Background"
          ],
          "label": "2",
          "line": 2,
          "column": 5,
          "actual": "failed to protect",
          "voice": "author",
          "ask": "What did Mr Jones do?",
          "frames": [
            {
              "status": "told",
              "text": "Ms Rees told me ___."
            }
          ],
          "replacements": [],
          "sources": [
            "S3"
          ],
          "fingerprint": "0123456789abcdef"
        }
      ]
    }
  ]
}
`)
})

test('says by whose wording and of which day each document was read', () => {
  const said = (house: NonNullable<Checked['house']>) => {
    const checked = {result: resultOf(document, []), partiesDeclared: true, house}
    const {name, profile, date, packs} = JSON.parse(renderAll(createJson(), [checked])).documents[0]
    return {name, profile, date, packs}
  }
  const name = 'draft.txt'
  expect(said({profile: 'cafcass-england', date: '2024-11-01', packs: ['Ours', 'Theirs']})).toEqual(
    {name, profile: 'cafcass-england', date: '2024-11-01', packs: ['Ours', 'Theirs']},
  )
  expect(said({profile: 'cafcass-cymru', packs: []})).toEqual({
    name,
    profile: 'cafcass-cymru',
    date: null,
    packs: [],
  })
})

test('is the same text as JSON.stringify would give, for none, one or several documents', () => {
  const result = resultOf(document, [finding])
  for (const results of [[], [result], [result, result, resultOf(document, [])]]) {
    const text = render(...results)
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
    expect(JSON.parse(text).documents).toHaveLength(results.length)
  }
})

test('gives no place to a finding about the whole report', () => {
  const {findings} = JSON.parse(render(resultOf(document, [{...finding, ...wholeReport}])))
    .documents[0]
  expect(findings[0]).not.toHaveProperty('start')
  expect(findings[0]).not.toHaveProperty('end')
  expect(findings[0]).not.toHaveProperty('line')
  expect(findings[0]).not.toHaveProperty('column')
})

test('gives places of Markdown in its source, and of .docx in the extracted text', () => {
  const source = 'Ms Rees works.\n\n> She failed to\n> protect Cai.\n'
  const markdown: SourceDocument = {
    ...document,
    format: 'markdown',
    segments: [
      {start: 0, end: 14, sourceStart: 0, sourceEnd: 14},
      {start: 15, end: 28, sourceStart: 18, sourceEnd: 31},
      {start: 28, end: 29, sourceStart: 31, sourceEnd: 34},
      {start: 29, end: 41, sourceStart: 34, sourceEnd: 46},
    ],
  }
  const placeIn = (report: SourceDocument) => {
    const result = resultOf(report, [finding])
    const checked = {
      result,
      partiesDeclared: true,
      ...(report.format === 'markdown' && {source}),
    }
    const text = renderAll(createJson(), [checked])
    const {start, end, line, column} = JSON.parse(text).documents[0].findings[0]
    return {start, end, line, column}
  }
  expect(placeIn(markdown)).toEqual({start: 22, end: 41, line: 3, column: 7})
  expect(source.slice(22, 41)).toBe('failed to\n> protect')
  expect(placeIn({...markdown, format: 'docx'})).toEqual({start: 19, end: 36, line: 2, column: 5})
})

test('any text comes back as it went in, and no control character stands in the output', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary', minLength: 1}), (words) => {
      const hostile = documentOf('a.txt', [['1', [words], `\u202e${words}\u009b`]])
      const text = render(resultOf(hostile, [findingOf(hostile, words)]))
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
      const [back] = JSON.parse(text).documents[0].findings
      expect([back.actual, back.section]).toEqual([words, [words]])
    }),
  )
})

test('gives every place of words that stand there again and again, and says what a finding is about', () => {
  const {range, actual, label, section} = findingOf(document, 'works')
  const place = {range, actual, label, section, fingerprint: 'fedcba9876543210'}
  const many = {...finding, alsoAt: [place]}
  const asked = {...finding, isReportWide: true as const}
  const secret = {...finding, actual: '', isWithheld: true as const}
  const {findings} = JSON.parse(render(resultOf(document, [many, asked, secret]))).documents[0]
  expect(findings[0].alsoAt).toEqual([
    {
      start: 8,
      end: 13,
      section: ['Background'],
      label: '1',
      line: 1,
      column: 9,
      actual: 'works',
      fingerprint: 'fedcba9876543210',
    },
  ])
  expect(findings.map((each: Record<string, unknown>) => [each.reportWide, each.withheld])).toEqual(
    [
      [undefined, undefined],
      [true, undefined],
      [undefined, true],
    ],
  )
})
