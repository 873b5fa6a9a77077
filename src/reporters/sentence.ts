import {lastAtOrBefore} from '../core/sorted.ts'
import type {LintResult, Range, SourceDocument} from '../core/types.ts'
import {withoutPrivate} from '../core/withheld.ts'

/** Longest stretch shown on either side of the marked words, in UTF-16 units. */
const longestSide = 160

/** A full stop, question or exclamation mark, with what closes after it and the space. */
const sentenceEnd = /[.!?…]["'”’)\]]*\s+(?=["'“‘([]*[\p{Lu}\p{N}])/gu
const abbreviation = /(?:^|[\s(])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Cllr|No|Nos|para|paras|St|v|p|pp|[A-Z])\.$/

/** The sentence around a range, cut to what helps: what stands before, in and after the range. */
interface Excerpt {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** Looks up excerpts in one document, without its private details; blocks are in order of their ranges. */
export function excerptsIn({
  document: {text, blocks},
  withheld,
}: Pick<LintResult, 'document' | 'withheld'>): (range: Range) => Excerpt {
  const slice = (start: number, end: number) => withoutPrivate(text, {start, end}, withheld)
  const starts = blocks.map(({range}) => range.start)
  return (range) => {
    const block = blocks[lastAtOrBefore(starts, range.start)]?.range
    const around = block && block.end >= range.end ? block : {start: 0, end: text.length}
    const sentence = sentenceAround(text, around, range)
    return {
      before: cutStart(slice(sentence.start, range.start)),
      marked: slice(range.start, range.end),
      after: cutEnd(slice(range.end, sentence.end)),
    }
  }
}

/** The number of a range's sentence in its block, from 1; undefined where the block has one sentence only. */
export function sentencesIn({text, blocks}: SourceDocument): (range: Range) => number | undefined {
  const starts = blocks.map(({range}) => range.start)
  return ({start}) => {
    const block = blocks[lastAtOrBefore(starts, start)]?.range
    if (!block || block.end <= start) return undefined
    const before = endsIn(text, {
      start: block.start,
      end: Math.min(block.end, block.start + longestCounted),
    })
    if (before.length === 0 || start > block.start + longestCounted) return undefined
    return before.filter(({next}) => next <= start).length + 1
  }
}

/** In UTF-16 units: nobody counts sentences in a longer block. */
const longestCounted = 10_000

/** Where sentences end in a stretch, and the next begin. */
const endsIn = (text: string, {start, end}: Range) =>
  [...text.slice(start, end).matchAll(sentenceEnd)]
    .map(({0: gap, index}) => ({stop: start + index + 1, next: start + index + gap.length}))
    .filter(({stop}) => !abbreviation.test(text.slice(Math.max(start, stop - 8), stop)))

/** Where the sentence of a range ends in its block: after its mark and what closes after that, or where the block does. */
export function endOfSentence(text: string, block: Range, range: Range): number {
  const to = Math.min(block.end, range.end + longestCounted)
  const end = endsIn(text, {start: range.start, end: to}).find(({next}) => next >= range.end)
  return end
    ? end.next - (/\s*$/.exec(text.slice(range.start, end.next))?.[0].length ?? 0)
    : block.end
}

function sentenceAround(text: string, block: Range, range: Range): Range {
  // Beyond this nothing would be shown, so a block of any length costs the same.
  const from = Math.max(block.start, range.start - 2 * longestSide)
  const to = Math.min(block.end, range.end + 2 * longestSide)
  const bounds = endsIn(text, {start: from, end: to})
  const start = bounds.findLast(({next}) => next <= range.start)?.next ?? from
  const end = bounds.find(({next}) => next >= range.end)?.next ?? to
  return {start, end}
}

function cutStart(text: string): string {
  if (text.length <= longestSide) return text.trimStart()
  const kept = text.slice(-longestSide)
  return `… ${kept.slice(kept.indexOf(' ') + 1)}`
}

function cutEnd(text: string): string {
  const kept = text.trimEnd()
  if (kept.length <= longestSide) return kept
  const cut = kept.slice(0, longestSide)
  const lastSpace = cut.lastIndexOf(' ')
  return `${lastSpace === -1 ? cut : cut.slice(0, lastSpace)} …`
}
