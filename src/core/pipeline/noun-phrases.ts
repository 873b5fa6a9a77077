import type {Mention, Person, Word} from './analysis.ts'
import {nameAt} from './find-names.ts'
import {type PartyAlias, type PhraseIndex, phraseAt} from './party-index.ts'
import {
  adjuncts,
  determiners,
  isPluralNoun,
  personAdjectives,
  placePrepositions,
  possessivePronouns,
  pronounOf,
} from './person-words.ts'

export interface Lookup {
  readonly nouns: PhraseIndex<Person>
  readonly parties: PhraseIndex<PartyAlias>
  readonly text: string
}

/** A declared name at `at`; the phrase began at `start` ("the mother", "his wife"). */
export function declaredAt(
  words: readonly Word[],
  start: number,
  at: number,
  lookup: Lookup,
  before: Mention | undefined,
): Mention | undefined {
  const phrase = phraseAt(lookup.parties, words, at)
  const first = words[at]
  if (!phrase || !first || !isWritten(words, at, phrase, lookup)) return undefined
  const isNoun = lookup.nouns.has(phrase.words.at(-1) ?? '')
  if (isNoun && isOwnedByAnother(words, start, at, before)) return undefined
  const end = at + phrase.words.length
  if ((isNoun && isAdjunct(words, end)) || isPlace(words, at, phrase.words)) return undefined
  const {party} = phrase.value
  const kind = /^\p{Lu}/u.test(first.text) ? 'name' : 'noun'
  return mention(words, start, end, {
    kind,
    person: party.role === 'child' ? 'child' : 'any',
    role: party.role,
    party,
  })
}

/** Names count as they are written: "Will" is no auxiliary, "May 2021" nobody, and "A" seldom a person. */
function isWritten(
  words: readonly Word[],
  at: number,
  {words: phrase, value}: {readonly words: readonly string[]; readonly value: PartyAlias},
  {nouns, text}: Lookup,
): boolean {
  const word = words[at]
  if (!word) return false
  if (value.exact) return isWrittenAsInitials(words, at, text)
  if (phrase.length > 1 || nouns.has(word.norm) || !value.isName) return true
  return /^\p{Lu}/u.test(word.text) && !isDate(words, at)
}

const isDate = (words: readonly Word[], at: number) =>
  /^(?:april|may|june|august)$/.test(words[at]?.norm ?? '') &&
  (/^\d/.test(words[at + 1]?.norm ?? '') ||
    /^(?:\d.*|in|on|since|until|by|of|last|early|late)$/.test(words[at - 1]?.norm ?? ''))

/** "near Carter Street": a surname that stands in a longer capitalised name is none. */
const isPlace = (words: readonly Word[], at: number, phrase: readonly string[]) =>
  phrase.length === 1 &&
  placePrepositions.has(words[at - 1]?.norm ?? '') &&
  /^(?:street|road|avenue|close|house|court|lane|school)$/.test(words[at + 1]?.norm ?? '')

/** "her mother", "Ms Rees’s mother" is the mother of somebody else, unless it was declared in these words. */
function isOwnedByAnother(
  words: readonly Word[],
  start: number,
  at: number,
  before: Mention | undefined,
): boolean {
  if (words.slice(start, at).some(({norm}) => norm === 'his' || norm === 'her' || norm === 'my'))
    return true
  return (
    before?.possessive === true &&
    before.end === start &&
    before.role !== 'child' &&
    before.person !== 'child' &&
    before.kind !== 'pronoun'
  )
}

function isWrittenAsInitials(words: readonly Word[], at: number, text: string): boolean {
  const word = words[at]
  if (!word || word.text !== word.text.toUpperCase()) return false
  if (word.text !== 'A' || at > 0 || text[word.end] === ']') return true
  const next = words[at + 1]
  return (
    word.possessive ||
    next?.step === 'helping' ||
    next?.step === 'being' ||
    /ed$|^(?:told|said|hit|left|went)$/.test(next?.norm ?? '')
  )
}

/** "both of the children", "the frightened young mother", "the 1st Respondent", "the [child]". */
export function nounPhraseAt(
  words: readonly Word[],
  start: number,
  lookup: Lookup,
  before: Mention | undefined,
): Mention | undefined {
  const at = headAt(words, start, lookup)
  const declared = at > start ? declaredAt(words, start, at, lookup, before) : undefined
  if (declared) return declared
  const phrase = phraseAt(lookup.nouns, words, at)
  if (phrase && !isAdjunct(words, at + phrase.words.length))
    return nounMention(words, start, at + phrase.words.length, phrase.value)
  const name = at > start ? nameAt(words, at, lookup.text) : undefined
  return name?.kind === 'placeholder' ? {...name, start} : undefined
}

function nounMention(words: readonly Word[], start: number, end: number, person: Person): Mention {
  const isInLaw = words[end]?.norm === 'in' && words[end + 1]?.norm === 'law'
  const isSibling = /^(?:brother|sister)s?$/.test(words[end - 1]?.norm ?? '')
  const isOwned = words
    .slice(start, end)
    .some(({norm}) => norm === 'her' || norm === 'his' || norm === 'my')
  const identity = {
    kind: 'noun',
    role: 'unknown',
    party: undefined,
    person: isInLaw || (isSibling && isOwned) ? 'relative' : person,
  } as const
  return mention(words, start, isInLaw ? end + 2 : end, identity, words[end - 1])
}

const maxBeforeHead = 6

/** Where the noun stands: past determiners, adjectives and "both of". */
function headAt(words: readonly Word[], start: number, {nouns, parties}: Lookup): number {
  let at = start
  if (
    /^(?:both|all|each|one|two|some)$/.test(words[at]?.norm ?? '') &&
    words[at + 1]?.norm === 'of'
  )
    at += 2
  const isOpen =
    determiners.has(words[at]?.norm ?? '') ||
    possessivePronouns.has(words[at]?.norm ?? '') ||
    at > start
  for (; at < start + maxBeforeHead; at++) {
    if (phraseAt(nouns, words, at) || phraseAt(parties, words, at)) return at
    if (
      !isBeforeNoun(words[at], isOpen && at > start) ||
      !/^[[-]?$/.test(words[at + 1]?.before ?? '')
    )
      return at
  }
  return at
}

const adjective =
  /(?:ed|ive|ous|ful|less|ish|able)$|^(?:angry|happy|unhappy|elderly|lonely|caring|loving|abusing|offending|poor|sad|tired|own|ill|new)$/

const isBeforeNoun = (word: Word | undefined, isOpen: boolean) =>
  word !== undefined &&
  !word.possessive &&
  (determiners.has(word.norm) ||
    possessivePronouns.has(word.norm) ||
    personAdjectives.has(word.norm) ||
    (isOpen && adjective.test(word.norm)))

/** "child protection", "child-centred", "court order": the noun only describes another. */
function isAdjunct(words: readonly Word[], end: number): boolean {
  const [last, next] = [words[end - 1], words[end]]
  if (!last || !next || last.possessive) return false
  if (next.before === '-') return next.norm !== 'in'
  return next.before === '' && describesOther.test(last.norm) && adjuncts.has(next.norm)
}

const describesOther =
  /^(?:child|children|school|court|police|family|parent|parents|adult|baby|partner|council|service|services|nursery|teacher|guardian)$/

/** "Mr Hughes’s daughter" is one mention: its owner is part of it. */
export const isOwnerOf = (words: readonly Word[], owner: Mention, owned: Mention) =>
  owner.possessive &&
  owner.kind !== 'pronoun' &&
  owner.end === owned.start &&
  owned.kind === 'noun' &&
  words[owned.start]?.before === ''

export function withOwner(words: readonly Word[], owner: Mention, owned: Mention): Mention {
  const person = owned.party
    ? owned.person
    : personOwned(owner, words[owned.end - 1]?.norm ?? '', owned.person)
  return {...owned, start: owner.start, person}
}

/** An adult’s mother or sister is a relative, a child’s mother is one of the adults of the case. */
function personOwned({person, role}: Mention, noun: string, owned: Person): Person {
  if (person === 'child' || role === 'child' || owned === 'professional') return owned
  return /^(?:mother|father|parent|mum|mam|dad|brother|sister)s?$/.test(noun) ? 'relative' : owned
}

/** "Miss Rees" is the declared "Ms Rees" where only one party bears the surname and no title says otherwise. */
export function linked(
  words: readonly Word[],
  name: Mention | undefined,
  {parties}: Lookup,
): Mention | undefined {
  if (name?.kind !== 'name' || name.person !== 'adult') return name
  const surname = phraseAt(parties, words, name.end - 1)
  if (surname?.words.length !== 1 || !surname.value.isName) return name
  const {party} = surname.value
  const title = pronounOf(party.name.split(' ')[0]?.toLowerCase() ?? '')
  if (title !== undefined && title !== name.pronoun) return name
  return {...name, role: party.role, party, person: party.role === 'child' ? 'child' : 'any'}
}

interface Identity extends Pick<Mention, 'kind' | 'person' | 'role' | 'party'> {}

function mention(
  words: readonly Word[],
  start: number,
  end: number,
  identity: Identity,
  head = words[end - 1],
): Mention {
  const plural =
    head !== undefined &&
    (identity.kind === 'noun' || identity.party === undefined) &&
    isPluralNoun(head.norm)
  const said = words
    .slice(start, end)
    .map(({norm}) => pronounOf(norm))
    .findLast((pronoun) => pronoun !== undefined)
  return {
    start,
    end,
    ...identity,
    possessive: words[end - 1]?.possessive === true,
    plural,
    // "Another boy" is nobody who was spoken of before.
    pronoun: plural
      ? 'they'
      : /^(?:a|an|another|other|some)$/.test(words[start]?.norm ?? '')
        ? undefined
        : said,
    members: [],
  }
}
