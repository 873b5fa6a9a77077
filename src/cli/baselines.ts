import {readFile} from 'node:fs/promises'
import {dirname, relative, resolve, sep} from 'node:path'
import {type Layer, nameFrom} from '../config/load.ts'
import type {Baseline, Compared} from '../core/baseline.ts'
import {toFileError} from './failures.ts'
import type {CommandIo} from './io.ts'
import type {Flags} from './program.ts'

/** A baseline and where it lies; names of files in it start from there. */
export interface BaselineFile {
  readonly path: string
  readonly baseline: Baseline
}

export const defaultBaseline = 'safe-together-lint-baseline.json'

/** Where the baseline lies that a flag, or else the configuration, names. */
export function baselinePath(
  {baseline}: Flags,
  layers: readonly Layer[],
  {cwd}: CommandIo,
): string | undefined {
  if (typeof baseline === 'string') return resolve(cwd, baseline)
  const layer = layers.findLast(({data}) => data.baseline !== undefined)
  return layer?.data.baseline === undefined ? undefined : resolve(layer.folder, layer.data.baseline)
}

/** @throws {UserError} when it cannot be read */
export async function loadBaseline(path: string, {cwd}: CommandIo): Promise<BaselineFile> {
  const name = nameFrom(cwd, path)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw toFileError(error, name)
  })
  const {readBaseline} = await import('../core/baseline.ts')
  return {path, baseline: readBaseline(text, name)}
}

/** A file’s name as baselines have it. */
export const nameIn = (baseline: string, path: string): string =>
  relative(dirname(baseline), path).split(sep).join('/')

/** What of a report’s findings is new. */
export async function compareWith(
  {path: lies, baseline}: BaselineFile,
  path: string,
  findings: Compared['findings'],
): Promise<Compared> {
  const {compare} = await import('../core/baseline.ts')
  return compare(findings, baseline, nameIn(lies, path))
}
