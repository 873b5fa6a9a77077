import {isRemarkLine} from './acceptance.ts'
import type {Block, Remark, SourceDocument} from './types.ts'

/** The blocks of a text without the lines that are remarks to this program, those lines, and all remarks, in order. */
interface Apart {
  readonly blocks: readonly Block[]
  readonly lines: readonly Block[]
  readonly remarks: readonly Remark[]
}

const known = new WeakMap<SourceDocument, Apart>()

/** Worked out once for each document. */
export function apartFromRemarks(document: SourceDocument): Apart {
  const apart = known.get(document) ?? divided(document)
  known.set(document, apart)
  return apart
}

function divided({blocks, remarks = []}: SourceDocument): Apart {
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
