import type {PhrasingContent, RootContent, TableRow} from 'mdast'
import {en} from '../../core/catalogue/en.ts'
import type {UserError} from '../../core/errors.ts'
import {aboutBaseline} from '../accepted.ts'
import {codeNode, textNode, toGfm} from '../gfm.ts'
import {type Checked, excerptsOf, type Reporter, type ReportOptions, titleOf} from '../reporter.ts'
import {type CiFinding, ciFindings} from './findings.ts'

const words = en.reporting
const said = words.ci.summary

/** In UTF-16 units, each of at most three bytes: GitHub takes a mebibyte from a step, and nothing of more. */
const longestSummary = 300_000

/**
 * The page that GitHub Actions shows of a step: a table for each report, as much of it as the annotations hold.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function createStepSummary(options: ReportOptions): Reporter {
  const pieces: string[] = []
  let length = 0
  const counts = {files: 0, pointed: 0, places: 0, shown: 0}
  const take = (piece: string): boolean => {
    if (length + piece.length > longestSummary) return false
    length += piece.length
    pieces.push(piece)
    return true
  }
  return {
    start: () => '',
    render: (checked) => {
      const findings = ciFindings(checked, options)
      const children = sectionOf(checked, findings, options)
      return {texts: children.length > 0 ? [write(children)] : [], places: findings.length}
    },
    add: ({texts, places}) => {
      counts.files++
      if (places > 0) counts.pointed++
      counts.places += places
      if (texts.every(take)) counts.shown += places
      return ''
    },
    failed: (name, error) => {
      counts.files++
      take(write(failureOf(name, error)))
      return ''
    },
    end: () =>
      [write(topOf(counts)), ...pieces, write([paragraph(textNode(said.note))])].join('\n'),
  }
}

const write = (children: RootContent[]): string => toGfm({type: 'root', children})

const paragraph = (...children: PhrasingContent[]): RootContent => ({type: 'paragraph', children})
const heading = (depth: 2 | 3, ...children: PhrasingContent[]): RootContent => ({
  type: 'heading',
  depth,
  children,
})

interface Counts {
  readonly files: number
  readonly pointed: number
  readonly places: number
  readonly shown: number
}

const topOf = ({files, pointed, places, shown}: Counts): RootContent[] => [
  heading(2, textNode(said.title)),
  paragraph(textNode(said.checked(files, pointed))),
  ...(shown < places ? [paragraph(textNode(said.cut(shown, places)))] : []),
]

/** Nothing for a report at which nothing points and of which nothing is kept back. */
function sectionOf(
  checked: Checked,
  findings: readonly CiFinding[],
  options: ReportOptions,
): RootContent[] {
  const {accepted = []} = checked.result
  const kept = [
    ...(accepted.length > 0 ? [said.accepted(accepted.length)] : []),
    ...aboutBaseline(checked),
  ]
  if (findings.length + kept.length === 0) return []
  return [
    heading(3, codeNode(titleOf(checked))),
    ...(findings.length > 0 ? [tableOf(findings, excerptsOf(checked, options) !== 'none')] : []),
    ...kept.map((each) => paragraph(textNode(each))),
  ]
}

function tableOf(findings: readonly CiFinding[], showsText: boolean): RootContent {
  const columns = [...said.columns, ...(showsText ? [said.excerpt] : [])]
  const rows = findings.map(({finding, lines, where, statement, excerpt}) =>
    row([
      textNode(lines ? words.ci.line(where, lines.line) : where),
      textNode(words.severities[finding.severity]),
      codeNode(finding.ruleId),
      textNode(statement),
      ...(showsText ? [excerpt === '' ? textNode('') : codeNode(excerpt)] : []),
    ]),
  )
  return {type: 'table', children: [row(columns.map(textNode)), ...rows]}
}

const row = (cells: readonly PhrasingContent[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({type: 'tableCell', children: [cell]})),
})

const failureOf = (name: string, {problem, remedy}: UserError): RootContent[] => [
  heading(3, codeNode(name)),
  paragraph(textNode(`${words.ci.failed}: ${problem}. ${remedy}`)),
]
