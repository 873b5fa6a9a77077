import type {RootContent} from 'mdast'
import {rulePages as say} from '../core/catalogue/rule-pages.ts'
import {formsOf} from '../core/patterns/forms.ts'
import {type Item, parsePattern} from '../core/patterns/notation.ts'
import {withoutSmallWords} from '../core/patterns/small-words.ts'
import {patternsOfReview, type ReviewMatch, reviewLists} from '../core/review-rule.ts'
import {
  isPrivate,
  isReview,
  type MatchData,
  type PlaceMatch,
  type PrivateMatch,
} from '../core/rule.ts'
import {howAsked, howPrivate} from './how-asked.ts'
import {code, list, paragraph, patternList, text} from './page-parts.ts'

/** How a rule finds its words: its patterns as they are read aloud, the forms they stand for, its conditions. */
export function howFound(match: MatchData): RootContent[] {
  if (isReview(match)) return [...howAsked(match), ...listNames(allPatterns(match))]
  if (isPrivate(match)) return [...howPrivate(match), ...listNames(allPatterns(match))]
  return [
    ...looksFor(match),
    ...patternList(say.except, match.except),
    ...patternList(say.near, match.near),
    ...patternList(say.notNear, match['not-near']),
    ...patternList(say.notBeside, match['not-beside']),
    paragraph(text(say.conditions)),
    ...list(conditionsOf(match).map((condition) => [text(condition)])),
    ...listNames([...lookedFor(match), ...conditionPatterns(match)]),
    ...wordForms(lookedFor(match)),
  ]
}

function allPatterns(match: ReviewMatch | PrivateMatch): readonly string[] {
  if ('review' in match) {
    const lists = patternsOfReview(match)
    return reviewLists.flatMap((list) => lists[list])
  }
  return [...match.words, ...(match['not-places'] ?? []), ...match.personal, ...match.public]
}

function looksFor(match: PlaceMatch): RootContent[] {
  if (!('detector' in match)) return patternList(say.patterns, match.patterns)
  if (match.detector === 'quoted-word') {
    const opening = match.marks === 'present' ? say.quotedPresent : say.quotedMissing
    return patternList(opening, match.words)
  }
  return [
    ...(match.names ? [paragraph(text(say.unevenNames))] : []),
    ...patternList(say.unevenDoubting, match.words?.doubting),
    ...patternList(say.unevenPlain, match.words?.plain),
  ]
}

function lookedFor(match: PlaceMatch): readonly string[] {
  if (!('detector' in match)) return match.patterns
  if (match.detector === 'quoted-word') return match.words
  return [...(match.words?.doubting ?? []), ...(match.words?.plain ?? [])]
}

const conditionPatterns = (match: PlaceMatch): readonly string[] =>
  [match.except, match.near, match['not-near'], match['not-beside']].flatMap((some) => some ?? [])

function conditionsOf(match: PlaceMatch): string[] {
  const asksWho = match.subject !== undefined || lookedFor(match).some(asksForRole)
  return [
    ...(match.subject ? [say.subjects[match.subject]] : []),
    ...(match.doer ? [say.doer] : []),
    ...(match.when ? [say.when[match.when]] : []),
    ...(match.in ? [say.where(asList(match.in))] : []),
    ...(match['not-in'] ? [say.notWhere(asList(match['not-in']))] : []),
    say.speaksIn(match.voices ?? ['author']),
    ...(asksWho ? [say.unsure[match['if-unsure'] ?? 'ask']] : []),
  ]
}

/** `{party}` takes anybody, so there is nothing to be unsure of. */
const asksForRole = (pattern: string) => /\{(?!party\})/.test(pattern)
const asList = (value: string | readonly string[]) => (typeof value === 'string' ? [value] : value)

function listNames(patterns: readonly string[]): RootContent[] {
  const names = unique(patterns.flatMap((pattern) => parsePattern(pattern).flatMap(listsIn)))
  if (names.length === 0) return []
  return [paragraph(text(`${say.lists} `), ...joined(names.map((name) => code(`<${name}>`))))]
}

const joined = (parts: readonly ReturnType<typeof code>[]) =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [text(', '), part]))

const listsIn = (item: Item): string[] => {
  if (item.kind === 'list') return [item.name]
  return item.kind === 'group' ? item.alternatives.flatMap((inner) => inner.flatMap(listsIn)) : []
}

/** Only of words that have more than one form; those of lists are too many for a page. */
function wordForms(patterns: readonly string[]): RootContent[] {
  const words = unique(
    patterns.flatMap((pattern) => withoutSmallWords(parsePattern(pattern)).flatMap(wordsIn)),
  )
  const lines = words
    .map((word) => formsOf(word))
    .filter((forms) => forms.length > 1)
    .map((forms) => forms.join(', '))
    .sort()
  if (lines.length === 0) return []
  return [paragraph(text(`${say.forms} ${lines.join('; ')}. ${say.formsNote}`))]
}

const wordsIn = (item: Item): string[] => {
  if (item.kind === 'word') return isAcronym(item.word) ? [] : [item.word.toLowerCase()]
  return item.kind === 'group' ? item.alternatives.flatMap((inner) => inner.flatMap(wordsIn)) : []
}

/** Compared as it is written. */
const isAcronym = (word: string) => /^\p{Lu}{2,}$/u.test(word)

const unique = (all: readonly string[]) => [...new Set(all)]
