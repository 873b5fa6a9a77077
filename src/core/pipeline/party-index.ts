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
export function phraseAt<T>(index: PhraseIndex<T>, norms: readonly {readonly norm: string}[], at: number): Phrase<T> | undefined {
  const first = norms[at]
  if (!first) return undefined
  return index.get(first.norm)?.find(({words}) => words.every((word, offset) => norms[at + offset]?.norm === word))
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
    [party.name, ...party.aliases].map((name) => ({words: wordsOf(name), value: {party, exact: /^\W*\p{Lu}{1,3}\W*$/u.test(name)}})),
  )
}

const titled = /^(?:mr|mrs|ms|miss|mx|dr)$/

function surnames({parties}: ReportContext): Phrase<PartyAlias>[] {
  const bearers = parties.flatMap((party) => {
    const words = wordsOf(party.name)
    const last = words.at(-1)
    return last !== undefined && last.length > 2 && words.length > 1 && titled.test(words[0] ?? '') ? [{last, party}] : []
  })
  return bearers
    .filter(({last}) => bearers.filter((other) => other.last === last).length === 1)
    .map(({last, party}) => ({words: [last], value: {party, exact: false}}))
}
