import {plainWords} from './literal.ts'
import type {Finding, Place} from './types.ts'

/** So often, and the same words are one finding with many places. */
const againAndAgain = 3

/**
 * The same words of which a rule says the same thing, again and again, as one finding with all its places.
 * @param findings in order of their start, as is what comes back
 */
export function joinRepeats(findings: readonly Finding[]): readonly Finding[] {
  const repeated = grouped(
    [...grouped(findings, roughly).values()]
      .filter(({length}) => length >= againAndAgain)
      .flatMap((same) => same.filter((finding) => !isAlone(finding))),
    exactly,
  )
  const joined = new Map<Finding, Finding | undefined>()
  for (const [first, ...others] of repeated.values()) {
    if (!first || others.length + 1 < againAndAgain) continue
    joined.set(first, {...first, alsoAt: others.map(toPlace)})
    for (const other of others) joined.set(other, undefined)
  }
  return findings.flatMap((finding) =>
    joined.has(finding) ? (joined.get(finding) ?? []) : [finding],
  )
}

function grouped(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): ReadonlyMap<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const same = groups.get(key)
    if (same) same.push(finding)
    else groups.set(key, [finding])
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
const isAlone = ({isWithheld, isReportWide}: Finding) =>
  isWithheld === true || isReportWide === true

/** A cheap look: most words of a report stand there once or twice. */
const roughly = ({ruleId, actual}: Finding) => `${ruleId} ${plainWords(actual)}`

const exactly = ({ruleId, severity, voice, actual, message, ask, frames}: Finding) =>
  JSON.stringify([ruleId, severity, voice, plainWords(actual), message, ask, frames])

const toPlace = ({range, actual, label, section, fingerprint}: Finding): Place => ({
  range,
  actual,
  label,
  section,
  fingerprint,
})
