import type {Range} from '../types.ts'

/** Quotations in one block, and whether the last one is still open at its end. */
export interface Quotations {
  readonly ranges: readonly Range[]
  readonly open: boolean
}

/**
 * Quotations by curly, straight and single marks, nested ones inside the outer. `wasOpen`: one from the block
 * before is open, and goes on here if the block begins with a mark or closes one that it did not open, or if it
 * `continues` a long paragraph.
 */
export function findQuotations(text: string, wasOpen: boolean, continues = false): Quotations {
  const double = doubleQuotations(text, wasOpen, continues)
  const single = singleQuotations(text).filter(
    (range) => !double.ranges.some(({start, end}) => start <= range.start && range.end <= end),
  )
  return {
    ranges: [...double.ranges, ...single].toSorted((a, b) => a.start - b.start),
    open: double.open,
  }
}

function doubleQuotations(text: string, wasOpen: boolean, continues: boolean): Quotations {
  const marks = [...text.matchAll(/[“”„«»"]/g)].map(({index, 0: mark}) => ({
    at: index,
    opens: opens(text, index, mark),
  }))
  const ranges: Range[] = []
  const goesOn =
    wasOpen &&
    (continues || (marks[0] !== undefined && (!marks[0].opens || marks[0].at <= text.search(/\S/))))
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

/** A quotation in single marks is no longer than this; the search for its end stays short. */
const maxSingle = 1000

function closingSingle(text: string, from: number): number | undefined {
  const ahead = text.slice(from, from + maxSingle)
  const next = ahead.search(/(?<=\s)[‘'](?=\p{L})/u)
  const within = next < 0 ? ahead : ahead.slice(0, next)
  const candidates = [...within.matchAll(/(?<=\S)[’'](?![\p{L}\p{N}])/gu)].map(({index}) => index)
  // "the parents’ words’": a mark after s and before a small letter is an apostrophe if a better one follows.
  const isApostrophe = (at: number) =>
    ahead[at - 1] === 's' && /^\s\p{Ll}/u.test(ahead.slice(at + 1, at + 3))
  const closing = candidates.find((at) => !isApostrophe(at)) ?? candidates.at(-1)
  return closing === undefined ? undefined : from + closing + 1
}
