import {join} from 'node:path'
import type {BuildOptions} from 'esbuild'

/** The code that runs in the editor, in one file; `vscode` is the editor itself. */
export const clientBundle = (root: string): BuildOptions => ({
  entryPoints: [join(root, 'editors/vscode/src/extension.ts')],
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  external: ['vscode'],
  alias: {
    net: join(root, 'editors/vscode/instead/net.cjs'),
    minimatch: join(root, 'editors/vscode/instead/minimatch.cjs'),
  },
  minifySyntax: true,
  logLevel: 'warning',
})
