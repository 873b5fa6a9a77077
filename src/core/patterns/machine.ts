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
  return withoutUnreached({states, accepting})
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
