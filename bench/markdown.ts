import {readFileSync, writeFileSync} from 'node:fs'

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Puts what a command has to say between its markers of a page. */
export function writeBetweenMarkers(path: string, command: string, results: string) {
  const [opening, closing] = [`<!-- begin: written by ${command} -->`, '<!-- end -->']
  const page = readFileSync(path, 'utf8')
  const [from, to] = [page.indexOf(opening), page.indexOf(closing)]
  if (from < 0 || to < from)
    throw new Error(`${path} has no lines “${opening}” and “${closing}” to write between`)
  writeFileSync(path, `${page.slice(0, from + opening.length)}\n\n${results}\n\n${page.slice(to)}`)
}
