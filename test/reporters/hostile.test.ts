import {fromHtml} from 'hast-util-from-html'
import {selectAll} from 'hast-util-select'
import type {Nodes} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {SaxesParser} from 'saxes'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {UserError} from '../../src/core/errors.ts'
import type {LintResult} from '../../src/core/types.ts'
import {createStepSummary} from '../../src/reporters/ci/step-summary.ts'
import {createReporter} from '../../src/reporters/index.ts'
import {type ReporterName, reporterNames} from '../../src/reporters/names.ts'
import {type Checked, noColors, type ReportOptions} from '../../src/reporters/reporter.ts'
import {documentOf, findingOf, resultOf, wholeReport} from './results.ts'

const options: ReportOptions = {
  colors: noColors,
  width: 80,
  quiet: false,
  showInfo: true,
  excerpts: 'sentence',
}

const attacks = {
  commands:
    'x\r\n::error file=a::b\n ::stop-commands::c\n::set-output name=d::e %0A::debug::f ##[error]g ##vso[task.complete]h',
  markup: `</p></style></failure><script>alert(1)</script><img src=x onerror="a"> 'q' &amp; & ]]> <!-- c --> {z}`,
  markdown:
    '| a `b` ``c`` *d* __e__ ~~f~~ [g](http://h.example) ![i](j) [^k] - [ ] l $1$ \\ > # m <n@o.example> --- ===',
  links:
    'www.example.org https://example.org/a?b=c (http://example.org) me@example.org mailto:you@example.org @mention @team/x #12 !3 GH-4 ftp://e.example',
  controls:
    '\u0000\u0007\b\u001b[31mred\u001b]8;;http://e.example\u0007\u007f\u0085\u009b1m\u2028\u2029\ufffe\uffff',
  directions: 'a\u202eb\u202dc\u2066d\u2067e\u2069f\u061cg\u200eh\u200fi',
  halves: 'a\ud800b\udfffc\ud83d',
  jsonLike: '","ruleId":"forged"}],"x":[{"\\u0022\\"',
}

/** The text stands wherever a report or a path can put words. */
function attackedBy(evil: string): {readonly checked: Checked; readonly result: LintResult} {
  const lines = documentOf(`t/${evil}.txt`, [
    ['1', [], evil],
    [evil, [evil], `A ${evil} b.`],
  ])
  const [first, ...others] = lines.blocks
  const document = {
    ...lines,
    blocks: first ? [{...first, kind: 'heading' as const, label: evil}, ...others] : [],
  }
  const texts = {
    message: evil,
    why: evil,
    ask: evil,
    frames: [{status: 'told', text: evil}] as const,
    replacements: [evil],
    label: evil,
    section: [evil],
  }
  const finding = findingOf(document, evil, texts, evil.length)
  const wide = findingOf(document, evil, {
    ...texts,
    isReportWide: true,
    severity: 'question',
    fingerprint: '1111111111111111',
  })
  const nowhere = {...wide, ...wholeReport, fingerprint: '2222222222222222'}
  const result = resultOf(document, [finding, wide, nowhere], {
    proposed: [{name: evil, aliases: [evil], role: 'perpetrator'}],
    unfinished: {comments: 1, blanks: [evil]},
    accepted: [
      {finding: {...finding, fingerprint: '3'.repeat(16)}, reason: evil, kind: 'external'},
    ],
    acceptanceProblems: [{problem: 'unknown-rule', label: evil, ruleId: evil}],
  })
  return {result, checked: {result, partiesDeclared: false, baseline: {known: 2, gone: 1}}}
}

async function render(name: ReporterName | 'step summary', evil: string): Promise<string> {
  const {checked} = attackedBy(evil)
  const reporter =
    name === 'step summary' ? createStepSummary(options) : await createReporter(name, options)
  const failure = new UserError(`t/${evil}`, evil, evil)
  return [
    reporter.start(),
    reporter.add(reporter.render(checked)),
    reporter.failed?.(`t/${evil}`, failure) ?? '',
    reporter.end(),
  ].join('')
}

const cases = Object.entries(attacks)

describe.each([...reporterNames, 'step summary' as const])('%s', (name) => {
  test.each(cases)('shows no sign that moves, turns or recolours text: %s', async (_, evil) => {
    expect(await render(name, evil)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u,
    )
  })

  test.each(cases)('gives a build server that reads along no command: %s', async (_, evil) => {
    const output = await render(name, evil)
    // The runner trims a line before it looks for "::", and looks for "##[" anywhere in it.
    const commands = output.split('\n').filter((line) => line.trim().startsWith('::'))
    expect(commands.map((line) => /^::(error|notice) file=/.test(line))).toEqual(
      name === 'github' ? [true, true, true, true] : [],
    )
    // In a line that is a command already it looks for no other.
    const others = output.split('\n').filter((line) => !commands.includes(line))
    expect(others.join('\n')).not.toMatch(/##(?:vso)?\[/)
  })
})

const everything = Object.values(attacks).join(' ')

test('GitHub finds in each command the properties that we wrote, and the text as one', async () => {
  const lines = (await render('github', everything)).trimEnd().split('\n')
  for (const line of lines) {
    const [, properties = '', text = ''] = /^::\w+ (.*?)::(.*)$/.exec(line) ?? []
    expect(properties.split(',').map((each) => each.split('=')[0])).toEqual(
      properties.includes('line=') ? ['file', 'line', 'col', 'title'] : ['file', 'title'],
    )
    // Of a percent sign in a text only its own number is left.
    expect(text.match(/%(?!25)/g)).toBeNull()
  }
})

test('JSON and NDJSON hold the words as they stand', async () => {
  const {result} = attackedBy(everything)
  const [document] = JSON.parse(await render('json', everything)).documents
  const wellFormed = (text: string) => JSON.parse(JSON.stringify(text))
  expect(document.name).toBe(wellFormed(result.document.name))
  expect(document.findings.map(({actual}: {actual: string}) => actual)).toEqual([
    wellFormed(everything),
    wellFormed(everything),
    '',
  ])
  expect(document.accepted[0].reason).toBe(wellFormed(everything))
})

test('each line of NDJSON is an object, and the findings are those of JSON', async () => {
  const [document] = JSON.parse(await render('json', everything)).documents
  const lines = (await render('ndjson', everything)).trimEnd().split('\n')
  const [about, ...findings] = lines.map((line) => JSON.parse(line))
  const {name, findings: expected, ...others} = document
  expect(about).toEqual({document: name, ...others})
  expect(findings).toEqual(
    expected.map((finding: Record<string, unknown>) => ({document: name, ...finding})),
  )
})

test('SARIF and GitLab hold as many results as there are places, and no other rule', async () => {
  const [{results, tool}] = JSON.parse(await render('sarif', everything)).runs
  expect(results.map(({ruleId}: {ruleId: string}) => ruleId)).toEqual(
    Array(4).fill('failure-to-protect'),
  )
  expect(tool.driver.rules).toHaveLength(1)
  const entries = JSON.parse(await render('gitlab', everything))
  expect(entries.map((each: {check_name: string}) => each.check_name)).toEqual([
    ...Array(3).fill('failure-to-protect'),
    'unreadable',
  ])
})

test('SARIF names a file by a URI that leads back to its name', async () => {
  const [{results}] = JSON.parse(await render('sarif', 'a b#c?d%e:f[g]')).runs
  const {uri} = results[0].locations[0].physicalLocation.artifactLocation
  expect(uri).toMatch(/^[\w%./-]+$/)
  expect(decodeURIComponent(uri)).toBe('t/a b#c?d%e:f[g].txt')
})

function elementsOf(xml: string): readonly string[] {
  const names = new Set<string>()
  const parser = new SaxesParser()
  parser.on('opentag', ({name}) => names.add(name))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return [...names].sort()
}

test.each(cases)('JUnit and Checkstyle stay XML of their own elements: %s', async (_, evil) => {
  expect(elementsOf(await render('checkstyle', evil))).toEqual(['checkstyle', 'error', 'file'])
  expect(elementsOf(await render('junit', evil))).toEqual([
    'error',
    'failure',
    'system-out',
    'testcase',
    'testsuite',
    'testsuites',
  ])
})

test.each(cases)('the page has no element, attribute or link of a report: %s', async (_, evil) => {
  const tree = fromHtml(await render('html', evil))
  expect(selectAll('script, img, iframe, object, [onerror]', tree)).toEqual([])
  const links = selectAll('a', tree).map(({properties}) => String(properties.href))
  expect(links.filter((href) => !href.startsWith('#'))).toEqual([])
})

interface Seen {
  readonly types: ReadonlySet<string>
  readonly texts: readonly string[]
  readonly codes: readonly string[]
}

/** As a site reads it that knows tables, footnotes, strikethrough, and addresses without marks. */
function nodesOf(markdown: string): Seen {
  const types = new Set<string>()
  const texts: string[] = []
  const codes: string[] = []
  const visit = (node: Nodes) => {
    types.add(node.type)
    if (node.type === 'text') texts.push(node.value)
    if (node.type === 'inlineCode') codes.push(node.value)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown))
  return {types, texts, codes}
}

const own = {
  markdown: ['blockquote', 'heading', 'list', 'listItem', 'paragraph', 'root', 'strong', 'text'],
  'step summary': [
    'heading',
    'inlineCode',
    'paragraph',
    'root',
    'table',
    'tableCell',
    'tableRow',
    'text',
  ],
} as const

describe.each(['markdown', 'step summary'] as const)('in %s', (name) => {
  test.each(cases)('no text becomes markup: %s', async (_, evil) => {
    expect([...nodesOf(await render(name, evil)).types].sort()).toEqual(own[name])
  })

  // Sites look for these in what was rendered, so that an escape does not help.
  test('no text becomes a link, a mention or a reference', async () => {
    const {texts} = nodesOf(await render(name, attacks.links))
    expect(texts.join('\n')).not.toMatch(/www\.|:\/\/|@\w|[#!]\d|GH-\d/i)
    expect(texts.join('\n').replaceAll('\u2060', '')).toContain(attacks.links)
  })
})

test('a table of the step summary has as many cells in each row, whatever stands in them', async () => {
  const tree = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(await render('step summary', everything))
  const tables = tree.children.flatMap((node) => (node.type === 'table' ? [node] : []))
  expect(tables.map(({children}) => children.map((row) => row.children.length))).toEqual([
    [5, 5, 5, 5],
  ])
})
