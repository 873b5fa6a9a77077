import {decodeHTML} from 'entities/decode'

/** A stretch of text and the source it came from. */
export interface Piece {
  readonly text: string
  readonly sourceStart: number
  readonly sourceEnd: number
}

/**
 * The value of a text node, piece by piece: the parser says where the node begins and ends, not where
 * its characters are, so value and source are walked in step. A reference and the end of a line are a
 * piece each; a tag that the parser passed over is none. A node that does not come out even is one piece.
 */
export function align(source: string, value: string, start: number, end: number): Piece[] {
  const raw = source.slice(start, end)
  if (raw === value) return [{text: value, sourceStart: start, sourceEnd: end}]
  const pieces: Piece[] = []
  let at = 0
  let valueAt = 0
  while (valueAt < value.length) {
    const step = stepAt(raw, at, value, valueAt)
    if (!step) return [{text: value, sourceStart: start, sourceEnd: end}]
    const sourceStart = start + at
    const {text, length} = step
    if (text !== '') pieces.push({text, sourceStart, sourceEnd: sourceStart + length})
    at += length
    valueAt += text.length
  }
  return pieces
}

/** The text that is taken, and how much of the source stands for it. */
interface Step {
  readonly text: string
  readonly length: number
}

const stepAt = (raw: string, at: number, value: string, valueAt: number): Step | undefined =>
  lineEndAt(raw, at, value, valueAt) ??
  referenceAt(raw, at, value, valueAt) ??
  passedOverAt(raw, at, value, valueAt) ??
  plainAt(raw, at, value, valueAt)

function lineEndAt(raw: string, at: number, value: string, valueAt: number): Step | undefined {
  if (raw[at] !== '\r' || value[valueAt] !== '\n') return undefined
  return {text: '\n', length: raw[at + 1] === '\n' ? 2 : 1}
}

const reference = /&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[0-9a-zA-Z]{1,40});?/y

function referenceAt(raw: string, at: number, value: string, valueAt: number): Step | undefined {
  const found = matchAt(reference, raw, at)
  if (found === undefined) return undefined
  const text = decodeHTML(found)
  if (text === found || !value.startsWith(text, valueAt)) return undefined
  return {text, length: found.length}
}

const plain = /[^&<\r]+|[&<]/y

function plainAt(raw: string, at: number, value: string, valueAt: number): Step | undefined {
  const run = matchAt(plain, raw, at) ?? ''
  let length = 0
  while (length < run.length && run.charCodeAt(length) === value.charCodeAt(valueAt + length))
    length++
  return length > 0 ? {text: run.slice(0, length), length} : undefined
}

/** A closing tag that closes nothing, a declaration: it stands in no text, but where tags are shown as they are. */
const passedOver = /<[!?/a-z][^>]*>/iy

function passedOverAt(raw: string, at: number, value: string, valueAt: number): Step | undefined {
  if (raw[at] !== '<') return undefined
  const found = matchAt(passedOver, raw, at)
  if (found === undefined || value.startsWith(found, valueAt)) return undefined
  return {text: '', length: found.length}
}

/** `pattern` is sticky. */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
