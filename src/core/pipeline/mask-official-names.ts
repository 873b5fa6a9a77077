import type {Root} from 'nlcst'
import type {VFile} from 'vfile'
import type {NameFinder} from '../patterns/official-names.ts'
import type {RunningRules} from '../running-rules.ts'
import type {Range} from '../types.ts'
import {analysisOf, type Sentence, type Word} from './analysis.ts'

/** Statutes, services, orders, courses, case names: never matched. */
export function maskOfficialNames({inForce}: Pick<RunningRules, 'inForce'>) {
  return (_tree: Root, file: VFile): undefined => {
    const {sentences, block, context} = analysisOf(file)
    const {names} = inForce(context)
    const ranges = names.rangesIn(block.text)
    for (const sentence of sentences) maskIn(sentence, names, ranges)
  }
}

function maskIn({words}: Sentence, {byFirst}: NameFinder, ranges: readonly Range[]) {
  for (const [at, word] of words.entries()) {
    if (ranges.some(({start, end}) => start < word.end && word.start < end)) word.masked = true
    const name = byFirst.get(word.norm)?.find((name) => standsAt(words, at, name))
    for (let offset = 0; name && offset < name.length; offset++) mask(words[at + offset])
  }
}

function mask(word: Word | undefined) {
  if (word) word.masked = true
}

/** Its last word may be a plural. */
const standsAt = (words: readonly Word[], at: number, name: readonly string[]) =>
  name.every((norm, offset) => {
    const word = words[at + offset]?.norm
    return word === norm || (offset === name.length - 1 && word === `${norm}s`)
  })
