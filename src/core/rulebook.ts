import type {Adjustment, House, Profile} from './adjustment.ts'
import {RuleFileError} from './errors.ts'
import {type Compilation, type Lexicon, programAt, setAt} from './patterns/compilation.ts'
import {
  addOwnPattern,
  addPattern,
  addWords,
  firstWordsOf,
  phrasesOf,
  startCompilation,
  toTable,
} from './patterns/compile.ts'
import {type FrameName, frameNames} from './patterns/frames.ts'
import {NotationError} from './patterns/notation.ts'
import {compileNames, type NamePatterns} from './patterns/official-names.ts'
import {type PatternTable, readSet, writeSet} from './patterns/program.ts'
import type {PeopleNouns} from './pipeline/party-index.ts'
import {patternsOfReview, type ReviewList, type ReviewMatch, reviewLists} from './review-rule.ts'
import {
  isPlaceMatch,
  isPrivate,
  isReview,
  isRuleOf,
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
  /** None where only rules are tried. */
  readonly profiles?: readonly Profile[]
}

/** An adjustment with the ids of its patterns. */
export interface CompiledAdjustment {
  readonly adjustment: Adjustment
  readonly except: readonly number[]
}

/** Adjustments and vocabulary with the ids of their patterns. */
export interface CompiledHouse {
  readonly title: string
  readonly adjustments: Readonly<Record<string, readonly CompiledAdjustment[]>>
  readonly names: NamePatterns
  readonly legalFrames: readonly number[]
}

/** How one organisation wants the built-in rules. */
export interface CompiledProfile extends CompiledHouse {
  readonly organisation: string
  readonly sources: readonly string[]
}

/** What a folder of one's own adds; its rules stand among the others. */
export interface CompiledPack extends CompiledHouse {
  /** Ids of its rules. */
  readonly rules: readonly string[]
}

/** A rule that is looked for sentence by sentence, with the ids of its patterns and word sets in the table. */
export interface CompiledPlaceRule {
  readonly kind: 'place'
  readonly rule: RuleOf<PlaceMatch>
  readonly patterns: readonly number[]
  readonly except: readonly number[]
  readonly near: readonly number[]
  readonly notNear: readonly number[]
  readonly notBeside: readonly number[]
  /** Words of the detector `uneven`: [doubting, plain]. */
  readonly wordSets: readonly number[]
}

/** A rule about private details, with the ids of its patterns. */
export interface CompiledPrivateRule {
  readonly kind: 'private'
  readonly rule: RuleOf<PrivateMatch>
  readonly personal: readonly number[]
  readonly public: readonly number[]
  /** Word sets: what makes a place, and what is none. */
  readonly words: number
  readonly notPlaces: number
}

/** A question about a report as a whole, with the ids of its patterns. */
export interface CompiledReviewRule {
  readonly kind: 'review'
  readonly rule: RuleOf<ReviewMatch>
  readonly patterns: Readonly<Record<ReviewList, readonly number[]>>
}

export type CompiledRule = CompiledPlaceRule | CompiledPrivateRule | CompiledReviewRule

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
  readonly profiles: Readonly<Record<string, CompiledProfile>>
  readonly packs: readonly CompiledPack[]
}

/** The one compiler, at build time and for packs at run time. Throws RuleFileError. */
export function compileRulebook({
  rules,
  lexicon,
  officialNames,
  sources,
  profiles = [],
}: RulebookSources): RulebookData {
  const compilation = inFile('rules/lexicon.yml', () => startCompilation(lexicon))
  const compiled = rules.map((rule) => compileRule(compilation, rule, 'rules'))
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
    profiles: Object.fromEntries(
      profiles.map((profile) => [profile.id, compileProfile(compilation, profile)]),
    ),
    packs: [],
    table: toTable(compilation),
    raisesAbuse,
    ...indexByAnchor(compilation, compiled, [raisesAbuse]),
  }
}

type Index = Pick<
  RulebookData,
  'patternsByForm' | 'reviewPatternsByForm' | 'requiredByPattern' | 'setsByForm'
>

const nothing: Index = {
  patternsByForm: [],
  reviewPatternsByForm: [],
  requiredByPattern: [],
  setsByForm: [],
}

/** What calls up the patterns of these rules, and more of report-wide ones; `before` holds what was indexed already. */
export function indexByAnchor(
  compilation: Compilation,
  rules: readonly CompiledRule[],
  more: readonly number[],
  before: Index = nothing,
): Index {
  const own = sorted(
    rules.flatMap((each) =>
      each.kind === 'place' && 'patterns' in each.rule.match ? each.patterns : [],
    ),
  )
  const reviewed = sorted([
    ...more,
    ...rules.flatMap((each) =>
      each.kind === 'review' ? reviewLists.flatMap((list) => each.patterns[list]) : [],
    ),
  ])
  const anchor = (pattern: number) => programAt(compilation, pattern)?.anchor ?? -1
  const required = own.flatMap((pattern) => programAt(compilation, pattern)?.required ?? [])
  const sets = sorted(required)
  return {
    patternsByForm: byForm(compilation, own, anchor, before.patternsByForm),
    reviewPatternsByForm: byForm(compilation, reviewed, anchor, before.reviewPatternsByForm),
    requiredByPattern: [
      ...before.requiredByPattern,
      ...compilation.programs.map(({required}) => writeSet(sorted(required))),
    ],
    setsByForm: byForm(compilation, sets, (set) => set, before.setsByForm),
  }
}

const sorted = (ids: readonly number[]) => [...new Set(ids)].sort((a, b) => a - b)

/** For each form the ids whose set holds it, behind those that it had. */
function byForm(
  compilation: Compilation,
  ids: readonly number[],
  setOf: (id: number) => number,
  before: readonly string[],
): string[] {
  const idsByForm = new Map<number, number[]>()
  for (const id of ids)
    for (const form of setAt(compilation, setOf(id)) ?? []) {
      const known = idsByForm.get(form)
      if (known) known.push(id)
      else idsByForm.set(form, [id])
    }
  return [...compilation.formIds.keys()].map((_, form) => {
    const earlier = before[form] ?? ''
    const added = idsByForm.get(form)
    return added ? writeSet([...readSet(earlier), ...added]) : earlier
  })
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
    'speech-sign': of('speech-sign'),
    'court-sign': of('court-sign'),
  }
}

function compileProfile(compilation: Compilation, profile: Profile): CompiledProfile {
  const {organisation, sources} = profile
  const path = `rules/profiles/${profile.id}.yml`
  return {...compileHouse(compilation, profile, path), organisation, sources}
}

/** @param path the file it stands in, for errors. Throws RuleFileError. */
export const compileHouse = (
  compilation: Compilation,
  {title, adjustments, names, legalFrames}: House,
  path: string,
): CompiledHouse => ({
  title,
  adjustments: Object.fromEntries(
    Object.entries(adjustments).map(([id, several]) => [
      id,
      several.map((adjustment) => ({
        adjustment,
        except: addAll(compilation, adjustment.except, `${path}: adjustments.${id}.except`),
      })),
    ]),
  ),
  names: compileNames(names),
  legalFrames: addAll(compilation, legalFrames, `${path}: legal-frames`),
})

const addAll = (
  compilation: Compilation,
  patterns: readonly string[] | undefined,
  field: string,
  add = addPattern,
): readonly number[] =>
  (patterns ?? []).map((pattern, index) =>
    inFile(`${field}[${index}] “${pattern}”`, () => add(compilation, pattern)),
  )

/** @param folder where the rule's category stands, for errors. Throws RuleFileError. */
export function compileRule(
  compilation: Compilation,
  rule: RuleEntry,
  folder: string,
): CompiledRule {
  const path = `${folder}/${rule.category}/${rule.id}.yml`
  if (isRuleOf(rule, isPlaceMatch)) return compilePlaceRule(compilation, rule, path)
  if (isRuleOf(rule, isPrivate)) return compilePrivateRule(compilation, rule, path)
  if (isRuleOf(rule, isReview)) return compileReviewRule(compilation, rule, path)
  throw new Error('Expected a rule of a known kind')
}

function compilePlaceRule(
  compilation: Compilation,
  rule: RuleOf<PlaceMatch>,
  path: string,
): CompiledPlaceRule {
  const {match} = rule
  const ids = (field: string, patterns: readonly string[] | undefined, add = addPattern) =>
    addAll(compilation, patterns, `${path}: match.${field}`, add)
  return {
    kind: 'place',
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
    wordSets: inFile(`${path}: match.words`, () => wordSetsOf(compilation, match)),
  }
}

function compilePrivateRule(
  compilation: Compilation,
  rule: RuleOf<PrivateMatch>,
  path: string,
): CompiledPrivateRule {
  const {personal, public: open, words, 'not-places': notPlaces = []} = rule.match
  const set = (field: string, entries: readonly string[]) =>
    inFile(`${path}: match.${field}`, () => addWords(compilation, entries))
  return {
    kind: 'private',
    rule,
    personal: addAll(compilation, personal, `${path}: match.personal`),
    public: addAll(compilation, open, `${path}: match.public`),
    words: set('words', words),
    notPlaces: set('not-places', notPlaces),
  }
}

function compileReviewRule(
  compilation: Compilation,
  rule: RuleOf<ReviewMatch>,
  path: string,
): CompiledReviewRule {
  const lists = patternsOfReview(rule.match)
  const ids = (field: string, list: ReviewList) => {
    const entries = lists[list].flatMap((pattern) => entriesIn(compilation.lexicon, pattern))
    return sorted(addAll(compilation, entries, `${path}: match.${field}`))
  }
  return {
    kind: 'review',
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
function entriesIn(lexicon: Lexicon, pattern: string): readonly string[] {
  const [, name] = /^<([a-z-]+)>$/.exec(pattern) ?? []
  const entries = name !== undefined && Object.hasOwn(lexicon, name) ? lexicon[name] : undefined
  return entries ? entries.flatMap((entry) => entriesIn(lexicon, entry)) : [pattern]
}

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
