import {plainWords} from './literal.ts'
import type {Finding, Place} from './types.ts'

/** So often, and the same words are one finding with many places. */
const againAndAgain = 3

/** What findings of the same words have alike; derived from a finding’s own texts, not from its place. */
export interface RepeatKeys {
  /** A cheap look: most words of a report stand there once or twice. */
  readonly rough: string
  readonly exact: () => string
}

export function repeatKeys(finding: Finding): RepeatKeys {
  const {ruleId, severity, voice, actual, message, ask, frames} = finding
  const words = plainWords(actual)
  let exact: string | undefined
  return {
    rough: `${ruleId} ${words}`,
    exact: () => {
      exact ??= JSON.stringify([ruleId, severity, voice, words, message, ask, frames])
      return exact
    },
  }
}

/**
 * The same words of which a rule says the same thing, again and again, as one finding with all its places.
 * @param findings in order of their start, as is what comes back
 * @param keys of each of them, for hosts that keep them
 */
export function joinRepeats(
  findings: readonly Finding[],
  keys: readonly RepeatKeys[] = findings.map(repeatKeys),
): readonly Finding[] {
  const repeated = grouped(
    [...grouped(findings.keys(), (index) => keys[index]?.rough).values()]
      .filter(({length}) => length >= againAndAgain)
      .flatMap((same) => same.filter((index) => !isAlone(findings[index]))),
    (index) => keys[index]?.exact(),
  )
  const joined = new Map<number, Finding | undefined>()
  for (const same of repeated.values()) {
    const [first, ...others] = same.flatMap((index) => findings[index] ?? [])
    if (!first || same.length < againAndAgain) continue
    for (const index of same) joined.set(index, undefined)
    joined.set(same[0] ?? 0, {...first, alsoAt: others.map(toPlace)})
  }
  const left: Finding[] = []
  for (const [index, finding] of findings.entries()) {
    const shown = joined.has(index) ? joined.get(index) : finding
    if (shown) left.push(shown)
  }
  return left
}

function grouped(
  indexes: Iterable<number>,
  keyOf: (index: number) => string | undefined,
): ReadonlyMap<string | undefined, number[]> {
  const groups = new Map<string | undefined, number[]>()
  for (const index of indexes) {
    const key = keyOf(index)
    const same = groups.get(key)
    if (same) same.push(index)
    else groups.set(key, [index])
  }
  return groups
}

/** A finding for each place, in order of their start: what `joinRepeats` was given. */
export const eachPlace = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .flatMap((finding) => {
      const {alsoAt = [], ...first} = finding
      return [first, ...alsoAt.map((place) => ({...first, ...place}))]
    })
    .toSorted((a, b) => a.range.start - b.range.start)

/** Of a private detail nobody knows whether its words are the same. */
const isAlone = (finding: Finding | undefined) =>
  finding?.isWithheld === true || finding?.isReportWide === true

const toPlace = ({range, actual, label, section, fingerprint}: Finding): Place => ({
  range,
  actual,
  label,
  section,
  fingerprint,
})
