import type {Piece} from '../package/decode.ts'
import type {OpenParagraph, State} from './state.ts'

/** Add to the open paragraph what its reader sees, and nothing else. */
export function append(state: State, {text, start, end}: Piece): void {
  const paragraph = state.openParagraphs.at(-1)
  if (!paragraph || text === '' || state.fieldCodes > 0 || isHidden(state, paragraph)) return
  paragraph.segments.push({
    start: paragraph.length,
    end: paragraph.length + text.length,
    sourceStart: start,
    sourceEnd: end,
    part: state.part.part,
  })
  paragraph.texts.push(text)
  paragraph.length += text.length
  noteOwner(state, paragraph, text)
}

/** Direct formatting decides, then the character style, then the paragraph's. Counts the run once. */
function isHidden({runs, styles, omissions}: State, {styleId}: OpenParagraph): boolean {
  const run = runs.at(-1)
  const isHiddenRun =
    run?.isHidden ??
    (run?.styleId === undefined ? undefined : styles.ofRun(run.styleId).isHidden) ??
    styles.ofParagraph(styleId).isHidden ??
    false
  if (isHiddenRun && run && !run.isCounted) {
    run.isCounted = true
    omissions.hiddenRuns++
  }
  return isHiddenRun
}

function noteOwner({contents, emptyControls}: State, {words}: OpenParagraph, text: string): void {
  if (contents) words.contents = contents
  else if (emptyControls > 0) words.hasGuidance = true
  else if (!words.hasOwn && text.trim() !== '') words.hasOwn = true
}
