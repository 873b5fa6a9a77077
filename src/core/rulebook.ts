import {RuleFileError} from './errors.ts'
import {
  addOwnPattern,
  addPattern,
  addWords,
  type Compilation,
  firstWordsOf,
  type Lexicon,
  phrasesOf,
  startCompilation,
  toTable,
} from './patterns/compile.ts'
import {type FrameName, frameNames} from './patterns/frames.ts'
import {NotationError} from './patterns/notation.ts'
import {compileNames, type NamePatterns} from './patterns/official-names.ts'
import {type PatternTable, writeSet} from './patterns/program.ts'
import type {PeopleNouns} from './pipeline/party-index.ts'
import type {MatchData, RuleEntry} from './rule.ts'

/** Everything a rulebook is made from, checked but not yet compiled. */
export interface RulebookSources {
  readonly rules: readonly RuleEntry[]
  readonly lexicon: Lexicon
  readonly officialNames: readonly string[]
  /** Citations by key. */
  readonly sources: Readonly<Record<string, string>>
}

/** A rule with the ids of its patterns and word sets in the table. */
export interface CompiledRule {
  readonly rule: RuleEntry
  readonly patterns: readonly number[]
  readonly except: readonly number[]
  readonly near: readonly number[]
  readonly notNear: readonly number[]
  readonly notBeside: readonly number[]
  /** Words of the detector `uneven`: [doubting, plain]. */
  readonly wordSets: readonly number[]
}

/** Plain data, written by the build and read by every host. */
export interface RulebookData {
  readonly table: PatternTable
  /** For each form the patterns that it calls up: the cost of a sentence hangs on its words, not on the number of rules. */
  readonly patternsByForm: readonly string[]
  /** For each pattern the sets of which its sentence has a word, and for each form the sets that hold it. */
  readonly requiredByPattern: readonly string[]
  readonly setsByForm: readonly string[]
  readonly rules: readonly CompiledRule[]
  readonly frames: Readonly<Record<FrameName, number>>
  readonly people: PeopleNouns
  readonly harmVerbs: readonly string[]
  readonly harmNouns: readonly string[]
  readonly controlVerbs: readonly string[]
  readonly reportingVerbs: readonly string[]
  readonly names: NamePatterns
  /** Phrases by which a report raises domestic abuse. */
  readonly abusePhrases: readonly string[]
  readonly sources: Readonly<Record<string, string>>
}

/** The one compiler, at build time and for packs at run time. Throws RuleFileError. */
export function compileRulebook({
  rules,
  lexicon,
  officialNames,
  sources,
}: RulebookSources): RulebookData {
  const compilation = inFile('rules/lexicon.yml', () => startCompilation(lexicon))
  const compiled = rules.map((rule) => compileRule(compilation, rule))
  const frames = frameNames.map(
    (name) =>
      [
        name,
        inFile(`rules/lexicon.yml: ${name}`, () => addPattern(compilation, `<${name}>`)),
      ] as const,
  )
  const phrases = (...lists: readonly string[]) =>
    unique(inFile('rules/lexicon.yml', () => lists.flatMap((list) => phrasesOf(compilation, list))))
  return {
    rules: compiled,
    frames: toFrames(frames),
    people: {
      adult: phrases('adult-party'),
      child: phrases('child-noun'),
      professional: phrases('professional'),
      relative: phrases('relative'),
    },
    harmVerbs: unique(inFile('rules/lexicon.yml', () => firstWordsOf(compilation, 'harm-verb'))),
    harmNouns: phrases('harm-noun'),
    controlVerbs: unique(firstWordsOf(compilation, 'control-verb')),
    reportingVerbs: unique(
      ['say', 'doubt-verb', 'allege'].flatMap((list) => firstWordsOf(compilation, list)),
    ),
    names: compileNames(officialNames),
    abusePhrases: phrases('abuse-raised'),
    sources,
    table: toTable(compilation),
    ...indexByAnchor(compilation, compiled),
  }
}

function indexByAnchor(
  {formIds, sets, programs}: Compilation,
  rules: readonly CompiledRule[],
): Pick<RulebookData, 'patternsByForm' | 'requiredByPattern' | 'setsByForm'> {
  const patternsByForm: number[][] = [...formIds.keys()].map(() => [])
  const setsByForm: number[][] = [...formIds.keys()].map(() => [])
  const own = new Set(
    rules.flatMap(({rule, patterns}) => ('patterns' in rule.match ? patterns : [])),
  )
  for (const pattern of [...own].sort((a, b) => a - b)) {
    for (const form of sets[programs[pattern]?.anchor ?? -1] ?? [])
      patternsByForm[form]?.push(pattern)
  }
  const required = new Set([...own].flatMap((pattern) => programs[pattern]?.required ?? []))
  for (const set of [...required].sort((a, b) => a - b))
    for (const form of sets[set] ?? []) setsByForm[form]?.push(set)
  return {
    patternsByForm: patternsByForm.map(writeSet),
    requiredByPattern: programs.map(({required}) =>
      writeSet([...new Set(required)].sort((a, b) => a - b)),
    ),
    setsByForm: setsByForm.map(writeSet),
  }
}

const unique = (all: readonly string[]) => [...new Set(all)]

function toFrames(frames: readonly (readonly [FrameName, number])[]): RulebookData['frames'] {
  const of = (name: FrameName) => frames.find(([known]) => known === name)?.[1] ?? -1
  return {
    'not-said': of('not-said'),
    'legal-frame': of('legal-frame'),
    'record-frame': of('record-frame'),
    'reported-frame': of('reported-frame'),
    adopted: of('adopted'),
  }
}

function compileRule(compilation: Compilation, rule: RuleEntry): CompiledRule {
  const {match} = rule
  const ids = (field: string, patterns: readonly string[] | undefined, add = addPattern) =>
    (patterns ?? []).map((pattern, index) =>
      inFile(`${pathOf(rule)}: match.${field}[${index}] “${pattern}”`, () =>
        add(compilation, pattern),
      ),
    )
  return {
    rule,
    patterns:
      'patterns' in match
        ? ids('patterns', match.patterns, addOwnPattern)
        : match.detector === 'quoted-word'
          ? ids('words', match.words, addOwnPattern)
          : [],
    except: ids('except', match.except),
    near: ids('near', match.near),
    notNear: ids('not-near', match['not-near']),
    notBeside: ids('not-beside', match['not-beside']),
    wordSets: inFile(`${pathOf(rule)}: match.words`, () => wordSetsOf(compilation, match)),
  }
}

const pathOf = ({category, id}: RuleEntry) => `rules/${category}/${id}.yml`

function wordSetsOf(compilation: Compilation, match: MatchData): readonly number[] {
  if (!('detector' in match) || match.detector !== 'uneven' || !match.words) return []
  return [addWords(compilation, match.words.doubting), addWords(compilation, match.words.plain)]
}

/** A notation problem becomes an error that says file, field and remedy. */
function inFile<T>(where: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (!(cause instanceof NotationError)) throw cause
    throw new RuleFileError(
      where,
      cause.message,
      'The signs a pattern may use are described in docs/writing-rules.md',
      {cause},
    )
  }
}
