import {type Document, LineCounter, parseDocument} from 'yaml'
import {en} from './catalogue/en.ts'
import {checkContext, isMap, knownKeys} from './context-check.ts'
import {isDay, toDay} from './day.ts'
import {ContextError} from './errors.ts'
import type {ContextData} from './rule.ts'

// Apart from context.ts, so that a run without declarations never loads a YAML parser.

const {problems, remedies} = en.declaring

/**
 * A context file: everything in it has to be known.
 * @param where the file's name, for errors
 * @throws {ContextError} naming file, place, problem and remedy
 */
export function parseContext(yamlText: string, where: string): ContextData {
  const data = parseDeclared(yamlText, where)
  return data === null ? {} : checkContext(data, where)
}

/**
 * The front matter of a report, which may also hold a title, a date and so on.
 * A map under `safe-together` is taken alone; else the known keys are.
 * @throws {ContextError} naming file, place, problem and remedy
 */
export function parseFrontMatter(yamlText: string, where: string): ContextData {
  const data = parseDeclared(yamlText, where, {linesBefore: linesBeforeFrontMatter})
  if (!isMap(data)) return {}
  const own = data['safe-together']
  if (own !== undefined) return checkContext(own, `${where}: safe-together`)
  const known = Object.entries(data).filter(
    ([key, value]) => knownKeys.includes(key) && (key !== 'date' || isDate(value)),
  )
  return checkContext(Object.fromEntries(known), where, remedies.frontMatter)
}

/** Front matter dates reports in many ways; one that is no day is somebody else's. */
const isDate = (value: unknown) => typeof value === 'string' && isDay(toDay(value.trim()))

/** The line of three hyphens. */
const linesBeforeFrontMatter = 1

interface YamlReading {
  /** Lines of the file that stand above the text. */
  readonly linesBefore?: number
  /** Values are what is written: 4.10 is no number, and "yes" no answer. */
  readonly isAllText?: boolean
}

/**
 * YAML that a person wrote about a report.
 * @throws {ContextError} with the line, and nothing of what stands there
 */
export function parseDeclared(
  text: string,
  where: string,
  {linesBefore = 0, isAllText = false}: YamlReading = {},
): unknown {
  const lines = new LineCounter()
  // The library's long messages quote the file, and a context file holds names.
  const schema = isAllText ? 'failsafe' : 'core'
  const document = parseDocument(text, {prettyErrors: false, lineCounter: lines, schema})
  const [error] = document.errors
  if (error) {
    const line = en.declaring.line(lines.linePos(error.pos[0]).line + linesBefore)
    throw toYamlError(error.code, `${where}: ${line}`, error)
  }
  return toPlainData(document, where)
}

function toPlainData(document: Document.Parsed, where: string): unknown {
  try {
    return document.toJS()
  } catch (cause) {
    throw new ContextError(where, problems.alias, remedies.alias, {cause})
  }
}

function toYamlError(code: string, where: string, cause: Error): ContextError {
  const {problem, remedy} = yamlErrors.get(code) ?? {
    problem: problems.notYaml,
    remedy: remedies.yaml,
  }
  return new ContextError(where, problem, remedy, {cause})
}

const yamlErrors: ReadonlyMap<string, {readonly problem: string; readonly remedy: string}> =
  new Map([
    ['BAD_INDENT', {problem: problems.indentation, remedy: remedies.indentation}],
    ['TAB_AS_INDENT', {problem: problems.tab, remedy: remedies.tab}],
    ['DUPLICATE_KEY', {problem: problems.twice, remedy: remedies.twice}],
    ['MISSING_CHAR', {problem: problems.unclosed, remedy: remedies.unclosed}],
    ['BLOCK_AS_IMPLICIT_KEY', {problem: problems.twoColons, remedy: remedies.quote}],
    ['BAD_SCALAR_START', {problem: problems.reserved, remedy: remedies.quote}],
    ['MULTIPLE_DOCS', {problem: problems.severalDocuments, remedy: remedies.severalDocuments}],
  ])
