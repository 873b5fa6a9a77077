import {near, rangesIn} from '../../core/ranges.ts'
import type {Range} from '../../core/types.ts'
import {decodeText} from '../../readers/package/decode.ts'
import type {Deletion} from './marks.ts'
import {visible} from './spots.ts'
import type {Run, Survey} from './survey-state.ts'

/** A tracked change that can be made, and what it takes out of which runs. */
export interface Suggestion extends Range {
  readonly replacement: string
  readonly deletions: readonly Deletion[]
}

export interface Wanted extends Range {
  readonly replacement: string
  /** What is read at the range. */
  readonly words: string
}

/**
 * Those of the wanted changes that can be made without touching anything else: each all in plain
 * text of one paragraph, and none over another. In order.
 */
export function possible(survey: Survey, wanted: readonly Wanted[]): readonly Suggestion[] {
  const obstacles = near([...survey.obstacles, ...survey.wholes])
  const found: Suggestion[] = []
  for (const {start, end, replacement, words} of wanted.toSorted((a, b) => a.start - b.start)) {
    if (start < (found.at(-1)?.end ?? 0) || /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(words))
      continue
    const runs = rangesIn(survey.runs, {start, end})
    const deletions = deletionsIn(survey, runs, {start, end})
    const stretch = {start: runs[0]?.start ?? 0, end: runs.at(-1)?.end ?? 0}
    const removed = deletions?.map((deletion) => textOf(survey.xml, deletion)).join('')
    // Hidden words may stand between those that are read.
    if (!deletions || removed !== words || obstacles.overlaps(stretch)) continue
    found.push({start, end, replacement, deletions})
  }
  return found
}

function deletionsIn({xml}: Survey, runs: readonly Run[], range: Range): Deletion[] | undefined {
  const paragraph = runs[0]?.directlyIn
  const deletions = runs.flatMap((run): Deletion[] => {
    const [child] = run.children
    const [text] = child?.texts ?? []
    if (!child || !text || !isPlain(xml, run) || run.directlyIn !== paragraph) return []
    const start = Math.max(text.start, range.start)
    const end = Math.min(text.end, range.end)
    return start < end ? [{run, child, start, end}] : []
  })
  return paragraph !== undefined && deletions.length === runs.length ? deletions : undefined
}

/** One text and nothing else, all of which is read. */
function isPlain(xml: string, {children}: Run): boolean {
  const [child] = children
  const [text] = child?.texts ?? []
  if (children.length !== 1 || child?.name !== 'w:t' || child.texts.length !== 1) return false
  const {start, end} = visible(xml, child)
  return text !== undefined && !text.isCdata && start === text.start && end === text.end
}

const textOf = (xml: string, {start, end}: Range) =>
  decodeText(xml, [{start, end, isCdata: false}], true)
    .map(({text}) => text)
    .join('')
