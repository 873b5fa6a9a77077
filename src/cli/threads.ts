import {Worker} from 'node:worker_threads'
import type {ReportOptions} from '../reporters/reporter.ts'
import type {CommandIo} from './io.ts'
import type {Run} from './run.ts'
import type {Answer, Order, ThreadData} from './thread.ts'
import type {Judge, Verdict} from './verdict.ts'

export interface Threads {
  readonly judge: Judge
  readonly finish: () => Promise<void>
}

interface Task {
  readonly order: Order
  readonly resolve: (verdict: Verdict) => void
  readonly reject: (error: unknown) => void
}

/** Judges in so many threads, each started when there is something to do for it. */
export function createThreads(
  number: number,
  file: string,
  {run, options}: {readonly run: Run; readonly options: ReportOptions},
  io: CommandIo,
): Threads {
  const workerData = dataFor(run, options, io)
  const waiting: Task[] = []
  const idle: Thread[] = []
  const all = new Set<Thread>()
  const start = (): Thread => {
    const thread = startThread(file, workerData, {
      onIdle: () => giveTo(thread),
      onEnd: () => {
        all.delete(thread)
        giveOut()
      },
    })
    all.add(thread)
    return thread
  }
  const giveTo = (thread: Thread) => {
    const task = waiting.shift()
    if (task) thread.take(task)
    else idle.push(thread)
  }
  const giveOut = () => {
    const thread = waiting.length === 0 ? undefined : (idle.pop() ?? (all.size < number && start()))
    if (thread) giveTo(thread)
  }
  return {
    judge: (target, bytes) =>
      new Promise((resolve, reject) => {
        waiting.push({order: {target, bytes}, resolve, reject})
        giveOut()
      }),
    finish: async () => {
      await Promise.all([...all].map((thread) => thread.stop()))
    },
  }
}

interface Thread {
  readonly take: (task: Task) => void
  readonly stop: () => Promise<unknown>
}

/** One thread; where it breaks off, so does what it was at. */
function startThread(
  file: string,
  workerData: ThreadData,
  {onIdle, onEnd}: {readonly onIdle: () => void; readonly onEnd: () => void},
): Thread {
  const worker = new Worker(file, {workerData})
  let current: Task | undefined
  let failure: unknown
  worker.on('message', (verdict: Answer) => {
    const task = current
    current = undefined
    task?.resolve(verdict)
    onIdle()
  })
  worker.on('error', (error) => {
    failure = error
  })
  worker.on('exit', () => {
    current?.reject(failure ?? new Error('A thread ended before its report was checked'))
    onEnd()
  })
  return {
    take: (task) => {
      current = task
      worker.postMessage(task.order)
    },
    stop: () => worker.terminate(),
  }
}

const dataFor = (run: Run, {salt}: ReportOptions, io: CommandIo): ThreadData => ({
  flags: run.flags,
  cwd: io.cwd,
  env: {...io.env},
  now: io.now(),
  stdout: {isTTY: io.stdout.isTTY ?? false, columns: io.stdout.columns},
  salt,
})
