import {isParticiple} from '../patterns/forms.ts'
import type {Mention, Word} from './analysis.ts'
import {ambiguousFirstNames, firstNames} from './first-names.ts'
import {
  letterLabels,
  notPersons,
  placePrepositions,
  professionalTitles,
  pronounOf,
  titles,
} from './person-words.ts'

/** A person by title, placeholder, initial or name at `at`, whom nobody declared. */
export function nameAt(words: readonly Word[], at: number, text: string): Mention | undefined {
  return (
    placeholderAt(words, at, text) ??
    titledAt(words, at) ??
    initialAt(words, at) ??
    bareNameAt(words, at)
  )
}

const unknown = {role: 'unknown', party: undefined, plural: false, members: []} as const
const isCapitalised = (word: Word | undefined) => word !== undefined && /^\p{Lu}/u.test(word.text)

const placeholderPerson =
  /^(?:\p{Lu}|mother|father|parent|child|name|names|initials|applicant|respondent|carer|subject|person|surname|first|second|1st|2nd|client|adult|mum|dad|client|full|insert)$/iu
const placeholderChild = /child|son|daughter/

/** "[A]", "[Mother]", "[child’s name]", "<<name>>": a person in a template or an anonymised report. */
function placeholderAt(words: readonly Word[], at: number, text: string): Mention | undefined {
  const first = words[at]
  if (!first || !/[[<{«]$/.test(first.before)) return undefined
  if (!placeholderPerson.test(first.text)) return undefined
  let end = at + 1
  while (end < words.length && end < at + 4 && !/[\]>}»]/.test(words[end]?.before ?? '')) end++
  const last = words[end - 1]
  if (!last || !/^\s*[\]>}»]/.test(text.slice(last.end, last.end + 3))) return undefined
  const norms = words.slice(at, end).map(({norm}) => norm)
  const person = norms.some((norm) => placeholderChild.test(norm)) ? 'child' : 'any'
  const possessive = /^[\]>}»]+['’]s/.test(text.slice(last.end, last.end + 5))
  return {
    ...unknown,
    start: at,
    end,
    kind: 'placeholder',
    person,
    possessive,
    pronoun: norms.map(pronounOf).find((pronoun) => pronoun),
  }
}

/** "Ms Rees", "Mr P Clarke", "Dr Owen". */
export function titledAt(words: readonly Word[], at: number): Mention | undefined {
  const title = words[at]
  const isProfessional =
    title !== undefined && professionalTitles.has(title.norm) && isCapitalised(title)
  if (!title || !(isProfessional || titles.has(title.norm))) return undefined
  let end = at + 1
  while (
    end < words.length &&
    end < at + 5 &&
    isCapitalised(words[end]) &&
    isJoined(words[end]) &&
    !words[end - 1]?.possessive
  )
    end++
  if (end === at + 1) return undefined
  const possessive = words[end - 1]?.possessive === true
  return {
    ...unknown,
    start: at,
    end,
    kind: 'name',
    person: isProfessional ? 'professional' : 'adult',
    possessive,
    pronoun: pronounOf(title.norm),
  }
}

const isJoined = (word: Word | undefined) => word !== undefined && /^[.\-‑‐]?$/.test(word.before)

/** "B", "M", "F’s": initials as anonymised reports use them. "A" and "I" only where they cannot be words. */
function initialAt(words: readonly Word[], at: number): Mention | undefined {
  const word = words[at]
  if (!word || !/^[B-HJ-Z]$/.test(word.text) || isCapitalised(words[at + 1]) || !isJoined(word))
    return undefined
  if (letterLabels.has(words[at - 1]?.norm ?? '') || (word.before === '-' && at > 0))
    return undefined
  return {
    ...unknown,
    start: at,
    end: at + 1,
    kind: 'name',
    person: 'any',
    possessive: word.possessive,
    pronoun: undefined,
  }
}

const verbAfter =
  /^(?:is|was|has|had|does|did|will|would|can|could|should|may|might|said|told|felt|left|went|came|saw|heard|hit|kept|took|made|gave|slept|ran|hid|woke|cried|and|knows|feels|says|tells|remains|appears|lives|sees|spends|enjoys|attends|presents)$/

/** "Cai", "Seren Rees": a first name as the list has it, or a capital that acts. */
function bareNameAt(words: readonly Word[], at: number): Mention | undefined {
  const word = words[at]
  if (
    !word ||
    !isCapitalised(word) ||
    word.text.length < 2 ||
    word.text === word.text.toUpperCase()
  )
    return undefined
  if (notPersons.has(word.norm) && !word.possessive) return undefined
  const next = words[at + 1]
  const acts =
    word.possessive ||
    verbAfter.test(next?.norm ?? '') ||
    isParticiple(next?.norm ?? '') ||
    next === undefined
  const isListed =
    firstNames.has(word.norm) && !(ambiguousFirstNames.has(word.norm) && at === 0 && !acts)
  if (!isListed && !(at > 0 && acts && isNoPlace(words, at))) return undefined
  let end = at + 1
  while (
    isListed &&
    end < at + 3 &&
    isCapitalised(words[end]) &&
    isJoined(words[end]) &&
    !words[end - 1]?.possessive &&
    !notPersons.has(words[end]?.norm ?? '')
  )
    end++
  return {
    ...unknown,
    start: at,
    end,
    kind: 'name',
    person: 'any',
    possessive: words[end - 1]?.possessive === true,
    pronoun: undefined,
  }
}

function isNoPlace(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  return (
    before !== undefined &&
    !placePrepositions.has(before.norm) &&
    !isCapitalised(before) &&
    !isCapitalised(words[at + 1]) &&
    before.norm !== 'the' &&
    before.norm !== 'of' &&
    before.norm !== 'a'
  )
}
