import {en} from '../core/catalogue/en.ts'
import {eachPlace, joinRepeats} from '../core/repeats.ts'
import type {Finding} from '../core/types.ts'
import {withoutOverlapped} from './overlaps.ts'
import {placesIn} from './place.ts'
import {printable} from './printable.ts'
import {type Checked, isReportWide, isShown, type Reporter, type ReportOptions} from './reporter.ts'

/** One line for each finding: `file:line:column severity rule-id words - message`. */
export const createCompact = (options: ReportOptions): Reporter => ({
  start: () => '',
  document: (checked) => renderDocument(checked, options),
  end: () => '',
})

function renderDocument({result, source}: Checked, options: ReportOptions): string {
  const {document, findings, unread} = result
  const placeOf = placesIn(document, source)
  const shown = findings.filter((finding) => isShown(finding, options))
  const pointOf = (finding: Pick<Finding, 'range'>) => {
    const place = placeOf(finding)
    return place ? `${place.line}:${place.column}` : ''
  }
  const lines = [...ofPlaces(shown), ...shown.filter(isReportWide)].map((finding) => {
    const where = pointOf(finding)
    const others = (finding.alsoAt ?? []).map(pointOf)
    const also = others.length > 0 ? ` (${en.reporting.alsoAt} ${others.join(', ')})` : ''
    return `${document.name}${where === '' ? '' : `:${where}`} ${describe(finding)}${also}`
  })
  const left = unread.map(({kind, count}) => en.reporting.unread[kind](count))
  if (left.length > 0) lines.push(`${document.name} ${en.reporting.notChecked(left)}`)
  return lines.map((line) => `${printable(line)}\n`).join('')
}

/** Several places of the same words are one line. */
const ofPlaces = (findings: readonly Finding[]) =>
  joinRepeats(withoutOverlapped(eachPlace(findings.filter((finding) => !isReportWide(finding)))))

/** What raised a question about the whole report is a heading or a long sentence: its place is enough. */
function describe({severity, ruleId, actual, message, isReportWide: isWide}: Finding): string {
  const sureness = en.reporting.severities[severity].replaceAll(' ', '-')
  const words = actual === '' || isWide ? [] : [`"${actual}"`]
  return [sureness, ruleId, ...words, '-', message].join(' ')
}
