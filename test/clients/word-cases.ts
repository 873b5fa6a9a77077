import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import type {AnnotateOptions} from '../../src/annotate/index.ts'
import {en} from '../../src/core/catalogue/en.ts'
import type {Finding, ReportContext, SourceDocument} from '../../src/core/types.ts'
import {emptyContext, lint, readDocx} from '../../src/index.ts'
import {toShow} from '../../src/reporters/shown.ts'
import {corpus} from '../word-corpus/compare.ts'
import {readContext} from './read-context.ts'

export const options: AnnotateOptions = {
  author: en.annotating.author,
  initials: en.annotating.initials,
  date: '2026-02-01T09:00:00Z',
}

/** A Word document and what the command would show of it. */
export interface WordCase {
  readonly name: string
  readonly bytes: Uint8Array
  readonly document: SourceDocument
  readonly findings: readonly Finding[]
}

function caseOf(name: string, bytes: Uint8Array, context: ReportContext): WordCase {
  const document = readDocx(bytes, name)
  const {findings} = lint(document, {context})
  return {name, bytes, document, findings: toShow(findings, {quiet: false, showInfo: true})}
}

const reports = readdirSync('fixtures').flatMap((name) => {
  const path = join('fixtures', name, 'report.docx')
  const context = join('fixtures', name, 'report.context.yml')
  if (!existsSync(path)) return []
  const declared = existsSync(context) ? readContext(context) : emptyContext
  return [caseOf(name, new Uint8Array(readFileSync(path)), declared)]
})

/** The reports of the fixtures, then the documents of fixtures/word. */
export const wordCases: readonly WordCase[] = [
  ...reports,
  ...corpus.map(([name, bytes]) => caseOf(name, bytes, emptyContext)),
]

/** A folder of its own for what a test makes, with a profile for LibreOffice. */
export function workFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'safe-together-clients-'))
  return {
    profile: join(folder, 'profile'),
    path: (...names: readonly string[]) => join(folder, ...names),
    read: (...names: readonly string[]) => new Uint8Array(readFileSync(join(folder, ...names))),
    remove: () => rmSync(folder, {recursive: true, force: true}),
  }
}

/** The text of each comment of a Word document. */
export function commentTexts(docx: Uint8Array): readonly string[] {
  const {'word/comments.xml': one, 'word/comments1.xml': other} = unzipSync(docx)
  const xml = new TextDecoder().decode(one ?? other ?? new Uint8Array())
  return [...xml.matchAll(/<w:comment\b.*?<\/w:comment>/gs)].map(([comment]) =>
    comment.replaceAll(/<[^>]+>/g, ''),
  )
}

/** Of which LibreOffice 7.4 loses text, with anybody’s comments in these places; annotate says so of them. */
export const lossy: readonly string[] = ['hand-content-controls', 'pandoc-footnotes']

/** Text as different programs agree on it: space of any kind is one, signs of a symbol font none. */
export const plain = (text: string) =>
  text
    .replaceAll('\u00ad', '')
    .replace(/[\s\ufffd\uf000-\uf0ff]+/g, ' ')
    .trim()
