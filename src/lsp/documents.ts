import {fileURLToPath} from 'node:url'
import type {
  TextDocumentContentChangeEvent,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from 'vscode-languageserver/node'
import type {Draft, DraftOptions} from '../draft/index.ts'
import {formatOf} from '../readers/index.ts'
import type {Outcome} from './checking.ts'
import {type Encoding, type Lines, linesOf, toOffsets} from './positions.ts'

type DraftFormat = DraftOptions['format']

/** A document that is open in the editor. */
export interface OpenDocument {
  readonly uri: string
  /** Undefined where it has not been saved anywhere. */
  readonly path: string | undefined
  readonly format: DraftFormat
  version: number
  lines: Lines
  /** Another one after each edit, and after each change of what the findings depend on. */
  stamp: object
  isClosed: boolean
  /** Made when first checked, and anew when it becomes a template or is none any more. */
  draft: {readonly draft: Draft; readonly isTemplate: boolean} | undefined
  /** The check of the present text, running or done. */
  check: {readonly stamp: object; readonly outcome: Promise<Outcome | undefined>} | undefined
  timer: NodeJS.Timeout | undefined
}

const formatByLanguage: ReadonlyMap<string, DraftFormat> = new Map([
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['plaintext', 'text'],
  ['text', 'text'],
])

export interface Documents {
  readonly open: (item: TextDocumentItem) => OpenDocument | undefined
  /** @returns undefined where the document is none of ours */
  readonly change: (
    identifier: VersionedTextDocumentIdentifier,
    changes: readonly TextDocumentContentChangeEvent[],
  ) => OpenDocument | undefined
  readonly close: (uri: string) => OpenDocument | undefined
  readonly get: (uri: string) => OpenDocument | undefined
  readonly all: () => readonly OpenDocument[]
}

/** The texts of open documents, as the editor has them. */
export function createDocuments(encoding: () => Encoding): Documents {
  const known = new Map<string, OpenDocument>()
  const close = (uri: string) => {
    const document = known.get(keyOf(uri))
    if (!document) return undefined
    known.delete(keyOf(uri))
    document.isClosed = true
    document.stamp = {}
    clearTimeout(document.timer)
    return document
  }
  return {
    open: ({uri, languageId, version, text}) => {
      // An editor that opens twice has not closed in between.
      close(uri)
      const path = pathOf(uri)
      const format = draftFormat(path ?? uri, languageId)
      if (!format) return undefined
      const lines = linesOf(text, encoding())
      const opened: OpenDocument = {
        ...{uri, path, format, version, lines, stamp: {}, isClosed: false},
        ...{draft: undefined, check: undefined, timer: undefined},
      }
      known.set(keyOf(uri), opened)
      return opened
    },
    change: ({uri, version}, changes) => {
      const document = known.get(keyOf(uri))
      if (!document) return undefined
      for (const change of changes) apply(document, change)
      document.version = version
      return document
    },
    close,
    get: (uri) => known.get(keyOf(uri)),
    all: () => [...known.values()],
  }
}

/** Each change counts in the text that the one before has left. */
function apply(document: OpenDocument, change: TextDocumentContentChangeEvent): void {
  document.stamp = {}
  const {lines} = document
  const {start, end} =
    'range' in change ? toOffsets(lines, change.range) : {start: 0, end: lines.text.length}
  const text = lines.text.slice(0, start) + change.text + lines.text.slice(end)
  document.lines = linesOf(text, lines.encoding)
  document.draft?.draft.edit([{start, end, text: change.text}])
}

/** By the ending of its name, as the command does; else by what the editor takes it for. */
function draftFormat(name: string, languageId: string): DraftFormat | undefined {
  const format = formatOf(name)
  if (format === 'markdown' || format === 'text' || format === 'html') return format
  return format === undefined ? formatByLanguage.get(languageId) : undefined
}

/** The same for all ways to write one file: "a(1).md" and "a%281%29.md". */
export const keyOf = (uri: string): string => pathOf(uri) ?? uri

/** Undefined for what is no file. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}
