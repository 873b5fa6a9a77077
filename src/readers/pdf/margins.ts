import type {Line} from './lines.ts'

/** On so many pages a line at the same height is the page's and not the text's. */
const fewestPages = 3

/** A number of the page, alone or as "Page 3 of 12". */
const pageNumber = /^(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i

interface Apart {
  readonly text: readonly Line[]
  readonly margins: readonly Line[]
}

/** Headers, footers and page numbers apart from the text: what comes again at the same height, whatever its numbers. */
export function apartFromMargins(lines: readonly Line[], pages: number): Apart {
  const keyOf = ({y, text}: Line) => `${Math.round(y)} ${text.replace(/\d+/g, '0')}`
  const pagesByKey = new Map<string, Set<number>>()
  for (const line of lines) {
    const key = keyOf(line)
    pagesByKey.set(key, (pagesByKey.get(key) ?? new Set()).add(line.page))
  }
  const needed = Math.max(fewestPages, Math.ceil(pages / 2))
  const edges = edgesOf(lines)
  const isMargin = (line: Line) =>
    edges.has(line) &&
    (pageNumber.test(line.text) || (pagesByKey.get(keyOf(line))?.size ?? 0) >= needed)
  return {
    text: lines.filter((line) => !isMargin(line)),
    margins: lines.filter(isMargin),
  }
}

/** Lines at the top and at the foot of a page that may be margins. */
const atEdge = 2

function edgesOf(lines: readonly Line[]): ReadonlySet<Line> {
  const byPage = new Map<number, Line[]>()
  for (const line of lines) {
    const same = byPage.get(line.page)
    if (same) same.push(line)
    else byPage.set(line.page, [line])
  }
  const edges = [...byPage.values()].flatMap((page) => {
    const sorted = page.toSorted((a, b) => b.y - a.y)
    return [...sorted.slice(0, atEdge), ...sorted.slice(-atEdge)]
  })
  return new Set(edges)
}
