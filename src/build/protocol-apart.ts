import {join} from 'node:path'
import {type BuildOptions, build, type Plugin} from 'esbuild'

/** Beside the bundles: who checks reports at the command line need not load it. */
const file = 'language-server.cjs'

/** Leaves the library of the Language Server Protocol out of a bundle, which then loads it from beside itself. */
export const protocolApart: Plugin = {
  name: 'protocol-apart',
  setup({onResolve}) {
    onResolve({filter: /^vscode-languageserver\/node$/}, () => ({
      path: `./${file}`,
      external: true,
    }))
  },
}

/** By which the library would listen to a port, start a program, or run a package manager; over standard input and output it needs neither. */
const reaching = /^(?:node:)?(?:net|child_process)$/

/** In place of those: whatever is asked of it throws. */
const barred = `module.exports = new Proxy({}, {
  get: () => () => { throw new Error('Nothing is reached from here') },
})`

const bar: Plugin = {
  name: 'bar',
  setup({onResolve, onLoad}) {
    onResolve({filter: reaching}, ({path}) => ({path, namespace: 'barred'}))
    onLoad({filter: /.*/, namespace: 'barred'}, () => ({contents: barred, loader: 'js'}))
  },
}

/** The library with its ways out barred. */
export const protocolBundle = (root: string): BuildOptions => ({
  stdin: {contents: "module.exports = require('vscode-languageserver/node')", resolveDir: root},
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  logLevel: 'error',
  plugins: [bar],
})

export const writeProtocolBundle = (root: string, dist: string) =>
  build({...protocolBundle(root), outfile: join(dist, file)})
