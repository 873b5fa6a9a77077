import {x} from 'xastscript'
import type {Severity} from '../../core/types.ts'
import {printable} from '../printable.ts'
import {addWhole, type Reporter, type ReportOptions} from '../reporter.ts'
import {ciFindings} from './findings.ts'
import {toText} from './xml-text.ts'

const severities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  question: 'info',
}

/** Checkstyle's XML, which many build servers read. A file without lines has none here. */
export const createCheckstyle = (options: ReportOptions): Reporter => ({
  start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
  render: (checked) => {
    const errors = ciFindings(checked, options).map(({finding, lines, text}) =>
      x('error', {
        ...(lines && {line: lines.line, column: lines.column}),
        severity: severities[finding.severity],
        message: text,
        source: `safe-together.${finding.ruleId}`,
      }),
    )
    const file = x('file', {name: printable(checked.result.document.name)}, errors)
    return {texts: [toText(file)], places: errors.length}
  },
  add: addWhole,
  failed: (name, {problem, remedy}) => {
    const message = printable(`${problem}. ${remedy}`)
    const error = x('error', {severity: 'error', message, source: 'safe-together'})
    return toText(x('file', {name: printable(name)}, [error]))
  },
  end: () => '</checkstyle>\n',
})
