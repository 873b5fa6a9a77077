import {decodeText} from '../package/decode.ts'
import {walkXml, type XmlPart} from '../package/xml.ts'

/** The texts of all comments of a part, a line for each paragraph. */
export function readComments(part: XmlPart): string[] {
  const comments: string[] = []
  let lines: string[] = []
  let line = ''
  walkXml(part, {
    open({name}, path) {
      if (name === 'w:comment') lines = []
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
      if (name === 'w:comment') comments.push(lines.join('\n'))
    },
  })
  return comments
}
