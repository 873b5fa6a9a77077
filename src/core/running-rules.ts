import {type FormSet, toFormSet} from './patterns/form-set.ts'
import type {Frames} from './patterns/frames.ts'
import {type Matcher, toMatcher} from './patterns/match.ts'
import {createPresence, type Presence} from './patterns/presence.ts'
import {readProgram, readSet} from './patterns/program.ts'
import type {HarmWords} from './pipeline/doer.ts'
import {type InForce, startInForce} from './pipeline/in-force.ts'
import type {PeopleNouns} from './pipeline/party-index.ts'
import type {
  CompiledPlaceRule,
  CompiledPrivateRule,
  CompiledReviewRule,
  RulebookData,
} from './rulebook.ts'
import type {ReportContext} from './types.ts'

/** A rulebook ready to run: what each step of the chain needs of it. */
export interface RunningRules {
  readonly rules: readonly CompiledPlaceRule[]
  readonly privateRules: readonly CompiledPrivateRule[]
  readonly reviewRules: readonly CompiledReviewRule[]
  /** Ids of the forms that some pattern names. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** The pattern with an id of the table, made ready when first asked for. */
  readonly matcher: (pattern: number) => Matcher | undefined
  readonly set: (id: number) => FormSet
  /** Patterns that a form calls up. */
  readonly patternsOf: (form: number) => readonly number[]
  /** Patterns of report-wide rules that a form calls up. */
  readonly reviewPatternsOf: (form: number) => readonly number[]
  /** Patterns by which a sentence raises a question about the whole report. */
  readonly raising: ReadonlySet<number>
  /** Patterns that count only beside an answer, and the answers of the rules that have them. */
  readonly besides: ReadonlySet<number>
  readonly withBesides: ReadonlySet<number>
  /** Headings under which a pattern is looked for; one that is not here is looked for everywhere. */
  readonly headingsOf: ReadonlyMap<number, readonly string[]>
  /** The pattern by which a sentence raises domestic abuse. */
  readonly raisesAbuse: number
  /** Sets of which a sentence that a pattern matches has a word. */
  readonly requiredOf: (pattern: number) => readonly number[]
  readonly presence: Presence
  readonly rulesByPattern: ReadonlyMap<number, readonly number[]>
  /** Rules that have a detector, by position. */
  readonly detecting: readonly number[]
  readonly frames: Frames
  readonly people: PeopleNouns
  readonly harm: HarmWords
  /** Verbs of speech: said, told, claims. */
  readonly reporting: ReadonlySet<string>
  /** Profile and packs, by what is declared about a report. */
  readonly inForce: (context: ReportContext) => InForce
}

/** What every step needs, from the compiled data; sets and matchers are made when first asked for. */
export function startRules(data: RulebookData): RunningRules {
  const set = kept((id) => toFormSet(readSet(data.table.sets[id] ?? '')))
  const matcher = kept((id) => {
    const program = data.table.programs[id]
    return program === undefined ? undefined : toMatcher(readProgram(program), set)
  })
  const rules = data.rules.flatMap((each) => (each.kind === 'place' ? [each] : []))
  const reviewRules = data.rules.flatMap((each) => (each.kind === 'review' ? [each] : []))
  return {
    rules,
    privateRules: data.rules.flatMap((each) => (each.kind === 'private' ? [each] : [])),
    reviewRules,
    vocabulary: new Map(data.table.vocabulary.split(' ').map((form, id) => [form, id])),
    matcher,
    set,
    patternsOf: kept((form) => readSet(data.patternsByForm[form] ?? '')),
    reviewPatternsOf: kept((form) => readSet(data.reviewPatternsByForm[form] ?? '')),
    ...reportWide(data.raisesAbuse, reviewRules),
    requiredOf: kept((pattern) => readSet(data.requiredByPattern[pattern] ?? '')),
    presence: createPresence(
      data.table.sets.length,
      kept((form) => readSet(data.setsByForm[form] ?? '')),
    ),
    rulesByPattern: rulesByPattern(rules),
    detecting: rules.flatMap(({rule}, index) => ('detector' in rule.match ? [index] : [])),
    frames: {matcher: (name) => matcher(data.frames[name])},
    people: data.people,
    harm: {
      verbs: new Set(data.harmVerbs),
      nouns: new Set(data.harmNouns),
      control: new Set(data.controlVerbs),
    },
    reporting: new Set(data.reportingVerbs),
    inForce: startInForce(data, matcher),
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

function rulesByPattern(
  rules: readonly CompiledPlaceRule[],
): ReadonlyMap<number, readonly number[]> {
  const byPattern = new Map<number, number[]>()
  for (const [index, {rule, patterns}] of rules.entries()) {
    if ('detector' in rule.match) continue
    for (const pattern of patterns)
      byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), index])
  }
  return byPattern
}

/** What the facts of a report need of its report-wide rules. */
const reportWide = (
  raisesAbuse: number,
  rules: readonly CompiledReviewRule[],
): Pick<RunningRules, 'raisesAbuse' | 'raising' | 'besides' | 'withBesides' | 'headingsOf'> => ({
  raisesAbuse,
  raising: new Set([raisesAbuse, ...rules.flatMap(({patterns}) => patterns.raises)]),
  besides: besidesOf(rules),
  withBesides: new Set(
    rules.flatMap(({patterns}) => (patterns.near.length > 0 ? patterns.answers : [])),
  ),
  headingsOf: headingsOf(rules),
})

/** Where a pattern is looked for: under the headings of all rules that have it, or everywhere if one of them does. */
function headingsOf(rules: readonly CompiledReviewRule[]): ReadonlyMap<number, readonly string[]> {
  const headings = new Map<number, readonly string[]>()
  const everywhere = new Set<number>()
  for (const {rule, patterns} of rules) {
    const own = 'section' in rule.match ? rule.match.section : undefined
    for (const pattern of [...patterns.answers, ...patterns.except])
      if (own) headings.set(pattern, [...(headings.get(pattern) ?? []), ...own])
      else everywhere.add(pattern)
  }
  for (const pattern of everywhere) headings.delete(pattern)
  return headings
}

/** What one rule wants beside an answer may be another rule's answer: then it is looked for everywhere. */
function besidesOf(rules: readonly CompiledReviewRule[]): ReadonlySet<number> {
  const others = new Set(
    rules.flatMap(({patterns: {near: _near, ...lists}}) => Object.values(lists).flat()),
  )
  return new Set(rules.flatMap(({patterns}) => patterns.near.filter((id) => !others.has(id))))
}
