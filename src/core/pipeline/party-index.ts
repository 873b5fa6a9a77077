import {normalise} from '../patterns/normalise.ts'
import type {Party, ReportContext} from '../types.ts'
import type {Person} from './analysis.ts'

/** Nouns for people by what they say of the person, as lists of normal forms ("social worker"). */
export interface PeopleNouns {
  readonly adult: readonly string[]
  readonly child: readonly string[]
  readonly professional: readonly string[]
  readonly relative: readonly string[]
}

/** A name or noun phrase of several words, found by its first. */
interface Phrase<T> {
  readonly words: readonly string[]
  readonly value: T
}
export type PhraseIndex<T> = ReadonlyMap<string, readonly Phrase<T>[]>

export interface PartyAlias {
  readonly party: Party
  /** One letter or initials: only as written. */
  readonly exact: boolean
  /** Declared with a capital: one word of it counts only with a capital. */
  readonly isName: boolean
}

function indexPhrases<T>(phrases: readonly Phrase<T>[]): PhraseIndex<T> {
  const byFirst = new Map<string, Phrase<T>[]>()
  for (const phrase of phrases.toSorted((a, b) => b.words.length - a.words.length)) {
    const [first] = phrase.words
    if (first === undefined) continue
    const others = byFirst.get(first)
    if (others) others.push(phrase)
    else byFirst.set(first, [phrase])
  }
  return byFirst
}

/** The longest phrase that stands at `at`. */
export function phraseAt<T>(
  index: PhraseIndex<T>,
  norms: readonly {readonly norm: string}[],
  at: number,
): Phrase<T> | undefined {
  const first = norms[at]
  if (!first) return undefined
  return index
    .get(first.norm)
    ?.find(({words}) => words.every((word, offset) => norms[at + offset]?.norm === word))
}

export const indexNouns = (nouns: PeopleNouns): PhraseIndex<Person> =>
  indexPhrases(
    (['adult', 'child', 'professional', 'relative'] as const).flatMap((person) =>
      nouns[person].map((phrase) => ({words: phrase.split(' '), value: person})),
    ),
  )

const indexes = new WeakMap<ReportContext, PhraseIndex<PartyAlias>>()

/** Names and aliases of the declared parties. A surname alone counts where only one party bears it. */
export function partyIndex(context: ReportContext): PhraseIndex<PartyAlias> {
  const known = indexes.get(context)
  if (known) return known
  const index = indexPhrases([...declared(context), ...surnames(context)])
  indexes.set(context, index)
  return index
}

const leading = /^(?:the|a|an)\s+/i
const wordsOf = (name: string) =>
  name
    .replace(/[[\]“”"()]/g, ' ')
    .replace(leading, '')
    .split(/[\s\-‐‑/]+/)
    .map((word) => normalise(word).replace(/\.$|'s$|'$/, ''))
    .filter((word) => word !== '')

function declared({parties}: ReportContext): Phrase<PartyAlias>[] {
  return parties.flatMap((party) =>
    [party.name, ...party.aliases].map((name) => ({
      words: wordsOf(name),
      value: {party, exact: /^\W*\p{Lu}{1,3}\W*$/u.test(name), isName: /^\W*\p{Lu}/u.test(name)},
    })),
  )
}

const titled = /^(?:mr|mrs|ms|miss|mx|dr)$/

/** A surname alone, and the first name of a full name, where only one party bears it. */
function surnames({parties}: ReportContext): Phrase<PartyAlias>[] {
  const bearers = parties.flatMap((party) => shortNames(party.name).map((word) => ({word, party})))
  return bearers
    .filter(({word}) => bearers.filter((other) => other.word === word).length === 1)
    .map(({word, party}) => ({words: [word], value: {party, exact: false, isName: true}}))
}

function shortNames(name: string): string[] {
  const isFullName = name.split(/\s+/).every((word) => /^\p{Lu}/u.test(word))
  const words = isFullName ? wordsOf(name).filter((word) => word.length > 2) : []
  return words.length > 1 || titled.test(wordsOf(name)[0] ?? '')
    ? words.filter((word) => !titled.test(word))
    : []
}
