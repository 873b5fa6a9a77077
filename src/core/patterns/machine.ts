import {NotationError} from './notation.ts'
import type {Edge} from './program.ts'

const maxStates = 4000

/** A state machine under construction; `empty` edges consume nothing and are taken out at the end. */
export interface Machine {
  readonly edges: Edge[][]
  readonly empty: number[][]
}

export const newMachine = (): Machine => ({edges: [[]], empty: [[]]})

export function newState(machine: Machine): number {
  if (machine.edges.length >= maxStates) {
    throw new NotationError(`needs more than ${maxStates} states; make it two patterns`)
  }
  machine.edges.push([])
  machine.empty.push([])
  return machine.edges.length - 1
}

/** The same machine without empty edges; state 0 is the start. */
export function withoutEmptyEdges(machine: Machine, end: number) {
  const closures = machine.empty.map((_, state) => closureOf(machine, state))
  const states = closures.map((closure) => closure.flatMap((state) => machine.edges[state] ?? []))
  const accepting = closures.flatMap((closure, state) => (closure.includes(end) ? [state] : []))
  return withoutUnreached(withoutTwins({states, accepting}))
}

function closureOf(machine: Machine, start: number): number[] {
  const closure = [start]
  for (const state of closure) {
    for (const to of machine.empty[state] ?? []) if (!closure.includes(to)) closure.push(to)
  }
  return closure
}

interface Plain {
  readonly states: readonly (readonly Edge[])[]
  readonly accepting: readonly number[]
}

/** States with the same edges are one: the entries of a long list end alike, so most of its states fall together. */
function withoutTwins({states, accepting}: Plain): Plain {
  const firstByShape = new Map<string, number>()
  const accepts = new Set(accepting)
  const twinOf = states.map((edges, state) => {
    const shape = `${accepts.has(state)} ${[...new Set(edges.map((edge) => edge.join(' ')))].sort().join(',')}`
    const first = firstByShape.get(shape)
    if (first === undefined && state !== 0) firstByShape.set(shape, state)
    return state === 0 ? 0 : (first ?? state)
  })
  if (twinOf.every((twin, state) => twin === state)) return {states, accepting}
  const merged = states.map((edges) =>
    uniqueEdges(edges.map(([kind, value, to]) => [kind, value, twinOf[to] ?? to] as const)),
  )
  return withoutTwins(withoutUnreached({states: merged, accepting}))
}

const uniqueEdges = (edges: readonly Edge[]): readonly Edge[] => [
  ...new Map(edges.map((edge) => [edge.join(' '), edge])).values(),
]

function withoutUnreached({states, accepting}: Plain): Plain {
  const reached = [0]
  for (const state of reached) {
    for (const [, , to] of states[state] ?? []) if (!reached.includes(to)) reached.push(to)
  }
  const newId = new Map(reached.map((state, id) => [state, id]))
  const renumber = (state: number) => newId.get(state) ?? 0
  return {
    states: reached.map((state) =>
      (states[state] ?? []).map(([kind, value, to]) => [kind, value, renumber(to)] as const),
    ),
    accepting: accepting.filter((state) => newId.has(state)).map(renumber),
  }
}
