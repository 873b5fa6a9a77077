import {expect, test} from 'vitest'
import {UserError} from '../../../src/core/errors.ts'
import {createStepSummary} from '../../../src/reporters/ci/step-summary.ts'
import {
  type Checked,
  noColors,
  type ReportOptions,
  renderAll,
} from '../../../src/reporters/reporter.ts'
import {documentOf, findingOf, resultOf} from '../results.ts'

const options: ReportOptions = {colors: noColors, width: 80, quiet: false, showInfo: false}
const document = documentOf('templates/a|b.txt', [
  ['1.1', ['Zqheading'], 'Zqmother works. She failed to protect Zqchild.'],
])
const finding = findingOf(document, 'failed to protect', {ask: 'Who | what?'})
const checked: Checked = {
  result: resultOf(document, [finding], {
    accepted: [{finding, reason: 'Zqreason', kind: 'in-source'}],
  }),
  partiesDeclared: true,
  baseline: {known: 3, gone: 0},
}
const empty: Checked = {
  result: resultOf({...document, name: 'b.txt'}, []),
  partiesDeclared: true,
}

function render(changed: Partial<ReportOptions> = {}): string {
  const reporter = createStepSummary({...options, ...changed})
  const gone = new UserError('gone.docx', 'there is no such file', 'Check the name.')
  return [
    reporter.start(),
    reporter.add(reporter.render(checked)),
    reporter.add(reporter.render(empty)),
    reporter.failed?.('gone.docx', gone),
    reporter.end(),
  ].join('')
}

test('a table for each report, the numbers of what is kept back, and what could not be read', () => {
  expect(render()).toBe(`## Language check

3 files checked; 1 with places to look at.

### \`templates/a|b.txt\`

| Where | How sure | Rule | What it says |
| - | - | - | - |
| 1.1, line 1 | worth changing | \`failure-to-protect\` | Makes one parent answerable for what the other did. Who \\| what? |

One place is accepted with a reason.

3 places stand in the baseline and are not shown.

### \`gone.docx\`

could not be checked: there is no such file. Check the name.

A place is for its author to weigh: it can be right, and what is not pointed at can be wrong.
`)
})

test('words of a report have a column of their own, where they are asked for', () => {
  expect(render({excerpts: 'sentence'})).toContain(
    'Who \\| what? | `She «failed to protect» Zqchild.` |\n',
  )
  expect(render({excerpts: 'match'})).toContain('| `«failed to protect»` |\n')
  expect(render()).not.toMatch(/zq/i)
})

test('GitHub takes a mebibyte: what is too much is left out, and that is said', () => {
  const long = {...finding, message: 'Long. '.repeat(2000)}
  const many = {...checked, result: resultOf(document, [long])}
  const page = renderAll(createStepSummary(options), Array(40).fill(many))
  expect(new TextEncoder().encode(page).length).toBeLessThan(2 ** 20)
  const [, shown, all] =
    /^The first (\d+) places of (\d+) are shown; the output of the step has all\.$/m.exec(page) ??
    []
  expect(Number(all)).toBe(40)
  expect(Number(shown)).toBe(page.match(/^\| 1\.1/gm)?.length)
})
