import {sourceRange} from '../core/segments.ts'
import {lastAtOrBefore} from '../core/sorted.ts'
import type {Block, Range, SourceDocument} from '../core/types.ts'
import {blank, type Change, type Template} from './edits.ts'

/**
 * What keeps a wording with a reason that its author has still to write: a remark on a line of its own above the block,
 * in the form of the file. A table has one before it and one after, since a line inside it would end it.
 * @param source the text that the editor has
 * @param range of the finding, in `document.text`
 */
export function acceptanceChanges(
  document: SourceDocument,
  source: string,
  {ruleId, range}: {readonly ruleId: string; readonly range: Range},
): readonly Change[] {
  const {blocks, format} = document
  const index = lastAtOrBefore(
    blocks.map((block) => block.range.start),
    range.start,
  )
  const block = blocks[index]
  if (!block) return []
  const place = sourceRange(document, block.range)
  const remark = remarkOf(format)
  if (format === 'html') return [inPage(source, place, remark(ruleId))]
  if (block.kind !== 'table-cell') return [above(source, place, remark(ruleId), format)]
  const last = lastOfTable(blocks, index, format)
  return aroundTable(
    source,
    {...place, end: sourceRange(document, last.range).end},
    {
      before: remark(`from ${ruleId}`),
      after:
        format === 'markdown'
          ? ['<!-- language check: accept to -->']
          : ['[language check: accept to]'],
    },
  )
}

const remarkOf =
  (format: SourceDocument['format']) =>
  (what: string): Template =>
    format === 'text'
      ? [`[language check: accept ${what}: `, {blank}, ']']
      : [`<!-- language check: accept ${what}: `, {blank}, ' -->']

/** The last cell of the row in a text, of the table in Markdown. */
function lastOfTable(blocks: readonly Block[], index: number, format: string): Block {
  const cell = blocks[index]
  let last = cell
  for (const next of blocks.slice(index + 1)) {
    const isSame = next.kind === 'table-cell' && tableOf(next, format) === tableOf(cell, format)
    if (!isSame) break
    last = next
  }
  if (!last) throw new Error('Expected a cell')
  return last
}

/** "table 2" of "table 2, row 3". */
const tableOf = (cell: Block | undefined, format: string) =>
  format === 'markdown' ? cell?.label.split(',')[0] : cell?.label

function above(source: string, {start}: Range, remark: Template, format: string): Change {
  const line = startOfLine(source, start)
  const eol = endingOf(source)
  // What a line of the same list or quotation begins with, so that the remark stands in it, too.
  const lead = /^[ \t>]*/.exec(source.slice(line, start))?.[0] ?? ''
  // Paragraphs of wrapped lines run to a blank line.
  const isApart = format === 'text' && isBlankBefore(source, line)
  return {start: line, end: line, text: [lead, ...remark, isApart ? eol + eol : eol]}
}

function aroundTable(
  source: string,
  {start, end}: Range,
  {before, after}: {readonly before: Template; readonly after: Template},
): readonly Change[] {
  const eol = endingOf(source)
  const first = firstOfTable(source, start)
  const next = source.indexOf('\n', end)
  const last = next === -1 ? source.length : next + 1
  return [
    {start: first, end: first, text: [...before, eol]},
    {start: last, end: last, text: [...(next === -1 ? [eol] : []), ...after, eol]},
  ]
}

/** A table begins with the first of the lines with bars above it. */
function firstOfTable(source: string, start: number): number {
  let line = startOfLine(source, start)
  while (line > 0) {
    const before = startOfLine(source, line - 1)
    if (!source.slice(before, line).includes('|')) break
    line = before
  }
  return line
}

/** On a line of its own where only tags stand before the words, else right before them. */
function inPage(source: string, {start}: Range, remark: Template): Change {
  const line = startOfLine(source, start)
  const lead = /^([ \t]*)(?:<[^<>]*>[ \t]*)*$/.exec(source.slice(line, start))
  if (!lead) return {start, end: start, text: remark}
  return {start: line, end: line, text: [lead[1] ?? '', ...remark, endingOf(source)]}
}

const startOfLine = (source: string, offset: number) =>
  offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1

const isBlankBefore = (source: string, line: number) =>
  line === 0 || source.slice(startOfLine(source, line - 1), line).trim() === ''

export const endingOf = (source: string) => (source.includes('\r\n') ? '\r\n' : '\n')
