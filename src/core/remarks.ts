import {isRemarkLine} from './acceptance.ts'
import type {Block, Remark, SourceDocument} from './types.ts'

/** The blocks of a text without the lines that are remarks to this program, those lines, and all remarks, in order. */
export function apartFromRemarks({blocks, remarks = []}: SourceDocument): {
  readonly blocks: readonly Block[]
  readonly lines: readonly Block[]
  readonly remarks: readonly Remark[]
} {
  const lines = blocks.filter(({text}) => isRemarkLine(text))
  if (lines.length === 0) return {blocks, lines, remarks}
  const others = blocks.filter((block) => !lines.includes(block))
  const own = lines.map(({text, range, label}): Remark => {
    const next = others.find((block) => block.range.start > range.start)
    return {text, range: next?.range ?? {start: range.end, end: range.end}, label}
  })
  const all = [...remarks, ...own].toSorted((a, b) => a.range.start - b.range.start)
  return {blocks: others, lines, remarks: all}
}
