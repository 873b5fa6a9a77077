import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {TestProject} from 'vitest/node'
import {cleanEnvironment} from './shell.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The packed tarball, by its whole path. */
    readonly tarball: string
    /** All that `npm pack` printed. */
    readonly printed: string
  }
}

/** Packs once for all tests, as `npm publish` and pre-commit would: with the build before it. */
export default function pack({provide}: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'safe-together-pack-'))
  const printed = execFileSync('npm', ['pack', '--pack-destination', folder], {
    encoding: 'utf8',
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  provide('printed', printed)
  provide('tarball', join(folder, printed.trim().split('\n').at(-1) ?? ''))
  return () => rmSync(folder, {recursive: true, force: true})
}
