import type {Severity} from '../../core/types.ts'
import type {Reporter, ReportOptions} from '../reporter.ts'
import {safeJson} from '../safe-json.ts'
import {ciFindings} from './findings.ts'

const severities: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
  question: 'info',
}

/**
 * A Code Quality report of GitLab: one JSON array. Files without lines are pointed at from their first.
 * https://docs.gitlab.com/ci/testing/code_quality/
 */
export function createGitlab(options: ReportOptions): Reporter {
  let count = 0
  const entry = (value: unknown) => `${count++ === 0 ? '\n' : ',\n'}${safeJson(value)}`
  return {
    start: () => '[',
    document: (checked) =>
      ciFindings(checked, options)
        .map(({finding, lines, text, fingerprint}) =>
          entry({
            description: text,
            check_name: finding.ruleId,
            fingerprint,
            severity: severities[finding.severity],
            location: {path: checked.result.document.name, lines: {begin: lines?.line ?? 1}},
          }),
        )
        .join(''),
    end: () => '\n]\n',
  }
}
