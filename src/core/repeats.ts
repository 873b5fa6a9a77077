import type {Finding, Place} from './types.ts'

/** So often, and the same words are one finding with many places. */
const againAndAgain = 3

/**
 * The same words of which a rule says the same thing, again and again, as one finding with all its places.
 * @param findings in order of their start, as is what comes back
 */
export function joinRepeats(findings: readonly Finding[]): readonly Finding[] {
  const byWords = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = wordsOf(finding)
    const same = byWords.get(key)
    if (same) same.push(finding)
    else byWords.set(key, [finding])
  }
  return findings.flatMap((finding) => {
    const same = byWords.get(wordsOf(finding)) ?? []
    if (same.length < againAndAgain || isAlone(finding)) return [finding]
    return same[0] === finding ? [{...finding, alsoAt: same.slice(1).map(toPlace)}] : []
  })
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

const wordsOf = ({ruleId, severity, voice, actual, message, ask, frames}: Finding) =>
  JSON.stringify([ruleId, severity, voice, plain(actual), message, ask, frames])

const plain = (text: string) => text.toLowerCase().replaceAll('’', "'").split(/\s+/).join(' ')

const toPlace = ({range, actual, label, section, fingerprint}: Finding): Place => ({
  range,
  actual,
  label,
  section,
  fingerprint,
})
