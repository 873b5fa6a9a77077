import {join} from 'node:path'
import {buildCommand} from '../cli/built-command.ts'
import {type Folder, folderOf} from '../cli/command.ts'
import {type Editor, type Started, startEditor} from './editor.ts'

/** The command in a file of its own, for a file of tests. */
export interface BuiltServer {
  readonly command: string
  readonly folder: Folder
  /** Stopped with all others by `remove`. */
  readonly start: (started?: Partial<Started>) => Promise<Editor>
  readonly remove: () => Promise<void>
}

export async function buildServer(): Promise<BuiltServer> {
  const folder = await folderOf({})
  const command = join(folder.path, 'command.cjs')
  await buildCommand(command)
  const editors: Editor[] = []
  return {
    command,
    folder,
    start: async (started = {}) => {
      const editor = await startEditor({command, folder: folder.path, ...started})
      editors.push(editor)
      return editor
    },
    remove: async () => {
      for (const {process} of editors) process.kill('SIGKILL')
      await folder.remove()
    },
  }
}
