import {describe, expect, test} from 'vitest'
import {emptyContext, toReportContext} from '../src/core/context.ts'
import {fill} from '../src/core/pipeline/draft-finding.ts'
import {eachPlace} from '../src/core/repeats.ts'
import type {ExampleContext} from '../src/core/rule.ts'
import {
  type Block,
  type Finding,
  type ReportContext,
  type SourceDocument,
  type Status,
  statusValues,
} from '../src/core/types.ts'
import {lint, readMarkdown, rules, sources} from '../src/index.ts'

/** An example as a document of one block, which may stand under a heading or be a cell. */
function documentOf(text: string, context: ExampleContext = {}): SourceDocument {
  const block: Block = {
    kind: context.kind ?? 'paragraph',
    range: {start: 0, end: text.length},
    text,
    section: context.section === undefined ? [] : [context.section],
    label: '1',
    language: 'en',
  }
  return {name: 'example', format: 'text', text, blocks: [block], segments: [], unread: []}
}

function contextOf({section: _section, kind: _kind, ...data}: ExampleContext = {}): ReportContext {
  return Object.keys(data).length === 0 ? emptyContext : toReportContext(data)
}

/** A small report is read as Markdown and asked about as a whole; a sentence is one block. */
function findingsIn(text: string, context?: ExampleContext, asWhole = false) {
  const document = asWhole
    ? readMarkdown(new TextEncoder().encode(text), 'example.md')
    : documentOf(text, context)
  const {findings} = lint(document, {context: contextOf(context), asWhole})
  // By the range, since nothing shows the words of a private detail.
  return eachPlace(findings).map((finding) => ({
    ...finding,
    marked: document.text.slice(finding.range.start, finding.range.end),
  }))
}
const isLoud = ({severity}: Finding) => severity === 'error' || severity === 'warning'
const toStatus = (value: string): Status =>
  statusValues.find((status) => status === value) ?? 'told'
const unmarked = (marked: string) => marked.replaceAll(/\[\[|\]\]/g, '')
const said = (findings: readonly Finding[]) =>
  findings.map(({ruleId, actual, severity}) => `${severity} ${ruleId}: ${actual}`)

describe.each(rules.map((rule) => [`${rule.category}/${rule.id}`, rule] as const))(
  '%s',
  (_path, rule) => {
    const bad = rule.examples.flatMap((example) => ('bad' in example ? [example] : []))
    const good = rule.examples.flatMap((example) => ('good' in example ? [example] : []))

    const asWhole = 'review' in rule.match

    test.each(bad)('flags exactly: $bad', ({bad: marked, context}) => {
      const own = findingsIn(unmarked(marked), context, asWhole).filter(
        ({ruleId}) => ruleId === rule.id,
      )
      expect(own.map(({marked}) => marked)).toEqual(
        [...marked.matchAll(/\[\[(.+?)\]\]/gs)].map(([, words]) => words),
      )
    })

    test.each(good)('stays silent, with every other rule: $good', ({good: text, context}) => {
      const findings = findingsIn(text, context, asWhole)
      expect(
        said(
          findings.filter(
            (finding) =>
              finding.ruleId === rule.id ||
              // A template in an example has but the lines that the example is about.
              (isLoud(finding) && finding.isReportWide === undefined),
          ),
        ),
      ).toEqual([])
    })

    test.each(Object.entries(rule.frames))(
      'offers wording that no rule flags: %s',
      (status, frame) => {
        const context: ExampleContext = {
          'behaviour-of': 'Mr Hughes',
          'harm-to': 'Ms Rees',
          children: 'Cai',
          ...(status === 'template' ? {mode: status} : {status: toStatus(status)}),
        }
        const text = fill(String(frame), contextOf(context).parties).replaceAll('___', 'this')
        expect(said(findingsIn(text, context).filter(isLoud))).toEqual([])
      },
    )

    test.each(rule.replacements.map((replacement) => [replacement]))(
      'offers a replacement that no rule flags: %s',
      (replacement) => {
        expect(said(findingsIn(replacement).filter(isLoud))).toEqual([])
      },
    )
  },
)

test('every rule cites sources that are known', () => {
  const unknown = rules.flatMap((rule) =>
    rule.sources.filter((key) => sources[key] === undefined).map((key) => `${rule.id}: ${key}`),
  )
  expect(unknown).toEqual([])
})
