import type {Root} from 'nlcst'
import type {VFile} from 'vfile'
import type {Party, ReportContext} from '../types.ts'
import {analysisOf, type Mention, type Word} from './analysis.ts'
import {nameAt, titledAt} from './find-names.ts'
import {joinMentions, resolvePronouns} from './link-mentions.ts'
import {
  declaredAt,
  isOwnerOf,
  type Lookup,
  linked,
  nounPhraseAt,
  withOwner,
} from './noun-phrases.ts'
import {indexNouns, type PeopleNouns, partyIndex} from './party-index.ts'
import {
  determiners,
  personAdjectives,
  possessivePronouns,
  pronounOf,
  pronouns,
  titles,
} from './person-words.ts'

/** Which mention is which declared person; who else is a person. */
export function findParties({people}: {readonly people: PeopleNouns}) {
  const nouns = indexNouns(people)
  return (_tree: Root, file: VFile): undefined => {
    const {sentences, context, block} = analysisOf(file)
    const lookup = {nouns, parties: partyIndex(context), text: block.text}
    for (const sentence of sentences)
      sentence.mentions = joinMentions(sentence.words, findMentions(sentence.words, lookup))
    if (context.parties.length > 0) resolvePronouns(sentences, genderOf(context))
    for (const sentence of sentences) sentence.mentionAt = byFirstWord(sentence.mentions)
  }
}

function byFirstWord(mentions: readonly Mention[]): readonly (Mention | undefined)[] {
  const mentionAt: (Mention | undefined)[] = []
  for (const mention of mentions) mentionAt[mention.start] = mention
  return mentionAt
}

function findMentions(words: readonly Word[], lookup: Lookup): Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; ) {
    const before = mentions.at(-1)
    const mention = mayBegin(words[at], lookup) ? mentionAt(words, at, lookup, before) : undefined
    if (mention && before && isOwnerOf(words, before, mention))
      mentions.splice(-1, 1, withOwner(words, before, mention))
    else if (mention) mentions.push(mention)
    at = mention ? mention.end : at + 1
  }
  return mentions
}

/** A cheap look: most words begin no mention. */
function mayBegin(word: Word | undefined, {nouns, parties}: Lookup): boolean {
  if (!word || word.masked) return false
  if (word.field) return true
  const first = word.text.charCodeAt(0)
  const isSmall = first >= 0x61 && first <= 0x7a
  return (
    !isSmall ||
    word.before !== '' ||
    opensPhrase.has(word.norm) ||
    nouns.has(word.norm) ||
    parties.has(word.norm)
  )
}

const opensPhrase: ReadonlySet<string> = new Set([
  ...determiners,
  ...possessivePronouns,
  ...personAdjectives,
  ...titles,
  ...Object.keys(pronouns),
  ...['who', 'one'],
])

function mentionAt(
  words: readonly Word[],
  at: number,
  lookup: Lookup,
  before: Mention | undefined,
): Mention | undefined {
  const word = words[at]
  const declared = declaredAt(words, at, at, lookup, before)
  if (word?.field) return declared ?? fieldMention(word, at)
  return (
    declared ??
    linked(words, titledAt(words, at), lookup) ??
    nounPhraseAt(words, at, lookup, before) ??
    nameAt(words, at, lookup.text) ??
    pronounAt(words, at, before)
  )
}

/** Somebody whom the author of the report will name. */
const fieldMention = ({norm, field, possessive}: Word, at: number): Mention => ({
  start: at,
  end: at + 1,
  kind: 'placeholder',
  person: field === 'child' ? 'child' : 'any',
  role: 'unknown',
  party: undefined,
  possessive,
  plural: false,
  pronoun: norm
    .split(' ')
    .map(pronounOf)
    .find((pronoun) => pronoun),
  members: [],
})

function pronounAt(
  words: readonly Word[],
  at: number,
  before: Mention | undefined,
): Mention | undefined {
  const word = words[at]
  if (!word) return undefined
  if (word.norm === 'who' && before?.end === at)
    return {...before, start: at, end: at + 1, kind: 'relative-pronoun', possessive: false}
  const known = pronouns[word.norm]
  if (!known && !possessivePronouns.has(word.norm)) return undefined
  const possessive =
    possessivePronouns.has(word.norm) && (word.norm !== 'her' || isBeforeThing(words[at + 1]))
  const fallback = {
    person: word.norm === 'my' || word.norm === 'our' ? ('author' as const) : ('any' as const),
    plural: word.norm === 'their',
    pronoun: word.norm === 'his' ? ('he' as const) : undefined,
  }
  return {
    start: at,
    end: at + 1,
    kind: 'pronoun',
    role: 'unknown',
    party: undefined,
    members: [],
    ...(known ?? fallback),
    possessive,
  }
}

const afterObject =
  /^(?:to|in|on|at|by|with|from|for|of|and|or|but|that|when|while|because|if|as|before|after|until|into|onto|out|off|up|down|back|away|not|so|about|over|against|during|since|through|where|who|which|again|repeatedly|there|then|on|the|a|an|his|it|is|was|has|had)$/
/** "her" before a noun or an adjective owns it; before a small word, an adverb or the end it is a person. */
const isBeforeThing = (next: Word | undefined) =>
  next !== undefined && next.before === '' && !afterObject.test(next.norm) && next.step !== 'adverb'

/** The pronoun of each declared party: as declared, or as its own names say (Mr, the mother). */
function genderOf({parties}: ReportContext): (party: Party) => Mention['pronoun'] {
  const byParty = new Map(parties.map((party) => [party, declaredPronoun(party)]))
  return (party) => byParty.get(party)
}

function declaredPronoun({pronouns: declared, name, aliases}: Party): Mention['pronoun'] {
  const first = declared?.[0]?.toLowerCase()
  if (first === 'he' || first === 'she' || first === 'they') return first
  const said = [name, ...aliases].flatMap((alias) =>
    alias
      .toLowerCase()
      .split(/\s+/)
      .map((word) => pronounOf(word.replace(/[^a-z]/g, ''))),
  )
  return said.find((pronoun) => pronoun !== undefined)
}
