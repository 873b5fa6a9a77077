import {expect, test} from 'vitest'
import {createPretty, pretty} from '../../src/reporters/pretty.ts'
import {
  type Checked,
  noColors,
  type Reporter,
  type ReportOptions,
  renderAll,
} from '../../src/reporters/reporter.ts'
import {documentOf, findingOf, resultOf, wholeReport} from './results.ts'

const options: ReportOptions = {colors: noColors, width: 80, quiet: false, showInfo: false}

const document = documentOf('reports/draft.txt', [
  ['1', ['1 Background'], 'Mr Jones moved out in May. Ms Rees failed to protect Cai. She works.'],
  ['2.1', ['2 Analysis', 'Risk'], 'I am concerned about her failure to protect the children.'],
  ['2.2', ['2 Analysis', 'Risk'], 'Theirs was a volatile relationship.'],
])
const first = findingOf(document, 'failed to protect', {
  frames: [
    {status: 'found', text: 'The court found that Mr Jones ___.'},
    {status: 'told', text: 'Ms Rees told me that Mr Jones ___.'},
  ],
  replacements: ['kept Cai safe'],
})
const again = findingOf(document, 'failure to protect')
const volatile = findingOf(document, 'volatile relationship', {
  ruleId: 'volatile-relationship',
  category: 'mutualising',
  severity: 'warning',
  message: 'Makes the relationship the actor.',
  ask: 'Who did what?',
  voice: 'reported',
})
const note = findingOf(document, 'concerned', {
  ruleId: 'note',
  category: 'labels',
  severity: 'info',
})
const question = findingOf(document, 'She works', {
  ruleId: 'pronoun',
  category: 'labels',
  severity: 'question',
})

const pieceOf = (reporter: Reporter, each: Checked) => reporter.add(reporter.render(each))

const render = (
  findings: Parameters<typeof resultOf>[1],
  changed: Partial<ReportOptions> = {},
  fields: Parameters<typeof resultOf>[2] = {},
) =>
  pieceOf(createPretty({...options, ...changed}), {
    result: resultOf(document, findings, fields),
    partiesDeclared: true,
  })

test('shows by section the sentence, what its words do, why, the question and the frames', () => {
  expect(
    render(
      [first, again, note, volatile],
      {},
      {
        unread: [
          {kind: 'comments', count: 3},
          {kind: 'welsh', count: 1},
        ],
      },
    ),
  ).toBe(`reports/draft.txt

1 Background

  1 · worth changing · failure-to-protect
    Ms Rees «failed to protect» Cai.
    Makes one parent answerable for what the other did.
    Why it matters: The words move responsibility.
    Ask: What did Mr Jones do?
    If the court has found it: The court found that Mr Jones ___.
    If you were told it: Ms Rees told me that Mr Jones ___.
    Could read: kept Cai safe
    Also at: 2.1 «failure to protect»

2 Analysis › Risk

  2.2, in what somebody said · usually worth changing · volatile-relationship
    Theirs was a «volatile relationship».
    Makes the relationship the actor.
    Why it matters: The words move responsibility.
    Ask: Who did what?

Places by kind of wording:
  mutualising     1
  victim blaming  2

One note that depends on the case is not shown. --info shows it.

Not checked: 3 comments, one passage in Welsh.

`)
})

test('says in two lines how to declare who is who when nobody has', () => {
  expect(pretty([resultOf(document, [])], options)).toBe(`reports/draft.txt

Who is who has not been declared, so some rules only ask. To declare it, add to
the command, with names as the report writes them:
  --behaviour-of "…" --harm-to "…" --child "…"

These rules found nothing to point at. That says little about what a report
leaves out.

`)
})

test('fills in the flags that sentences of the report suggest, and asserts nothing', () => {
  const proposed = [
    {name: 'Mr Jones', aliases: ['the father'], role: 'perpetrator'},
    {name: 'Ms O’Rees', aliases: [], role: 'survivor'},
  ] as const
  const output = pretty([resultOf(document, [], {proposed})], options)
  expect(output).toContain(
    'Sentences of this report suggest the\nfollowing; it is for you to confirm or correct.',
  )
  expect(output).toContain('  --behaviour-of "Mr Jones, the father" --harm-to "Ms O’Rees"\n')
})

test('a proposed name cannot become a command in the shell it is pasted into', () => {
  const name = 'Mr `x` $(touch y)";!z\\ Jones'
  const proposed = [{name, aliases: [], role: 'perpetrator'}] as const
  expect(pretty([resultOf(document, [], {proposed})], options)).toContain(
    '  --behaviour-of "Mr x (touch y)z Jones"\n',
  )
})

test('a finding about the whole report shows no sentence', () => {
  const missing = findingOf(document, 'Mr', {...wholeReport, severity: 'question'})
  expect(render([missing])).toContain(`The document as a whole

  a question · failure-to-protect
    Makes one parent answerable for what the other did.
`)
})

test('quiet leaves questions, notes and hints away, and still says what was not checked', () => {
  const checked = {
    result: resultOf(document, [question, note], {unread: [{kind: 'deletions', count: 2}]}),
    partiesDeclared: false,
  }
  expect(pieceOf(createPretty({...options, quiet: true}), checked)).toBe(
    'reports/draft.txt\n\nNot checked: 2 tracked deletions.\n\n',
  )
})

test('quiet says nothing of a report in which nothing was found and everything was read', () => {
  expect(render([question], {quiet: true})).toBe('')
})

test('shows notes when they are asked for', () => {
  expect(render([note], {showInfo: true})).toContain('2.1 · depends on the case · note')
})

test('keeps the same rule apart where it is sure and where it asks', () => {
  const asks = findingOf(document, 'failure to protect', {severity: 'question'})
  expect(render([first, asks])).not.toContain('Also at')
})

test('prints 200 places and says that there are more', () => {
  const many = documentOf('many.txt', [['1', [], 'failed to protect. '.repeat(250)]])
  const findings = Array.from({length: 250}, (_, index) =>
    findingOf(many, 'failed to protect', {}, index * 19),
  )
  const output = pretty([resultOf(many, findings)], options)
  expect(output.match(/«failed\s+to\s+protect»/g)).toHaveLength(200)
  expect(output).toContain('The first 200 places of 250 are shown. --format json gives all.')
  expect(output).toContain('victim blaming  250')
})

test('shows the number of a paragraph once', () => {
  const render = (label: string, text: string) => {
    const numbered = documentOf('n.txt', [[label, [], text]])
    return pretty([resultOf(numbered, [findingOf(numbered, 'failed to protect')])], options)
  }
  expect(render('4.2', '4.2. She failed to protect Cai.')).toContain('\n    She «failed')
  expect(render('4', '42 people failed to protect Cai.')).toContain('\n    42 people «failed')
  expect(render('4', '4 officers came as she failed to protect Cai.')).toContain('4 officers came')
})

test('marks the words in colour too, line by line where they are wrapped', () => {
  const colors = {...noColors, mark: (...texts: readonly string[]) => `<${texts.join()}>`}
  const output = render([first], {colors, width: 40})
  expect(output).toContain('    Ms Rees <«failed to protect»> Cai.\n')
  const narrow = documentOf('n.txt', [['1', [], `${'word '.repeat(6)}failed to protect Cai.`]])
  expect(
    pieceOf(createPretty({...options, colors, width: 45}), {
      result: resultOf(narrow, [findingOf(narrow, 'failed to protect')]),
      partiesDeclared: true,
    }),
  ).toContain('word word <«failed to>\n<    protect»> Cai.')
})

test('keeps every line of words within the width', () => {
  const lines = render([first, again, volatile], {width: 48}).split('\n')
  const prose = lines.filter((line) => !line.includes(' · '))
  expect(Math.max(...prose.map(({length}) => length))).toBeLessThanOrEqual(48)
})

test('nothing in a report can command the terminal or turn its direction', () => {
  const evil = '\u001b[31mfailed\u0007 to\u202e protect\u009b2J\u2066'
  const hostile = documentOf('a\u001b]0;x\u0007.txt', [
    ['\u001b1', ['\u202eRisk\u001b'], `She ${evil} him.\rThen\u0085she left.`],
  ])
  const finding = findingOf(hostile, evil, {
    message: `${evil}.`,
    ask: `${evil}?`,
    frames: [{status: 'told', text: evil}],
    replacements: [evil],
  })
  const proposed = [{name: evil, aliases: [], role: 'survivor'}] as const
  const output = pretty(
    [resultOf(hostile, [finding, finding], {proposed}), resultOf(hostile, [])],
    options,
  )
  expect(output).toContain('Risk')
  expect(output.match(/[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)).toBe(null)
})

test('counts reports, and not points, after a run over several', () => {
  const reporter = createPretty({...options, quiet: true})
  const results = [resultOf(document, [first]), resultOf(document, [question])]
  const output = renderAll(
    reporter,
    results.map((result) => ({result, partiesDeclared: true})),
  )
  expect(output.endsWith('\n2 reports checked; 1 of them with places to look at.\n')).toBe(true)
})

test('prints questions about the whole report after all places, with what raised each', () => {
  const asked = findingOf(document, 'Mr Jones moved out in May.', {
    ruleId: 'since-they-parted',
    severity: 'question',
    message: 'The report says nothing of what happened since.',
    why: 'Control often goes on.',
    ask: 'What has happened since?',
    isReportWide: true,
  })
  const output = render([asked, volatile])
  expect(output).toContain(`The document as a whole

  Questions that no one sentence raises. Each is asked once; where the answer is
  that it does not belong here, nothing needs to change.

  a question · since-they-parted
    The report says nothing of what happened since.
    Why it matters: Control often goes on.
    Ask: What has happened since?
    Raised by: 1 «Mr Jones moved out in May.»
`)
  expect(output.indexOf('The document as a whole')).toBeGreaterThan(output.indexOf('volatile'))
})

test('shows nothing of a private detail, in its own sentence or in that of another finding', () => {
  const secret = documentOf('draft.txt', [
    ['1', [], 'She failed to protect Cai at 4 Park Terrace.'],
    ['2', [], 'Ring 07700 900123.'],
  ])
  const detail = (words: string) =>
    findingOf(secret, words, {
      ruleId: 'private',
      severity: 'warning',
      actual: '',
      isWithheld: true,
    })
  const output = pretty(
    [
      resultOf(secret, [
        findingOf(secret, 'failed to protect'),
        detail('4 Park Terrace'),
        detail('07700 900123'),
      ]),
    ],
    options,
  )
  expect(output).toContain('    She «failed to protect» Cai at [not shown].\n')
  expect(output).toContain('    She failed to protect Cai at «[not shown]».\n')
  expect(output).toContain('    Also at: 2\n')
  expect(output).not.toMatch(/Park|07700/)
})
