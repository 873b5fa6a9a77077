import {randomBytes} from 'node:crypto'
import {existsSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {nameFrom} from '../config/load.ts'
import {type Baseline, hashesOf, writeBaseline} from '../core/baseline.ts'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {baselinePath, defaultBaseline, loadBaseline, nameIn} from './baselines.ts'
import {checkBytes} from './check-bytes.ts'
import {describeFailure} from './failures.ts'
import {readTarget} from './input.ts'
import type {CommandIo, ExitCode} from './io.ts'
import {writeWhole} from './output.ts'
import type {BaselineFlags, Flags} from './program.ts'
import {type Run, startRun} from './run.ts'
import {findTargets, type Target} from './targets.ts'

const {commandName, problems, remedies} = en.commandLine

/** Writes down what stands in reports today, or, with `prune`, takes out of that what has gone. */
export async function writeBaselineFile(
  operands: readonly string[],
  {prune}: BaselineFlags,
  flags: Flags,
  io: CommandIo,
): Promise<ExitCode> {
  if (operands.length === 0) {
    throw new UserError(commandName, problems.nothingNamed, remedies.nothingNamed)
  }
  const run = await startRun({...flags, baseline: false}, io)
  const here = await run.layersFor(io.cwd)
  const path = baselinePath(flags, here, io) ?? resolve(io.cwd, defaultBaseline)
  const before = existsSync(path) ? (await loadBaseline(path, io)).baseline : undefined
  if (prune && !before) {
    const {problems: said, remedies: mend} = en.configuring
    throw new UserError(nameFrom(io.cwd, path), said.nothingToPrune, mend.nothingToPrune)
  }
  const salt = before?.salt ?? randomBytes(16).toString('hex')
  const {targets, problems: missing} = await findTargets(operands, io.cwd, run.isIgnored)
  const found = await hashAll(targets, path, salt, run, io)
  for (const failure of [...missing, ...found.failures]) io.stderr.write(describeFailure(failure))
  // A baseline of half the files would call the other half new.
  if (missing.length + found.failures.length > 0) return 2
  const known = withoutGone(before?.files ?? {}, dirname(path))
  const files = prune ? pruned(known, found.files) : {...known, ...found.files}
  const text = writeBaseline({salt, files})
  await writeWhole(new TextEncoder().encode(text), {name: nameFrom(io.cwd, path), force: true}, io)
  const count = Object.values(files).reduce((sum, hashes) => sum + hashes.length, 0)
  io.stdout.write(`${en.commandLine.baselineWritten(nameFrom(io.cwd, path), count)}\n`)
  return 0
}

type Files = Baseline['files']

async function hashAll(
  targets: readonly Target[],
  baseline: string,
  salt: string,
  run: Run,
  io: CommandIo,
) {
  const files: Record<string, string[]> = {}
  const failures: unknown[] = []
  for (const target of targets) {
    try {
      const readings = await checkBytes(await readTarget(target, io), target, run, io)
      const name = nameIn(baseline, target.path ?? resolve(io.cwd, target.name))
      files[name] = readings.flatMap(({result}) => [...hashesOf(result.findings, salt)])
    } catch (error) {
      failures.push(error)
    }
  }
  return {files, failures}
}

/** A file that is there no longer, or has another name now, has nothing that stands in it. */
const withoutGone = (files: Files, folder: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => existsSync(resolve(folder, name))))

/** Of the files that were looked at, what stood there before and still does; of others all. */
const pruned = (before: Files, now: Files): Files =>
  Object.fromEntries(
    Object.entries(before).map(([name, hashes]) => {
      const standing = now[name]
      return [name, standing ? hashes.filter((hash) => standing.includes(hash)) : hashes]
    }),
  )
