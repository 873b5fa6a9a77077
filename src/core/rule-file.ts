import * as v from 'valibot'
import {LineCounter, parseDocument} from 'yaml'
import {en} from './catalogue/en.ts'
import {RuleFileError} from './errors.ts'
import {nearest} from './nearest.ts'
import {
  bad,
  good,
  isPlaceMatch,
  type MatchData,
  matchKinds,
  type RuleData,
  type RuleEntry,
  ruleData,
} from './rule.ts'
import {statusValues} from './types.ts'

const say = en.ruleFiles

/**
 * A rule file, checked. Its name is its id, its folder its category.
 * @param path "rules/victim-blaming/failure-to-protect.yml"
 * @param sources keys of `sources.yml`
 * @throws {RuleFileError} naming file, field, problem and remedy
 */
export function parseRuleFile(
  yamlText: string,
  path: string,
  sources: ReadonlySet<string>,
): RuleEntry {
  const data = checkShape(parseYaml(yamlText, path), path)
  checkSources(data, path, sources)
  checkSlots(data, path)
  checkPatterns(data, path)
  checkExamples(data, path)
  const [file = '', category = ''] = path.split('/').toReversed()
  return {...data, id: file.replace(/\.ya?ml$/, ''), category}
}

/** @throws {RuleFileError} with the line of the first mistake */
function parseYaml(yamlText: string, path: string): unknown {
  const lines = new LineCounter()
  const document = parseDocument(yamlText, {
    prettyErrors: false,
    lineCounter: lines,
    uniqueKeys: true,
  })
  const [error] = document.errors
  if (!error) return document.toJS()
  const {line} = lines.linePos(error.pos[0])
  throw new RuleFileError(
    `${path}: line ${line}`,
    say.notYaml(error.code.toLowerCase().replaceAll('_', ' ')),
    say.quoteIt,
  )
}

function checkShape(value: unknown, path: string): RuleData {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RuleFileError(path, say.notMap, say.seeExample)
  const result = v.safeParse(ruleData, value)
  if (result.success) return result.output
  throw toError(deepest(result.issues), path)
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
  const inner = first.issues?.toSorted((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0))
  if (first.type !== 'union' || !inner?.[0]) return first
  const best = deepest(inner)
  return {...best, path: [...(first.path ?? []), ...(best.path ?? [])]}
}

const fieldOf = (issue: Issue) =>
  (issue.path ?? [])
    .map(({key}) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')

function toError(issue: Issue, path: string): RuleFileError {
  const field = fieldOf(issue)
  const where = field === '' ? path : `${path}: ${field}`
  if (issue.expected === 'never') {
    const key = field.split('.').at(-1) ?? field
    const meant = nearest(key, fieldNames)
    return new RuleFileError(where, say.unknownKey(key), meant ? say.meantKey(meant) : say.takeOut)
  }
  if (issue.received === 'undefined') return new RuleFileError(where, say.missing, say.seeExample)
  const needsQuotes =
    issue.received === 'Object' || issue.received === 'Array' || issue.received === 'boolean'
  return new RuleFileError(
    where,
    say.unusable(issue.message),
    needsQuotes ? say.quoteIt : say.seeExample,
  )
}

const fieldNames = [
  ...[ruleData, ...matchKinds, bad, good].flatMap(({entries}) => Object.keys(entries)),
  ...statusValues,
]

function checkSources({sources: cited}: RuleData, path: string, sources: ReadonlySet<string>) {
  for (const [index, key] of cited.entries()) {
    if (!sources.has(key))
      throw new RuleFileError(`${path}: sources[${index}]`, say.unknownSource(key), say.addSource)
  }
}

/** A slot that nobody fills would stand in a finding with its braces. */
function checkSlots({message, why, ask, frames, replacements, match}: RuleData, path: string) {
  const texts: Readonly<Record<string, string>> = {
    ...{message, why, ask, replacements: replacements.join(' ')},
    ...Object.fromEntries(Object.entries(frames).map(([key, text]) => [`frames.${key}`, text])),
  }
  for (const [field, text] of Object.entries(texts)) {
    const [slot] = text.match(unknownSlot(match)) ?? []
    if (slot !== undefined)
      throw new RuleFileError(`${path}: ${field}`, say.unknownSlot(slot), say.knownSlots)
  }
}

/** Only a share has numbers to tell. */
const unknownSlot = (match: MatchData) =>
  'review' in match && match.review === 'share'
    ? /\{(?!(?:perpetrator|survivor|child|count-of-perpetrator|count-of-survivor)\})[^}]*\}/
    : /\{(?!(?:perpetrator|survivor|child)\})[^}]*\}/

function checkPatterns({match}: RuleData, path: string) {
  for (const field of ['patterns', 'except', 'near', 'not-near'] as const) {
    const patterns = patternsIn(match, field)
    const twice = patterns.find((pattern, index) => patterns.indexOf(pattern) < index)
    if (twice !== undefined)
      throw new RuleFileError(`${path}: match.${field}`, say.duplicatePattern(twice), say.removeOne)
  }
}

type PatternField = 'patterns' | 'except' | 'near' | 'not-near'

function patternsIn(match: MatchData, field: PatternField): readonly string[] {
  if (field === 'patterns') return 'patterns' in match ? (match.patterns ?? []) : []
  if (isPlaceMatch(match)) return match[field] ?? []
  if (field === 'near' && 'near' in match) return match.near ?? []
  return field === 'except' && 'except' in match ? (match.except ?? []) : []
}

function checkExamples({examples}: RuleData, path: string) {
  if (!examples.some((example) => 'bad' in example))
    throw new RuleFileError(`${path}: examples`, say.noBad, say.addExample)
  if (!examples.some((example) => 'good' in example))
    throw new RuleFileError(`${path}: examples`, say.noGood, say.addExample)
  for (const [index, example] of examples.entries()) {
    if ('bad' in example && !/\[\[.+?\]\]/s.test(example.bad)) {
      throw new RuleFileError(`${path}: examples[${index}].bad`, say.noMarks, say.addMarks)
    }
  }
}

/** `lexicon.yml`: lists of texts by name. @throws {RuleFileError} */
export function parseLexicon(
  yamlText: string,
  path: string,
): Readonly<Record<string, readonly string[]>> {
  return checkMap(
    parseYaml(yamlText, path),
    path,
    v.record(v.string(), v.array(v.pipe(v.string(), v.minLength(1)))),
    say.listOf,
  )
}

/** `sources.yml`: citations by key. @throws {RuleFileError} */
export function parseSources(yamlText: string, path: string): Readonly<Record<string, string>> {
  return checkMap(parseYaml(yamlText, path), path, v.record(v.string(), v.string()), say.quoteIt)
}

/** `official-names.yml`: `names:` and a list. @throws {RuleFileError} */
export function parseNames(yamlText: string, path: string): readonly string[] {
  return checkMap(
    parseYaml(yamlText, path),
    path,
    v.looseObject({names: v.array(v.string())}),
    say.listOf,
  ).names
}

function checkMap<T>(
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
