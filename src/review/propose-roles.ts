import type {BlockFacts} from '../core/pipeline/analysis.ts'
import type {Party} from '../core/types.ts'

/**
 * Roles that the report's own clauses propose: who is said, by name, to do harm to whom.
 * Empty where the clauses point both ways; nothing is drawn from sex, title or who applied.
 */
export function proposeRoles(facts: readonly BlockFacts[]): readonly Party[] {
  const pairs = facts.flatMap(({harm}) => harm)
  const counts = new Map<string, number>()
  for (const {by, to} of pairs) counts.set(`${by}\n${to}`, (counts.get(`${by}\n${to}`) ?? 0) + 1)
  const [first] = [...counts].toSorted((a, b) => b[1] - a[1])
  const [by, to] = first?.[0].split('\n') ?? []
  if (by === undefined || to === undefined) return []
  const isContradicted = pairs.some((pair) => pair.by === to || pair.to === by)
  if (isContradicted) return []
  return [
    {name: by, aliases: [], role: 'perpetrator'},
    {name: to, aliases: [], role: 'survivor'},
  ]
}
