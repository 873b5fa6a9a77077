import {isInPlace, type Outcome} from './outcomes.ts'

/** Counts of sentences. “told” is a finding at warning or above, “asked” a question. */
export interface Tally {
  readonly flagged: number
  readonly innocent: number
  /** Flagged, with something told anywhere in the sentence. */
  readonly told: number
  readonly toldOrAsked: number
  /** Flagged, with something told that overlaps the labelled words. */
  readonly toldInPlace: number
  readonly toldOrAskedInPlace: number
  readonly toldOnInnocent: number
  readonly askedOnInnocent: number
}

export function tally(outcomes: readonly Outcome[]): Tally {
  const flagged = outcomes.filter(({item}) => item.flag)
  const innocent = outcomes.filter(({item}) => !item.flag)
  const inPlace = flagged.map(keepInPlace)
  return {
    flagged: flagged.length,
    innocent: innocent.length,
    told: flagged.filter(isTold).length,
    toldOrAsked: flagged.filter(isToldOrAsked).length,
    toldInPlace: inPlace.filter(isTold).length,
    toldOrAskedInPlace: inPlace.filter(isToldOrAsked).length,
    toldOnInnocent: innocent.filter(isTold).length,
    askedOnInnocent: innocent.filter(isAsked).length,
  }
}

export const isTold = ({told}: Outcome) => told.length > 0
export const isAsked = ({asked}: Outcome) => asked.length > 0
export const isToldOrAsked = (outcome: Outcome) => isTold(outcome) || isAsked(outcome)

const keepInPlace = ({item, told, asked}: Outcome): Outcome => ({
  item,
  told: told.filter((finding) => isInPlace(item, finding)),
  asked: asked.filter((finding) => isInPlace(item, finding)),
})

/** A part of a whole; undefined of nothing. */
export const share = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : part / whole

type Told = Pick<Tally, 'told' | 'toldOnInnocent'>

/** Of the sentences about which something is told, the flagged ones. */
export const precisionOf = ({told, toldOnInnocent}: Told) => share(told, told + toldOnInnocent)

export const recallOf = ({told, flagged}: Tally) => share(told, flagged)
export const recallWithQuestionsOf = ({toldOrAsked, flagged}: Tally) => share(toldOrAsked, flagged)
export const recallInPlaceOf = ({toldInPlace, flagged}: Tally) => share(toldInPlace, flagged)

/** One category: the sentences labelled with it first, and what rules of that category tell. */
export interface CategoryTally {
  readonly code: string
  readonly flagged: number
  readonly told: number
  readonly toldOrAsked: number
  /** Sentences about which a rule of this category tells something, whatever their label. */
  readonly byItsRules: Told
}

/** @param codeOf the code of a rule’s category, such as VB for victim-blaming */
export function tallyByCategory(
  outcomes: readonly Outcome[],
  codeOf: (category: string) => string | undefined,
): CategoryTally[] {
  const codes = new Set(outcomes.flatMap(({item}) => item.category.slice(0, 1)))
  return [...codes].sort().map((code) => {
    const labelled = outcomes.filter(({item}) => item.flag && item.category[0] === code)
    const spoken = outcomes.filter(({told}) => told.some(({category}) => codeOf(category) === code))
    return {
      code,
      flagged: labelled.length,
      told: labelled.filter(isTold).length,
      toldOrAsked: labelled.filter(isToldOrAsked).length,
      byItsRules: {
        told: spoken.filter(({item}) => item.flag).length,
        toldOnInnocent: spoken.filter(({item}) => !item.flag).length,
      },
    }
  })
}

/** On how many sentences one rule speaks. */
export interface RuleTally {
  readonly told: number
  readonly toldOnInnocent: number
  readonly asked: number
  readonly askedOnInnocent: number
}

const silent: RuleTally = {told: 0, toldOnInnocent: 0, asked: 0, askedOnInnocent: 0}

/** By the id of each rule that speaks. A rule that speaks twice in a sentence counts once. */
export function tallyByRule(outcomes: readonly Outcome[]): ReadonlyMap<string, RuleTally> {
  const tallies = new Map<string, RuleTally>()
  const add = (ids: Iterable<string>, key: keyof RuleTally) => {
    for (const id of ids) {
      const before = tallies.get(id) ?? silent
      tallies.set(id, {...before, [key]: before[key] + 1})
    }
  }
  for (const {item, told, asked} of outcomes) {
    add(idsOf(told), item.flag ? 'told' : 'toldOnInnocent')
    add(idsOf(asked), item.flag ? 'asked' : 'askedOnInnocent')
  }
  return tallies
}

const idsOf = (findings: Outcome['told']) => new Set(findings.map(({ruleId}) => ruleId))
