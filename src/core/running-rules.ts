import {type FormSet, toFormSet} from './patterns/form-set.ts'
import type {Frames} from './patterns/frames.ts'
import {type Matcher, toMatcher} from './patterns/match.ts'
import {type NameFinder, startNames} from './patterns/official-names.ts'
import type {HarmWords} from './pipeline/doer.ts'
import type {PeopleNouns} from './pipeline/party-index.ts'
import type {CompiledRule, RulebookData} from './rulebook.ts'

/** A rulebook ready to run: what each step of the chain needs of it. */
export interface RunningRules {
  readonly rules: readonly CompiledRule[]
  /** Ids of the forms that some pattern names. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** The pattern with an id of the table, made ready when first asked for. */
  readonly matcher: (pattern: number) => Matcher | undefined
  readonly set: (id: number) => FormSet
  /** Patterns by the id of a form that calls them up. */
  readonly patternsByForm: readonly (readonly number[] | undefined)[]
  readonly rulesByPattern: ReadonlyMap<number, readonly number[]>
  /** Rules that have a detector, by position. */
  readonly detecting: readonly number[]
  readonly frames: Frames
  readonly people: PeopleNouns
  readonly harm: HarmWords
  /** Verbs of speech: said, told, claims. */
  readonly reporting: ReadonlySet<string>
  readonly names: NameFinder
}

/** What every step needs, from the compiled data; sets and matchers are made when first asked for. */
export function startRules(data: RulebookData): RunningRules {
  const set = kept((id) => toFormSet(data.table.sets[id] ?? []))
  const matcher = kept((id) => {
    const program = data.table.programs[id]
    return program && toMatcher(program, set)
  })
  return {
    rules: data.rules,
    vocabulary: new Map(data.table.vocabulary.map((form, id) => [form, id])),
    matcher,
    set,
    ...indexPatterns(data),
    detecting: data.rules.flatMap(({rule}, index) => ('detector' in rule.match ? [index] : [])),
    frames: {matcher: (name) => matcher(data.frames[name])},
    people: data.people,
    harm: {
      verbs: new Set(data.harmVerbs),
      nouns: new Set(data.harmNouns),
      control: new Set(data.controlVerbs),
    },
    reporting: new Set(data.reportingVerbs),
    names: startNames(data.names),
  }
}

/** Most of a rulebook sleeps through a short report. */
function kept<T>(make: (id: number) => T): (id: number) => T {
  const made: T[] = []
  return (id) => {
    const known = made[id]
    if (known !== undefined) return known
    const fresh = make(id)
    made[id] = fresh
    return fresh
  }
}

/** The index by anchor: the cost of a sentence hangs on its words, not on the number of rules. */
function indexPatterns({
  table,
  rules,
}: Pick<RulebookData, 'table' | 'rules'>): Pick<RunningRules, 'patternsByForm' | 'rulesByPattern'> {
  const rulesByPattern = new Map<number, number[]>()
  for (const [
    rule,
    {
      rule: {match},
      patterns,
    },
  ] of rules.entries()) {
    if ('detector' in match) continue
    for (const pattern of patterns)
      rulesByPattern.set(pattern, [...(rulesByPattern.get(pattern) ?? []), rule])
  }
  const patternsByForm: (number[] | undefined)[] = table.vocabulary.map(() => undefined)
  for (const pattern of rulesByPattern.keys()) {
    for (const form of table.sets[table.programs[pattern]?.anchor ?? -1] ?? []) {
      const patterns = patternsByForm[form] ?? []
      patterns.push(pattern)
      patternsByForm[form] = patterns
    }
  }
  return {patternsByForm, rulesByPattern}
}
