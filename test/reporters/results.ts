import type {Block, Finding, LintResult, SourceDocument} from '../../src/core/types.ts'

/** A text document whose blocks are the lines of `lines`: [label, section, text]. */
export function documentOf(
  name: string,
  lines: readonly (readonly [label: string, section: readonly string[], text: string])[],
): SourceDocument {
  const blocks: Block[] = []
  let start = 0
  for (const [label, section, text] of lines) {
    const range = {start, end: start + text.length}
    blocks.push({kind: 'paragraph', range, text, section, label, language: 'en'})
    start = range.end + 1
  }
  const text = blocks.map((block) => block.text).join('\n')
  return {name, format: 'text', text, blocks, segments: [], unread: []}
}

/** A finding of `actual` where it first stands in the document at or after `from`. */
export function findingOf(
  document: SourceDocument,
  actual: string,
  fields: Partial<Finding> = {},
  from = 0,
): Finding {
  const start = document.text.indexOf(actual, from)
  if (start < 0) throw new Error(`"${actual}" does not stand in the document`)
  const range = {start, end: start + actual.length}
  const block = document.blocks.find((each) => each.range.end >= range.end)
  return {
    ruleId: 'failure-to-protect',
    category: 'victim-blaming',
    severity: 'error',
    range,
    actual,
    message: 'Makes one parent answerable for what the other did.',
    why: 'The words move responsibility.',
    ask: 'What did Mr Jones do?',
    frames: [],
    replacements: [],
    lenses: ['perpetrator-pattern'],
    sources: ['S3'],
    voice: 'author',
    label: block?.label ?? '',
    section: block?.section ?? [],
    fingerprint: '0123456789abcdef',
    ...fields,
  }
}

export const wholeReport: Partial<Finding> = {
  range: {start: 0, end: 0},
  actual: '',
  label: '',
  section: [],
}

export const resultOf = (
  document: SourceDocument,
  findings: readonly Finding[],
  fields: Partial<LintResult> = {},
): LintResult => ({
  document,
  findings,
  withheld: findings.flatMap(({isWithheld, range}) => (isWithheld ? [range] : [])),
  unread: document.unread,
  proposed: [],
  ...fields,
})
