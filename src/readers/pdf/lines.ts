/** A run of characters as a PDF has it, in points from the lower left corner of its page. */
export interface Item {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** 0 for spaces. */
  readonly height: number
}

/** What stands side by side. */
export interface Line {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of the baseline. */
  readonly y: number
  /** The size of its type. */
  readonly size: number
}

/** The items of one page, in the order in which they are drawn, as lines. Raised numbers of notes are left out. */
export function linesOf(items: readonly Item[], page: number): readonly Line[] {
  const lines: Line[] = []
  let open = emptyRow()
  const close = () => {
    const line = toLine(open, page)
    if (line) lines.push(line)
    open = emptyRow()
  }
  for (const item of items) {
    if (item.text === '') continue
    if (!isBeside(open, item)) close()
    open.items.push(item)
    open.size = Math.max(open.size, item.height)
    if (item.height > 0) open.first ??= item
  }
  close()
  return lines
}

/** A line while it is put together. */
interface Row {
  readonly items: Item[]
  /** The greatest height. */
  size: number
  /** The first that is no space. */
  first: Item | undefined
}

const emptyRow = (): Row => ({items: [], size: 0, first: undefined})

/** On the baseline of what is open, or raised from it, and not to its left. */
function isBeside(open: Row, item: Item): boolean {
  const last = open.items.at(-1)
  if (!last) return true
  const size = Math.max(open.size, item.height)
  const {first = last} = open
  const isLevel = Math.abs(item.y - first.y) < size * 0.6
  return isLevel && item.x >= last.x - size * 0.5
}

function toLine({items, size}: Row, page: number): Line | undefined {
  const kept = items.filter((item) => !isNoteMark(item, size, items))
  const text = kept
    .map((item, index) => `${gapBefore(kept[index - 1], item, size)}${item.text}`)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  const [first] = kept
  const last = kept.at(-1)
  if (text === '' || !first || !last) return undefined
  const {y} = kept.find(({height}) => height === size) ?? first
  return {page, text, left: first.x, right: last.x + last.width, y, size}
}

/** Words that are set apart have no space between them in the file. */
function gapBefore(before: Item | undefined, item: Item, size: number): string {
  return before && item.x - (before.x + before.width) > size * 0.2 ? ' ' : ''
}

/** "1" or "iv", smaller than the words it stands behind and raised above them. */
function isNoteMark({text, height, y}: Item, size: number, items: readonly Item[]): boolean {
  const [first] = items
  if (!first || height === 0 || height > size * 0.75) return false
  return y > first.y + size * 0.15 && /^\s*(?:\d{1,3}|[ivx]{1,5}|\*)\s*$/.test(text)
}
