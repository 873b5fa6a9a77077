import {x} from 'xastscript'
import {en} from '../../core/catalogue/en.ts'
import type {Severity} from '../../core/types.ts'
import {printable} from '../printable.ts'
import {addWhole, type Reporter, type ReportOptions} from '../reporter.ts'
import {type CiFinding, ciFindings} from './findings.ts'
import {toText} from './xml-text.ts'

/** As if nothing else had been asked for: what is usually or almost always worth changing. */
const usuallyFailing: readonly Severity[] = ['error', 'warning']

/** JUnit's XML: a suite for each report, a failed case for each place that fails the run, the rest as its output. */
export const createJunit = (options: ReportOptions): Reporter => ({
  start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="safe-together-lint">\n',
  render: (checked) => {
    const {failing = usuallyFailing} = options
    const findings = ciFindings(checked, options)
    const failed = findings.filter(({finding}) => failing.includes(finding.severity))
    const other = findings.filter((each) => !failed.includes(each))
    return {
      texts: [suite(checked.result.document.name, failed, other)],
      places: findings.length,
    }
  },
  add: addWhole,
  failed: (name, {problem, remedy}) => {
    const error = x('error', {message: printable(`${problem}. ${remedy}`), type: 'ReadError'})
    const testcase = x('testcase', {name: en.reporting.ci.read, classname: printable(name)}, error)
    const counts = {tests: 1, failures: 0, errors: 1}
    return toText(x('testsuite', {name: printable(name), ...counts}, testcase))
  },
  end: () => '</testsuites>\n',
})

function suite(name: string, failed: readonly CiFinding[], other: readonly CiFinding[]): string {
  const classname = printable(name)
  const cases = failed.map(({finding, where, text}) =>
    x(
      'testcase',
      {name: `${finding.ruleId} (${where})`, classname},
      x('failure', {message: text, type: finding.severity}),
    ),
  )
  const passed = x('testcase', {name: en.reporting.ci.nothing, classname})
  const counts = {tests: Math.max(1, cases.length), failures: cases.length, errors: 0}
  const output = other.map(({finding, text}) => `${finding.ruleId}: ${text}\n`).join('')
  const children = [
    ...(cases.length > 0 ? cases : [passed]),
    ...(output === '' ? [] : [x('system-out', output)]),
  ]
  return toText(x('testsuite', {name: classname, ...counts}, children))
}
