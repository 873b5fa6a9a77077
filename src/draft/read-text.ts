import {moved} from '../core/ranges.ts'
import type {Range} from '../core/types.ts'
import {type Line, linesOf} from '../readers/text/lines.ts'
import {textDocument} from '../readers/text.ts'
import {type Change, changeOf} from './change.ts'
import {apart} from './generations.ts'
import {knownLanguages} from './languages.ts'
import {isPlain} from './plain.ts'
import type {DraftReader} from './reader.ts'

/** Reads the lines again that an edit touches; the others are only moved. */
export function textReader(name: string): DraftReader {
  let last: {readonly text: string; readonly lines: readonly Line[]} | undefined
  const languages = knownLanguages()
  return (text) => {
    const change = last && changeOf(last.text, text)
    if (!isPlain(text, change)) {
      last = undefined
      return undefined
    }
    const lines = last && change ? linesAgain(last.lines, text, change) : linesOf(apart(text))
    last = {text, lines}
    const document = textDocument(name, text, lines, {languageOf: languages.of, cut})
    languages.turn()
    return document
  }
}

const cut = (text: string, {start, end}: Range) => apart(text.slice(start, end))

/** The lines from the one before the change to the one after it, whose neighbours do not see it. */
function linesAgain(
  lines: readonly Line[],
  text: string,
  {start, endBefore, end}: Change,
): readonly Line[] {
  const growth = end - endBefore
  // Before a line feed that may belong to a carriage return.
  const first = lines.findLastIndex((line) => line.end < start - 1)
  const last = lines.findIndex((line) => line.start >= endBefore)
  const from = lines[first]?.start ?? 0
  const to = lines[last] ? lines[last].end + growth : text.length
  const region = linesOf(apart(text.slice(from, to)), lines[first]?.gap)
  return [
    ...lines.slice(0, Math.max(0, first)),
    ...region.map((line) => movedLine(line, from)),
    ...(last < 0 ? [] : lines.slice(last + 1).map((line) => movedLine(line, growth))),
  ]
}

const movedLine = (line: Line, by: number): Line =>
  by === 0 ? line : {...line, ...moved(line, by), cells: line.cells.map((cell) => moved(cell, by))}
