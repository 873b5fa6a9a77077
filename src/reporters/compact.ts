import {en} from '../core/catalogue/en.ts'
import type {Finding} from '../core/types.ts'
import {withoutOverlapped} from './overlaps.ts'
import {placesIn} from './place.ts'
import {printable} from './printable.ts'
import {type Checked, isShown, type Reporter, type ReportOptions} from './reporter.ts'

/** One line for each finding: `file:line:column severity rule-id words - message`. */
export const createCompact = (options: ReportOptions): Reporter => ({
  start: () => '',
  document: (checked) => renderDocument(checked, options),
  end: () => '',
})

function renderDocument({result, source}: Checked, options: ReportOptions): string {
  const {document, findings, unread} = result
  const placeOf = placesIn(document, source)
  const lines = withoutOverlapped(findings.filter((finding) => isShown(finding, options))).map(
    (finding) => {
      const place = placeOf(finding)
      const where = place ? `:${place.line}:${place.column}` : ''
      return `${document.name}${where} ${describe(finding)}`
    },
  )
  const left = unread.map(({kind, count}) => en.reporting.unread[kind](count))
  if (left.length > 0) lines.push(`${document.name} ${en.reporting.notChecked(left)}`)
  return lines.map((line) => `${printable(line)}\n`).join('')
}

function describe({severity, ruleId, actual, message}: Finding): string {
  const sureness = en.reporting.severities[severity].replaceAll(' ', '-')
  return [sureness, ruleId, ...(actual === '' ? [] : [`"${actual}"`]), '-', message].join(' ')
}
