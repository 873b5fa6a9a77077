import {en} from '../../core/catalogue/en.ts'
import {decodeText} from '../../readers/package/decode.ts'
import {attributeOf, walkXml, type XmlElement} from '../../readers/package/xml.ts'
import {refuse} from '../../readers/refuse.ts'
import type {Part} from '../package/parts.ts'
import {type Root, toRoot} from '../package/root.ts'
import {readId} from './ids.ts'

/** One comment of a file, whoever wrote it. */
export interface Comment {
  /** As the file writes it; markers with the same belong to it. */
  readonly id: string
  /** A line for each paragraph. */
  readonly text: string
  /** Of its element in the part's XML. */
  readonly start: number
  readonly end: number
  /** By which programs know its paragraphs, upper case. */
  readonly paragraphIds: readonly string[]
}

export interface CommentsPart {
  readonly root: Root
  readonly comments: readonly Comment[]
  readonly ids: ReadonlySet<number>
}

/** @throws {ReadError} for a part that holds something else */
export function readComments(part: Part): CommentsPart {
  const comments: Comment[] = []
  const ids = new Set<number>()
  let root: XmlElement | undefined
  let end = 0
  let open: (Omit<Comment, 'end' | 'text'> & {readonly paragraphIds: string[]}) | undefined
  let text = ''
  walkXml(part, {
    open(element, path) {
      if (path.length === 1) root = element
      if (element.name === 'w:comment' && path.length === 2) {
        const id = readId(element)
        if (id !== undefined) ids.add(id)
        text = ''
        open = {id: attributeOf(element, 'w:id') ?? '', start: element.start, paragraphIds: []}
      }
      if (element.name === 'w:p') open?.paragraphIds.push(...identifiersOf(element, 'paraId'))
      if (element.name === 'w:tab' || element.name === 'w:br') text += ' '
    },
    text(data, path) {
      if (path.at(-1) !== 'w:t') return
      for (const piece of decodeText(part.xml, [data], true)) text += piece.text
    },
    close(name, path, closed) {
      end = closed
      if (name === 'w:p') text += '\n'
      if (path.length !== 2 || !open) return
      comments.push({...open, end: closed, text})
      open = undefined
    },
  })
  if (root?.name !== 'w:comments') return refuse(part.file, en.commenting.noParagraph(part.part))
  return {root: toRoot(part.xml, root, end), comments, ids}
}

export function identifiersOf({attributes}: XmlElement, name: string): string[] {
  return Object.values(attributes).flatMap(({local, value}) =>
    local === name ? [value.toUpperCase()] : [],
  )
}
