import type {Adjustment} from '../core/adjustment.ts'
import {en} from '../core/catalogue/en.ts'
import {asList} from '../core/pipeline/stands-in.ts'

const words = en.reporting

/** Where and when an adjustment holds. */
export const placesOf = ({in: places, from, until}: Adjustment): readonly string[] => [
  ...asList(places).map(words.rule.under),
  ...(from === undefined ? [] : [words.rule.from(from)]),
  ...(until === undefined ? [] : [words.rule.until(until)]),
]

/** What an adjustment changes, and why. */
export function changeOf(adjustment: Adjustment): string {
  const {reason, off, severity, except, message, why, ask, frames, replacements} = adjustment
  const isReworded = [message, why, ask, frames, replacements].some((text) => text !== undefined)
  const changes = [
    ...(off ? [words.rule.off] : []),
    ...(severity === undefined ? [] : [words.severities[severity]]),
    ...(isReworded ? [words.rule.otherWords] : []),
    ...(except === undefined ? [] : [words.rule.except]),
  ]
  const said = words.rule.change(changes, reason)
  return said.charAt(0).toUpperCase() + said.slice(1)
}
