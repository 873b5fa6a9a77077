import {describe, expect, test} from 'vitest'
import {lint} from '../../src/lint.ts'
import {acceptanceChanges} from '../../src/lsp/acceptance-edit.ts'
import {readHtml, readMarkdown, readText} from '../../src/readers/index.ts'

const readers = {markdown: readMarkdown, text: readText, html: readHtml}
const words = 'Ms Rees failed to protect the children.'

/** The details of people are told of in a quotation, too. */
const details = 'Ring the mother on 07700 900123.'
const isOurs = (ruleId: string) => /failure-to-protect|private-contact-details/.test(ruleId)

const check = (source: string, format: keyof typeof readers) =>
  lint(readers[format](new TextEncoder().encode(source), 'report'))

/** The text with the last of its findings kept, for this reason. */
function kept(source: string, format: keyof typeof readers, reason: string): string {
  const {document, findings} = check(source, format)
  const finding = findings.findLast(({ruleId}) => isOurs(ruleId))
  if (!finding) throw new Error('Expected a finding')
  return acceptanceChanges(document, source, finding)
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, {start, end, text: pieces}) => {
      const inserted = pieces.map((piece) => (typeof piece === 'string' ? piece : reason)).join('')
      return text.slice(0, start) + inserted + text.slice(end)
    }, source)
}

const cases: readonly (readonly [string, keyof typeof readers, string, string])[] = [
  [
    'a paragraph',
    'markdown',
    `# A\n\nBefore.\n\n${words}\n`,
    `# A\n\nBefore.\n\n<!-- … -->\n${words}\n`,
  ],
  [
    'lines that end as in Windows',
    'markdown',
    `Before.\r\n\r\n${words}\r\n`,
    `Before.\r\n\r\n<!-- … -->\r\n${words}\r\n`,
  ],
  [
    'an inner list',
    'markdown',
    `- one\n  - ${words}\n  - two\n`,
    `- one\n  <!-- … -->\n  - ${words}\n  - two\n`,
  ],
  [
    'a quotation',
    'markdown',
    `He said:\n\n> One.\n>\n> ${details}\n`,
    `He said:\n\n> One.\n>\n> <!-- details -->\n> ${details}\n`,
  ],
  ['a heading', 'markdown', `# ${words}\n\nText.\n`, `<!-- … -->\n# ${words}\n\nText.\n`],
  [
    'a table',
    'markdown',
    `Before.\n\n| a | b |\n| - | - |\n| c | ${words} |\n\nAfter.\n`,
    `Before.\n\n<!-- from … -->\n| a | b |\n| - | - |\n| c | ${words} |\n<!-- language check: accept to -->\n\nAfter.\n`,
  ],
  ['a text with a line to a paragraph', 'text', `Before.\n${words}\n`, `Before.\n[…]\n${words}\n`],
  ['a text with blank lines', 'text', `Before.\n\n${words}\n`, `Before.\n\n[…]\n\n${words}\n`],
  [
    'a page',
    'html',
    `<h1>A</h1>\n  <p>${words}</p>\n`,
    `<h1>A</h1>\n  <!-- … -->\n  <p>${words}</p>\n`,
  ],
  [
    'a table of a page',
    'html',
    `<table><tr><td>A</td><td>${words}</td></tr></table>\n`,
    `<table><tr><td>A</td><td><!-- … -->${words}</td></tr></table>\n`,
  ],
]

const full = (short: string, reason: string) =>
  short
    .replace('<!-- … -->', `<!-- language check: accept failure-to-protect: ${reason} -->`)
    .replace(
      '<!-- from … -->',
      `<!-- language check: accept from failure-to-protect: ${reason} -->`,
    )
    .replace(
      '<!-- details -->',
      `<!-- language check: accept private-contact-details: ${reason} -->`,
    )
    .replace('[…]', `[language check: accept failure-to-protect: ${reason}]`)

describe.each(cases)('in %s', (_where, format, source, expected) => {
  test('the remark stands above the words, and keeps them with a reason', () => {
    const reason = 'the words of the threshold document'
    const text = kept(source, format, reason)
    expect(text).toBe(full(expected, reason))
    const {findings, accepted, acceptanceProblems} = check(text, format)
    expect(findings.filter(({ruleId}) => isOurs(ruleId))).toEqual([])
    expect(accepted?.length).toBe(1)
    expect(acceptanceProblems).toBeUndefined()
  })

  test('without a reason nothing is kept, and that is said', () => {
    const {findings, acceptanceProblems} = check(kept(source, format, '___'), format)
    expect(findings.some(({ruleId}) => isOurs(ruleId))).toBe(true)
    expect(acceptanceProblems?.map(({problem}) => problem)).toContain('no-reason')
  })
})
