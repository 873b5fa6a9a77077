import * as v from 'valibot'
import {en} from './catalogue/en.ts'
import {RuleFileError} from './errors.ts'
import {
  bad,
  type CatalogueData,
  catalogueData,
  good,
  isPlaceMatch,
  type MatchData,
  matchKinds,
  type RuleData,
  type RuleEntry,
  ruleData,
} from './rule.ts'
import {checkMap, checkShape, type FileShape, parseYaml} from './rule-yaml.ts'
import {frameKinds} from './types.ts'

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
  const data = checkShape(parseYaml(yamlText, path), path, ruleShape)
  checkSources(data, path, sources)
  checkSlots(data, path, data.match)
  checkPatterns(data, path)
  checkExamples(data, path)
  const [file = '', category = ''] = path.split('/').toReversed()
  return {...data, id: file.replace(/\.ya?ml$/, ''), category}
}

const fieldNames = [
  ...[ruleData, ...matchKinds, bad, good].flatMap(({entries}) => Object.keys(entries)),
  ...frameKinds,
]

const ruleShape: FileShape<RuleData> = {
  schema: ruleData,
  fields: fieldNames,
  notMap: say.notMap,
  unknownKey: say.unknownKey,
  remedy: say.seeExample,
}

function checkSources({sources: cited}: RuleData, path: string, sources: ReadonlySet<string>) {
  for (const [index, key] of cited.entries()) {
    if (!sources.has(key))
      throw new RuleFileError(`${path}: sources[${index}]`, say.unknownSource(key), say.addSource)
  }
}

/** What a rule says, or an adjustment says in its place. */
type Texts = {
  readonly [Field in 'message' | 'why' | 'ask' | 'frames' | 'replacements']?:
    | RuleData[Field]
    | undefined
}

/** A slot that nobody fills would stand in a finding with its braces. @throws {RuleFileError} */
export function checkSlots(
  {message, why, ask, frames, replacements}: Texts,
  path: string,
  match?: MatchData,
): void {
  const texts: Readonly<Record<string, string | undefined>> = {
    ...{message, why, ask, replacements: replacements?.join(' ')},
    ...Object.fromEntries(
      Object.entries(frames ?? {}).map(([key, text]) => [`frames.${key}`, text]),
    ),
  }
  for (const [field, text = ''] of Object.entries(texts)) {
    const [slot] = text.match(unknownSlot(match)) ?? []
    if (slot !== undefined)
      throw new RuleFileError(`${path}: ${field}`, say.unknownSlot(slot), say.knownSlots)
  }
}

/** Only a share has numbers to tell. */
const unknownSlot = (match: MatchData | undefined) =>
  match && 'review' in match && match.review === 'share'
    ? /\{(?!(?:perpetrator|survivor|child|count-of-perpetrator|count-of-survivor)\})[^}]*\}/
    : /\{(?!(?:perpetrator|survivor|child)\})[^}]*\}/

function checkPatterns({match}: RuleData, path: string) {
  for (const field of ['patterns', 'except', 'near', 'not-near', 'not-beside'] as const) {
    const patterns = patternsIn(match, field)
    const twice = patterns.find((pattern, index) => patterns.indexOf(pattern) < index)
    if (twice !== undefined)
      throw new RuleFileError(`${path}: match.${field}`, say.duplicatePattern(twice), say.removeOne)
  }
}

type PatternField = 'patterns' | 'except' | 'near' | 'not-near' | 'not-beside'

function patternsIn(match: MatchData, field: PatternField): readonly string[] {
  if (field === 'patterns') return 'patterns' in match ? (match.patterns ?? []) : []
  if (isPlaceMatch(match)) return match[field] ?? []
  if (field === 'near' && 'near' in match) return match.near ?? []
  return field === 'except' && 'except' in match ? (match.except ?? []) : []
}

/** Fewer examples show neither what a rule finds nor that it can be trusted. */
const leastExamples = 3

function checkExamples({examples}: RuleData, path: string) {
  const flagged = examples.filter((example) => 'bad' in example)
  const leftAlone = examples.flatMap((example) => ('good' in example ? [example] : []))
  const where = `${path}: examples`
  if (flagged.length < leastExamples)
    throw new RuleFileError(where, say.fewBad(flagged.length, leastExamples), say.addExample)
  if (leftAlone.length < leastExamples)
    throw new RuleFileError(where, say.fewGood(leftAlone.length, leastExamples), say.addExample)
  if (!leftAlone.some(({why}) => why !== undefined))
    throw new RuleFileError(where, say.noWhy, say.addWhy)
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

/** `catalogue.yml`: categories, and rows by id. @throws {RuleFileError} */
export function parseCatalogue(yamlText: string, path: string): CatalogueData {
  return checkMap(parseYaml(yamlText, path), path, catalogueData, say.seeRows)
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
