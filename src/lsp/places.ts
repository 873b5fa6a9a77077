import {overlap} from '../core/ranges.ts'
import {eachPlace} from '../core/repeats.ts'
import {sourceRange} from '../core/segments.ts'
import type {Finding, Range} from '../core/types.ts'
import {withoutOverlapped} from '../reporters/overlaps.ts'
import {isReportWide} from '../reporters/reporter.ts'
import type {Outcome} from './checking.ts'
import type {EditorSettings} from './settings.ts'

/** A finding at one place of the text that the editor has. */
export interface Placed {
  readonly finding: Finding
  /** Offsets in the text of the editor. */
  readonly range: Range
}

/** What of the findings is wanted. */
const isWanted = ({severity}: Finding, {showQuestions, showInfo}: EditorSettings) =>
  (showQuestions || severity !== 'question') && (showInfo || severity !== 'info')

/**
 * What an editor marks, each with the further places of the same words: of several that overlap the gravest, as people
 * are shown them at the command line. Hovering tells the others.
 */
export function marked(outcome: Outcome, settings: EditorSettings): readonly Finding[] {
  const findings = outcome.checked?.result.findings ?? []
  const wanted = findings.filter((finding) => isWanted(finding, settings))
  // What a result has joined is not looked for again after each keystroke.
  const joined = new Map<Finding, Finding>()
  for (const finding of wanted.filter((each) => !isReportWide(each)))
    for (const place of eachPlace([finding])) joined.set(place, finding)
  const places = [...joined.keys()].toSorted((a, b) => a.range.start - b.range.start)
  const left = new Map<Finding, Finding[]>()
  for (const place of withoutOverlapped(places)) {
    const whole = joined.get(place) ?? place
    const others = left.get(whole)
    if (others) others.push(place)
    else left.set(whole, [place])
  }
  return [...[...left.values()].flatMap(together), ...wanted.filter(isReportWide)]
}

const together = ([first, ...others]: readonly Finding[]): readonly Finding[] => {
  if (!first) return []
  return [others.length > 0 ? {...first, alsoAt: others} : first]
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
