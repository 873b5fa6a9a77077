import {unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'

/** One comment of an OpenDocument text, with the words between its two ends. */
export interface OdtComment {
  readonly author: string
  readonly text: string
  readonly words: string
}

/** A second opinion on where comments stand: all there is between the two ends, notes and boxes left out. */
export function commentsOf(odt: Uint8Array): readonly OdtComment[] {
  const content = unzipSync(odt, {filter: ({name}) => name === 'content.xml'})['content.xml']
  const open = new Map<string, {author: string; text: string; words: string}>()
  const all: {author: string; text: string; words: string}[] = []
  const path: string[] = []
  let current: (typeof all)[number] | undefined
  const parser = new SaxesParser()
  parser.on('opentag', ({name, attributes}) => {
    path.push(name)
    if (name === 'office:annotation') {
      current = {author: '', text: '', words: ''}
      all.push(current)
      open.set(attributes['office:name'] ?? `unnamed ${all.length}`, current)
    }
    if (name === 'office:annotation-end') open.delete(attributes['office:name'] ?? '')
    if (name === 'text:p' && current) current.text += '\n'
    const sign = {'text:s': ' ', 'text:tab': '\t', 'text:line-break': '\n'}[name]
    if (sign !== undefined) add(sign)
  })
  parser.on('closetag', ({name}) => {
    path.pop()
    if (name === 'office:annotation') current = undefined
  })
  parser.on('text', (text) => add(text))
  const add = (text: string) => {
    if (current) {
      if (path.at(-1) === 'dc:creator') current.author += text
      else if (path.includes('text:p', path.lastIndexOf('office:annotation'))) current.text += text
      return
    }
    if (
      path.some(
        (name) =>
          name === 'text:note' ||
          name === 'draw:frame' ||
          name === 'text:ruby-text' ||
          name === 'text:tracked-changes',
      )
    )
      return
    if (!path.includes('text:p') && !path.includes('text:h')) return
    for (const comment of open.values()) comment.words += text
  }
  parser.write(new TextDecoder().decode(content)).close()
  return all
}
