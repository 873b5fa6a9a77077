import type {Range} from '../../core/types.ts'
import type {Line} from './lines.ts'

/** One or more lines that are one paragraph, list item, heading or table row. */
export interface Piece extends Range {
  readonly lines: readonly [Line, ...Line[]]
}

/**
 * Puts lines together. Word writes a paragraph as one line; other programs wrap lines at an even
 * width, and then a paragraph runs to the blank line. Which of them wrote this text is asked once.
 */
export function piecesOf(lines: readonly Line[]): Piece[] {
  const width = wrapWidth(lines)
  const pieces: [Line, ...Line[]][] = []
  for (const line of lines) {
    const last = pieces.at(-1)
    const before = last?.at(-1)
    if (last && before && width && continues(before, line, width)) last.push(line)
    else pieces.push([line])
  }
  return pieces.map((group) => ({
    start: group[0].start,
    end: group.at(-1)?.end ?? group[0].end,
    lines: group,
  }))
}

const widest = 160
const narrowest = 40
const leastShare = 0.6

/** The column at which the text's lines are wrapped; none if a line is a paragraph. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const pairs = followers(lines)
  const width = pairs.reduce((most, [before]) => Math.max(most, before.text.length), 0)
  if (width < narrowest || width > widest) return undefined
  // A paragraph that is one line soon runs past any width; a long address has no space there.
  const runsOver = lines.some(
    ({text, cells}) => cells.length === 0 && text.lastIndexOf(' ') > width * 1.1,
  )
  if (runsOver) return undefined
  const filled = pairs.filter(([before, line]) => isFilled(before, line, width))
  if (filled.length < pairs.length * leastShare) return undefined
  const hasBlanks = lines.some(({gap}, index) => index > 0 && gap === 'blank')
  if (hasBlanks && pairs.length > 2) return width
  // Without blank lines, or in a short text, only sentences that run on from line to line tell.
  const runOn = filled.filter(([, line]) => startsSmall(line.text))
  return runOn.length * 2 > pairs.length ? width : undefined
}

/** Pairs of neighbouring lines that a wrapped paragraph could hold. */
function followers(lines: readonly Line[]): [Line, Line][] {
  const pairs: [Line, Line][] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (!before || line.gap !== 'none' || line.marker) continue
    if (before.cells.length === 0 && line.cells.length === 0) pairs.push([before, line])
  }
  return pairs
}

/** The first word of the next line would not have fitted, give or take a ragged edge. */
const isFilled = (before: Line, line: Line, width: number) =>
  before.text.length + 1 + firstWordLength(line.text) > width * 0.92

function firstWordLength(text: string): number {
  const end = text.search(/\s/)
  return end < 0 ? text.length : end
}

const startsSmall = (text: string) => /^["'“‘(]?\p{Ll}/u.test(text)

function continues(before: Line, line: Line, width: number): boolean {
  if (line.gap !== 'none' || before.cells.length > 0) return false
  if (line.marker) return !isItem(before, line, width)
  if (line.cells.length > 0) return false
  if (startsSmall(line.text)) return true
  const wasCutShort = before.text.length + 1 + firstWordLength(line.text) < width * 0.6
  return !wasCutShort
}

/** Not the number of "she is aged | 30. She left", nor the dash of "he came back | – drunk". */
function isItem(before: Line, line: Line, width: number): boolean {
  const canBeProse = line.marker?.kind === 'number' || /^[-–—]/.test(line.text)
  const isDotted = line.marker?.label.includes('.') ?? false
  if (!canBeProse || isDotted) return true
  return !isFilled(before, line, width) || /[.:;!?]["'”’)]?$/.test(before.text)
}
