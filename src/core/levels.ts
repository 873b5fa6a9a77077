import {en} from './catalogue/en.ts'
import type {RuleLevel} from './config-shape.ts'
import {ConfigError} from './errors.ts'
import {nearest} from './nearest.ts'
import type {Finding} from './types.ts'

export type RuleLevels = Readonly<Record<string, RuleLevel>>

/**
 * Findings as loud as somebody wants the rules. What only asks where it stands goes on asking: a rule knows more of
 * the place than whoever set its level.
 */
export const atLevels = (findings: readonly Finding[], levels: RuleLevels): readonly Finding[] =>
  findings.flatMap((finding) => {
    const level = levels[finding.ruleId]
    if (level === 'off') return []
    return level === undefined || finding.severity === 'question'
      ? [finding]
      : [{...finding, severity: level}]
  })

/** @throws {ConfigError} for a rule that there is not */
export function checkLevels(levels: RuleLevels, where: string, ruleIds: ReadonlySet<string>): void {
  const unknown = Object.keys(levels).find((id) => !ruleIds.has(id))
  if (unknown === undefined) return
  const meant = nearest(unknown, [...ruleIds])
  const {problems, remedies} = en.configuring
  throw new ConfigError(
    where,
    problems.noRule(unknown),
    meant ? remedies.nearestRule(meant) : remedies.listRules,
  )
}
