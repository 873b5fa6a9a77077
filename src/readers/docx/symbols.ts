/** What the characters of a symbol font stand for, from a code on; a space where there is nothing like it. */
type Table = readonly (readonly [start: number, characters: string])[]

const greek: Table = [
  [0x21, '!∀#∃%&∋()∗+,−./0123456789:;<=>?'],
  [0x40, '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
  [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
  [0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
  [0xbf, '↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑'],
  [0xf1, '⟩∫'],
]

const dingbats: Table = [
  [0x22, '✂'],
  [0x28, '☎'],
  [0x2a, '✉'],
  [0x45, '☜☞☝☟'],
  [0x4a, '☺ ☹'],
  [0x6c, '●'],
  [0x6e, '■□'],
  [0x71, '❑❒'],
  [0x75, '◆❖◆'],
  [0x7d, '“”'],
  [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
  [0x9e, '·•'],
  [0xa1, '○'],
  [0xa7, '▪□'],
  [0xab, '★'],
  [0xd8, '➢'],
  [0xdf, '←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇐⇒⇑⇓⇔'],
  [0xfb, '✗✓☒☑'],
]

const moreDingbats: Table = [
  [0x4f, '✗✓☒☑☒☒'],
  [0xa3, '□'],
]

const tables: ReadonlyMap<string, Table> = new Map([
  ['symbol', greek],
  ['wingdings', dingbats],
  ['wingdings 2', moreDingbats],
  ['wingdings 3', []],
  ['webdings', []],
])

/** What a reader sees of a character that is known to its font alone: something, and not which. */
const unknown = '\uFFFD'

/**
 * The Unicode character for `w:sym`. Symbol fonts put theirs at F020 to F0FF, or at 20 to FF.
 * Undefined for what is no character at all.
 */
export function symbolOf(font: string, code: number): string | undefined {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  if (code < 0x20 || isSurrogate || code > 0x10ffff) return undefined
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  const table = tables.get(font.toLowerCase())
  if (table && (isPrivate || code <= 0xff)) return lookUp(table, code & 0xff)
  const isAnyPrivate = code >= 0xe000 && code <= 0xf8ff
  return isAnyPrivate ? unknown : String.fromCodePoint(code)
}

function lookUp(table: Table, code: number): string {
  if (code === 0x20) return ' '
  const [start, characters] = table.findLast(([first]) => first <= code) ?? [0, '']
  const character = characters[code - start] ?? ' '
  return character === ' ' ? unknown : character
}
