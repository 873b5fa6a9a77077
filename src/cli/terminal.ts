import {Chalk} from 'chalk'
import {en} from '../core/catalogue/en.ts'
import {loggable} from '../reporters/printable.ts'
import {type Colors, noColors} from '../reporters/reporter.ts'
import type {CommandIo, Output} from './io.ts'

/** Lines longer than this are hard to read, and shorter ones break names apart. */
const widest = 100
const narrowest = 40

export const widthOf = ({columns}: Output): number =>
  Math.min(widest, Math.max(narrowest, columns ?? 80))

export function colorsFor(io: CommandIo, asked: boolean | undefined): Colors {
  if (!wantsColor(io, asked)) return noColors
  const chalk = new Chalk({level: 1})
  return {
    title: chalk.bold,
    mark: chalk.yellow,
    severe: chalk.magenta,
    notable: chalk.cyan,
    quiet: chalk.dim,
  }
}

/** The nearest wish wins: the option, then FORCE_COLOR, then NO_COLOR, as Node has it. */
function wantsColor({env, stdout}: CommandIo, asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  if (env.NO_COLOR) return false
  return stdout.isTTY === true && env.TERM !== 'dumb'
}

interface Progress {
  /** Says which report comes next. */
  readonly show: () => void
  readonly clear: () => void
}

/** Fewer reports are done before anybody could read it. */
const fewestShown = 4

/** One line that is written over, for a person who waits; nothing for programs. */
export function createProgress({stderr}: CommandIo, names: readonly string[]): Progress {
  if (names.length < fewestShown || stderr.isTTY !== true) {
    return {show: () => undefined, clear: () => undefined}
  }
  const clear = () => stderr.write('\r\u001b[K')
  let number = 0
  return {
    clear,
    show: () => {
      const name = names[number++]
      if (name === undefined) return
      clear()
      const line = en.commandLine.progress(number, names.length, loggable(name))
      // A line that wraps could not be cleared again.
      stderr.write(line.slice(0, (stderr.columns ?? 80) - 1))
    },
  }
}
