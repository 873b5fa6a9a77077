import {parentPort, workerData} from 'node:worker_threads'
import type {CommandIo} from './io.ts'
import {createReporters, optionsOf} from './outlets.ts'
import type {Flags} from './program.ts'
import {startRun} from './run.ts'
import type {Target} from './targets.ts'
import {createJudge, type Judge, type Verdict} from './verdict.ts'

/** What a thread has to know of the run that it belongs to. */
export interface ThreadData extends Pick<CommandIo, 'cwd' | 'env'> {
  readonly flags: Flags
  readonly now: Date
  readonly stdout: {readonly isTTY: boolean; readonly columns: number | undefined}
  readonly salt: string | undefined
}

/** A report to check, and what comes back. */
export interface Order {
  readonly target: Target
  readonly bytes: Uint8Array
}
export type Answer = Verdict

/** Checks report after report as they are sent. */
export function serveThread(): void {
  const data: ThreadData = workerData
  const judge = judgeFor(data)
  parentPort?.on('message', async ({target, bytes}: Order) => {
    const answer: Answer = await (await judge)(target, bytes)
    parentPort?.postMessage(answer)
  })
}

async function judgeFor({flags, cwd, env, now, stdout, salt}: ThreadData): Promise<Judge> {
  const {columns} = stdout
  const io: CommandIo = {
    stdin: nothing(),
    stdout: {write: () => undefined, isTTY: stdout.isTTY, ...(columns && {columns})},
    stderr: {write: () => undefined},
    env,
    cwd,
    now: () => now,
  }
  const started = await startRun(flags, io)
  const run = {...started, salt: salt ?? started.salt}
  return createJudge(run, await createReporters(run, await optionsOf(run, io), io), io)
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
