import {readFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {performance} from 'node:perf_hooks'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {type CacheFile, isCache, readCacheFile} from './cache-file.ts'
import {createKeyOf} from './cache-key.ts'
import {codeOf, describeFailure, toFileError} from './failures.ts'
import type {CommandIo} from './io.ts'
import type {Terms} from './judging.ts'
import {writeWhole} from './output.ts'
import type {Judge, Verdict} from './verdict.ts'

/** Where `--cache` keeps verdicts unless `--cache-location` says otherwise. */
export const usualCache = '.safe-together-lint-cache'

interface Cache {
  /** The same verdicts, those known from an earlier run without judging again. */
  readonly remembering: (judge: Judge) => Judge
  readonly save: () => Promise<void>
}

/** @throws {UserError} when what stands at its place is no cache */
export async function openCache({run, options}: Terms, io: CommandIo): Promise<Cache> {
  const name = run.flags.cacheLocation ?? usualCache
  const file = readCacheFile(await cacheBytes(name, io))
  const keyOf = createKeyOf(run, options, await buildOf(io), io)
  const today = io.now().toISOString().slice(0, 10)
  return {
    remembering: (judge) => async (target, bytes) => {
      const start = performance.now()
      const key = await keyOf(target, bytes)
      const known = recall(file, key, today)
      if (known) return {...known, ms: performance.now() - start}
      const verdict = await judge(target, bytes)
      // What stands beside the report may have been changed meanwhile.
      const isSame = key.equals(await keyOf(target, bytes, true))
      if (!verdict.failure && isSame) keep(file, key, verdict, today)
      return verdict
    },
    save: () => save(file, name, io),
  }
}

async function cacheBytes(name: string, {cwd}: CommandIo): Promise<Uint8Array> {
  const {problems, remedies} = en.commandLine
  try {
    const bytes = await readFile(resolve(cwd, name))
    if (bytes.length === 0 || isCache(bytes)) return bytes
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return new Uint8Array()
    throw toFileError(error, name)
  }
  throw new UserError(name, problems.noCache, remedies.noCache)
}

/** From source there is no build, and only the version tells one program from another. */
const buildOf = async ({program}: CommandIo): Promise<Uint8Array> =>
  program === undefined ? new Uint8Array() : readFile(program.bundle)

interface Kept {
  readonly verdict: Verdict
  /** The only day for which it holds. */
  readonly day?: string
}

function recall(file: CacheFile, key: Uint8Array, today: string): Verdict | undefined {
  const text = file.get(key)
  if (text === undefined) return undefined
  // Written by this very program: the key is made from it.
  const {verdict, day}: Kept = JSON.parse(text)
  return day === undefined || day === today ? verdict : undefined
}

function keep(file: CacheFile, key: Uint8Array, verdict: Verdict, today: string): void {
  const kept: Kept = {verdict, ...(verdict.isOfToday && {day: today})}
  file.put(key, JSON.stringify(kept))
}

/** The reports are checked and told of by now: that the next run will be slower fails nothing. */
async function save(file: CacheFile, name: string, io: CommandIo): Promise<void> {
  const bytes = file.toBytes()
  if (bytes === undefined) return
  try {
    await writeWhole(bytes, {name, force: true, remedy: en.commandLine.remedies.noCache}, io)
  } catch (error) {
    io.stderr.write(describeFailure(error))
  }
}
