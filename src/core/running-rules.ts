import {type FrameName, type Frames, frameNames} from './patterns/frames.ts'
import {type Matcher, toMatcher} from './patterns/match.ts'
import {nameFinder} from './patterns/official-names.ts'
import type {HarmWords} from './pipeline/clause-facts.ts'
import type {PeopleNouns} from './pipeline/party-index.ts'
import type {CompiledRule, RulebookData} from './rulebook.ts'
import type {Range} from './types.ts'

/** A rulebook ready to run: what each step of the chain needs of it. */
export interface RunningRules {
  readonly rules: readonly CompiledRule[]
  /** Ids of the forms that some pattern names. */
  readonly vocabulary: ReadonlyMap<string, number>
  readonly matchers: readonly Matcher[]
  readonly sets: readonly ReadonlySet<number>[]
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
  readonly findNames: (text: string) => Range[]
}

/** Sets, matchers and the index of anchors: made once per process from the compiled data. */
export function startRules(data: RulebookData): RunningRules {
  const sets = data.table.sets.map((ids) => new Set(ids))
  const matchers = data.table.programs.map((program) => toMatcher(program, sets))
  return {
    rules: data.rules,
    vocabulary: new Map(data.table.vocabulary.map((form, id) => [form, id])),
    matchers,
    sets,
    ...indexPatterns(data),
    detecting: data.rules.flatMap(({rule}, index) => ('detector' in rule.match ? [index] : [])),
    frames: {
      matchers: new Map(
        frameNames.flatMap((name: FrameName) =>
          matcherOf(matchers, data.frames[name]).map((matcher) => [name, matcher] as const),
        ),
      ),
    },
    people: data.people,
    harm: {
      verbs: new Set(data.harmVerbs),
      nouns: new Set(data.harmNouns),
      control: new Set(data.controlVerbs),
    },
    reporting: new Set(data.reportingVerbs),
    findNames: nameFinder(data.names),
  }
}

const matcherOf = (matchers: readonly Matcher[], id: number): readonly Matcher[] =>
  matchers.slice(id, id + 1)

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
