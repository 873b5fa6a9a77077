import type {Finding} from '../../src/core/types.ts'
import {withoutOverlapped} from '../../src/reporters/overlaps.ts'
import {run} from '../cli/command.ts'

/** A place as an editor has it: rule, first and last line and column. */
export type Marked = readonly [
  rule: string,
  line: number,
  column: number,
  toLine: number,
  toColumn: number,
]

interface JsonPlace {
  readonly start: number
  readonly end: number
}

/** What `check --format json -` finds in a text, as an editor would be shown it: of places that overlap the gravest. */
export async function commandFindings(
  text: string,
  name: string,
  encoding: 'utf-16' | 'utf-8',
  cwd: string,
): Promise<readonly Marked[]> {
  if (text.trim() === '') return []
  const argv = ['check', '-', '--stdin-filename', name, '--format', 'json']
  const {stdout, stderr} = await run(argv, {stdin: text, cwd})
  // Such as a page of which a comment has taken all.
  if (stderr.includes('there is no text in this file')) return []
  const {documents} = JSON.parse(stdout)
  if (documents.length !== 1) throw new Error(stderr)
  const findings: readonly (Finding & JsonPlace & {reportWide?: true; withheld?: true})[] =
    documents[0].findings
  const wanted = findings.filter(({severity}) => severity !== 'info')
  const places = wanted.flatMap(({alsoAt, ...finding}) =>
    [finding, ...(alsoAt ?? []).map((place) => ({...finding, ...place}))].map(
      ({start, end, withheld, ...each}) => ({
        ...each,
        range: {start, end},
        ...(withheld && {isWithheld: withheld}),
      }),
    ),
  )
  const sorted = places.toSorted((a, b) => a.range.start - b.range.start)
  const shown = [
    ...withoutOverlapped(sorted.filter(({reportWide}) => !reportWide)),
    ...sorted.filter(({reportWide}) => reportWide),
  ]
  return inOrder(
    shown.map(({ruleId, range}) => [
      ruleId,
      ...pointAt(text, range.start, encoding),
      ...pointAt(text, range.end, encoding),
    ]),
  )
}

export const inOrder = (marked: readonly Marked[]): readonly Marked[] =>
  marked.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** Counted from the start, without any index of lines. */
export function pointAt(
  text: string,
  offset: number,
  encoding: 'utf-16' | 'utf-8',
): [line: number, column: number] {
  const lines = text.slice(0, offset).split(/\r\n|\r(?!\n)|\n/)
  const last = lines.at(-1) ?? ''
  return [lines.length - 1, encoding === 'utf-8' ? Buffer.byteLength(last) : last.length]
}
