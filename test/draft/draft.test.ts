import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {emptyContext} from '../../src/core/context.ts'
import type {ReportContext, SourceDocument} from '../../src/core/types.ts'
import {createDraft, type Draft, type DraftOptions} from '../../src/draft/index.ts'
import {type LintOptions, lint} from '../../src/lint.ts'
import {readHtml, readMarkdown, readText} from '../../src/readers/index.ts'
import {edited, inText, type LooseEdit, looseEdits} from './edits.ts'

const readers = {html: readHtml, markdown: readMarkdown, text: readText} as const

const fresh = (text: string, {name, format, isTemplate = false}: DraftOptions): SourceDocument =>
  readers[format](new TextEncoder().encode(text), name, {isTemplate})

/** What it gives, or the message of the error that it throws. */
function outcome<Result>(run: () => Result): Result | string {
  try {
    return run()
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'no error'
  }
}

function checked(draft: Draft, options: LintOptions) {
  const running = draft.check(options)
  let step = running.next()
  while (!step.done) step = running.next()
  return step.value
}

/** Begins to check, and gives up after some blocks. */
function begun(draft: Draft, options: LintOptions, steps: number) {
  const running = draft.check(options)
  for (let step = 0; step < steps; step++) if (running.next().done) return
}

const declared: ReportContext = {
  ...emptyContext,
  parties: [
    {name: 'Mr Jones', aliases: ['the father'], role: 'perpetrator'},
    {name: 'Ms Jones', aliases: ['the mother'], role: 'survivor'},
    {name: 'Cai', aliases: [], role: 'child'},
  ],
}

const reports: readonly (readonly [file: string, options: DraftOptions, LintOptions])[] = [
  ['report-wide/report.md', {name: 'report.md', format: 'markdown'}, {context: declared}],
  ['section-7-male-survivor/report.md', {name: 'report.md', format: 'markdown'}, {}],
  ['safeguarding-letter/report.md', {name: 'report.md', format: 'markdown'}, {asWhole: true}],
  [
    'template/report.md',
    {name: 'report.md', format: 'markdown', isTemplate: true},
    {context: {...emptyContext, mode: 'template'}},
  ],
  ['section-37/report.txt', {name: 'report.txt', format: 'text'}, {}],
  ['addendum/report.txt', {name: 'report.txt', format: 'text'}, {context: declared}],
  ['sources/section-7.html', {name: 'report.html', format: 'html'}, {}],
]

const sourceOf = (file: string) => readFileSync(`fixtures/${file}`, 'utf8')

function onEveryEdit(
  text: string,
  options: DraftOptions,
  edits: readonly LooseEdit[],
  look: (draft: Draft, text: string, edit: LooseEdit) => void,
) {
  const draft = createDraft(text, options)
  draft.document()
  let plain = text
  for (const loose of edits) {
    const edit = inText(plain, loose)
    plain = edited(plain, edit)
    draft.edit([edit])
    look(draft, plain, loose)
  }
}

describe.each(reports)('%s', (file, options, linting) => {
  const source = sourceOf(file)

  test('after any edits it is read as a file would be', () => {
    fc.assert(
      fc.property(looseEdits(30), (edits) => {
        onEveryEdit(source, options, edits, (draft, text) => {
          expect(draft.text()).toBe(text)
          expect(outcome(draft.document)).toEqual(outcome(() => fresh(text, options)))
        })
      }),
      {numRuns: options.format === 'html' ? 5 : 15},
    )
  })

  test('after any edits it is checked as a file would be', () => {
    fc.assert(
      fc.property(looseEdits(12), (edits) => {
        onEveryEdit(source, options, edits, (draft, text, {at}) => {
          if (at % 5 === 0) outcome(() => begun(draft, linting, at % 7))
          expect(outcome(() => checked(draft, linting))).toEqual(
            outcome(() => lint(fresh(text, options), linting)),
          )
        })
      }),
      {numRuns: 8},
    )
  })
})
