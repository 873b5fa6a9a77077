import type {Block} from './types.ts'

/** No paragraph of a report is as long; the parser’s time grows with the square of what it is given at once. */
const maxLength = 10_000

/** A block of more than 10,000 characters in pieces, cut after a sentence where there is one, else between words. */
export function inPieces(block: Block): readonly Block[] {
  if (block.text.length <= maxLength) return [block]
  const pieces: Block[] = []
  for (let start = 0; start < block.text.length; ) {
    const end = cutAfter(block.text, start)
    const range = {start: block.range.start + start, end: block.range.start + end}
    const text = block.text.slice(start, end)
    const fields = fieldsWithin(block, start, end)
    const piece = {...block, range, text, ...(fields && {fields})}
    pieces.push(start === 0 ? piece : {...piece, continues: true})
    start = end
  }
  return pieces
}

/** Those that lie in the piece, in its own offsets. */
const fieldsWithin = ({fields}: Block, from: number, to: number): Block['fields'] =>
  fields?.flatMap(({start, end}) =>
    start < from || end > to ? [] : [{start: start - from, end: end - from}],
  )

function cutAfter(text: string, start: number): number {
  const limit = start + maxLength
  if (limit >= text.length) return text.length
  // In the piece alone: a search of the whole text would run back to its start for every piece.
  const piece = text.slice(start, limit)
  const stop = piece.lastIndexOf('. ')
  if (stop > maxLength / 2) return start + stop + 2
  const space = piece.lastIndexOf(' ')
  return space > 0 ? start + space + 1 : betweenCharacters(text, limit)
}

/** Never between the two units of one character. */
const betweenCharacters = (text: string, at: number) =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
