import type {Piece} from './paragraphs.ts'

/** 0 is the outermost. */
export type HeadingLevel = number

const longest = 80
const mostWords = 10

/**
 * Which pieces are headings, and how deep. Plain text does not mark them, so this prefers to miss
 * one: a heading missed costs a section's name, a paragraph mistaken for one costs its place.
 */
export function headingLevels(pieces: readonly Piece[]): (HeadingLevel | undefined)[] {
  return pieces.map((piece, index) => {
    const [line] = piece.lines
    if (!couldBeHeading(piece)) return undefined
    if (line.marker) return isLoneNumber(pieces, index) ? numberDepth(piece) : undefined
    const bare = bareNumber.exec(line.text)
    if (bare) return isLoneNumber(pieces, index) ? 1 : undefined
    if (isInCapitals(line.text)) return 0
    return isTitle(pieces, index) ? titleLevel : undefined
  })
}

/** Below every numbered heading. */
const titleLevel = 9

/** "3 Analysis", but neither "3 March 2021" nor "3 children". */
const bareNumber =
  /^[1-9]\d?\s+(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}/u

/** What only sentences have: a verb that is finite, somebody who speaks. */
const sentenceWord =
  /\b(?:is|was|were|are|has|had|have|did|does|said|says|told|will|would|can|could|should|must|I|he|she|they|we|it)\b/

/** "3. What Mr Hughes did for the children" */
const question = /^(?:What|Why|How|Who|Where|When)\b/

function couldBeHeading({lines}: Piece): boolean {
  const [{text, cells, marker}] = lines
  if (lines.length > 1 || cells.length > 0 || text.length > longest) return false
  if (marker && marker.kind !== 'number') return false
  const title = marker ? text.slice(marker.length).trim() : text
  if (/[.,;:!?…]["'”’)]?$/.test(title) || !/^\d*\s*["'“‘]?\p{Lu}/u.test(title)) return false
  const isSentence = sentenceWord.test(title) && !(marker && question.test(title))
  return title.split(/\s+/).length <= mostWords && !isSentence
}

/** A row of short numbered lines is a list. */
function isLoneNumber(pieces: readonly Piece[], index: number): boolean {
  const depth = numberDepth(pieces[index])
  return ![pieces[index - 1], pieces[index + 1]].some(
    (near) => near && couldBeHeading(near) && isNumbered(near) && numberDepth(near) === depth,
  )
}

const isNumbered = ({lines: [line]}: Piece) =>
  line.marker !== undefined || bareNumber.test(line.text)

const numberDepth = (piece: Piece | undefined) =>
  piece?.lines[0].marker?.label.split('.').length ?? 1

const isInCapitals = (text: string) =>
  /\p{Lu}{3}/u.test(text) && text === text.toUpperCase() && !/[:\t]/.test(text)

const longestTitle = 60
const shortestParagraph = 80

/** Short, on its own, opening a page or a gap, and over a paragraph that ends as one. */
function isTitle(pieces: readonly Piece[], index: number): boolean {
  const [line] = pieces[index]?.lines ?? []
  const [next] = pieces[index + 1]?.lines ?? []
  if (!line || !next || line.text.length > longestTitle || !/^\p{L}/u.test(line.text)) return false
  if (line.text.includes(':') || next.cells.length > 0) return false
  const before = pieces[index - 1]
  const opens = line.gap !== 'none' || (before && /[.!?]["'”’)]?$/.test(lastText(before)))
  const following = pieces[index + 1]
  return Boolean(opens && following && isParagraph(following))
}

const lastText = ({lines}: Piece) => lines.at(-1)?.text ?? ''

const isParagraph = (piece: Piece) =>
  piece.end - piece.start >= shortestParagraph && /[.!?]["'”’)]?$/.test(lastText(piece))
