import {emptyContext} from '../core/context.ts'
import type {LintResult, ReportContext, SourceDocument} from '../core/types.ts'
import {type LintOptions, lintSteps, processorFor} from '../lint.ts'
import type {SafeTogetherProcessor} from '../processor.ts'
import {markdownReader} from './read-markdown.ts'
import {textReader} from './read-text.ts'
import type {DraftReader} from './reader.ts'
import {type Remembering, remembering} from './remember.ts'
import {readWhole} from './whole.ts'

export interface DraftOptions {
  readonly name: string
  readonly format: 'markdown' | 'text' | 'html'
  readonly isTemplate?: boolean
}

/** Offsets in UTF-16 units in the text before this edit. */
export interface DraftEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A text that somebody is writing. */
export interface Draft {
  readonly text: () => string
  /** One after the other: each counts in the text that the one before it left. */
  readonly edit: (edits: readonly DraftEdit[]) => void
  /** What reading the bytes of the text gives; read when asked for, once for each text. @throws {ReadError} */
  readonly document: () => SourceDocument
  /**
   * What `lint` gives for `document()`, step by step: after each block that had to be checked a host may do something
   * else, or give up. An edit in the meantime does not change what a run that has begun is about.
   * @throws {ReadError}
   */
  readonly check: (options: LintOptions) => Generator<undefined, LintResult, undefined>
}

export function createDraft(text: string, options: DraftOptions): Draft {
  let present = text
  let read: SourceDocument | undefined
  const readAgain = readerFor(options)
  const memoryFor = rememberingByContext()
  const document = () => {
    read ??= readAgain(present) ?? readWhole(present, options)
    return read
  }
  return {
    text: () => present,
    edit: (edits) => {
      for (const {start, end, text: inserted} of edits)
        present = present.slice(0, start) + inserted + present.slice(end)
      if (edits.length > 0) read = undefined
    },
    document,
    check: function* (given) {
      const about = document()
      const {memory, context} = memoryFor(given)
      memory.begin(about.blocks.length)
      const result = yield* lintSteps(about, {...given, context}, memory)
      memory.end()
      return result
    },
  }
}

/** Web pages are read as a whole: what a tag does to what comes after it has no end that can be seen. */
function readerFor({name, format, isTemplate = false}: DraftOptions): DraftReader {
  if (format === 'text') return textReader(name)
  return format === 'markdown' ? markdownReader({name, isTemplate}) : () => undefined
}

/** What was found holds for one set of rules and one context; another begins anew. */
function rememberingByContext() {
  let last:
    | {
        readonly processor: SafeTogetherProcessor
        readonly context: ReportContext
        readonly key: string
        readonly memory: Remembering
      }
    | undefined
  return ({context = emptyContext, packs}: LintOptions) => {
    const processor = processorFor(packs)
    const key = JSON.stringify(context)
    if (last?.processor !== processor || last.key !== key)
      last = {processor, context, key, memory: remembering()}
    return last
  }
}
