import {spawn} from 'node:child_process'
import {dirname} from 'node:path'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs the command that the extension brings, in the folder of a file, by the Node in which the extension runs.
 * @param start the command, as a file
 * @throws {Error} when it cannot be started
 */
export function runCommand(start: string, args: readonly string[], file: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [start, ...args], {
      cwd: dirname(file),
      // In the editor that program is Electron, which is Node only when told to be.
      env: {...process.env, ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1'},
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    const output = {stdout: '', stderr: ''}
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output.stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({code, ...output}))
  })
}
