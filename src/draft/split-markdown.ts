/**
 * Where Markdown can be cut, and each side read by itself: after a line that is blank, before one that begins with
 * nothing that could go on with a list or stand inside one. What was open before it is closed there, but for a fence
 * and some kinds of HTML, which `isOpen` looks for.
 */
const boundary =
  /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))(?=[^ \t\r\n+*\ufeff-])(?!\d{1,9}[.)](?:[ \t\r\n]|$))/g

/** How far from a cut a character can stand that decides whether it is one. */
export const sightOfBoundary = 12

/** The pieces, one after the other; each but the last ends in a blank line. */
export function splitMarkdown(source: string): string[] {
  const pieces: string[] = []
  let start = 0
  for (const {index, 0: ends} of source.matchAll(boundary)) {
    const end = index + ends.length
    pieces.push(source.slice(start, end))
    start = end
  }
  pieces.push(source.slice(start))
  return pieces
}

/** Whether two texts, one after the other, can be read apart. */
export function isBoundary(before: string, after: string): boolean {
  const end = before.slice(before.trimEnd().length)
  return splitMarkdown(end + after.slice(0, sightOfBoundary))[0]?.length === end.length
}

/** The lines of front matter, to the end of the line that closes it. */
const frontMatter = /^---[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))??---[ \t]*(?:\r\n|\n|\r|$)/

export const opensFrontMatter = (source: string): boolean => /^---[ \t]*[\r\n]/.test(source)

export const frontMatterOf = (source: string): string => frontMatter.exec(source)?.[0] ?? ''
