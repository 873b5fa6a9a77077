import type {Range as LspRange, Position} from 'vscode-languageserver/node'
import {lastAtOrBefore} from '../core/sorted.ts'
import type {Range} from '../core/types.ts'

/** What columns count: UTF-16 units, or bytes of UTF-8. */
export type Encoding = 'utf-16' | 'utf-8'

/** A text whose lines are known. */
export interface Lines {
  readonly text: string
  /** The offset at which each line starts. */
  readonly starts: readonly number[]
  readonly encoding: Encoding
}

const lineFeed = 10
const carriageReturn = 13

/** Lines end as the protocol says: with \n, \r\n or \r. */
export function linesOf(text: string, encoding: Encoding): Lines {
  const starts = [0]
  const hasReturns = text.includes('\r')
  if (!hasReturns) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    return {text, starts, encoding}
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isReturn = code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed
    if (code === lineFeed || isReturn) starts.push(at + 1)
  }
  return {text, starts, encoding}
}

/** The offset of a position, or of the nearest that there is. */
export function offsetAt({text, starts, encoding}: Lines, {line, character}: Position): number {
  const start = starts[Math.max(0, line)]
  if (line < 0 || start === undefined) return line < 0 ? 0 : text.length
  const end = endOfLine(text, start, starts[line + 1])
  if (encoding === 'utf-16') return Math.max(start, Math.min(start + character, end))
  let bytes = 0
  let offset = start
  while (offset < end) {
    const code = text.codePointAt(offset) ?? 0
    bytes += bytesOf(code)
    if (bytes > character) return offset
    offset += code > 0xffff ? 2 : 1
  }
  return end
}

export function positionAt({text, starts, encoding}: Lines, offset: number): Position {
  const within = Math.max(0, Math.min(offset, text.length))
  const line = lastAtOrBefore(starts, within)
  const start = starts[line] ?? 0
  const column = within - start
  return {line, character: encoding === 'utf-16' ? column : bytesIn(text, start, within)}
}

export const toLspRange = (lines: Lines, {start, end}: Range): LspRange => ({
  start: positionAt(lines, start),
  end: positionAt(lines, end),
})

export const toOffsets = (lines: Lines, {start, end}: LspRange): Range => {
  const from = offsetAt(lines, start)
  return {start: from, end: Math.max(from, offsetAt(lines, end))}
}

/** Without what ends it. */
function endOfLine(text: string, start: number, next: number | undefined): number {
  let end = next ?? text.length
  if (next === undefined) return end
  if (end > start && text.charCodeAt(end - 1) === lineFeed) end--
  if (end > start && text.charCodeAt(end - 1) === carriageReturn) end--
  return end
}

function bytesIn(text: string, from: number, to: number): number {
  let bytes = 0
  for (let offset = from; offset < to; ) {
    const code = text.codePointAt(offset) ?? 0
    bytes += bytesOf(code)
    offset += code > 0xffff ? 2 : 1
  }
  return bytes
}

function bytesOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
