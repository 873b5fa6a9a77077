import type {Plugin} from 'esbuild'

/** As much of minimatch as the client asks for. */
const adapter = `
const picomatch = require('picomatch')
exports.Minimatch = class {
  constructor(pattern, {dot, nocase, noext} = {}) {
    this.match = picomatch(pattern, {dot, nocase, noextglob: noext})
  }
  makeRe() { return true }
}
`

/** The client’s library for patterns of file names has a licence that nobody has accepted here; picomatch reads the same patterns. */
export const otherGlobs = (root: string): Plugin => ({
  name: 'other-globs',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^minimatch$/}, () => ({path: 'minimatch', namespace: 'globs'}))
    onLoad({filter: /^minimatch$/, namespace: 'globs'}, () => ({
      contents: adapter,
      loader: 'js',
      resolveDir: root,
    }))
  },
})
