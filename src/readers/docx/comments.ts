import {decodeText} from '../package/decode.ts'
import {attributeOf, walkXml, type XmlPart} from '../package/xml.ts'

export interface Comment {
  readonly id: string
  /** A line for each paragraph. */
  readonly text: string
}

/** All comments of a part. */
export function readComments(part: XmlPart): Comment[] {
  const comments: Comment[] = []
  let id = ''
  let lines: string[] = []
  let line = ''
  walkXml(part, {
    open(element, path) {
      const {name} = element
      if (name === 'w:comment') {
        id = attributeOf(element, 'w:id') ?? ''
        lines = []
      }
      if (name === 'w:p') line = ''
      const isInRun = path.at(-2) === 'w:r'
      if (isInRun && name === 'w:tab') line += '\t'
      if (isInRun && (name === 'w:br' || name === 'w:cr')) line += '\n'
    },
    text(text, path) {
      if (path.at(-1) !== 'w:t') return
      // Spaces at the ends count only for people, and a mark of ours may stand in several runs.
      for (const piece of decodeText(part.xml, [text], true)) line += piece.text
    },
    close(name) {
      if (name === 'w:p') lines.push(line)
      if (name === 'w:comment') comments.push({id, text: lines.join('\n')})
    },
  })
  return comments
}
