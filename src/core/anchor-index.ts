import {type Compilation, programAt, setAt} from './patterns/compilation.ts'
import {readSet, writeSet} from './patterns/program.ts'
import {reviewLists} from './review-rule.ts'
import type {CompiledRule, RulebookData} from './rulebook.ts'

type Index = Pick<
  RulebookData,
  'patternsByForm' | 'reviewPatternsByForm' | 'requiredByPattern' | 'setsByForm'
>

const nothing: Index = {
  patternsByForm: [],
  reviewPatternsByForm: [],
  requiredByPattern: [],
  setsByForm: [],
}

/** What calls up the patterns of these rules, and more of report-wide ones; `before` holds what was indexed already. */
export function indexByAnchor(
  compilation: Compilation,
  rules: readonly CompiledRule[],
  more: readonly number[],
  before: Index = nothing,
): Index {
  const own = sorted(
    rules.flatMap((each) =>
      each.kind === 'place' && 'patterns' in each.rule.match ? each.patterns : [],
    ),
  )
  const reviewed = sorted([
    ...more,
    ...rules.flatMap((each) =>
      each.kind === 'review' ? reviewLists.flatMap((list) => each.patterns[list]) : [],
    ),
  ])
  const anchor = (pattern: number) => programAt(compilation, pattern)?.anchor ?? -1
  const required = own.flatMap((pattern) => programAt(compilation, pattern)?.required ?? [])
  const sets = sorted(required)
  return {
    patternsByForm: byForm(compilation, own, anchor, before.patternsByForm),
    reviewPatternsByForm: byForm(compilation, reviewed, anchor, before.reviewPatternsByForm),
    requiredByPattern: [
      ...before.requiredByPattern,
      ...compilation.programs.map(({required}) => writeSet(sorted(required))),
    ],
    setsByForm: byForm(compilation, sets, (set) => set, before.setsByForm),
  }
}

export const sorted = (ids: readonly number[]) => [...new Set(ids)].sort((a, b) => a - b)

/** For each form the ids whose set holds it, behind those that it had. */
function byForm(
  compilation: Compilation,
  ids: readonly number[],
  setOf: (id: number) => number,
  before: readonly string[],
): string[] {
  const idsByForm = new Map<number, number[]>()
  for (const id of ids)
    for (const form of setAt(compilation, setOf(id)) ?? []) {
      const known = idsByForm.get(form)
      if (known) known.push(id)
      else idsByForm.set(form, [id])
    }
  return [...compilation.formIds.keys()].map((_, form) => {
    const earlier = before[form] ?? ''
    const added = idsByForm.get(form)
    return added ? writeSet([...readSet(earlier), ...added]) : earlier
  })
}
