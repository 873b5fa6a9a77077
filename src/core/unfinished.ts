import type {ReportContext, SourceDocument, Unfinished} from './types.ts'

/** As our frames write a blank: three, and not the long line on which somebody signs. */
const blank = /(?<!_)___(?!_)/

/** What has to be gone before a report is filed; undefined where nothing is left. A template keeps its blanks. */
export function unfinishedIn(
  {blocks, ownComments = 0}: SourceDocument,
  {mode}: ReportContext,
): Unfinished | undefined {
  const withBlanks = mode === 'template' ? [] : blocks.filter(({text}) => blank.test(text))
  if (ownComments === 0 && withBlanks.length === 0) return undefined
  return {comments: ownComments, blanks: withBlanks.map(({label}) => label)}
}
