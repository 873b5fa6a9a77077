import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import {files} from '../../core/catalogue/files.ts'
import {limits} from '../../core/limits.ts'
import {refuse} from '../refuse.ts'

const body = unified().use(remarkParse).use(remarkGfm).use(keepPositions).freeze()
const markdown = body().use(remarkFrontmatter, ['yaml']).freeze()

/** The syntax tree; a ReadError for what would cost the parser its stack or minutes. */
export function parseMarkdown(source: string, name: string): Root {
  refuseCostly(source, name)
  return markdown.parse(source)
}

/** The same of a part of a file that does not stand at its start. */
export function parseBody(source: string, name: string): Root {
  refuseCostly(source, name)
  return body.parse(source)
}

/** The one transform here turns addresses in running text into links, and drops all positions. */
function keepPositions(this: Processor): undefined {
  const data = this.data()
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map(({transforms: _, ...extension}) => extension)
}

/** What a line can open before its first word: quotations, lists. */
const containers = /^(?:[ \t]+|>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*/

/** The parser's time grows with the square of these in one paragraph: 20,000 take seconds. */
const marks = /[[\]*_~]/g
const mostMarks = 20_000

/** A run of this many stars is nested as deep, at more than quadratic cost. */
const longRun = /(?:\*{2000}|_{2000}|~{2000})/

function refuseCostly(source: string, name: string) {
  let crowd = 0
  for (const line of source.split(/\r\n?|\n/)) {
    const prefix = containers.exec(line)?.[0] ?? ''
    if (depthOf(prefix) > limits.maxNesting) refuse(name, files.tooDeep(limits.maxNesting))
    const isBlank = prefix.length === line.length
    crowd = isBlank ? 0 : crowd + 1 + (line.match(marks)?.length ?? 0)
    if (crowd > mostMarks || longRun.test(line)) refuse(name, files.tooCrowded)
  }
}

/** Each sign opens a container; so may two columns of indentation, in a list. */
function depthOf(prefix: string): number {
  const signs = prefix.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0
  if (signs === 0) return 0
  const indent = prefix.slice(0, prefix.search(/[^ \t]/))
  const tabs = indent.split('\t').length - 1
  return signs + tabs + Math.floor((indent.length - tabs) / 2)
}
