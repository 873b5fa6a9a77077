import {appendFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import type {CommandIo} from './io.ts'
import {type Sink, toWriteError} from './output.ts'
import type {Flags} from './program.ts'

/** Whether GitHub Actions names a file for a summary of the step. */
export const wantsSummary = ({format}: Flags, {env}: CommandIo): boolean =>
  format === 'github' && nameIn(env) !== ''

const nameIn = ({GITHUB_STEP_SUMMARY: name = ''}: CommandIo['env']) => name

/** That file, written when the run is over. */
export function createSummary({env, cwd}: CommandIo): Sink {
  const name = nameIn(env)
  const pieces: string[] = []
  return {
    write: (text) => void pieces.push(text),
    // Other steps of the same job may have written there before.
    finish: () =>
      appendFile(resolve(cwd, name), pieces.join('')).catch((error: unknown) => {
        throw toWriteError(error, name)
      }),
  }
}
