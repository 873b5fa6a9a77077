import {unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'

/** One comment of an OpenDocument text, with the words between its two ends. */
export interface OdtComment {
  readonly author: string
  readonly text: string
  /** What stands before it in its paragraph. */
  readonly before: string
  readonly words: string
}

interface Open {
  author: string
  text: string
  readonly before: string
  words: string
  /** How many elements were open around its beginning. */
  readonly depth: number
}

/** What stands apart from the words around it. */
const apart = ['text:note', 'draw:frame', 'text:ruby-text', 'text:tracked-changes']
const signs: Readonly<Record<string, string>> = {
  'text:s': ' ',
  'text:tab': '\t',
  'text:line-break': '\n',
}
const isParagraph = (name: string) => name === 'text:p' || name === 'text:h'

/** A second opinion on where comments stand: all there is between the two ends, notes and boxes left out. */
export function commentsOf(odt: Uint8Array): readonly OdtComment[] {
  const content = unzipSync(odt, {filter: ({name}) => name === 'content.xml'})['content.xml']
  const open = new Map<string, Open>()
  const all: Open[] = []
  const path: string[] = []
  /** Of each paragraph that is open, one in another: how deep it is, and its text so far. */
  const paragraphs: {readonly depth: number; text: string}[] = []
  let current: Open | undefined
  const begin = (id: string) => {
    current = {
      author: '',
      text: '',
      before: paragraphs.at(-1)?.text ?? '',
      words: '',
      depth: path.length,
    }
    all.push(current)
    open.set(id, current)
  }
  const isApart = (depth: number) => path.slice(depth).some((name) => apart.includes(name))
  const add = (text: string) => {
    if (current) {
      if (path.at(-1) === 'dc:creator') current.author += text
      else if (path.includes('text:p', path.lastIndexOf('office:annotation'))) current.text += text
      return
    }
    const paragraph = paragraphs.at(-1)
    if (!paragraph) return
    if (!isApart(paragraph.depth)) paragraph.text += text
    for (const comment of open.values()) if (!isApart(comment.depth)) comment.words += text
  }
  const parser = new SaxesParser()
  parser.on('opentag', ({name, attributes}) => {
    if (name === 'office:annotation') begin(attributes['office:name'] ?? `unnamed ${all.length}`)
    if (name === 'office:annotation-end') open.delete(attributes['office:name'] ?? '')
    path.push(name)
    if (current && isParagraph(name)) current.text += '\n'
    if (!current && isParagraph(name)) paragraphs.push({depth: path.length, text: ''})
    if (signs[name] !== undefined) add(signs[name])
  })
  parser.on('closetag', ({name}) => {
    path.pop()
    if (name === 'office:annotation') current = undefined
    if (!current && isParagraph(name)) paragraphs.pop()
  })
  parser.on('text', add)
  parser.write(new TextDecoder().decode(content)).close()
  return all
}
