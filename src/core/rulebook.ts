import type {Adjustment, House, Profile} from './adjustment.ts'
import {indexByAnchor} from './anchor-index.ts'
import {addAll, compileRule, inFile} from './compile-rule.ts'
import type {Compilation, Lexicon} from './patterns/compilation.ts'
import {addPattern, firstWordsOf, phrasesOf, startCompilation, toTable} from './patterns/compile.ts'
import {type FrameName, frameNames} from './patterns/frames.ts'
import {compileNames, type NamePatterns} from './patterns/official-names.ts'
import type {PatternTable} from './patterns/program.ts'
import type {PeopleNouns} from './pipeline/party-index.ts'
import type {ReviewList, ReviewMatch} from './review-rule.ts'
import type {PlaceMatch, PrivateMatch, RuleEntry, RuleOf} from './rule.ts'

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
