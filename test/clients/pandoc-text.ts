/** Lines of a document as pandoc reads it: one for each paragraph, heading and cell; notes apart. */
export function linesOfPandoc(json: string): string {
  const lines: string[] = []
  collect(JSON.parse(json).blocks, lines)
  return lines.join('\n')
}

const isNode = (value: unknown): value is {readonly t: string; readonly c?: unknown} =>
  typeof value === 'object' && value !== null && 't' in value

function collect(value: unknown, lines: string[]): void {
  if (Array.isArray(value)) {
    for (const each of value) collect(each, lines)
    return
  }
  if (!isNode(value)) return
  const {t, c} = value
  if (t === 'Para' || t === 'Plain') lines.push(inline(c, lines))
  else if (t === 'Header' && Array.isArray(c)) lines.push(inline(c[2], lines))
  else if (t === 'DefinitionList' && Array.isArray(c)) {
    for (const [term, definitions] of c) {
      lines.push(inline(term, lines))
      collect(definitions, lines)
    }
  } else collect(c, lines)
}

const signs: Readonly<Record<string, string>> = {Space: ' ', SoftBreak: ' ', LineBreak: '\n'}

function inline(value: unknown, lines: string[]): string {
  if (Array.isArray(value)) return value.map((each) => inline(each, lines)).join('')
  if (!isNode(value)) return ''
  const {t, c} = value
  if (t === 'Str') return String(c)
  if (t === 'Note') {
    collect(c, lines)
    return ''
  }
  // "Code" and "Math" hold their text as it is.
  const last = Array.isArray(c) ? c.at(-1) : undefined
  if (typeof last === 'string') return last
  if (t === 'Quoted' && Array.isArray(c)) return `“${inline(c[1], lines)}”`
  return signs[t] ?? inline(c, lines)
}
