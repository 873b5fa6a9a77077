import type {BlockFacts} from '../core/pipeline/analysis.ts'
import type {Party} from '../core/types.ts'
import type {Report, ReviewedBlock} from './report.ts'

/**
 * What a question sees in each block. It follows from the block, what is declared and the roles that are proposed,
 * and is kept for as long as these are: a report that is being written has most of its blocks from before.
 * @param see what depends on nothing else
 * @returns it for many blocks; `key` stays the same object for as long as the same is looked for
 */
export function perBlock<Wanted, Seen>(
  see: (report: Report, wanted: Wanted, block: ReviewedBlock) => Seen,
): (report: Report, key: object, wanted: Wanted, blocks: readonly ReviewedBlock[]) => Seen[] {
  const kept = new WeakMap<object, Kept<Seen>>()
  return (report, key, wanted, blocks) => {
    const known = kept.get(key)
    const isValid = known?.proposed === report.proposed
    const byFacts = isValid ? known.byFacts : new WeakMap<BlockFacts, Seen>()
    if (!isValid) kept.set(key, {proposed: report.proposed, byFacts})
    return blocks.map((block) => {
      const before = byFacts.get(block.facts)
      if (before !== undefined) return before
      const seen = see(report, wanted, block)
      byFacts.set(block.facts, seen)
      return seen
    })
  }
}

interface Kept<Seen> {
  readonly proposed: readonly Party[]
  readonly byFacts: WeakMap<BlockFacts, Seen>
}

/** What was seen in all blocks, in order. Most blocks have nothing, and `flat` takes as long for those. */
export function inAll<Each>(seen: readonly (readonly Each[])[]): Each[] {
  const all: Each[] = []
  for (const each of seen) for (const one of each) all.push(one)
  return all
}
