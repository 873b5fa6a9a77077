import type {Range} from '../../core/types.ts'
import {attributeOf, type XmlElement} from '../../readers/package/xml.ts'
import type {State} from './survey-state.ts'

/** They stand between runs and hold nothing. */
const harmless = new Set([
  'w:r',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:proofErr',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:permStart',
  'w:permEnd',
])

/** What a suggestion in the paragraph would have to reach over. */
export function noteObstacle(state: State, name: string, range: Range): void {
  if (!harmless.has(name)) addObstacle(state, range)
}

function addObstacle(state: State, range: Range): void {
  if (state.suggestions.overlaps(range)) state.found.obstacles.push(range)
}

/** Takes in what an element among the properties of the open paragraph says of frames. */
export function noteFraming(state: State, element: XmlElement, path: readonly string[]): void {
  const isDirect = path.at(-3) === 'w:p' && state.wholeDepth === path.length - 1
  if (!isDirect) return
  if (element.name === 'w:framePr') state.framing = {...state.framing, isHere: true}
  if (element.name === 'w:pStyle') {
    state.framing = {...state.framing, styleId: attributeOf(element, 'w:val')}
  }
}

/** A paragraph in a frame is an obstacle, and so is that after it: LibreOffice 7.4 makes their tracked changes text. */
export function closeFraming(state: State, paragraph: Range): void {
  const {isHere, styleId, isBefore} = state.framing
  const isFramed = isHere || state.isFramed(styleId)
  state.framing = {isHere: false, styleId: undefined, isBefore: isFramed}
  if (isFramed || isBefore) addObstacle(state, paragraph)
}
