import {overlap} from '../core/ranges.ts'
import type {Finding, Severity} from '../core/types.ts'

/** A finding, or one place of it. */
type Overlapping = Pick<Finding, 'range' | 'severity' | 'isWithheld'>

const rank: Readonly<Record<Severity, number>> = {error: 0, warning: 1, question: 2, info: 3}

/**
 * What a person is shown where several rules speak about the same words: the gravest, and of equals the one
 * that covers more. A private detail is said beside what else is said of its words. The result keeps all of them.
 * @param findings in order of their start
 */
export function withoutOverlapped<Each extends Overlapping>(
  findings: readonly Each[],
): readonly Each[] {
  return clusters(findings).flatMap((cluster) =>
    cluster.length === 1 ? cluster : gravest(cluster),
  )
}

/** Findings that touch one another, by a chain of overlaps. */
function clusters<Each extends Overlapping>(findings: readonly Each[]): Each[][] {
  const found: Each[][] = []
  let end = -1
  for (const finding of findings) {
    const last = found.at(-1)
    if (last && finding.range.start < end) last.push(finding)
    else found.push([finding])
    end = Math.max(end, finding.range.end)
  }
  return found
}

function gravest<Each extends Overlapping>(cluster: readonly Each[]): readonly Each[] {
  const shown: Each[] = []
  const byRank = cluster.toSorted(
    (a, b) => rank[a.severity] - rank[b.severity] || lengthOf(b) - lengthOf(a),
  )
  for (const finding of byRank)
    if (finding.isWithheld || !shown.some((other) => overlap(finding.range, other.range)))
      shown.push(finding)
  return cluster.filter((finding) => shown.includes(finding))
}

const lengthOf = ({range}: Overlapping) => range.end - range.start
