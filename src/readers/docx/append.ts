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
  if (state.isTemplate && isReplaced(state)) addField(paragraph, text.length)
  paragraph.length += text.length
  noteOwner(state, paragraph, text)
}

/** What a merge or the properties of the file will put there, or a control that nobody has filled in. */
const isReplaced = ({emptyControls, simpleFields, fields}: State): boolean =>
  emptyControls > 0 ||
  simpleFields.includes(true) ||
  fields.some(({isInCode, instruction}) => !isInCode && isReplacedBy(instruction))

/** By the code of a field. */
export const isReplacedBy = (instruction: string): boolean =>
  /^\s*(?:MERGEFIELD|DOCPROPERTY|DOCVARIABLE|FILLIN|ASK|FORMTEXT|MACROBUTTON)\b/i.test(instruction)

/** Runs of one field are one range. */
function addField({fields, length}: OpenParagraph, added: number): void {
  const last = fields.at(-1)
  if (last?.end === length) fields[fields.length - 1] = {start: last.start, end: length + added}
  else fields.push({start: length, end: length + added})
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
