import type {XmlText} from './xml.ts'

/** Text and where its source stands in the part's XML. Either of equal length, or one piece whole. */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Decode the character data of one `w:t`. Each entity and each CRLF is a piece of its own,
 * since its length changes; everything between is one piece. Without `keepsSpace` white space
 * at either end is left out, as Word does.
 */
export function decodeText(xml: string, texts: readonly XmlText[], keepsSpace: boolean): Piece[] {
  const stretches = keepsSpace ? texts : trimEnds(xml, texts)
  return stretches.flatMap((text) => decodeStretch(xml, text))
}

function trimEnds(xml: string, texts: readonly XmlText[]): XmlText[] {
  const isSpace = (offset: number) => /[ \t\r\n]/.test(xml[offset] ?? '')
  return texts.map(({start, end, isCdata}, index) => {
    let first = start
    let last = end
    if (index === 0) while (first < last && isSpace(first)) first++
    if (index === texts.length - 1) while (last > first && isSpace(last - 1)) last--
    return {start: first, end: last, isCdata}
  })
}

function decodeStretch(xml: string, {start, end, isCdata}: XmlText): Piece[] {
  const raw = xml.slice(start, end)
  if (raw === '') return []
  const isPlain = !raw.includes('\r') && (isCdata || !raw.includes('&'))
  if (isPlain) return [{text: raw, start, end}]
  const parts = raw.matchAll(isCdata ? /\r\n?|[^\r]+/g : /\r\n?|&[^;]*;|[^&\r]+/g)
  return Array.from(parts, ({0: part, index}) => ({
    text: decodePart(part, isCdata),
    start: start + index,
    end: start + index + part.length,
  }))
}

function decodePart(part: string, isCdata: boolean): string {
  if (part.startsWith('\r')) return '\n'
  return !isCdata && part.startsWith('&') ? decodeEntity(part.slice(1, -1)) : part
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/** The parser has already refused entities that XML does not know. */
function decodeEntity(entity: string): string {
  if (!entity.startsWith('#')) return namedEntities[entity] ?? ''
  const isHex = entity.startsWith('#x')
  return String.fromCodePoint(Number.parseInt(entity.slice(isHex ? 2 : 1), isHex ? 16 : 10))
}
