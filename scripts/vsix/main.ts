import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {vsixFiles, zipped} from './layout.ts'

// Packs dist/safe-together-lint.vsix from what `npm run build` has made.
const root = process.cwd()
const path = 'dist/safe-together-lint.vsix'
const bytes = zipped(await vsixFiles(root, join(root, 'dist')))
writeFileSync(join(root, path), bytes)
process.stdout.write(`${path}: ${(bytes.length / 1024 / 1024).toFixed(1)} MB\n`)
