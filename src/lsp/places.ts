import {overlap} from '../core/ranges.ts'
import {eachPlace} from '../core/repeats.ts'
import {sourceRange} from '../core/segments.ts'
import type {Finding, Place, Range} from '../core/types.ts'
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
  const places = wanted.filter((each) => !isReportWide(each)).flatMap(placesOf)
  const left = new Map<Finding, Place[]>()
  for (const {whole, place} of withoutOverlapped(places.toSorted(byStart))) {
    const others = left.get(whole)
    if (others) others.push(place)
    else left.set(whole, [place])
  }
  return [...[...left].map(leftOf), ...wanted.filter(isReportWide)]
}

/** Without a copy of the finding for each: this is worked out after every keystroke. */
const placesOf = (whole: Finding) =>
  [whole, ...(whole.alsoAt ?? [])].map((place) => ({
    whole,
    place,
    range: place.range,
    severity: whole.severity,
    ...(whole.isWithheld && {isWithheld: whole.isWithheld}),
  }))

const byStart = (a: {readonly range: Range}, b: {readonly range: Range}) =>
  a.range.start - b.range.start

/** What is left of a finding with the places that are not overlapped. */
function leftOf([whole, [first = whole, ...others]]: readonly [
  Finding,
  readonly Place[],
]): Finding {
  const {alsoAt = [], ...single} = whole
  if (first === whole && others.length === alsoAt.length) return whole
  const {range, actual, label, section, fingerprint} = first
  const place = {range, actual, label, section, fingerprint}
  return {...single, ...place, ...(others.length > 0 && {alsoAt: others})}
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
