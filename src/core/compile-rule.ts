import {sorted} from './anchor-index.ts'
import {RuleFileError} from './errors.ts'
import type {Compilation, Lexicon} from './patterns/compilation.ts'
import {addOwnPattern, addPattern, addWords} from './patterns/compile.ts'
import {NotationError} from './patterns/notation.ts'
import {patternsOfReview, type ReviewList, type ReviewMatch} from './review-rule.ts'
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
import type {
  CompiledPlaceRule,
  CompiledPrivateRule,
  CompiledReviewRule,
  CompiledRule,
} from './rulebook.ts'

/** The ids of patterns. @param field where they stand, for errors. Throws RuleFileError. */
export const addAll = (
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
export function inFile<T>(where: string, work: () => T): T {
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
