import type {LintResult, ReadOptions, SourceDocument} from '../core/types.ts'
import {type LintOptions, lint} from '../lint.ts'
import {readHtml, readMarkdown, readText} from '../readers/index.ts'

/** Formats whose source is a text that somebody can type. */
export type DraftFormat = 'markdown' | 'text' | 'html'

export interface DraftOptions {
  readonly name: string
  readonly format: DraftFormat
  readonly isTemplate?: boolean
}

/** Offsets in the text before the edit. */
export interface DraftEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A text that is being edited. */
export interface Draft {
  readonly text: () => string
  readonly edit: (edits: readonly DraftEdit[]) => void
  /** @throws {ReadError} */
  readonly document: () => SourceDocument
  /** Yields now and then, so that a host can let others in, or give up. */
  readonly check: (options: LintOptions) => Generator<undefined, LintResult>
}

const readers = {markdown: readMarkdown, text: readText, html: readHtml}

/** Reads and checks the whole each time. */
export function createDraft(text: string, {name, format, isTemplate}: DraftOptions): Draft {
  let present = text
  let read: SourceDocument | undefined
  const options: ReadOptions = {isTemplate: isTemplate ?? false}
  const document = () => {
    read ??= readers[format](new TextEncoder().encode(present), name, options)
    return read
  }
  return {
    text: () => present,
    edit: (edits) => {
      read = undefined
      for (const {start, end, text: inserted} of edits.toSorted((a, b) => b.start - a.start))
        present = present.slice(0, start) + inserted + present.slice(end)
    },
    document,
    check: function* (lintOptions) {
      yield
      return lint(document(), lintOptions)
    },
  }
}
