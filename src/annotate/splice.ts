/** One change of a text: `text` in place of `[at, to)`; an insertion where `to` is left out. */
export interface Edit {
  readonly at: number
  readonly to?: number
  readonly text: string
  /** Of several insertions at one place the lower comes first; 0 where left out. */
  readonly rank?: number
}

export interface Spliced {
  readonly text: string
  /** In the offsets of `text`, in order: splicing these in gives the old text back. */
  readonly inverse: readonly Edit[]
}

/**
 * Makes all edits in one pass. Insertions at a place come before what replaces the text that
 * starts there. Throws where two edits claim the same text: that is a mistake of the caller.
 */
export function splice(old: string, edits: readonly Edit[]): Spliced {
  const pieces: string[] = []
  const inverse: Edit[] = []
  let from = 0
  let length = 0
  for (const {at, to = at, text} of edits.toSorted(inOrder)) {
    if (at < from || to < at || to > old.length) throw new RangeError('Edits overlap')
    if (to === at && text === '') continue
    pieces.push(old.slice(from, at), text)
    length += at - from
    inverse.push({at: length, to: length + text.length, text: old.slice(at, to)})
    length += text.length
    from = to
  }
  pieces.push(old.slice(from))
  return {text: pieces.join(''), inverse}
}

const inOrder = (a: Edit, b: Edit): number =>
  a.at - b.at || Number(replaces(a)) - Number(replaces(b)) || (a.rank ?? 0) - (b.rank ?? 0)

const replaces = ({at, to = at}: Edit) => to > at
