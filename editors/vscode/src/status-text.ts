import type {Checked} from './checked.ts'
import {words} from './words.ts'

/** How it stands with the check of one text. */
export type Standing =
  | {readonly is: 'stopped'}
  | {readonly is: 'off'}
  | {readonly is: 'waiting'}
  | {readonly is: 'checked'; readonly checked: Pick<Checked, 'counts' | 'unread' | 'problem'>}

export interface StatusText {
  readonly text: string
  /** Lines, each a sentence. */
  readonly tooltip: readonly string[]
}

const severities = ['error', 'warning', 'info', 'question'] as const

/** "12 places · one table not read", and beneath it what that is made of. */
export function statusText(standing: Standing): StatusText {
  const said = words.tooltip
  if (standing.is === 'waiting') return {text: words.waiting, tooltip: [said.waiting]}
  if (standing.is !== 'checked') return {text: words.notChecked, tooltip: [said[standing.is]]}
  const {counts, unread, problem} = standing.checked
  if (problem !== undefined) return {text: words.notChecked, tooltip: [said.problem, problem]}
  const found = severities.filter((severity) => counts[severity] > 0)
  const places = words.places(found.reduce((sum, severity) => sum + counts[severity], 0))
  const notRead = unread.map((part) => part.words)
  return {
    text: [places, ...unreadShort(unread)].join(' · '),
    tooltip: [
      ...found.map((severity) => said.counts[severity](counts[severity])),
      ...(found.length === 0 ? [said.nothing] : []),
      ...(notRead.length > 0 ? [said.notRead(notRead.join(', '))] : []),
      said.local,
    ],
  }
}

function unreadShort(unread: Checked['unread']): readonly string[] {
  const [only, ...others] = unread
  if (only === undefined) return []
  if (others.length === 0) return [words.notRead(only.words)]
  return [words.notRead(words.parts(unread.reduce((sum, {count}) => sum + count, 0)))]
}
