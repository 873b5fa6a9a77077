import type {CommandIo} from '../cli/io.ts'
import type {Flags} from '../cli/program.ts'
import {type Run, startRun} from '../cli/run.ts'
import type {EditorSettings} from './settings.ts'

/** A run of the command in a folder, as the settings of an editor have it. */
export interface Environment {
  readonly run: Run
  readonly io: CommandIo
}

export interface Environments {
  /** @throws {UserError} when a configuration, a pack or a baseline cannot be used */
  readonly of: (folder: string, settings: EditorSettings) => Promise<Environment>
  /** Files that a run reads have changed. */
  readonly forget: () => void
}

/** Each folder’s run is started once, for as long as nothing changes that it has read. */
export function createEnvironments(io: CommandIo): Environments {
  const known = new Map<string, Promise<Environment>>()
  return {
    of: (folder, settings) => {
      const flags = flagsOf(settings)
      const key = JSON.stringify([folder, flags])
      const starting = known.get(key) ?? start(flags, {...io, cwd: folder})
      known.set(key, starting)
      return starting
    },
    forget: () => known.clear(),
  }
}

const start = async (flags: Flags, io: CommandIo): Promise<Environment> => ({
  run: await startRun(flags, io),
  io,
})

/** What an editor sets, as if it stood after the command’s name. */
const flagsOf = ({mode, profile, rules}: EditorSettings): Flags => ({
  format: 'json',
  ...(mode !== 'auto' && {mode}),
  ...(profile !== '' && {profile}),
  ...(rules.length > 0 && {rules}),
})
