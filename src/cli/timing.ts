import {performance} from 'node:perf_hooks'
import {en} from '../core/catalogue/en.ts'
import {loggable} from '../reporters/printable.ts'
import type {CommandIo} from './io.ts'
import type {Flags} from './program.ts'

/** How long a run and its reports take, for standard error. */
export interface Timing {
  readonly add: (name: string, ms: number) => void
  readonly finish: () => void
}

const shown = 5

/** With `--timing`, else nothing. */
export function createTiming({timing}: Flags, {stderr}: CommandIo): Timing {
  const nothing = () => undefined
  if (timing !== true) return {add: nothing, finish: nothing}
  const taken: {readonly name: string; readonly ms: number}[] = []
  const say = (line: string) => stderr.write(`${line}\n`)
  return {
    add: (name, ms) => void taken.push({name, ms}),
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
