/** Breaks between words; later lines are indented like the first. Widths are in code points. */
export function wrap(text: string, width: number, indent: number): string {
  const margin = ' '.repeat(indent)
  const room = Math.max(20, width - indent)
  const lines: string[] = []
  let line = ''
  let length = 0
  for (const word of text.split(' ')) {
    const wordLength = [...word].length
    if (line !== '' && length + 1 + wordLength > room) {
      lines.push(line)
      line = word
      length = wordLength
    } else {
      length += wordLength + (line === '' ? 0 : 1)
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((each) => margin + each).join('\n')
}
