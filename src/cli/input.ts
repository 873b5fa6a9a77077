import {createReadStream, readFileSync, statSync} from 'node:fs'
import {en} from '../core/catalogue/en.ts'
import {files} from '../core/catalogue/files.ts'
import {ReadError} from '../core/errors.ts'
import {limits} from '../core/limits.ts'
import {toFileError} from './failures.ts'
import type {CommandIo} from './io.ts'
import type {Target} from './targets.ts'

/** @throws {ReadError} and other UserErrors when it cannot be read or is too large */
export async function readTarget({name, path}: Target, {stdin}: CommandIo): Promise<Uint8Array> {
  if (path === undefined) return readAll(stdin, name)
  try {
    // Without waiting: of many small files waiting would take longer than reading.
    const entry = statSync(path)
    // A pipe such as <(…) has no size and may never end.
    if (!entry.isFile()) return await readAll(createReadStream(path), name)
    if (entry.size > limits.maxFileBytes) throw tooLarge(name)
    return readFileSync(path)
  } catch (error) {
    throw toFileError(error, name)
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limits.maxFileBytes) throw tooLarge(name)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(name: string): ReadError {
  const {problem, remedy} = files.tooLarge(limits.maxFileBytes / 1024 / 1024)
  return new ReadError(name, problem, remedy)
}

/** The text of a context file or of a pack's file. @throws {UserError} when it cannot be read as UTF-8 */
export async function readYamlFile(target: Target, io: CommandIo): Promise<string> {
  const bytes = await readTarget(target, io)
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch (cause) {
    const {problems, remedies} = en.commandLine
    throw new ReadError(target.name, problems.notUtf8, remedies.notUtf8, {cause})
  }
}
