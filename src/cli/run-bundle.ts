import {readFileSync} from 'node:fs'
import Module, {createRequire} from 'node:module'
import {join} from 'node:path'
import {Script} from 'node:vm'

/** The program, and beside it the code that the build compiled from it. */
const bundle = 'cli.cjs'
export const codeCache = 'cli.code-cache'

/**
 * Runs the program from its bundle with the code compiled beforehand: a short run spends more time on compiling
 * than on the report. Without that file, or under another Node, everything is compiled as usual.
 * @param folder where the bundle stands
 */
export function runBundle(folder: string): Script {
  const filename = join(folder, bundle)
  const cachedData = readIfThere(join(folder, codeCache))
  // All of it is ASCII: see where it is built.
  const script = new Script(Module.wrap(readFileSync(filename, 'latin1')), {
    filename,
    ...(cachedData ? {cachedData} : {}),
  })
  const module = {exports: {}}
  script.runInThisContext()(module.exports, createRequire(filename), module, filename, folder)
  return script
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
