import {readdirSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {readDocx} from '../../src/readers/docx.ts'

/** The documents of fixtures/word, by name. */
export const corpus: readonly (readonly [name: string, bytes: Uint8Array])[] = readdirSync(
  'fixtures/word',
)
  .filter((name) => name.endsWith('.docx'))
  .toSorted()
  .map((name) => [
    basename(name, '.docx'),
    new Uint8Array(readFileSync(join('fixtures/word', name))),
  ])

/** What another reader has otherwise than ours, and why. */
export interface Difference {
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  readonly because: string
}

/** Lines with single spaces, without empty ones: readers put different space between blocks. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

/** The lines that only one of the two has; a line that one has more often counts, too. */
export function differenceOf(name: string, bytes: Uint8Array, text: string) {
  const mine = [...linesOf(readDocx(bytes, name).text)]
  const theirs: string[] = []
  for (const line of linesOf(text)) {
    const at = mine.indexOf(line)
    if (at < 0) theirs.push(line)
    else mine.splice(at, 1)
  }
  return {ours: mine, theirs}
}
