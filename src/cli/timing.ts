import {performance} from 'node:perf_hooks'
import {en} from '../core/catalogue/en.ts'
import {loggable} from '../reporters/printable.ts'
import type {CommandIo} from './io.ts'
import type {Flags} from './program.ts'

/** How long a run and its reports take, for standard error. */
export interface Timing {
  readonly start: (name: string) => void
  readonly stop: () => void
  readonly finish: () => void
}

const shown = 5

/** With `--timing`, else nothing. */
export function createTiming({timing}: Flags, {stderr}: CommandIo): Timing {
  const nothing = () => undefined
  if (timing !== true) return {start: nothing, stop: nothing, finish: nothing}
  const taken: {readonly name: string; readonly ms: number}[] = []
  let current: {readonly name: string; readonly from: number} | undefined
  const say = (line: string) => stderr.write(`${line}\n`)
  return {
    start: (name) => {
      current = {name, from: performance.now()}
    },
    stop: () => {
      if (current) taken.push({name: current.name, ms: performance.now() - current.from})
      current = undefined
    },
    finish: () => {
      const {timingTotal, timingOf} = en.commandLine
      const ofReports = taken.reduce((sum, {ms}) => sum + ms, 0)
      // Since the process began: loading is most of a short run.
      say(timingTotal(taken.length, performance.now() / 1000, ofReports / 1000))
      for (const {name, ms} of taken.toSorted((a, b) => b.ms - a.ms).slice(0, shown))
        say(`  ${timingOf(ms / 1000, loggable(name))}`)
    },
  }
}
