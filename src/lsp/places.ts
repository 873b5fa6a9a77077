import {overlap} from '../core/ranges.ts'
import {eachPlace} from '../core/repeats.ts'
import {sourceRange} from '../core/segments.ts'
import type {Finding, Range} from '../core/types.ts'
import {toShow} from '../reporters/shown.ts'
import type {Outcome} from './checking.ts'
import type {EditorSettings} from './settings.ts'

/** A finding at one place of the text that the editor has. */
export interface Placed {
  readonly finding: Finding
  /** Offsets in the text of the editor. */
  readonly range: Range
}

/** What of the findings is wanted. */
export const isWanted = ({severity}: Finding, {showQuestions, showInfo}: EditorSettings) =>
  (showQuestions || severity !== 'question') && (showInfo || severity !== 'info')

/**
 * What an editor marks, each with the further places of the same words: of several that overlap the gravest, as people
 * are shown them at the command line. Hovering tells the others.
 */
export function marked(outcome: Outcome, settings: EditorSettings): readonly Finding[] {
  const findings = outcome.checked?.result.findings ?? []
  const wanted = findings.filter((finding) => isWanted(finding, settings))
  return toShow(wanted, {quiet: false, showInfo: settings.showInfo})
}

/** All that is said at a place, whether it is marked or not. */
export function placedIn(
  outcome: Outcome,
  settings: EditorSettings,
  asked: Range,
): readonly Placed[] {
  const {checked} = outcome
  if (!checked) return []
  const {document, findings} = checked.result
  return eachPlace(findings.filter((finding) => isWanted(finding, settings))).flatMap((finding) => {
    const range = sourceRange(document, finding.range)
    return meets(range, asked) ? [{finding, range}] : []
  })
}

/** A cursor at either end of the words is at the words. */
const meets = (range: Range, asked: Range) =>
  asked.start === asked.end
    ? range.start <= asked.start && asked.start <= range.end
    : overlap(range, asked)
