import {build} from 'esbuild'

/** The command as one file that Node runs, for tests that need a process. */
export async function buildCommand(outfile: string): Promise<void> {
  await build({
    entryPoints: ['src/command.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    // tinyglobby asks for it, and CommonJS has none.
    define: {'import.meta.url': 'bundleUrl'},
    banner: {js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href"},
  })
}
