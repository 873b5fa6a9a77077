import {en} from '../core/catalogue/en.ts'
import type {Finding, SourceDocument} from '../core/types.ts'
import {isOpenDocumentText} from '../readers/odt/package.ts'
import type {Annotated, AnnotateOptions, Cleaned} from './annotation.ts'
import {annotateDocx} from './docx/annotate.ts'
import {cleanDocx} from './docx/clean.ts'
import {annotateOdt} from './odt/annotate.ts'
import {cleanOdt} from './odt/clean.ts'

export type {Annotated, AnnotateOptions, Cleaned} from './annotation.ts'

export interface CleanOptions {
  /** Who the comments were said to be by; the usual author by default. */
  readonly author?: string
}

/**
 * A copy of a report with its findings as comments, and nothing else changed.
 * @param bytes the file, without comments of ours: as `clean` gives it
 * @param document what those bytes were read as
 * @throws {ReadError} for a file that cannot be written into
 */
export function annotate(
  bytes: Uint8Array,
  document: SourceDocument,
  findings: readonly Finding[],
  options: AnnotateOptions,
): Annotated {
  const write = document.format === 'odt' ? annotateOdt : annotateDocx
  return write(bytes, document, findings, options)
}

/**
 * A report without the comments and tracked changes that `annotate` wrote.
 * @throws {ReadError} for a file of another kind
 */
export function clean(bytes: Uint8Array, name: string, options: CleanOptions = {}): Cleaned {
  const isOdt = isOpenDocumentText(bytes) || /\.(?:odt|ott|fodt)$/i.test(name)
  return isOdt
    ? cleanOdt(bytes, name)
    : cleanDocx(bytes, name, options.author ?? en.annotating.author)
}
