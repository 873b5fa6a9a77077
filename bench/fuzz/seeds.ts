import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {Input} from './mutate.ts'

/** Larger ones take long, and have no more kinds of things in them. */
const largest = 60_000

const formats = /\.(docx|odt|md|html|txt|pdf)$/

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((name) => join(folder, name))
    : []

/** The fixtures, by format. */
export function readSeeds(only: string | undefined): ReadonlyMap<string, readonly Input[]> {
  const seeds = new Map<string, Input[]>()
  const paths = [
    ...filesIn('fixtures'),
    ...filesIn('bench/fuzz/seeds'),
    ...filesIn('test/readers/pdf'),
  ]
  for (const path of paths.sort()) {
    const ending = formats.exec(path)?.[1]
    if (ending === undefined || (only !== undefined && ending !== only)) continue
    if (statSync(path).size > largest) continue
    const name = `seed.${ending}`
    const input = {name, bytes: new Uint8Array(readFileSync(path))}
    seeds.set(ending, [...(seeds.get(ending) ?? []), input])
  }
  return seeds
}
