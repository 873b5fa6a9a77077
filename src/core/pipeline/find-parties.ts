import type {Root} from 'nlcst'
import type {VFile} from 'vfile'
import type {Party, ReportContext} from '../types.ts'
import {analysisOf, type Mention, type Person, type Word} from './analysis.ts'
import {nameAt} from './find-names.ts'
import {joinMentions, resolvePronouns} from './link-mentions.ts'
import {indexNouns, type PartyAlias, type PeopleNouns, type PhraseIndex, partyIndex, phraseAt} from './party-index.ts'
import {adjuncts, determiners, isPluralNoun, personAdjectives, placePrepositions, possessivePronouns, pronounOf, pronouns} from './person-words.ts'

/** Which mention is which declared person; who else is a person. */
export function findParties({people}: {readonly people: PeopleNouns}) {
  const nouns = indexNouns(people)
  return (_tree: Root, file: VFile): undefined => {
    const {sentences, context, block} = analysisOf(file)
    const lookup = {nouns, parties: partyIndex(context), text: block.text}
    for (const sentence of sentences) sentence.mentions = joinMentions(sentence.words, findMentions(sentence.words, lookup))
    if (context.parties.length > 0) resolvePronouns(sentences, genderOf(context))
  }
}

interface Lookup {
  readonly nouns: PhraseIndex<Person>
  readonly parties: PhraseIndex<PartyAlias>
  readonly text: string
}

function findMentions(words: readonly Word[], lookup: Lookup): Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; ) {
    const mention = words[at]?.masked ? undefined : mentionAt(words, at, lookup, mentions.at(-1))
    if (mention) mentions.push(mention)
    at = mention ? mention.end : at + 1
  }
  return mentions
}

function mentionAt(words: readonly Word[], at: number, lookup: Lookup, before: Mention | undefined): Mention | undefined {
  return declaredAt(words, at, at, lookup) ?? nounPhraseAt(words, at, lookup) ?? nameAt(words, at, lookup.text) ?? pronounAt(words, at, before)
}

/** A declared name at `at`; the phrase began at `start` ("the mother", "his wife"). */
function declaredAt(words: readonly Word[], start: number, at: number, {parties, text}: Lookup): Mention | undefined {
  const phrase = phraseAt(parties, words, at)
  const [first, last] = [words[at], words[at + (phrase?.words.length ?? 1) - 1]]
  if (!phrase || !first || !last || isOwnedByAnother(words, start, at)) return undefined
  const {party, exact} = phrase.value
  if (exact && !isWrittenAsInitials(words, at, text)) return undefined
  const end = at + phrase.words.length
  if (isAdjunct(words, end) || isPlace(words, at, phrase.words)) return undefined
  return mention(words, start, end, {kind: /^\p{Lu}/u.test(first.text) ? 'name' : 'noun', person: party.role === 'child' ? 'child' : 'any', role: party.role, party})
}

/** "near Carter Street": a surname that stands in a longer capitalised name is none. */
const isPlace = (words: readonly Word[], at: number, phrase: readonly string[]) =>
  phrase.length === 1 && placePrepositions.has(words[at - 1]?.norm ?? '') && /^(?:street|road|avenue|close|house|court|lane|school)$/.test(words[at + 1]?.norm ?? '')

/** "her mother" is the mother of somebody else, unless it was declared in these words. */
const isOwnedByAnother = (words: readonly Word[], start: number, at: number) =>
  words.slice(start, at).some(({norm}) => norm === 'his' || norm === 'her' || norm === 'my')

function isWrittenAsInitials(words: readonly Word[], at: number, text: string): boolean {
  const word = words[at]
  if (!word || word.text !== word.text.toUpperCase()) return false
  if (word.text !== 'A' || at > 0 || text[word.end] === ']') return true
  const next = words[at + 1]
  return word.possessive || next?.step === 'helping' || next?.step === 'being' || /ed$|^(?:told|said|hit|left|went)$/.test(next?.norm ?? '')
}

function nounPhraseAt(words: readonly Word[], start: number, lookup: Lookup): Mention | undefined {
  let at = start
  while (at < start + 4 && isBeforeNoun(words[at]) && !(at > start && words[at]?.before !== '')) at++
  const declared = at > start ? declaredAt(words, start, at, lookup) : undefined
  if (declared) return declared
  const name = at > start ? nameAt(words, at, lookup.text) : undefined
  if (name && name.kind !== 'placeholder') return undefined
  if (name) return {...name, start}
  const phrase = phraseAt(lookup.nouns, words, at)
  if (!phrase || (at > start && words[at]?.before !== '' && !words[at]?.before.endsWith('['))) return undefined
  const end = at + phrase.words.length
  if (isAdjunct(words, end)) return undefined
  const head = words[end - 1]
  const isInLaw = words[end]?.norm === 'in' && words[end + 1]?.norm === 'law'
  return mention(words, start, isInLaw ? end + 2 : end, {kind: 'noun', person: isInLaw ? 'relative' : phrase.value, role: 'unknown', party: undefined}, head)
}

const isBeforeNoun = (word: Word | undefined) =>
  word !== undefined && !word.possessive && (determiners.has(word.norm) || possessivePronouns.has(word.norm) || personAdjectives.has(word.norm))

/** "child protection", "child-centred", "court order": the noun only describes another. */
function isAdjunct(words: readonly Word[], end: number): boolean {
  const [last, next] = [words[end - 1], words[end]]
  if (!last || !next || last.possessive) return false
  if (next.before === '-') return next.norm !== 'in'
  return next.before === '' && adjuncts.has(next.norm)
}

function pronounAt(words: readonly Word[], at: number, before: Mention | undefined): Mention | undefined {
  const word = words[at]
  if (!word) return undefined
  if (word.norm === 'who' && before?.end === at) return {...before, start: at, end: at + 1, kind: 'relative-pronoun', possessive: false}
  const known = pronouns[word.norm]
  if (!known && !possessivePronouns.has(word.norm)) return undefined
  const possessive = possessivePronouns.has(word.norm) && (word.norm !== 'her' || isBeforeThing(words[at + 1]))
  const fallback = {person: word.norm === 'my' || word.norm === 'our' ? ('author' as const) : ('any' as const), plural: word.norm === 'their', pronoun: word.norm === 'his' ? ('he' as const) : undefined}
  return {start: at, end: at + 1, kind: 'pronoun', role: 'unknown', party: undefined, members: [], ...(known ?? fallback), possessive}
}

const afterObject =
  /^(?:to|in|on|at|by|with|from|for|of|and|or|but|that|when|while|because|if|as|before|after|until|into|onto|out|off|up|down|back|away|not|so|about|over|against|during|since|through|where|who|which|again|repeatedly|there|then|on|the|a|an|his|it|is|was|has|had)$/
/** "her" before a noun or an adjective owns it; before a small word, an adverb or the end it is a person. */
const isBeforeThing = (next: Word | undefined) =>
  next !== undefined && next.before === '' && !afterObject.test(next.norm) && next.step !== 'adverb'

interface Identity extends Pick<Mention, 'kind' | 'person' | 'role' | 'party'> {}

export function mention(words: readonly Word[], start: number, end: number, identity: Identity, head = words[end - 1]): Mention {
  const plural = head !== undefined && (identity.kind === 'noun' || identity.party === undefined) && isPluralNoun(head.norm)
  const said = words.slice(start, end).map(({norm}) => pronounOf(norm)).findLast((pronoun) => pronoun !== undefined)
  return {start, end, ...identity, possessive: words[end - 1]?.possessive === true, plural, pronoun: plural ? 'they' : said, members: []}
}

/** The pronoun of each declared party: as declared, or as its own names say (Mr, the mother). */
function genderOf({parties}: ReportContext): (party: Party) => Mention['pronoun'] {
  const byParty = new Map(parties.map((party) => [party, declaredPronoun(party)]))
  return (party) => byParty.get(party)
}

function declaredPronoun({pronouns: declared, name, aliases}: Party): Mention['pronoun'] {
  const first = declared?.[0]?.toLowerCase()
  if (first === 'he' || first === 'she' || first === 'they') return first
  const said = [name, ...aliases].flatMap((alias) => alias.toLowerCase().split(/\s+/).map((word) => pronounOf(word.replace(/[^a-z]/g, ''))))
  return said.find((pronoun) => pronoun !== undefined)
}
