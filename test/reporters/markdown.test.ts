import {fromMarkdown} from 'mdast-util-from-markdown'
import {expect, test} from 'vitest'
import {createMarkdown} from '../../src/reporters/markdown.ts'
import {noColors, type ReportOptions, renderAll} from '../../src/reporters/reporter.ts'
import {documentOf, findingOf, resultOf} from './results.ts'

const options: ReportOptions = {colors: noColors, width: 80, quiet: false, showInfo: false}
const document = documentOf('draft.txt', [
  ['1.1', ['1 Background'], 'Ms Rees works. She failed to protect Cai.'],
])
const render = (result: ReturnType<typeof resultOf>) =>
  renderAll(createMarkdown(options), [{result, partiesDeclared: true}])

test('places stand under their headings, with sentence, reason and question', () => {
  const finding = findingOf(document, 'failed to protect')
  const result = resultOf(document, [finding], {unread: [{kind: 'images', count: 1}]})
  expect(render(result)).toBe(`# draft.txt

This page holds the text of the report. Keep it, pass it on and destroy it as you would the report itself.

## 1 Background

### 1 · 1.1, sentence 2 · worth changing · failure-to-protect

> She **failed to protect** Cai.

Makes one parent answerable for what the other did.

**Why it matters:** The words move responsibility.

**Ask:** What did Mr Jones do?

Not checked: one image.

`)
})

test('a report in which nothing is pointed at says so', () => {
  expect(render(resultOf(document, []))).toContain('These rules found nothing to point at.')
})

const evil =
  '# a\n<b>*c* [d](http://e) `f` ![g](h) \u202e\u0007| --- & &amp; ___ ~~x~~ www.example.org'

test('no text of a report can become markup', () => {
  const hostile = documentOf(`${evil}.txt`, [['1', [evil], `A ${evil} b.`]])
  const finding = findingOf(hostile, evil, {message: evil, ask: evil, label: evil})
  const output = render(resultOf(hostile, [finding]))
  const types = new Set<string>()
  const visit = (node: {type: string; children?: readonly {type: string}[]}) => {
    types.add(node.type)
    for (const child of node.children ?? []) visit(child)
  }
  visit(fromMarkdown(output))
  expect([...types].sort()).toEqual([
    'blockquote',
    'heading',
    'paragraph',
    'root',
    'strong',
    'text',
  ])
  expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
})
