import type {Line} from './lines.ts'

/** Lines that belong together. */
export interface PdfParagraph {
  readonly page: number
  readonly text: string
  /** 0 is the largest type above that of the text; undefined is text. */
  readonly headingLevel: number | undefined
}

interface Layout {
  /** The size of most of the text. */
  readonly bodySize: number
  /** Where most lines end. */
  readonly right: number
  /** Sizes of headings, the largest first. */
  readonly headings: readonly number[]
  /** Every word of the text, to tell a hyphen from a division. */
  readonly words: ReadonlySet<string>
}

/** Puts lines together, with notes at the foot of pages after the text, since sentences run on over them. */
export function paragraphsOf(lines: readonly Line[]): readonly PdfParagraph[] {
  const layout = layoutOf(lines)
  const notes = footnotesIn(lines, layout)
  const text = lines.filter((line) => !notes.has(line))
  return [...join(text, layout), ...join([...notes], layout)]
}

function layoutOf(lines: readonly Line[]): Layout {
  const bodySize = mostOften(lines.map(({size, text}) => [rounded(size), text.length]))
  const body = lines.filter(({size}) => rounded(size) === bodySize)
  const sizes = new Set(
    lines.map(({size}) => rounded(size)).filter((size) => size > bodySize * 1.1),
  )
  return {
    bodySize,
    right: body.reduce((furthest, {right}) => Math.max(furthest, right), 0),
    headings: [...sizes].sort((a, b) => b - a).slice(0, mostLevels),
    words: new Set(lines.flatMap(({text}) => text.toLowerCase().match(/\p{L}+/gu) ?? [])),
  }
}

const mostLevels = 6
const rounded = (size: number) => Math.round(size * 2) / 2

function mostOften(weighed: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of weighed) weights.set(value, (weights.get(value) ?? 0) + weight)
  const [best] = [...weights].sort(([, a], [, b]) => b - a)
  return best?.[0] ?? 0
}

/** Smaller type at the foot of a page, below all text. */
function footnotesIn(lines: readonly Line[], {bodySize}: Layout): ReadonlySet<Line> {
  const notes = new Set<Line>()
  for (let index = lines.length - 1, page = 0, isFoot = false; index >= 0; index--) {
    const line = lines[index]
    if (!line) continue
    if (line.page !== page) isFoot = true
    page = line.page
    isFoot &&= line.size < bodySize * 0.95
    if (isFoot) notes.add(line)
  }
  return new Set([...notes].reverse())
}

function join(lines: readonly Line[], layout: Layout): PdfParagraph[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const open = groups.at(-1)
    if (open && goesOn(open, line, layout)) open.push(line)
    else groups.push([line])
  }
  return groups.flatMap((group) => {
    const [first] = group
    return first
      ? [{page: first.page, text: textOf(group, layout), headingLevel: levelOf(first, layout)}]
      : []
  })
}

function levelOf({size, text}: Line, {headings}: Layout): number | undefined {
  const level = headings.indexOf(rounded(size))
  return level >= 0 && /\p{L}/u.test(text) ? level : undefined
}

const itemStart = /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[a-z][.)]|[ivx]{1,6}[.)]|[•●▪◦–-])\s/
const sentenceEnd = /[.?!:;]["'”’)\]]*$/

/** Whether a line goes on where the lines before it stop. */
function goesOn(open: readonly Line[], line: Line, layout: Layout): boolean {
  const last = open.at(-1)
  const [first] = open
  if (!last || !first || rounded(last.size) !== rounded(line.size)) return false
  const ended = sentenceEnd.test(last.text)
  const isShort = last.right < first.left + (layout.right - first.left) * 0.8
  if (line.page !== last.page) return !ended && /^[\p{Ll}\d“‘(]/u.test(line.text)
  const distance = last.y - line.y
  if (distance <= 0 || distance > line.size * 1.75) return false
  if (itemStart.test(line.text) && (line.left < last.left - 2 || ended || isShort)) return false
  const isIndented = line.left > last.left + line.size && open.length > 1
  return !(isIndented && ended) && !(isShort && ended)
}

function textOf(lines: readonly Line[], {words}: Layout): string {
  return lines.reduce((text, line) => {
    if (text === '') return line.text
    const [, before = ''] = /(\p{Ll}+)-$/u.exec(text) ?? []
    const [after = ''] = /^\p{Ll}+/u.exec(line.text) ?? []
    if (before === '' || after === '') return `${text} ${line.text}`
    // A word that stands undivided elsewhere was divided here; any other keeps its hyphen.
    return words.has(before + after) ? `${text.slice(0, -1)}${line.text}` : `${text}${line.text}`
  }, '')
}
