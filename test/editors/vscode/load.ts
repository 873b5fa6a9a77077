import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {unzipSync} from 'fflate'
import type {createEditor} from './stub/editor.ts'

interface Extension {
  readonly activate: (context: object) => Promise<void>
  readonly deactivate: () => Promise<void>
}

type Editor = Pick<ReturnType<typeof createEditor>, 'api'>

/** Unpacks a .vsix as an editor would, with our stub where the editor's own module would be. */
export async function unpack(vsix: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'safe-together-vsix-'))
  const files = {
    ...unzipSync(vsix),
    'extension/node_modules/vscode/index.js': new TextEncoder().encode(
      'module.exports = globalThis.safeTogetherEditor',
    ),
  }
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), bytes)
  }
  const extension = join(folder, 'extension')
  return {
    /** Loads the extension afresh and activates it in this editor. */
    activateIn: (editor: Editor) => activate(extension, editor),
    remove: () => rm(folder, {recursive: true, force: true}),
  }
}

async function activate(folder: string, {api}: Editor) {
  const program = join(folder, 'dist/extension.js')
  const load = createRequire(program)
  for (const path of Object.keys(load.cache)) if (path.startsWith(folder)) delete load.cache[path]
  Reflect.set(globalThis, 'safeTogetherEditor', api)
  const extension: Extension = load(program)
  const subscriptions: {dispose(): unknown}[] = []
  await extension.activate({subscriptions, asAbsolutePath: (path: string) => join(folder, path)})
  return {
    end: async () => {
      for (const one of subscriptions) one.dispose()
      await extension.deactivate()
    },
  }
}

/** Waits until something is so, for as long as the test may take. */
export async function until<T>(look: () => T | undefined | false): Promise<T> {
  for (;;) {
    const seen = look()
    if (seen !== undefined && seen !== false) return seen
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
