import {eachPlace} from '../core/repeats.ts'
import type {Finding} from '../core/types.ts'
import {isReportWide, type Wanted} from './reporter.ts'
import {toShow} from './shown.ts'

/** A finding at one of its places, numbered in the order in which they stand. */
export interface Numbered {
  readonly number: number
  readonly finding: Finding
  /** The number of the first place of the same words, where this is another. */
  readonly sameAs: number | undefined
  /** The numbers of the further places, where this is the first. */
  readonly others: readonly number[]
}

export interface Notes {
  readonly places: readonly Numbered[]
  /** Questions about the report as a whole. */
  readonly questions: readonly Finding[]
}

/** What a sheet shows: every place with its number, then what is asked of the whole. */
export function numberPlaces(findings: readonly Finding[], wanted: Wanted): Notes {
  const shown = toShow(findings, wanted)
  const placed = shown
    .filter((finding) => !isReportWide(finding))
    .flatMap((finding) => eachPlace([finding]).map((place, index) => ({finding, place, index})))
    .toSorted((a, b) => a.place.range.start - b.place.range.start)
  const numbers = new Map<Finding, number[]>()
  for (const [index, {finding}] of placed.entries())
    numbers.set(finding, [...(numbers.get(finding) ?? []), index + 1])
  return {
    places: placed.map(({finding, place}, index) => {
      const [first = index + 1, ...others] = numbers.get(finding) ?? []
      const isFirst = first === index + 1
      return {
        number: index + 1,
        finding: place,
        sameAs: isFirst ? undefined : first,
        others: isFirst ? others : [],
      }
    }),
    questions: shown.filter(isReportWide),
  }
}
