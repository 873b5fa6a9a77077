import {type Part, partOf} from '../readers/markdown/blocks.ts'
import {nothingUnread, type Reading} from '../readers/markdown/inline.ts'
import {parseBody} from '../readers/markdown/parse.ts'
import {definitionsIn, isOpen} from './open-markdown.ts'

/** A stretch of a file that is read by itself. */
export interface Chunk {
  readonly source: string
  /** What it was read behind, so that it knows what is defined elsewhere. */
  readonly preamble: string
  readonly part: Part
  readonly unread: Reading['unread']
  readonly definitions: readonly string[]
  /** It has to be read together with what follows. */
  readonly isOpen: boolean
}

/** How a draft’s Markdown is read. */
export interface ChunkOptions {
  readonly name: string
  readonly isTemplate: boolean
}

/** @throws {ReadError} */
export function readChunk(source: string, {name, isTemplate}: ChunkOptions, preamble = ''): Chunk {
  const text = preamble + source
  const root = parseBody(text, name)
  const children = root.children.filter(
    ({position}) => (position?.start.offset ?? 0) >= preamble.length,
  )
  const unread = nothingUnread()
  const part = partOf(children, {name, source: text, isTemplate, unread})
  const definitions = definitionsIn({children})
  return {source, preamble, part, unread, definitions, isOpen: isOpen(root, text)}
}

/** Definitions of all that the chunk may refer to and that stands elsewhere; a comment keeps them apart from it. */
export function preambleFor({source, definitions}: Chunk, defined: readonly string[]): string {
  if (defined.length === 0 || !source.includes('[')) return ''
  const written = squashed(source)
  const wanted = defined.filter(
    (each) => !definitions.includes(each) && written.includes(squashed(each.replace(/^\^/, ''))),
  )
  return wanted.length === 0
    ? ''
    : `${wanted.map((each) => `[${each}]: x\n\n`).join('')}<!---->\n\n`
}

/** However it is spaced, also over the lines of a quotation, and in whatever case: rather too much than too little. */
const squashed = (text: string) =>
  text
    .replace(/[\s>]+/g, '')
    .toLowerCase()
    .toUpperCase()
