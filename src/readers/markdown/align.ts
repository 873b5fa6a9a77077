import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** A stretch of extracted text and the source it came from. */
export interface Piece {
  readonly text: string
  readonly sourceStart: number
  readonly sourceEnd: number
}

/**
 * The value of a text node, piece by piece. The parser says where a node begins and ends, not where
 * its characters are, so value and source are walked in step. An escape, a reference and the end of
 * a wrapped line are a piece each. A node that does not come out even is one piece.
 */
export function align(source: string, value: string, start: number, end: number): Piece[] {
  const raw = source.slice(start, end)
  if (raw === value && !lineEnd.test(value))
    return [{text: value, sourceStart: start, sourceEnd: end}]
  const pieces: Piece[] = []
  let at = 0
  let valueAt = 0
  while (valueAt < value.length) {
    const step = stepAt(raw, at, value, valueAt)
    if (!step) return [whole(value, start, end)]
    const sourceStart = start + at
    pieces.push({text: step.text, sourceStart, sourceEnd: sourceStart + step.source})
    at += step.source
    valueAt += step.value
  }
  const isEven = /^[ \t]*$/.test(raw.slice(at))
  return isEven ? pieces : [whole(value, start, end)]
}

const lineEnd = /\r\n|\r|\n/

const whole = (value: string, sourceStart: number, sourceEnd: number): Piece => ({
  text: value.replace(/\r\n|\r|\n/g, ' '),
  sourceStart,
  sourceEnd,
})

/** What is taken: the text, and how many units of source and of value stand for it. */
interface Step {
  readonly text: string
  readonly source: number
  readonly value: number
}

function stepAt(raw: string, at: number, value: string, valueAt: number): Step | undefined {
  return (
    lineEndAt(raw, at, value, valueAt) ??
    escapeAt(raw, at, value, valueAt) ??
    referenceAt(raw, at, value, valueAt) ??
    plainAt(raw, at, value, valueAt)
  )
}

/** White space, the line's end, and what begins the next line of a quotation or list. */
const wrap = /[ \t]*(?:\r\n|\r|\n)([ \t>]*)/y

function lineEndAt(raw: string, at: number, value: string, valueAt: number): Step | undefined {
  const end = matchAt(/\r\n|\r|\n/y, value, valueAt)
  const found = matchAt(wrap, raw, at)
  if (!end || !found) return undefined
  const [all, prefix = ''] = found
  const kept = keptOfPrefix(prefix, raw, at + all.length, value.slice(valueAt + end[0].length))
  return {text: ' ', source: all.length - kept, value: end[0].length}
}

/** A `>` that is indented too far to open a quotation is a character of the paragraph. */
function keptOfPrefix(prefix: string, raw: string, next: number, rest: string): number {
  const own = /^[> \t]*/.exec(rest)?.[0] ?? ''
  if (!own.startsWith('>') || stepAt(raw, next, rest, 0)) return 0
  return prefix.endsWith(own) ? own.length : 0
}

const escapedSign = /\\([!-/:-@[-`{-~])/y

function escapeAt(raw: string, at: number, value: string, valueAt: number): Step | undefined {
  const sign = matchAt(escapedSign, raw, at)?.[1]
  if (sign === undefined || !value.startsWith(sign, valueAt)) return undefined
  return {text: sign, source: 2, value: 1}
}

const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([0-9a-zA-Z]{1,31}));/y

function referenceAt(raw: string, at: number, value: string, valueAt: number): Step | undefined {
  const found = matchAt(reference, raw, at)
  if (!found) return undefined
  const [all, hexadecimal, decimal, named] = found
  const text = named
    ? decodeNamedCharacterReference(named)
    : characterOf(hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal))
  if (!text || !value.startsWith(text, valueAt)) return undefined
  return {text, source: all.length, value: text.length}
}

/** Codes that stand for no character are shown as one that says so. */
function characterOf(code: number): string {
  const isControl =
    code < 9 || code === 11 || (code > 13 && code < 32) || (code > 126 && code < 160)
  const isNone =
    (code > 0xd7ff && code < 0xe000) ||
    (code > 0xfdcf && code < 0xfdf0) ||
    (code & 0xfffe) === 0xfffe ||
    code > 0x10ffff
  return isControl || isNone ? '\ufffd' : String.fromCodePoint(code)
}

const plain = /[^\\&\r\n]+|[\\&]/y

function plainAt(raw: string, at: number, value: string, valueAt: number): Step | undefined {
  const run = matchAt(plain, raw, at)?.[0] ?? ''
  let length = 0
  while (length < run.length && run.charCodeAt(length) === value.charCodeAt(valueAt + length))
    length++
  return length > 0 ? {text: run.slice(0, length), source: length, value: length} : undefined
}

/** `pattern` is sticky. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
