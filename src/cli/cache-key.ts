import {createHash} from 'node:crypto'
import {readdirSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import type {ReportOptions} from '../reporters/reporter.ts'
import {fileBeside} from './beside.ts'
import type {CommandIo} from './io.ts'
import type {Flags} from './program.ts'
import {type Run, settingsOf} from './run.ts'
import type {Target} from './targets.ts'
import {version} from './version.ts'

/**
 * 32 bytes that are the same only where the verdict must be, too.
 * @param isFresh looks again for what stands beside the report, and not only once in each folder
 */
export type KeyOf = (target: Target, bytes: Uint8Array, isFresh?: boolean) => Promise<Buffer>

/**
 * Everything that a verdict depends on but the day: the report and what stands beside it, where it lies, what is
 * configured there, packs, baseline, what the command line says, how wide and colourful the output is, and the program.
 * @param build what tells this program from an older one of the same version
 */
export function createKeyOf(
  run: Run,
  options: ReportOptions,
  build: Uint8Array,
  io: CommandIo,
): KeyOf {
  const ofRun = hashOf([build, Buffer.from(JSON.stringify(aboutRun(run, options, io)))])
  const once = memorised((value) => hashOf([Buffer.from(JSON.stringify(value))]))
  const isBeside = createListing()
  return async (target, bytes, isFresh = false) => {
    const {layers, settings, path} = await settingsOf(target, run, io)
    const packs = await run.packsFor(settings)
    const read = (kind: Beside) =>
      isFresh || isBeside(dirname(path), kind) ? bytesBeside(target, kind, io) : noBytes
    const beside = [run.declarations.file ? noBytes : await read('context'), await read('accepted')]
    const names = Buffer.from(JSON.stringify([target.name, path, dirname(path)]))
    return hashOf([ofRun, once(layers), once(packs), names, ...beside, bytes])
  }
}

function aboutRun(
  {flags, declarations, baseline, failOn}: Run,
  {rules: _, colors, ...options}: ReportOptions,
  {env}: CommandIo,
) {
  const shown = {...options, colors: Object.values(colors).map((paint) => paint('x'))}
  const summary = env.GITHUB_STEP_SUMMARY !== undefined
  return [version, verdictFlags(flags), declarations, baseline, failOn, shown, summary]
}

/** Without what only says which reports are checked, how, and where the output goes. */
const verdictFlags = ({
  changed: _,
  timing: __,
  jobs: ___,
  cache: ____,
  cacheLocation: _____,
  outputFile: ______,
  ...flags
}: Flags) => flags

const noBytes = new Uint8Array()

type Beside = 'context' | 'accepted'

/** Whether a file of this kind stands in a folder at all: to ask of each report would take longer than all the rest. */
function createListing(): (folder: string, kind: Beside) => boolean {
  const known = new Map<string, readonly string[]>()
  return (folder, kind) => {
    const names = known.get(folder) ?? namesIn(folder)
    known.set(folder, names)
    return names.some((name) => name.toLowerCase().endsWith(`.${kind}.yml`))
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /\.yml$/i.test(name))
  } catch {
    return []
  }
}

async function bytesBeside(target: Target, kind: Beside, io: CommandIo): Promise<Uint8Array> {
  const file = await fileBeside(target, kind, io)
  if (file?.path === undefined) return noBytes
  const name = Buffer.from(`${file.name}\n`)
  return Buffer.concat([name, await readFile(file.path).catch(() => noBytes)])
}

/** Of the parts and of where each ends. */
function hashOf(parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\n`).update(part)
  return hash.digest()
}

/** Configurations and packs are the same for many reports. */
function memorised<Value extends object>(make: (value: Value) => Buffer): (value: Value) => Buffer {
  const known = new WeakMap<Value, Buffer>()
  return (value) => {
    const made = known.get(value) ?? make(value)
    known.set(value, made)
    return made
  }
}
