import {join} from 'node:path'
import type {BuildOptions} from 'esbuild'
import {otherGlobs} from './other-globs.ts'
import {withoutConnections} from './without-connections.ts'

/** The code that runs in the editor, in one file; `vscode` is the editor itself. */
export const clientBundle = (root: string): BuildOptions => ({
  entryPoints: [join(root, 'editors/vscode/src/extension.ts')],
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  external: ['vscode'],
  minifySyntax: true,
  logLevel: 'warning',
  plugins: [withoutConnections, otherGlobs(root)],
})
