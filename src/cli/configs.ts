import {resolve} from 'node:path'
import {findConfig, type Layer, loadConfig} from '../config/load.ts'
import type {CommandIo} from './io.ts'
import type {Flags} from './program.ts'

/** The configuration of each folder, looked up once; that of `--config` for all, and none with `--no-config`. */
export function createConfigs(
  {config}: Flags,
  {cwd}: CommandIo,
): (folder: string) => Promise<readonly Layer[]> {
  if (config === false) return async () => []
  if (typeof config === 'string') {
    const named = loadConfig(resolve(cwd, config), cwd)
    return () => named
  }
  const known = new Map<string, Promise<readonly Layer[]>>()
  return (folder) => {
    const looking = known.get(folder) ?? findConfig(folder, cwd)
    known.set(folder, looking)
    return looking
  }
}
