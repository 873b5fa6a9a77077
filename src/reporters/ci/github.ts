import {en} from '../../core/catalogue/en.ts'
import type {UserError} from '../../core/errors.ts'
import type {Severity} from '../../core/types.ts'
import {printable} from '../printable.ts'
import {addWhole, type Reporter, type ReportOptions} from '../reporter.ts'
import {ciFindings} from './findings.ts'

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  question: 'notice',
}

/**
 * Workflow commands of GitHub Actions, a line for each place.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const createGithub = (options: ReportOptions): Reporter => ({
  start: () => '',
  render: (checked) => {
    const texts = ciFindings(checked, options).map(({finding, lines, text}) =>
      command(commands[finding.severity], text, {
        file: checked.result.document.name,
        ...(lines && {line: `${lines.line}`, col: `${lines.column}`}),
        title: `${en.reporting.severities[finding.severity]} (${finding.ruleId})`,
      }),
    )
    return {texts, places: texts.length}
  },
  add: addWhole,
  failed: (name, {problem, remedy}: UserError) =>
    command('error', `${problem}. ${remedy}`, {file: name, title: en.reporting.ci.failed}),
  end: () => '',
})

const command = (name: string, text: string, properties: Readonly<Record<string, string>>) => {
  const said = Object.entries(properties).map(
    ([key, value]) => `${key}=${escaped(printable(value)).replace(/[:,]/g, encoded)}`,
  )
  return `::${name} ${said.join(',')}::${escaped(printable(text))}\n`
}

const encoded = (sign: string) =>
  `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

/** What would end the command or be read as an escape. */
const escaped = (text: string) => text.replace(/[%\r\n]/g, encoded)
