import {eachPlace} from '../src/core/repeats.ts'
import type {Finding, LintResult, Unread} from '../src/core/types.ts'

/**
 * What was found in a report as a person would note it down: a line per finding in the order found,
 * then what was not checked. Columns have fixed widths, so that a new line moves no other.
 */
export const toReadable = ({findings, unread}: LintResult): string =>
  [...eachPlace(findings).map(toLine), ...unread.map(toUnreadLine)]
    .map((line) => `${line}\n`)
    .join('')

const toLine = ({label, severity, ruleId, actual}: Finding) =>
  [label.padEnd(28), severity.padEnd(8), ruleId.padEnd(32), `“${onOneLine(actual)}”`].join('   ')

const toUnreadLine = ({kind, count}: Unread) => `not checked: ${kind} (${count})`

const onOneLine = (text: string) => text.replaceAll(/\s+/g, ' ')
