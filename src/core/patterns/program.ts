import type {SlotRole} from './notation.ts'

/** What an edge consumes: one word of a set, one mention, a gap, or (tight) a word joined by hyphen or space. */
export const edgeKinds = {set: 0, slot: 1, possessiveSlot: 2, gap: 3, tight: 4} as const
export const slotRoleOrder: readonly SlotRole[] = [
  'perpetrator',
  'survivor',
  'child',
  'adult',
  'party',
]

/** kind, set or role, target state. */
export type Edge = readonly [kind: number, value: number, to: number]

/** One pattern as a machine without backtracking: plain data, made at build time. State 0 is the start. */
export interface PatternProgram {
  readonly states: readonly (readonly Edge[])[]
  readonly accepting: readonly number[]
  /** The set by which a sentence calls this pattern up. */
  readonly anchor: number
  /** Sets of which a matching sentence has a word. */
  readonly required: readonly number[]
  /** Words that this pattern names and therefore never steps over. */
  readonly named: number
}

/** Every pattern of a rulebook, sharing one vocabulary. */
export interface PatternTable {
  /** Forms, in the order of their ids. */
  readonly vocabulary: readonly string[]
  readonly sets: readonly (readonly number[])[]
  readonly programs: readonly PatternProgram[]
}
