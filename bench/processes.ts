import {spawnSync} from 'node:child_process'
import {resolve} from 'node:path'
import {performance} from 'node:perf_hooks'

/** A command of Node, its arguments, and the reports that its output has to name. */
export interface Command {
  readonly name: string
  readonly arguments: readonly string[]
  readonly mustName: readonly string[]
}

/** What one process took: milliseconds by the clock and of processor, MiB at its largest. */
interface Usage {
  readonly wall: number
  readonly cpu: number
  readonly memory: number
}

/** Medians of the rounds. */
export interface Measured extends Usage {
  readonly name: string
  readonly fastest: number
  readonly slowest: number
}

const usageHook = resolve('bench/usage.cjs')
/** Alex looks for updates; a bench asks nobody. */
const env = {...process.env, NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1'}
const largestOutput = 1024 ** 3

/** All commands once per round, one after the other, so that a busy minute falls on all of them. */
export function measureInTurn(
  commands: readonly Command[],
  folder: string,
  rounds: number,
): Measured[] {
  for (const command of commands) checkThatItWorks(command, folder)
  const usages = commands.map((): Usage[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, command] of commands.entries()) usages[index]?.push(runOnce(command, folder))
  }
  return commands.map(({name}, index) => summarise(name, usages[index] ?? []))
}

/** The warm-up, and no measurement of a program that checks nothing and says that all is well. */
function checkThatItWorks({name, arguments: args, mustName}: Command, folder: string) {
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: largestOutput,
  })
  const said = stdout + stderr
  const missing = mustName.find((report) => !said.includes(report))
  if ((status === 0 || status === 1) && missing === undefined) return
  throw new Error(
    `${name} ended with ${status} and ${missing ? `did not name ${missing}` : 'failed'}:\n${stderr.slice(0, 2000)}`,
  )
}

function runOnce({name, arguments: args}: Command, folder: string): Usage {
  const start = performance.now()
  const {output, error} = spawnSync(process.execPath, ['--require', usageHook, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const wall = performance.now() - start
  const written = output?.[3]
  if (error || !written)
    throw new Error(`${name} ended without saying what it used`, {cause: error})
  const {cpu, memory}: Omit<Usage, 'wall'> = JSON.parse(written)
  return {wall, cpu, memory}
}

function summarise(name: string, usages: readonly Usage[]): Measured {
  const walls = usages.map(({wall}) => wall)
  return {
    name,
    wall: median(walls),
    cpu: median(usages.map(({cpu}) => cpu)),
    memory: median(usages.map(({memory}) => memory)),
    fastest: Math.min(...walls),
    slowest: Math.max(...walls),
  }
}

/** The middle value; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

/** Milliseconds of processor that this process has used: others on the machine count for less than by the clock. */
export function processorTime(): number {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}
