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
  /** What a match may begin with, where it begins with no mention. */
  readonly first: number
  /** The set by which a sentence calls this pattern up. */
  readonly anchor: number
  /** Sets of which a matching sentence has a word. */
  readonly required: readonly number[]
  /** Words that this pattern names and therefore never steps over. */
  readonly named: number
}

/**
 * Every pattern of a rulebook, sharing one vocabulary: as strings, since a run needs a few of them and can read
 * those when it does.
 */
export interface PatternTable {
  /** Forms, in the order of their ids, with spaces between. */
  readonly vocabulary: string
  readonly sets: readonly string[]
  readonly programs: readonly string[]
}

const radix = 36
const writeNumbers = (numbers: readonly number[]) =>
  numbers.map((number) => number.toString(radix)).join(' ')

/** By hand, since thousands of them are read before the first sentence is matched. */
function readNumbers(text: string): number[] {
  const numbers: number[] = []
  let number = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32) {
      numbers.push(number)
      number = 0
    } else number = number * radix + (code < 58 ? code - 48 : code - 87)
  }
  if (text !== '') numbers.push(number)
  return numbers
}

/** Rising ids as their distances. */
export const writeSet = (ids: readonly number[]) =>
  writeNumbers(ids.map((id, index) => id - (ids[index - 1] ?? 0)))

export function readSet(text: string): readonly number[] {
  let id = 0
  return readNumbers(text).map((step) => {
    id += step
    return id
  })
}

export function writeProgram({
  states,
  accepting,
  first,
  anchor,
  required,
  named,
}: PatternProgram): string {
  const edges = states.map((state) => state.map((edge) => writeNumbers(edge)).join(','))
  return [
    edges.join(';'),
    writeNumbers(accepting),
    writeNumbers([anchor, named, first]),
    writeNumbers(required),
  ].join('|')
}

export function readProgram(text: string): PatternProgram {
  const [edges = '', accepting = '', ids = '', required = ''] = text.split('|')
  const [anchor = 0, named = 0, first = 0] = readNumbers(ids)
  const states = edges
    .split(';')
    .map((state) => (state === '' ? [] : state.split(',').map(readEdge)))
  return {
    states,
    accepting: readNumbers(accepting),
    first,
    anchor,
    named,
    required: readNumbers(required),
  }
}

function readEdge(text: string): Edge {
  const [kind = 0, value = 0, to = 0] = readNumbers(text)
  return [kind, value, to]
}
