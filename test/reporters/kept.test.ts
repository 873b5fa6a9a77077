import {fromHtml} from 'hast-util-from-html'
import {select, selectAll} from 'hast-util-select'
import {toText} from 'hast-util-to-text'
import {expect, test} from 'vitest'
import {createCompact} from '../../src/reporters/compact.ts'
import {createHtml} from '../../src/reporters/html.ts'
import {createMarkdown} from '../../src/reporters/markdown.ts'
import {createPretty} from '../../src/reporters/pretty.ts'
import {
  type Checked,
  noColors,
  type Reporter,
  type ReportOptions,
  renderAll,
} from '../../src/reporters/reporter.ts'
import {documentOf, findingOf, resultOf, wholeReport} from './results.ts'

const options: ReportOptions = {colors: noColors, width: 200, quiet: false, showInfo: false}
const document = documentOf('draft.txt', [
  ['1.1', [], 'She failed to protect Cai.'],
  ['1.2', [], 'It was a tiff. Her number is 07700 900123.'],
])
const tiff = findingOf(document, 'tiff', {ruleId: 'tiff'})
const number = findingOf(document, '07700 900123', {isWithheld: true, actual: '', ruleId: 'number'})
const asked = {...tiff, ...wholeReport, ruleId: 'missing'}
const checked: Checked = {
  result: resultOf(document, [findingOf(document, 'failed to protect')], {
    accepted: [
      {finding: tiff, reason: 'the order says so', until: '2026-12-31', kind: 'in-source'},
      {finding: number, reason: 'she asked for [not shown] to stand', kind: 'in-source'},
      {finding: asked, reason: 'the annex has it', kind: 'external'},
    ],
    withheld: [number.range],
    acceptanceProblems: [{problem: 'unused', label: '1.1', ruleId: 'access'}],
  }),
  partiesDeclared: true,
  baseline: {known: 2, gone: 1},
}
const render = (create: (given: ReportOptions) => Reporter, changed: Partial<ReportOptions> = {}) =>
  renderAll(create({...options, ...changed}), [checked])

const problem = '1.1: nothing there needs “accept access”.'
const count = '3 places are accepted with a reason and not shown; “accepted” lists them.'
const baseline =
  '2 places stand in the baseline and are not shown. One place that stood there has gone; “baseline --prune” takes it out.'
const entries = [
  '1.2: tiff «tiff» the order says so (until 2026-12-31)',
  '1.2: number she asked for [not shown] to stand',
  'missing the annex has it',
]

test('pretty and compact say how much is accepted and how much a baseline holds back', () => {
  expect(render(createPretty)).toContain(`\n${problem}\n\n${count}\n\n${baseline}\n`)
  expect(render(createCompact)).toBe(
    [
      'draft.txt:1:5 worth-changing failure-to-protect "failed to protect" - Makes one parent answerable for what the other did.',
      `draft.txt ${problem}`,
      `draft.txt ${count}`,
      `draft.txt ${baseline}`,
      '',
    ].join('\n'),
  )
})

test('with quiet the number of accepted places is left out, and what its author has to mend is not', () => {
  for (const create of [createPretty, createCompact]) {
    const output = render(create, {quiet: true})
    expect(output).not.toContain(count)
    expect(output).toContain(problem)
    expect(output).toContain(baseline)
  }
})

test('the page lists what is accepted with place, rule, words and reason, and no private detail', () => {
  const html = render(createHtml)
  const facts = select('dl', fromHtml(html))
  const terms = selectAll('dt, dd', facts ?? fromHtml('')).map((node) => toText(node))
  expect(terms).toEqual([
    'Baseline',
    baseline,
    'Accepted with a reason (3)',
    ...entries,
    'Acceptances to look at again',
    problem,
  ])
  expect(html).not.toMatch(/07700 900 ?123/)
})

test('Markdown lists the same', () => {
  const markdown = render(createMarkdown)
  expect(markdown.replaceAll('\\', '')).toContain(
    [
      baseline,
      '## Accepted with a reason (3)',
      entries.map((entry) => `- ${entry}`).join('\n'),
      '## Acceptances to look at again',
      `- ${problem}`,
    ].join('\n\n'),
  )
  expect(markdown).not.toMatch(/07700 900 ?123/)
})

test('nothing is said where nothing is kept back', () => {
  const plain = {result: resultOf(document, []), partiesDeclared: true}
  for (const create of [createPretty, createCompact, createHtml, createMarkdown])
    expect(renderAll(create(options), [plain])).not.toMatch(/accept|baseline/i)
})
