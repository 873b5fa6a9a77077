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
import {patternsOfReview, type ReviewList, type ReviewMatch, reviewLists} from './review-rule.ts'
import {
  isPlaceMatch,
  isPrivate,
  isReview,
  isRuleOf,
  type MatchData,
  type PlaceMatch,
  type PrivateMatch,
  type RuleEntry,
  type RuleOf,
} from './rule.ts'

/** Everything a rulebook is made from, checked but not yet compiled. */
export interface RulebookSources {
  readonly rules: readonly RuleEntry[]
  readonly lexicon: Lexicon
  readonly officialNames: readonly string[]
  /** Citations by key. */
  readonly sources: Readonly<Record<string, string>>
}

/** A rule that is looked for sentence by sentence, with the ids of its patterns and word sets in the table. */
export interface CompiledRule {
  readonly rule: RuleOf<PlaceMatch>
  readonly patterns: readonly number[]
  readonly except: readonly number[]
  readonly near: readonly number[]
  readonly notNear: readonly number[]
  /** Words of the detector `uneven`: [doubting, plain]. */
  readonly wordSets: readonly number[]
}

/** A rule about private details, with the ids of its patterns. */
export interface CompiledPrivateRule {
  readonly rule: RuleOf<PrivateMatch>
  readonly personal: readonly number[]
  readonly public: readonly number[]
  /** Word sets: what makes a place, and what is none. */
  readonly words: number
  readonly notPlaces: number
}

/** A question about a report as a whole, with the ids of its patterns. */
export interface CompiledReviewRule {
  readonly rule: RuleOf<ReviewMatch>
  readonly patterns: Readonly<Record<ReviewList, readonly number[]>>
}

/** Plain data, written by the build and read by every host. */
export interface RulebookData {
  readonly table: PatternTable
  /** For each form the patterns that it calls up: the cost of a sentence hangs on its words, not on the number of rules. */
  readonly patternsByForm: readonly string[]
  /** The same for patterns of report-wide rules, which only a whole report calls up. */
  readonly reviewPatternsByForm: readonly string[]
  /** The pattern by which a sentence raises domestic abuse. */
  readonly raisesAbuse: number
  /** For each pattern the sets of which its sentence has a word, and for each form the sets that hold it. */
  readonly requiredByPattern: readonly string[]
  readonly setsByForm: readonly string[]
  readonly rules: readonly CompiledRule[]
  readonly privateRules: readonly CompiledPrivateRule[]
  readonly reviewRules: readonly CompiledReviewRule[]
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
  const compiled = rulesOf(rules, isPlaceMatch, (rule) => compileRule(compilation, rule))
  const privateRules = rulesOf(rules, isPrivate, (rule) => compilePrivateRule(compilation, rule))
  const toReview = (rule: RuleOf<ReviewMatch>) => compileReviewRule(compilation, rule, lexicon)
  const reviewRules = rulesOf(rules, isReview, toReview)
  const frames = frameNames.map(
    (name) =>
      [
        name,
        inFile(`rules/lexicon.yml: ${name}`, () => addPattern(compilation, `<${name}>`)),
      ] as const,
  )
  const raisesAbuse = inFile('rules/lexicon.yml', () => addPattern(compilation, '<abuse-raised>'))
  const phrases = (...lists: readonly string[]) =>
    unique(inFile('rules/lexicon.yml', () => lists.flatMap((list) => phrasesOf(compilation, list))))
  return {
    rules: compiled,
    privateRules,
    reviewRules,
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
    raisesAbuse,
    ...indexByAnchor(compilation, compiled, [
      raisesAbuse,
      ...reviewRules.flatMap(({patterns}) => reviewLists.flatMap((list) => patterns[list])),
    ]),
  }
}

const rulesOf = <Match extends MatchData, Compiled>(
  rules: readonly RuleEntry[],
  isKind: (match: MatchData) => match is Match,
  compile: (rule: RuleOf<Match>) => Compiled,
): Compiled[] => rules.flatMap((rule) => (isRuleOf(rule, isKind) ? [compile(rule)] : []))

type Index = Pick<
  RulebookData,
  'patternsByForm' | 'reviewPatternsByForm' | 'requiredByPattern' | 'setsByForm'
>

function indexByAnchor(
  {formIds, sets, programs}: Compilation,
  rules: readonly CompiledRule[],
  reviewPatterns: readonly number[],
): Index {
  const none = (): number[][] => [...formIds.keys()].map(() => [])
  const byForm = (patterns: readonly number[]) => {
    const lists = none()
    for (const pattern of patterns)
      for (const form of sets[programs[pattern]?.anchor ?? -1] ?? []) lists[form]?.push(pattern)
    return lists.map(writeSet)
  }
  const own = sorted(
    rules.flatMap(({rule, patterns}) => ('patterns' in rule.match ? patterns : [])),
  )
  const setsByForm = none()
  for (const set of sorted(own.flatMap((id) => programs[id]?.required ?? [])))
    for (const form of sets[set] ?? []) setsByForm[form]?.push(set)
  return {
    patternsByForm: byForm(own),
    reviewPatternsByForm: byForm(sorted(reviewPatterns)),
    requiredByPattern: programs.map(({required}) => writeSet(sorted(required))),
    setsByForm: setsByForm.map(writeSet),
  }
}

const sorted = (ids: readonly number[]) => [...new Set(ids)].sort((a, b) => a - b)

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

function compileRule(compilation: Compilation, rule: RuleOf<PlaceMatch>): CompiledRule {
  const {match} = rule
  const ids = idsIn(compilation, rule)
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
    wordSets: inFile(`${pathOf(rule)}: match.words`, () => wordSetsOf(compilation, match)),
  }
}

function compilePrivateRule(
  compilation: Compilation,
  rule: RuleOf<PrivateMatch>,
): CompiledPrivateRule {
  const {personal, public: open, words, 'not-places': notPlaces = []} = rule.match
  const ids = idsIn(compilation, rule)
  const set = (field: string, entries: readonly string[]) =>
    inFile(`${pathOf(rule)}: match.${field}`, () => addWords(compilation, entries))
  return {
    rule,
    personal: ids('personal', personal),
    public: ids('public', open),
    words: set('words', words),
    notPlaces: set('not-places', notPlaces),
  }
}

function compileReviewRule(
  compilation: Compilation,
  rule: RuleOf<ReviewMatch>,
  lexicon: Lexicon,
): CompiledReviewRule {
  const lists = patternsOfReview(rule.match)
  const ids = (field: string, list: ReviewList) =>
    sorted(idsIn(compilation, rule)(field, lists[list].flatMap(entriesIn(lexicon))))
  return {
    rule,
    patterns: {
      raises: ids('raised-by', 'raises'),
      answers: ids('patterns', 'answers'),
      near: ids('near', 'near'),
      except: ids('except', 'except'),
      doubting: ids('words.doubting', 'doubting'),
      plain: ids('words.plain', 'plain'),
    },
  }
}

/** A long list as a pattern for each entry, so that a sentence runs only those whose words it has. */
const entriesIn =
  (lexicon: Lexicon) =>
  (pattern: string): readonly string[] => {
    const [, name] = /^<([a-z-]+)>$/.exec(pattern) ?? []
    const entries = name === undefined ? undefined : lexicon[name]
    return entries ? entries.flatMap(entriesIn(lexicon)) : [pattern]
  }

/** The ids of the patterns that stand in a field. */
const idsIn =
  (compilation: Compilation, rule: RuleEntry) =>
  (field: string, patterns: readonly string[] | undefined, add = addPattern) =>
    (patterns ?? []).map((pattern, index) =>
      inFile(`${pathOf(rule)}: match.${field}[${index}] “${pattern}”`, () =>
        add(compilation, pattern),
      ),
    )

const pathOf = ({category, id}: RuleEntry) => `rules/${category}/${id}.yml`

function wordSetsOf(compilation: Compilation, match: PlaceMatch): readonly number[] {
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
