import type {Range} from '../types.ts'

/** Quotations in one block, and whether the last one is still open at its end. */
export interface Quotations {
  readonly ranges: readonly Range[]
  readonly open: boolean
}

/**
 * Quotations by curly, straight and single marks, nested ones inside the outer. `wasOpen`: one from the block
 * before is open, and goes on here if the block begins with a mark or closes one that it did not open.
 */
export function findQuotations(text: string, wasOpen: boolean): Quotations {
  const double = doubleQuotations(text, wasOpen)
  const single = singleQuotations(text).filter(
    (range) => !double.ranges.some(({start, end}) => start <= range.start && range.end <= end),
  )
  return {
    ranges: [...double.ranges, ...single].toSorted((a, b) => a.start - b.start),
    open: double.open,
  }
}

function doubleQuotations(text: string, wasOpen: boolean): Quotations {
  const marks = [...text.matchAll(/[“”„«»"]/g)].map(({index, 0: mark}) => ({
    at: index,
    opens: opens(text, index, mark),
  }))
  const ranges: Range[] = []
  const goesOn =
    wasOpen && marks[0] !== undefined && (!marks[0].opens || marks[0].at <= text.search(/\S/))
  let start = goesOn ? 0 : undefined
  for (const {at, opens} of marks) {
    if (opens && start === undefined) start = at
    else if (!opens && start !== undefined) {
      ranges.push({start, end: at + 1})
      start = undefined
    }
  }
  if (start !== undefined) ranges.push({start, end: text.length})
  return {ranges, open: start !== undefined}
}

/** A straight mark opens after white space or an opening bracket and before a letter. */
function opens(text: string, at: number, mark: string): boolean {
  if (mark !== '"') return mark === '“' || mark === '„' || mark === '«'
  return /^$|[\s([{—–‘'-]/.test(text.charAt(at - 1)) && /\S/.test(text.charAt(at + 1))
}

/** Single marks double as apostrophes: one opens only after white space, and closes only before no letter. */
function singleQuotations(text: string): Range[] {
  const ranges: Range[] = []
  const opening = /(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}[…])/gu
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = closingSingle(text, match.index + 1)
    if (end === undefined) continue
    ranges.push({start: match.index, end})
    opening.lastIndex = end
  }
  return ranges
}

function closingSingle(text: string, from: number): number | undefined {
  const candidates = [...text.slice(from).matchAll(/(?<=\S)[’'](?![\p{L}\p{N}])/gu)].map(
    ({index}) => from + index,
  )
  const next = text.slice(from).search(/(?<=\s)[‘'](?=\p{L})/u)
  const limit = next < 0 ? text.length : from + next
  const within = candidates.filter((at) => at < limit)
  // "the parents’ words’": a mark after s and before a small letter is an apostrophe if a better one follows.
  const closing =
    within.find(
      (at) => !(/s/.test(text.charAt(at - 1)) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))),
    ) ?? within.at(-1)
  return closing === undefined ? undefined : closing + 1
}
