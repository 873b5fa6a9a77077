import {en} from '../core/catalogue/en.ts'
import type {Finding} from '../core/types.ts'
import {aboutKept} from './accepted.ts'
import {placesIn} from './place.ts'
import {loggable} from './printable.ts'
import {addWhole, type Checked, type Reporter, type ReportOptions, titleOf} from './reporter.ts'
import {toShow} from './shown.ts'

/** One line for each finding: `file:line:column severity rule-id words - message`. */
export const createCompact = (options: ReportOptions): Reporter => ({
  start: () => '',
  render: (checked) => ({
    texts: [renderDocument(checked, options)],
    places: checked.result.findings.length,
  }),
  add: addWhole,
  end: () => '',
})

function renderDocument(checked: Checked, options: ReportOptions): string {
  const {document, findings, unread, unfinished} = checked.result
  const placeOf = placesIn(document, checked.source)
  const pointOf = (finding: Pick<Finding, 'range'>) => {
    const place = placeOf(finding)
    return place ? `${place.line}:${place.column}` : ''
  }
  const lines = toShow(findings, options).map((finding) => {
    const where = pointOf(finding)
    const others = (finding.alsoAt ?? []).map(pointOf)
    const also = others.length > 0 ? ` (${en.reporting.alsoAt} ${others.join(', ')})` : ''
    return `${titleOf(checked)}${where === '' ? '' : `:${where}`} ${describe(finding)}${also}`
  })
  if (unfinished) lines.unshift(`${document.name} ${en.reporting.beforeFiling(unfinished)}`)
  lines.push(...aboutKept(checked, options).map((said) => `${document.name} ${said}`))
  const left = unread.map(({kind, count}) => en.reporting.unread[kind](count))
  if (left.length > 0) lines.push(`${document.name} ${en.reporting.notChecked(left)}`)
  return lines.map((line) => `${loggable(line)}\n`).join('')
}

/** What raised a question about the whole report is a heading or a long sentence: its place is enough. */
function describe({severity, ruleId, actual, message, isReportWide: isWide}: Finding): string {
  const sureness = en.reporting.severities[severity].replaceAll(' ', '-')
  const words = actual === '' || isWide ? [] : [`"${actual}"`]
  return [sureness, ruleId, ...words, '-', message].join(' ')
}
