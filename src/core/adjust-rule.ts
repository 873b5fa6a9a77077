import type {Adjustment} from './adjustment.ts'
import type {RuleEntry} from './rule.ts'
import type {CompiledAdjustment, CompiledHouse, CompiledProfile, RulebookData} from './rulebook.ts'
import type {ReportContext} from './types.ts'

/** An adjustment, and the profile or the pack that makes it. */
export interface Adjusted extends CompiledAdjustment {
  readonly by: string
}

/** By whose wording and of which day a report is read. */
export type HouseOf = Pick<ReportContext, 'profile' | 'date'>

/**
 * What holds for each rule, by its id: first the profile's, then the packs' in their order, so that the later wins.
 * A profile speaks of the built-in rules: one that a pack has put in place of such a rule is the pack's.
 */
export function adjustmentsInForce(
  {profiles, packs}: Pick<RulebookData, 'profiles' | 'packs'>,
  {profile, date}: HouseOf,
): ReadonlyMap<string, readonly Adjusted[]> {
  const byRule = new Map<string, Adjusted[]>()
  const brought = new Set(packs.flatMap(({rules}) => rules))
  const add = ({title, adjustments}: CompiledHouse, ids: readonly string[]) => {
    for (const id of ids) {
      const inForce = (adjustments[id] ?? []).filter(({adjustment}) => holdsOn(adjustment, date))
      const adjusted = inForce.map((each) => ({by: title, ...each}))
      byRule.set(id, [...(byRule.get(id) ?? []), ...adjusted])
    }
  }
  const own = profileOf(profiles, profile)
  if (own)
    add(
      own,
      Object.keys(own.adjustments).filter((id) => !brought.has(id)),
    )
  for (const pack of packs) add(pack, Object.keys(pack.adjustments))
  return byRule
}

/** None for a rulebook without profiles; a name that is unknown is refused before the engine runs. */
export const profileOf = (
  profiles: RulebookData['profiles'],
  id: string,
): CompiledProfile | undefined => (Object.hasOwn(profiles, id) ? profiles[id] : undefined)

/** Days as ISO texts sort by time; a report without a date is as new as can be. */
const holdsOn = ({from, until}: Adjustment, date: string | undefined) =>
  date === undefined
    ? until === undefined
    : (from === undefined || from <= date) && (until === undefined || date <= until)

/** What an adjustment may put other words, or another weight, in place of. */
type RuleTexts = Pick<RuleEntry, 'severity' | 'message' | 'why' | 'ask' | 'frames' | 'replacements'>

/** The rule with an adjustment's words and weight. */
export function adjustRule<Rule extends RuleTexts>(rule: Rule, {adjustment}: Adjusted): Rule {
  const {severity, message, why, ask, frames, replacements} = adjustment
  return {
    ...rule,
    severity: severity ?? rule.severity,
    message: message ?? rule.message,
    why: why ?? rule.why,
    ask: ask ?? rule.ask,
    frames: {...rule.frames, ...frames},
    replacements: replacements ?? rule.replacements,
  }
}

/** A rule as a list of rules shows it. */
export interface RuleInForce {
  /** With what holds in every section. */
  readonly rule: RuleEntry
  /** It says nothing anywhere. */
  readonly off: boolean
  readonly adjusted: readonly Adjusted[]
}

/** Every rule as it holds for reports of this profile and day, those of a category together. */
export function rulesInForce(
  rulebook: Pick<RulebookData, 'rules' | 'profiles' | 'packs'>,
  house: HouseOf,
): readonly RuleInForce[] {
  const byRule = adjustmentsInForce(rulebook, house)
  return rulebook.rules
    .map(({rule}) => {
      const adjusted = byRule.get(rule.id) ?? []
      const everywhere = adjusted.filter(({adjustment}) => adjustment.in === undefined)
      return {
        rule: everywhere.reduce(adjustRule, rule),
        off: everywhere.some(({adjustment}) => adjustment.off === true),
        adjusted,
      }
    })
    .sort((a, b) => compare(a.rule.category, b.rule.category))
}

/** With whose wording a report is read, and what that wording never looks for. */
export interface Wording {
  /** Titles of the profile and of the packs. */
  readonly by: readonly string[]
  /** Ids of rules that are switched off in every section. */
  readonly off: readonly string[]
}

/** @param usual the profile that goes without saying; with that and without packs there is nothing to tell */
export function wordingOf(
  rulebook: RulebookData,
  house: HouseOf,
  usual: string,
): Wording | undefined {
  const {profiles, packs} = rulebook
  if (packs.length === 0 && house.profile === usual) return undefined
  const profile = profileOf(profiles, house.profile)
  return {
    by: [...(profile ? [profile] : []), ...packs].map(({title}) => title),
    off: rulesInForce(rulebook, house).flatMap(({rule, off}) => (off ? [rule.id] : [])),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
