import * as v from 'valibot'
import {type Document, LineCounter, parseDocument} from 'yaml'
import {en} from './catalogue/en.ts'
import {RuleFileError, type UserError} from './errors.ts'
import {nearest} from './nearest.ts'

// What rule files, packs, profiles and lists have in common: YAML of one shape, refused with place and remedy.

const say = en.ruleFiles

/** @throws {RuleFileError} with the line of the first mistake */
export function parseYaml(yamlText: string, path: string): unknown {
  const lines = new LineCounter()
  const document = parseDocument(yamlText, {
    prettyErrors: false,
    lineCounter: lines,
    uniqueKeys: true,
  })
  const [error] = document.errors
  if (!error) return toPlainData(document, path)
  const {line} = lines.linePos(error.pos[0])
  throw new RuleFileError(
    `${path}: line ${line}`,
    say.notYaml(error.code.toLowerCase().replaceAll('_', ' ')),
    say.quoteIt,
  )
}

function toPlainData(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS()
  } catch (cause) {
    throw new RuleFileError(path, say.alias, say.writeOut, {cause})
  }
}

/** The shape of a file, and what is said of one that does not have it. */
export interface FileShape<T> {
  readonly schema: v.GenericSchema<unknown, T>
  /** Fields that a misspelt one may mean. */
  readonly fields: readonly string[]
  readonly notMap: string
  readonly unknownKey: (key: string) => string
  readonly remedy: string
}

type ErrorKind = new (where: string, problem: string, remedy: string) => UserError

/** @throws {RuleFileError} or an error of another kind, for the first field that cannot be used */
export function checkShape<T>(
  value: unknown,
  path: string,
  shape: FileShape<T>,
  Kind: ErrorKind = RuleFileError,
): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Kind(path, shape.notMap, shape.remedy)
  const result = v.safeParse(shape.schema, value)
  if (result.success) return result.output
  const {where, problem, remedy} = toError(deepest(result.issues), path, shape)
  throw new Kind(where, problem, remedy)
}

/** A map of a list's or a citation's kind. @throws {RuleFileError} */
export function checkMap<T>(
  value: unknown,
  path: string,
  schema: v.GenericSchema<unknown, T>,
  remedy: string,
): T {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const issue = deepest(result.issues)
  throw new RuleFileError(`${path}: ${fieldOf(issue)}`, say.unusable(issue.message), remedy)
}

interface Issue {
  readonly kind: string
  readonly type: string
  readonly expected: string | null
  readonly received: string
  readonly message: string
  readonly path?: readonly {readonly key?: unknown}[] | undefined
  readonly issues?: readonly Issue[] | undefined
}

/**
 * A misspelt field is missing, too, and the misspelling says more. Of a union's alternatives the one that got
 * furthest says best what is wrong.
 */
function deepest(issues: readonly Issue[]): Issue {
  const first = issues.find(({expected}) => expected === 'never') ?? issues[0]
  if (!first) throw new Error('Expected an issue')
  const inner = first.issues?.toSorted(
    (a, b) =>
      (b.path?.length ?? 0) - (a.path?.length ?? 0) ||
      Number(b.expected === 'never') - Number(a.expected === 'never'),
  )
  if (first.type !== 'union' || !inner?.[0]) return first
  const best = deepest(inner)
  return {...best, path: [...(first.path ?? []), ...(best.path ?? [])]}
}

const fieldOf = (issue: Issue) =>
  (issue.path ?? [])
    .map(({key}) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')

function toError(
  issue: Issue,
  path: string,
  {fields, unknownKey, remedy}: Omit<FileShape<unknown>, 'schema'>,
): RuleFileError {
  const field = fieldOf(issue)
  const where = field === '' ? path : `${path}: ${field}`
  if (issue.expected === 'never') {
    const key = field.split('.').at(-1) ?? field
    const meant = nearest(key, fields)
    return new RuleFileError(where, unknownKey(key), meant ? say.meantKey(meant) : say.takeOut)
  }
  if (issue.received === 'undefined') return new RuleFileError(where, say.missing, remedy)
  const needsQuotes =
    issue.received === 'Object' || issue.received === 'Array' || issue.received === 'boolean'
  return new RuleFileError(where, say.unusable(issue.message), needsQuotes ? say.quoteIt : remedy)
}
