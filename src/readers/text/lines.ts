import type {Range} from '../../core/types.ts'

/** One line of the source without surrounding white space; it has at least one letter or digit. */
export interface Line extends Range {
  readonly text: string
  /** What stands between it and the line before. */
  readonly gap: 'none' | 'blank' | 'page'
  readonly marker?: Marker
  /** Two or more cells, if tabs divide the line. */
  readonly cells: readonly Range[]
}

/** What a numbered paragraph or list item begins with. */
interface Marker {
  readonly kind: 'number' | 'letter' | 'bullet'
  /** "4.2", "(a)", "•": a number goes without the stop or bracket after it. */
  readonly label: string
  readonly length: number
}

/** CR LF, CR, LF, the page break, and the paragraph separator of Unicode end a line. */
const lineEnd = /\r\n|[\r\n\f\u2029]/g

/** @param before what stands before the first line; a text begins like a page */
export function linesOf(text: string, before: Line['gap'] = 'page'): Line[] {
  const lines: Line[] = []
  let gap = before
  let start = 0
  const add = (end: number, isPage: boolean) => {
    const line = lineAt(text, {start, end}, gap)
    if (line) lines.push(line)
    if (line) gap = 'none'
    else if (gap === 'none') gap = 'blank'
    if (isPage) gap = 'page'
  }
  for (const match of text.matchAll(lineEnd)) {
    add(match.index, match[0] === '\f')
    start = match.index + match[0].length
  }
  add(text.length, false)
  return lines
}

const hasContent = /[\p{L}\p{N}]/u

function lineAt(text: string, range: Range, gap: Line['gap']): Line | undefined {
  const trimmed = trim(text, range)
  const content = text.slice(trimmed.start, trimmed.end)
  // Rows of dashes and the like are drawing, not writing.
  if (!hasContent.test(content)) return undefined
  const marker = markerOf(content)
  const cells = cellsOf(text, {start: trimmed.start + (marker?.length ?? 0), end: trimmed.end})
  return {...trimmed, text: content, gap, ...(marker && {marker}), cells}
}

/** The range without the white space at its ends. */
function trim(text: string, {start, end}: Range): Range {
  const slice = text.slice(start, end)
  const from = start + slice.length - slice.trimStart().length
  return {start: from, end: Math.max(from, start + slice.trimEnd().length)}
}

function cellsOf(text: string, {start, end}: Range): Range[] {
  const content = text.slice(start, end)
  if (!content.trimStart().includes('\t')) return []
  const cells: Range[] = []
  for (const {0: cell, index} of content.matchAll(/[^\t]+/g)) {
    const range = trim(text, {start: start + index, end: start + index + cell.length})
    if (hasContent.test(text.slice(range.start, range.end))) cells.push(range)
  }
  return cells.length > 1 ? cells : []
}

// A component never starts with 0, so that 03.05.21 stays a date.
const number =
  /^(?:\(?([1-9]\d{0,2})[.)]|([1-9]\d{0,2}(?:\.[1-9]\d{0,2})+)[.)]?|([1-9]\d{0,2})(?=\t))(?=\s)/
// "A. Rees" is a name: a capital needs its bracket.
const letter = /^(?:\([a-zA-Z]\)|[a-zA-Z]\)|[a-z]\.|\([ivx]{1,5}\)|[ivx]{1,5}[.)])(?=\s)/
const bullet = /^(?:[-–—•·▪●○◦‣*\uf0b7\uf0a7]|o(?=\t))(?=\s)/

function markerOf(text: string): Marker | undefined {
  const numbered = number.exec(text)
  if (numbered) {
    const label = numbered[1] ?? numbered[2] ?? numbered[3] ?? ''
    return {kind: 'number', label, length: numbered[0].length}
  }
  const lettered = letter.exec(text)
  if (lettered) {
    const label = `(${lettered[0].replace(/[().]/g, '')})`
    return {kind: 'letter', label, length: lettered[0].length}
  }
  const bulleted = bullet.exec(text)
  if (bulleted) return {kind: 'bullet', label: bulleted[0], length: bulleted[0].length}
  return undefined
}
