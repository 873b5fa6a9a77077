import type {PhrasingContent} from 'mdast'
import type {Node} from 'unist'
import {files} from '../../core/catalogue/files.ts'
import {limits} from '../../core/limits.ts'
import type {Range} from '../../core/types.ts'
import {refuse} from '../refuse.ts'
import {align, type Piece} from './align.ts'

/** What a file is read with: its source, and the count of what is left out on the way. */
export interface Reading {
  readonly name: string
  readonly source: string
  readonly isTemplate: boolean
  readonly unread: {code: number; html: number; images: number}
}

export const nothingUnread = (): Reading['unread'] => ({code: 0, html: 0, images: 0})

/** Stands for what is left out, so that the words on both sides do not join. */
const gap = '\ufffc'

/** The prose of a heading, paragraph or cell; emphasis and links leave only their words. */
export function proseOf(
  nodes: readonly PhrasingContent[],
  reading: Reading,
  depth: number,
): Piece[] {
  if (depth > limits.maxNesting) refuse(reading.name, files.tooDeep(limits.maxNesting))
  return nodes.flatMap((node) => {
    if (node.type === 'text') {
      const {start, end} = rangeOf(node)
      return align(reading.source, node.value, start, end)
    }
    if ('children' in node) return proseOf(node.children, reading, depth + 1)
    const text = standIn(node, reading)
    if (text === '') return []
    const {start, end} = rangeOf(node)
    return [{text, sourceStart: start, sourceEnd: end}]
  })
}

function standIn(node: PhrasingContent, {unread, isTemplate}: Reading): string {
  switch (node.type) {
    case 'break':
      return '\n'
    case 'inlineCode':
      unread.code++
      return gap
    case 'image':
    case 'imageReference':
      unread.images++
      return gap
    case 'html':
      if (isTemplate && isPlaceholder(node.value)) return node.value
      // A tag holds no prose, and what stands between two tags is read.
      return /^<br\b/i.test(node.value) ? '\n' : ''
    default:
      return ''
  }
}

/** "<child name>" has the shape of a tag; no tag of HTML has such a name, or words without values. */
const isPlaceholder = (tag: string): boolean =>
  /^<[a-z][\w .’-]*>$/i.test(tag) &&
  !/^<(?:[a-z]{1,6}\d?|center|strong|address|details|summary)>$/.test(tag)

/** Offsets of a node in the source. */
function rangeOf({position, type}: Node): Range {
  const start = position?.start.offset
  const end = position?.end.offset
  if (start === undefined || end === undefined) throw new Error(`Expected ${type} to have a place`)
  return {start, end}
}
