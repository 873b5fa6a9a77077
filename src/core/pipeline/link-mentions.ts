import type {Party} from '../types.ts'
import type {Mention, Sentence, Word} from './analysis.ts'
import {nominative} from './person-words.ts'

/** "Cai and Seren", "Cai, Seren and the mother" are one mention; "the mother of Cai and Seren" is the mother. */
export function joinMentions(
  words: readonly Word[],
  mentions: readonly Mention[],
): readonly Mention[] {
  const joined: Mention[] = []
  for (const mention of mentions) {
    const before = joined.at(-1)
    if (before && areJoined(words, before, mention)) joined.splice(-1, 1, join(before, mention))
    else joined.push(mention)
  }
  return withTheirOwn(words, joinLists(words, joined))
}

/** "Cai, | Seren and Nia": names before a joined mention, with nothing but commas between. */
function joinLists(words: readonly Word[], mentions: readonly Mention[]): readonly Mention[] {
  return fromTheEnd(mentions, (mention, next) => {
    const isListed =
      next.members[0]?.kind === 'name' &&
      mention.kind === 'name' &&
      !mention.possessive &&
      mention.members.length === 0
    if (!isListed || mention.end !== next.start || words[next.start]?.before !== ',')
      return undefined
    return {...join(mention, next), members: [mention, ...next.members]}
  })
}

const kin = /^(?:mother|father|parent|mum|mam|dad|brother|sister|grandmother|grandfather|carer)s?$/

/** "the mother of Cai and Seren" */
function withTheirOwn(words: readonly Word[], mentions: readonly Mention[]): readonly Mention[] {
  return fromTheEnd(mentions, (mention, next) => {
    const isKin =
      mention.kind === 'noun' && !mention.possessive && kin.test(words[mention.end - 1]?.norm ?? '')
    const owns = isKin && next.start === mention.end + 1 && words[mention.end]?.norm === 'of'
    return owns ? {...mention, end: next.end, possessive: next.possessive} : undefined
  })
}

/** Takes mentions two by two from the last, putting one in place of both where `unite` gives one. */
function fromTheEnd(
  mentions: readonly Mention[],
  unite: (mention: Mention, next: Mention) => Mention | undefined,
): readonly Mention[] {
  const reversed: Mention[] = []
  for (const mention of mentions.toReversed()) {
    const next = reversed.at(-1)
    const united = next && unite(mention, next)
    if (united) reversed.pop()
    reversed.push(united ?? mention)
  }
  return reversed.reverse()
}

function areJoined(words: readonly Word[], before: Mention, mention: Mention): boolean {
  if (
    before.possessive ||
    before.person === 'author' ||
    mention.person === 'author' ||
    before.person === 'nobody'
  )
    return false
  if (mention.kind === 'relative-pronoun' || nominative.has(words[mention.start]?.norm ?? ''))
    return false
  if (nominative.has(words[before.start]?.norm ?? '') && before.kind === 'pronoun') return false
  const between = words.slice(before.end, mention.start)
  if (between.length === 1)
    return (
      between[0]?.norm === 'and' &&
      between[0].before.replace(',', '') === '' &&
      words[mention.start]?.before.replace(/[[“"]/g, '') === ''
    )
  return between.length === 0 && words[mention.start]?.before === '&'
}

function join(before: Mention, mention: Mention): Mention {
  const members = [...(before.members.length > 0 ? before.members : [before]), mention]
  const roles = new Set(members.map(({role}) => role))
  const people = new Set(members.map(({person}) => person))
  return {
    ...before,
    end: mention.end,
    members,
    role: roles.size === 1 ? before.role : 'unknown',
    person: people.size === 1 ? before.person : 'any',
    party: undefined,
    possessive: mention.possessive,
    plural: true,
    pronoun: 'they',
  }
}

/**
 * A pronoun stands for somebody only when one candidate stands in its sentence or the one before;
 * else it is nobody's.
 */
export function resolvePronouns(
  sentences: readonly Sentence[],
  genderOf: (party: Party) => Mention['pronoun'],
) {
  let before: readonly Mention[] = []
  for (const sentence of sentences) {
    const resolved: Mention[] = []
    for (const mention of sentence.mentions) {
      resolved.push(
        isOpen(mention) ? resolve(mention, [...before, ...resolved], genderOf) : mention,
      )
    }
    sentence.mentions = resolved
    before = resolved.filter((mention) => !isOpen(mention))
  }
}

const isOpen = ({kind, party, person}: Mention) =>
  kind === 'pronoun' && party === undefined && person === 'any'

function resolve(
  pronoun: Mention,
  candidates: readonly Mention[],
  genderOf: (party: Party) => Mention['pronoun'],
): Mention {
  const fitting = candidates
    .flatMap((mention) =>
      pronoun.plural && mention.members.length > 0
        ? [mention]
        : mention.members.length > 0
          ? mention.members
          : [mention],
    )
    .filter((mention) =>
      fits(pronoun, mention, mention.party ? genderOf(mention.party) : mention.pronoun),
    )
  const identities = new Set(
    fitting.map((mention) => mention.party ?? `${mention.start}:${mention.person}`),
  )
  const [one] = fitting
  if (identities.size !== 1 || !one) return pronoun
  return {...pronoun, role: one.role, party: one.party, person: one.person, members: one.members}
}

function fits(
  pronoun: Mention,
  {person, plural, members, kind}: Mention,
  gender: Mention['pronoun'],
): boolean {
  if (
    person === 'professional' ||
    person === 'author' ||
    person === 'nobody' ||
    kind === 'relative-pronoun'
  )
    return false
  if (pronoun.plural) return plural || members.length > 0
  return (
    !plural && (gender === undefined || pronoun.pronoun === undefined || gender === pronoun.pronoun)
  )
}
