import {join} from 'node:path'
import {type BuildOptions, build, type Plugin} from 'esbuild'

/** Beside the bundles: larger than all the rest, and wanted by few runs. */
const file = 'pdfjs.cjs'

/** Leaves PDF.js out of a bundle, which then loads it from beside itself when a PDF comes. */
export const pdfApart: Plugin = {
  name: 'pdf-apart',
  setup({onResolve}) {
    onResolve({filter: /^unpdf\/pdfjs$/}, () => ({path: `./${file}`, external: true}))
  },
}

/** By which PDF.js would fetch a file, start a worker, or get at parts of Node; given bytes it needs none of them. */
const reaching = ['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'importScripts']

/** PDF.js with every way out barred. */
export const pdfBundle = (root: string): BuildOptions => ({
  stdin: {contents: "export {getDocument} from 'unpdf/pdfjs'", resolveDir: root},
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  logLevel: 'error',
  define: {
    'import.meta.url': 'undefined',
    'process.getBuiltinModule': 'barred',
    ...Object.fromEntries(
      reaching
        .flatMap((name) => [name, `globalThis.${name}`, `window.${name}`, `self.${name}`])
        .map((name) => [name, 'barred']),
    ),
  },
  // Without require and import nothing can be loaded later either.
  banner: {js: "const barred = () => { throw new Error('Nothing is loaded from here') }"},
})

export const writePdfBundle = (root: string, dist: string) =>
  build({...pdfBundle(root), outfile: join(dist, file)})
