import {en} from '../core/catalogue/en.ts'
import {signComment} from '../core/own-comment.ts'
import type {Finding, Place, Range} from '../core/types.ts'

const said = en.commenting
const words = en.reporting

/** One paragraph of a comment. The label comes first and may be set in bold. */
export interface CommentLine {
  readonly label?: string
  readonly text: string
}

/** One comment to be written: a finding at one of its places. */
export interface CommentDraft {
  readonly finding: Finding
  readonly range: Range
  /** Without private details; empty for a finding of one. */
  readonly actual: string
  /**
   * The paragraphs, the signature last; the same for Word and OpenDocument.
   * `elsewhere`: the comment cannot stand at the words, so it says where they are.
   */
  readonly lines: (where: 'here' | 'elsewhere') => readonly CommentLine[]
}

/** A comment for each place of each finding, in order of their start. A repeated finding is told in full once. */
export const draftComments = (findings: readonly Finding[]): readonly CommentDraft[] =>
  findings
    .flatMap((finding) => [
      draftOf(finding, finding, fullText(finding)),
      ...(finding.alsoAt ?? []).map((place) => draftOf(finding, place, shortText(finding))),
    ])
    .toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)

function draftOf(finding: Finding, place: Place, text: readonly CommentLine[]): CommentDraft {
  const {range} = place
  const actual = finding.isWithheld ? '' : place.actual
  const lines = (where: 'here' | 'elsewhere') => {
    const intro = where === 'here' ? [] : [{text: said.elsewhere(place.label, shortened(actual))}]
    return signed(finding.ruleId, [...intro, ...text].map(onOneLine))
  }
  return {finding, range, actual, lines}
}

/** A line as people see it. */
export const textOfLine = ({label, text}: CommentLine): string =>
  label === undefined ? text : `${label} ${text}`

function signed(ruleId: string, lines: readonly CommentLine[]): readonly CommentLine[] {
  const above = lines.map(textOfLine).join('\n')
  return [...lines, {text: signComment(ruleId, above)}]
}

function fullText(finding: Finding): readonly CommentLine[] {
  const {why, ask, frames, replacements, alsoAt = [], isReportWide} = finding
  return [
    ...(isReportWide ? [{text: said.wholeReport}] : []),
    opening(finding),
    {label: words.why, text: why},
    {label: words.ask, text: ask},
    ...frames.map(({status, text}) => ({label: words.statuses[status], text})),
    ...replacements.map((text) => ({label: words.replacement, text})),
    ...(alsoAt.length > 0 ? [{text: said.firstOfRepeated(alsoAt.length + 1)}] : []),
  ].filter(({text}) => text !== '')
}

const shortText = (finding: Finding): readonly CommentLine[] => [
  opening(finding),
  {text: said.repeated(finding.label, (finding.alsoAt?.length ?? 0) + 1)},
]

function opening({severity, voice, message}: Finding): CommentLine {
  const how = [said.severities[severity], words.voices[voice]].filter((part) => part !== undefined)
  return {label: `${how.join(', ')}:`, text: message}
}

const onOneLine = ({text, ...line}: CommentLine): CommentLine => ({
  ...line,
  text: text.replace(/\s+/g, ' ').trim(),
})

/** In UTF-16 units: enough to find the words by. */
const longest = 90

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= longest) return plain
  const cut = plain.slice(0, longest)
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))} …`
}
