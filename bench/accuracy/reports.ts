import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {emptyContext, mergeContexts, toReportContext} from '../../src/core/context.ts'
import {parseContext, parseFrontMatter} from '../../src/core/context-file.ts'
import type {ReportContext, SourceDocument} from '../../src/core/types.ts'
import {formatOf, readDocx, readMarkdown, readText} from '../../src/readers/index.ts'
import {type Said, saidOf} from './outcomes.ts'

/** A whole text, with what was said about it. */
export interface Reading extends Said {
  readonly name: string
  readonly words: number
  readonly document: SourceDocument
}

const readerOf = (path: string) => {
  if (formatOf(path) === 'docx') return readDocx
  return formatOf(path) === 'markdown' ? readMarkdown : readText
}

/** A report, and what is declared in its front matter or in the file beside it. */
export function readReport(path: string): {document: SourceDocument; context: ReportContext} {
  const beside = path.replace(/\.\w+$/, '.context.yml')
  const declared = existsSync(beside) ? parseContext(readFileSync(beside, 'utf8'), beside) : {}
  const options = {isTemplate: declared.mode === 'template'}
  const document = readerOf(path)(readFileSync(path), path, options)
  const data = mergeContexts(
    document.frontMatter === undefined ? {} : parseFrontMatter(document.frontMatter, path),
    declared,
  )
  return {document, context: toReportContext(data)}
}

/** The clean fixtures, in which nothing is wrong. */
export function readCleanFixtures(root: string, isDeclared: boolean): Reading[] {
  return readdirSync(root)
    .filter((name) => name.startsWith('clean-'))
    .sort()
    .map((name) => {
      const file = readdirSync(join(root, name)).find((each) =>
        /^report\.(docx|md|txt)$/.test(each),
      )
      if (!file) throw new Error(`${join(root, name)} has no report`)
      const {document, context} = readReport(join(root, name, file))
      return readingOf(name, document, isDeclared ? context : emptyContext)
    })
}

/** The ordinary prose of a folder, a text each; nobody in it is declared. */
export function readProse(root: string): Reading[] {
  return readdirSync(root)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const {document} = readReport(join(root, file))
      return readingOf(file.replace(/\.txt$/, ''), document, emptyContext)
    })
}

const readingOf = (name: string, document: SourceDocument, context: ReportContext): Reading => ({
  name,
  document,
  words: countWords(document.text),
  ...saidOf(document, context),
})

/** What stands between spaces and has a letter or a digit: “mother-in-law” is one word, “–” none. */
export const countWords = (text: string): number =>
  text.match(/\S+/g)?.filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length ?? 0

/** Findings in several texts together. */
export interface Alarms {
  readonly words: number
  readonly told: number
  readonly asked: number
}

export const alarmsOf = (readings: readonly (Pick<Reading, 'words'> & Said)[]): Alarms => ({
  words: sum(readings.map(({words}) => words)),
  told: sum(readings.map(({told}) => told.length)),
  asked: sum(readings.map(({asked}) => asked.length)),
})

export const perThousand = (count: number, words: number): number =>
  words === 0 ? 0 : (count * 1000) / words

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** How often each rule spoke, the most talkative first. */
export function countRules(findings: Said['told']): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const {ruleId} of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
}
