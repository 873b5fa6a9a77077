import {en} from '../core/catalogue/en.ts'
import type {Reporter, ReportOptions} from '../reporters/reporter.ts'
import {readTarget} from './input.ts'
import type {CommandIo} from './io.ts'
import type {Run} from './run.ts'
import type {Target} from './targets.ts'
import {createJudge, failed, type Judge, type Verdict} from './verdict.ts'

export interface Judged {
  readonly target: Target
  readonly verdict: Verdict
}

/** Where verdicts come from: this thread, several, or the cache. */
export interface Judging {
  /** In the order of the reports. */
  readonly verdicts: () => AsyncIterable<Judged>
  readonly finish: () => Promise<void>
}

/** What verdicts are made by. */
export interface Bar {
  readonly run: Run
  readonly options: ReportOptions
  readonly reporters: readonly Reporter[]
}

/** @throws {UserError} when the cache is named as what it cannot be */
export async function createJudging(
  targets: readonly Target[],
  {run, options, reporters}: Bar,
  io: CommandIo,
): Promise<Judging> {
  const here = createJudge(run, reporters, io)
  const threads = await threadsFor(targets, {run, options}, io)
  const cache = await cacheFor({run, options}, io)
  const judge = threads?.judge ?? here
  const cached = cache?.remembering(judge) ?? judge
  // What comes through standard input is another text next time.
  const judgeTarget = (target: Target, bytes: Uint8Array) =>
    target.path === undefined ? here(target, bytes) : cached(target, bytes)
  const judgeRead = (target: Target) => readAndJudge(target, judgeTarget, io)
  return {
    verdicts: () => inOrder(targets, judgeRead, threads?.ahead ?? 1),
    finish: async () => {
      await threads?.finish()
      await cache?.save()
    },
  }
}

/** Starts on so many at once. */
async function* inOrder(
  targets: readonly Target[],
  judge: (target: Target) => Promise<Verdict>,
  ahead: number,
): AsyncGenerator<Judged> {
  const started: Promise<Verdict>[] = []
  const waiting = [...targets]
  for (const target of targets) {
    for (const next of waiting.splice(0, ahead - started.length)) started.push(judge(next))
    const verdict = await started.shift()
    if (verdict) yield {target, verdict}
  }
}

async function readAndJudge(target: Target, judge: Judge, io: CommandIo): Promise<Verdict> {
  if (target.path === undefined && io.stdin.isTTY) io.stderr.write(`${en.commandLine.keyboard}\n`)
  try {
    return await judge(target, await readTarget(target, io))
  } catch (error) {
    return failed(error, target)
  }
}

/** What a verdict depends on beside its report. */
export type Terms = Pick<Bar, 'run' | 'options'>

async function cacheFor(terms: Terms, io: CommandIo) {
  const {cache, cacheLocation} = terms.run.flags
  if (cache !== true && cacheLocation === undefined) return undefined
  return (await import('./cache.ts')).openCache(terms, io)
}

/** Threads beside this one, where they were asked for or save more than they cost. */
async function threadsFor(targets: readonly Target[], {run, options}: Terms, io: CommandIo) {
  const files = targets.filter(({path}) => path !== undefined).length
  if (io.program === undefined) return undefined
  const {start, processors} = io.program
  const usual = files < fewestForThreads ? 1 : Math.min(processors, mostThreads)
  const number = Math.min(run.flags.jobs ?? usual, files)
  if (number < 2) return undefined
  const {createThreads} = await import('./threads.ts')
  return {...createThreads(number, start, {run, options}, io), ahead: number * aheadOfEach}
}

/** A thread reads all rules before it can begin: fewer reports are done sooner in one. */
const fewestForThreads = 24
/** Each takes some 150 MB. */
const mostThreads = 8
/** Reports begun before their turn, so that no thread waits for a long one. */
const aheadOfEach = 8
