import {spawnSync} from 'node:child_process'
import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type BuildOptions, build} from 'esbuild'
import {codeCache, runBundle} from '../cli/run-bundle.ts'
import {lightTagger} from './light-tagger.ts'
import {pdfApart, writePdfBundle} from './pdf-apart.ts'
import {protocolApart, writeProtocolBundle} from './protocol-apart.ts'

const shared = {bundle: true, platform: 'node', target: 'node20', logLevel: 'warning'} as const

/** The command in one file, since starting is most of a short run. `dist` is where it will stand. */
export const commandBundle = (root: string, dist = join(root, 'dist')): BuildOptions => ({
  ...shared,
  entryPoints: [join(root, 'src/command.ts')],
  format: 'cjs',
  minifySyntax: true,
  // A package asks where it stands in a way that CommonJS does not have.
  define: {'import.meta.url': 'bundleUrl'},
  banner: {js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href"},
  plugins: [lightTagger(dist), pdfApart, protocolApart],
  // What is outside is required then, since code that was compiled beforehand cannot import.
  supported: {'dynamic-import': false},
})

/** The library, with its packages left outside. */
export const libraryBundle = (root: string): BuildOptions => ({
  ...shared,
  entryPoints: [join(root, 'src/index.ts')],
  format: 'esm',
  packages: 'external',
  plugins: [pdfApart],
})

/** @param root the project's folder; gives `dist/`. */
export async function writeBundles(root: string) {
  const dist = join(root, 'dist')
  mkdirSync(dist, {recursive: true})
  rmSync(join(dist, codeCache), {force: true})
  await writeCommand(root, dist)
  await build({...libraryBundle(root), outfile: join(dist, 'index.js')})
  const {status} = spawnSync(process.execPath, [join(dist, 'build.js'), '--code-cache'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status === null) throw new Error('Expected the bundle to run while its code is compiled')
}

/** All that the command needs to run, but for code compiled beforehand. */
export async function writeCommand(root: string, dist: string) {
  const outfile = join(dist, 'cli.cjs')
  const {outputFiles} = await build({...commandBundle(root, dist), outfile, write: false})
  for (const {path, text} of outputFiles) writeFileSync(path, inAscii(text))
  await build({
    ...shared,
    entryPoints: [join(root, 'src/cli/start.ts')],
    outfile: join(dist, 'start.cjs'),
    format: 'cjs',
  })
  await writePdfBundle(root, dist)
  await writeProtocolBundle(root, dist)
}

/**
 * The same program in ASCII, which is read in a tenth of the time and kept in half of the memory. esbuild leaves other
 * characters in regular expressions and comments; there a backslash before one of them says nothing.
 */
export const inAscii = (code: string): string =>
  code.replace(/(\\*)([^\x00-\x7f])/g, (_, slashes: string, unit: string) => {
    const kept = slashes.slice(slashes.length % 2)
    return `${kept}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })

/** Runs the program once over reports of each format, and keeps the code that was compiled for them. */
export function writeCodeCache(root: string) {
  const reports = [
    'fixtures/section-7/report.docx',
    'fixtures/addendum/report.txt',
    'fixtures/safeguarding-letter/report.md',
  ]
  process.argv = [process.execPath, join(root, 'bin/safe-together-lint.js'), ...reports]
  const path = join(root, 'dist', codeCache)
  const script = runBundle(join(root, 'dist'))
  process.on('exit', () => {
    writeFileSync(`${path}.new`, script.createCachedData())
    renameSync(`${path}.new`, path)
  })
}
