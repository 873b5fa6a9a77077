import {rules} from '../../src/index.ts'
import {
  type CategoryTally,
  type RuleTally,
  type Tally,
  tally,
  tallyByCategory,
  tallyByRule,
} from './counting.ts'
import {declaredContext, type Half, halves, type Item, type Register, registers} from './items.ts'
import {type Outcome, outcomeOf} from './outcomes.ts'
import type {Reading} from './reports.ts'
import {readCleanFixtures, readProse} from './reports.ts'
import type {Round} from './rounds.ts'

export const modes = ['declared', 'undeclared'] as const
export type Mode = (typeof modes)[number]

/** One register and half, checked in one way. */
export interface Section {
  readonly register: Register
  readonly half: Half
  readonly mode: Mode
  readonly tally: Tally
  readonly categories: readonly CategoryTally[]
}

/** Each rule’s counts over both registers. */
export interface RuleSection {
  readonly half: Half
  readonly mode: Mode
  readonly rules: ReadonlyMap<string, RuleTally>
}

/** Everything that is published. No sentence of the corpus is in it. */
export interface Measurement {
  readonly sections: readonly Section[]
  readonly ruleSections: readonly RuleSection[]
  readonly rules: readonly string[]
  /** Items whose declaration contradicts itself. */
  readonly contradictory: number
  readonly fixtures: Readonly<Record<Mode, readonly Reading[]>>
  readonly prose: readonly Reading[]
  readonly rounds: readonly Round[]
}

/** Where texts stand, from the root of the repository. */
export const folders = {
  corpus: 'test/corpus',
  prose: 'test/corpus/prose',
  fixtures: 'fixtures',
} as const

/** Checks every labelled sentence twice, and all texts. */
export function measure(items: readonly Item[], rounds: readonly Round[]): Measurement {
  const outcomes = modes.map((mode) => ({
    mode,
    outcomes: items.map((item) => outcomeOf(item, mode === 'declared')),
  }))
  return {
    sections: registers.flatMap((register) =>
      halves.flatMap((half) =>
        outcomes.map(({mode, outcomes}) => sectionOf(outcomes, register, half, mode)),
      ),
    ),
    ruleSections: halves.flatMap((half) =>
      outcomes.map(({mode, outcomes}) => ({
        half,
        mode,
        rules: tallyByRule(outcomes.filter(({item}) => item.half === half)),
      })),
    ),
    rules: rules.map(({id}) => id),
    contradictory: items.filter((item) => declaredContext(item) === undefined).length,
    fixtures: {
      declared: readCleanFixtures(folders.fixtures, true),
      undeclared: readCleanFixtures(folders.fixtures, false),
    },
    prose: readProse(folders.prose),
    rounds,
  }
}

function sectionOf(
  outcomes: readonly Outcome<Item>[],
  register: Register,
  half: Half,
  mode: Mode,
): Section {
  const own = outcomes.filter(({item}) => item.register === register && item.half === half)
  return {register, half, mode, tally: tally(own), categories: tallyByCategory(own, codeOf)}
}

const codes = new Map(
  rules.map(({category, domain: [row = '']}) => [category, row.slice(0, 2)] as const),
)

/** “VB” for “victim-blaming”. */
export const codeOf = (category: string): string | undefined => codes.get(category)

/** “victim-blaming” for “VB”. */
export const nameOf = (code: string): string =>
  [...codes].find(([, each]) => each === code)?.[0] ?? ''
