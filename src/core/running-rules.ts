import {type FrameName, type Frames, frameNames} from './patterns/frames.ts'
import {type Matcher, toMatcher} from './patterns/match.ts'
import {nameFinder} from './patterns/official-names.ts'
import type {HarmWords} from './pipeline/clause-facts.ts'
import type {PeopleNouns} from './pipeline/party-index.ts'
import type {CompiledRule, RulebookData} from './rulebook.ts'
import type {Range} from './types.ts'

/** A pattern of a rule. */
export interface Candidate {
  readonly rule: number
  readonly pattern: number
}

/** A rulebook ready to run: what each step of the chain needs of it. */
export interface RunningRules {
  readonly rules: readonly CompiledRule[]
  /** Ids of the forms that some pattern names. */
  readonly vocabulary: ReadonlyMap<string, number>
  readonly matchers: readonly Matcher[]
  readonly sets: readonly ReadonlySet<number>[]
  /** Patterns by the form of a word that calls them up. */
  readonly byForm: ReadonlyMap<number, readonly Candidate[]>
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
    byForm: indexByAnchor(data),
    detecting: data.rules.flatMap(({rule}, index) => ('detector' in rule.match ? [index] : [])),
    frames: {matchers: new Map(frameNames.flatMap((name: FrameName) => matcherOf(matchers, data.frames[name]).map((matcher) => [name, matcher] as const)))},
    people: data.people,
    harm: {verbs: new Set(data.harmVerbs), nouns: new Set(data.harmNouns)},
    reporting: new Set(data.reportingVerbs),
    findNames: nameFinder(data.names),
  }
}

const matcherOf = (matchers: readonly Matcher[], id: number): readonly Matcher[] => matchers.slice(id, id + 1)

function indexByAnchor({table, rules}: Pick<RulebookData, 'table' | 'rules'>): ReadonlyMap<number, readonly Candidate[]> {
  const byForm = new Map<number, Candidate[]>()
  for (const [rule, {rule: {match}, patterns}] of rules.entries()) {
    if ('detector' in match) continue
    for (const pattern of patterns) {
      for (const form of table.sets[table.programs[pattern]?.anchor ?? -1] ?? []) {
        const candidates = byForm.get(form)
        if (candidates) candidates.push({rule, pattern})
        else byForm.set(form, [{rule, pattern}])
      }
    }
  }
  return byForm
}
