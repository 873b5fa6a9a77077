import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import {en} from '../../core/catalogue/en.ts'
import type {Severity} from '../../core/types.ts'
import {printable} from '../printable.ts'
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
  const entry = (json: string) => `${count++ === 0 ? '' : ','}\n${json}`
  return {
    start: () => '[',
    render: (checked) => {
      const texts = ciFindings(checked, options).map(({finding, lines, text, fingerprint}) =>
        safeJson({
          description: text,
          check_name: finding.ruleId,
          fingerprint: inFile(fingerprint, checked.result.document.name),
          severity: severities[finding.severity],
          location: locationOf(checked.result.document.name, lines?.line),
        }),
      )
      return {texts, places: texts.length}
    },
    add: ({texts}) => texts.map(entry).join(''),
    failed: (name, {problem, remedy}) =>
      entry(
        safeJson({
          description: printable(`${en.reporting.ci.failed}: ${problem}. ${remedy}`),
          check_name: 'unreadable',
          fingerprint: inFile('unreadable', name),
          severity: 'blocker',
          location: locationOf(name),
        }),
      ),
    end: () => '\n]\n',
  }
}

const locationOf = (name: string, line = 1) => ({path: pathOf(name), lines: {begin: line}})

/** GitLab knows files from the root of the repository, and not by "./". */
const pathOf = (name: string): string => printable(name.replace(/^(?:\.\/+)+/, ''))

/** GitLab shows one entry for each fingerprint, and the same words stand in many a template. 16 hex digits. */
const inFile = (fingerprint: string, name: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${fingerprint}\n${pathOf(name)}`))).slice(0, 16)
