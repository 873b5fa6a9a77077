import {chmod, open, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {codeOf} from './failures.ts'
import type {CommandIo} from './io.ts'
import type {Flags} from './program.ts'

const {problems, remedies} = en.commandLine

interface OutputFile {
  /** As errors name it. */
  readonly name: string
  /** Written over what stands there. */
  readonly force: boolean
  /** The file it is a copy of: nobody else may read the copy either. */
  readonly source?: string | undefined
  /** What to do where it cannot be written, if that is not to name another place with --output. */
  readonly remedy?: string
}

/** @throws {UserError} when the file may not be written, or stands there already */
export async function refuseStanding({name, force}: OutputFile, {cwd}: CommandIo): Promise<void> {
  const standing = await stat(resolve(cwd, name)).catch(() => undefined)
  if (standing?.isDirectory())
    throw new UserError(name, problems.outputFolder, remedies.outputFolder)
  if (standing && !force) throw new UserError(name, problems.outputExists, remedies.outputExists)
}

/** The file appears whole or not at all: it is written beside its place and moved there. */
export async function writeWhole(
  bytes: Uint8Array,
  {name, source, remedy}: OutputFile,
  {cwd}: CommandIo,
): Promise<void> {
  const path = resolve(cwd, name)
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    const {mode} = await stat(source ?? draft)
    await chmod(draft, mode)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, {force: true})
    throw toWriteError(error, name, remedy)
  }
}

/** @returns what the operating system says of a file that cannot be written, as a UserError; any other error as it came */
export function toWriteError(
  error: unknown,
  name: string,
  remedy: string = remedies.unwritable,
): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  return new UserError(name, problems.unwritable(code), remedy, {cause: error})
}

/** Where a run's output goes, in pieces. */
export interface Sink {
  readonly write: (text: string) => void
  readonly finish: () => Promise<void>
}

/** Standard output as the pieces come, or the file of `--output-file` when all is there. */
export function createOutput({outputFile}: Flags, io: CommandIo): Sink {
  if (outputFile === undefined) {
    return {write: (text) => void io.stdout.write(text), finish: async () => undefined}
  }
  const pieces: string[] = []
  return {
    write: (text) => void pieces.push(text),
    finish: () =>
      writeWhole(
        new TextEncoder().encode(pieces.join('')),
        {name: outputFile, force: true, remedy: remedies.unwritableOutput},
        io,
      ),
  }
}
