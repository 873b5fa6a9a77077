import {type Adjusted, adjustmentsInForce, adjustRule, profileOf} from '../adjust-rule.ts'
import type {Matcher} from '../patterns/match.ts'
import {joinNames, type NameFinder, startNames} from '../patterns/official-names.ts'
import type {CompiledRule, RulebookData} from '../rulebook.ts'
import type {Block, ReportContext} from '../types.ts'
import {asList, standsIn} from './stands-in.ts'

/** What of a rulebook holds for a report: the profile's and the packs' wording, of the report's day. */
export interface InForce {
  /** A rule as it reads in a block, or nothing where it is switched off there. */
  readonly ruleIn: <Rule extends CompiledRule>(rule: Rule, block: Block) => Rule | undefined
  readonly names: NameFinder
  /** What opens legal words, beside the list of the lexicon. */
  readonly legalFrames: readonly Matcher[]
}

/** Kept for the last profile and day: reports come one after the other. */
export function startInForce(
  data: RulebookData,
  matcher: (pattern: number) => Matcher | undefined,
): (context: ReportContext) => InForce {
  let kept: {readonly context: ReportContext; readonly inForce: InForce} | undefined
  return (context) => {
    if (kept?.context === context) return kept.inForce
    const isSame = kept?.context.profile === context.profile && kept.context.date === context.date
    const inForce = (isSame ? kept?.inForce : undefined) ?? inForceFor(data, matcher, context)
    kept = {context, inForce}
    return inForce
  }
}

function inForceFor(
  data: RulebookData,
  matcher: (pattern: number) => Matcher | undefined,
  context: ReportContext,
): InForce {
  const byRule = adjustmentsInForce(data, context)
  const profile = profileOf(data.profiles, context.profile)
  const houses = [...(profile ? [profile] : []), ...data.packs]
  return {
    ruleIn: (rule, block) => {
      const adjusted = byRule.get(rule.rule.id)
      return adjusted ? adjustedIn(rule, adjusted, block) : rule
    },
    names: startNames(joinNames([data.names, ...(profile ? [profile.names] : [])])),
    legalFrames: houses.flatMap(({legalFrames}) =>
      legalFrames.flatMap((pattern) => matcher(pattern) ?? []),
    ),
  }
}

function adjustedIn<Rule extends CompiledRule>(
  rule: Rule,
  adjusted: readonly Adjusted[],
  block: Block,
): Rule | undefined {
  const here = adjusted.filter(({adjustment}) => {
    const places = asList(adjustment.in)
    return places.length === 0 || places.some((place) => standsIn(block, place))
  })
  if (here.some(({adjustment}) => adjustment.off)) return undefined
  const except = here.flatMap((each) => each.except)
  return {
    ...rule,
    rule: here.reduce(adjustRule<Rule['rule']>, rule.rule),
    ...(rule.kind === 'place' && {except: [...rule.except, ...except]}),
  }
}
