import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {lint} from '../src/lint.ts'
import {readText} from '../src/readers/text.ts'
import {median, processorTime} from './processes.ts'

/** How fast a text of one size is checked, in one process that is warm. */
export interface Speed {
  readonly words: number
  readonly wordsPerSecond: number
}

const names = ['report', 'words-25k', 'words-100k', 'words-400k', 'words-1m']
/** Small texts are checked several times, or the clock's grain and the collector decide. */
const leastWordsPerSample = 100_000

/** Words per second of processor by size. Where time grows linearly they stay the same. */
export function measureGrowth(folder: string, rounds: number): Speed[] {
  const texts = names.map((name) => readFileSync(join(folder, `${name}.txt`)))
  const sizes = texts.map((bytes) => bytes.toString('utf8').match(/\S+/g)?.length ?? 0)
  const samples = sizes.map((): number[] => [])
  for (let round = -1; round < rounds; round++) {
    for (const [index, bytes] of texts.entries()) {
      const speed = speedOf(bytes, sizes[index] ?? 0)
      if (round >= 0) samples[index]?.push(speed)
    }
  }
  return sizes.map((words, index) => ({words, wordsPerSecond: median(samples[index] ?? [])}))
}

function speedOf(bytes: Uint8Array, words: number): number {
  const times = Math.max(1, Math.round(leastWordsPerSample / words))
  const start = processorTime()
  for (let time = 0; time < times; time++) lint(readText(bytes, 'report.txt'))
  return (words * times * 1000) / (processorTime() - start)
}
