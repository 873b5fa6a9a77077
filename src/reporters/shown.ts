import {eachPlace, joinRepeats} from '../core/repeats.ts'
import type {Finding} from '../core/types.ts'
import {withoutOverlapped} from './overlaps.ts'
import {isReportWide, isShown, type Wanted} from './reporter.ts'

/** What a person is shown of a result, in order: places first, the same words once, then questions about the whole. */
export function toShow(findings: readonly Finding[], wanted: Wanted): readonly Finding[] {
  const shown = findings.filter((finding) => isShown(finding, wanted))
  const places = eachPlace(shown.filter((finding) => !isReportWide(finding)))
  return [...joinRepeats(withoutOverlapped(places)), ...shown.filter(isReportWide)]
}
