import type {Finding, Severity} from '../core/types.ts'

const rank: Readonly<Record<Severity, number>> = {error: 0, warning: 1, question: 2, info: 3}

/**
 * What a person is shown where several rules speak about the same words: the gravest, and of equals the one
 * that covers more. The result keeps all of them.
 */
export function withoutOverlapped(findings: readonly Finding[]): readonly Finding[] {
  const shown: Finding[] = []
  const byRank = findings.toSorted(
    (a, b) => rank[a.severity] - rank[b.severity] || lengthOf(b) - lengthOf(a),
  )
  for (const finding of byRank)
    if (!shown.some((other) => overlap(finding, other))) shown.push(finding)
  const kept = new Set(shown)
  return findings.filter((finding) => kept.has(finding))
}

const lengthOf = ({range}: Finding) => range.end - range.start

/** A finding about the whole document has an empty range and overlaps nothing. */
const overlap = ({range: a}: Finding, {range: b}: Finding) => a.start < b.end && b.start < a.end
