import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import retextEnglish from 'retext-english'
import {unified} from 'unified'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {describe, expect, test} from 'vitest'
import {en} from '../src/core/catalogue/en.ts'
import type {Finding, ReportContext, Severity} from '../src/core/types.ts'
import {
  emptyContext,
  lint,
  readMarkdown,
  readText,
  retextSafeTogether,
  toReportContext,
} from '../src/index.ts'

const declared = toReportContext({
  'behaviour-of': 'Mr Hughes, the father',
  'harm-to': 'Ms Rees, the mother',
  children: 'Cai, Seren',
})

const paragraphs = [
  'Ms Rees failed to protect Cai. They have a volatile relationship.',
  'There was domestic violence. 😊 Mr Hughes lost his temper, and the mother has custody.',
  'Cai disclosed that he hid upstairs. “Dad lost his temper,” Seren said.',
  'Cai likes football and lives in Swansea.',
  'The mother suffers from low self-esteem. Ms Rees, fearing Mr Hughes, hit back.',
  'She failed to protect Seren.',
]
const plainText = paragraphs.join('\n\n')

const findingsIn = (text: string, context: ReportContext): readonly Finding[] =>
  lint(readText(new TextEncoder().encode(text), 'report.txt'), {context}).findings

interface Said {
  readonly reason: string
  readonly start: number | undefined
  readonly end: number | undefined
  readonly ruleId: string | undefined
  readonly source: string | undefined
  readonly fatal: boolean | undefined
  readonly actual: string | undefined
  readonly expected: readonly string[] | undefined
  readonly note: string | undefined
}

function saidBy({
  reason,
  place,
  ruleId,
  source,
  fatal,
  actual,
  expected,
  note,
}: VFileMessage): Said {
  const isRange = place !== undefined && 'start' in place
  return {
    reason,
    start: isRange ? place.start.offset : undefined,
    end: isRange ? place.end.offset : undefined,
    ruleId,
    source,
    fatal: fatal ?? undefined,
    actual,
    expected,
    note,
  }
}

const fatal: Readonly<Record<Severity, boolean | undefined>> = {
  error: true,
  warning: false,
  info: undefined,
  question: undefined,
}

/** A finding as the message it has to become. */
const toSaid = (finding: Finding): Said => ({
  reason: finding.message,
  start: finding.range.start,
  end: finding.range.end,
  ruleId: finding.ruleId,
  source: 'safe-together',
  fatal: fatal[finding.severity],
  actual: finding.actual,
  expected: finding.replacements,
  note: [
    finding.why,
    finding.ask,
    ...finding.frames.map(({status, text}) => `${en.reporting.statuses[status]} ${text}`),
  ].join('\n'),
})

const contexts: readonly (readonly [string, ReportContext])[] = [
  ['nothing declared', emptyContext],
  ['roles declared', declared],
]

describe.each(contexts)('after retext-english, with %s', (_, context) => {
  const processor = unified().use(retextEnglish).use(retextSafeTogether, {context})
  const check = (file = new VFile(plainText)) => {
    processor.runSync(processor.parse(file), file)
    return file
  }

  test('gives each finding of the library as a message', () => {
    const findings = findingsIn(plainText, context)
    expect(new Set(findings.map(({severity}) => severity)).size).toBeGreaterThan(2)
    expect(findings.some(({replacements}) => replacements.length > 0)).toBe(true)
    expect(check().messages.map(saidBy)).toEqual(findings.map(toSaid))
  })

  test('leaves the tree of its host as it was, however it cuts the sentences', () => {
    const file = new VFile('He moved back in. The mother rang Cllr. Jones about para. 14 of it.')
    const tree = processor.parse(file)
    const before = structuredClone(tree)
    processor.runSync(tree, file)
    expect(tree).toEqual(before)
  })

  test('gives the same from an asynchronous run, and from a second one', async () => {
    const file = new VFile(plainText)
    await processor.run(processor.parse(file), file)
    expect(file.messages).toEqual(check().messages)
    expect(check().messages).toEqual(check().messages)
  })
})

test('what is declared changes what is said', () => {
  const said = contexts.map(([, context]) => findingsIn(plainText, context).map(toSaid))
  expect(said[0]).not.toEqual(said[1])
})

test('lines and columns count as an editor counts them', () => {
  const text = 'Cai likes football.\n\nIt is true: Ms Rees failed to protect Cai.'
  const processor = unified().use(retextEnglish).use(retextSafeTogether)
  const file = new VFile(text)
  processor.runSync(processor.parse(file), file)
  expect(file.messages.map(({line, column, actual}) => ({line, column, actual}))).toEqual([
    {line: 3, column: 21, actual: 'failed to protect'},
  ])
})

const report = `# What was seen

${paragraphs.join('\n\n')}

- Ms Rees *failed to protect* Cai.

| Date | What was said |
| ---- | ------------- |
| May  | They have a volatile relationship. |
`

describe.each(contexts)('inside remark-retext, with %s', (_, context) => {
  // As a list, because unified's types let no other processor with a plugin go into remark-retext.
  const retext = unified()
    .use(retextEnglish)
    .use([[retextSafeTogether, {context}]])
  const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRetext, retext)
  const messagesOf = async (markdown: string) => {
    const file = new VFile(markdown)
    await remark.run(remark.parse(file), file)
    return file.messages.map(saidBy)
  }

  test('every message stands on its words, in paragraphs, emphasis and lists', async () => {
    const messages = await messagesOf(report)
    expect(messages.map(({start, end}) => report.slice(start, end))).toEqual(
      messages.map(({actual}) => actual),
    )
    const inList = messages.find(({start}) => start === report.indexOf('failed to protect* Cai'))
    expect(inList).toMatchObject({ruleId: 'failure-to-protect', source: 'safe-together'})
  })

  test('paragraphs give what the library finds in them', async () => {
    const markdown = paragraphs.join('\n\n')
    expect(await messagesOf(markdown)).toEqual(findingsIn(markdown, context).map(toSaid))
  })

  test('tables are absent, as the documentation says; readMarkdown is the exact way', async () => {
    const inTable = report.indexOf('volatile relationship. |')
    const messages = await messagesOf(report)
    expect(messages.filter(({start = 0}) => start >= report.indexOf('| Date'))).toEqual([])
    const document = readMarkdown(new TextEncoder().encode(report), 'report.md')
    const inCells = lint(document, {context}).findings.filter(({label}) => /table/.test(label))
    expect(inTable).toBeGreaterThan(0)
    expect(inCells.map(({actual}) => actual)).toEqual(['volatile relationship'])
  })
})
