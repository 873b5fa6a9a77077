import {ReadError} from '../core/errors.ts'
import {nothingUnread} from '../readers/markdown/inline.ts'
import {parseMarkdown} from '../readers/markdown/parse.ts'
import {markdownDocument} from '../readers/markdown.ts'
import {type Change, changeOf} from './change.ts'
import {apart} from './generations.ts'
import {knownLanguages} from './languages.ts'
import {type Chunk, type ChunkOptions, preambleFor, readChunk} from './markdown-chunk.ts'
import {isPlain} from './plain.ts'
import type {DraftReader} from './reader.ts'
import {
  frontMatterOf,
  isBoundary,
  opensFrontMatter,
  sightOfBoundary,
  splitMarkdown,
} from './split-markdown.ts'

interface Read {
  readonly text: string
  /** The source of the front matter, and what it says. */
  readonly front: string
  readonly frontMatter: string | undefined
  readonly chunks: readonly Chunk[]
  /** What is defined anywhere in the text. */
  readonly defined: readonly string[]
}

/** Reads the chunks again that an edit touches, and those that refer to what is no longer, or only now, defined. */
export function markdownReader(options: ChunkOptions): DraftReader {
  let last: Read | undefined
  const languages = knownLanguages()
  return (text) => {
    const change = last && changeOf(last.text, text)
    const before = last
    last = undefined
    if (!isPlain(text, change)) return undefined
    try {
      const read = readAgain(text, before, change, options)
      if (!read) return undefined
      const document = documentOf(read, options.name, languages.of)
      languages.turn()
      last = read
      return document
    } catch (error) {
      // Read as a whole it will be refused again, and for what stands first.
      if (error instanceof ReadError) return undefined
      throw error
    }
  }
}

function documentOf(
  {front, frontMatter, chunks}: Read,
  name: string,
  languageOf: ReturnType<typeof knownLanguages>['of'],
) {
  const unread = nothingUnread()
  let start = front.length
  const parts = chunks.map((chunk) => {
    unread.code += chunk.unread.code
    unread.html += chunk.unread.html
    unread.images += chunk.unread.images
    const sourceStart = start - chunk.preamble.length
    start += chunk.source.length
    return {part: chunk.part, sourceStart}
  })
  return markdownDocument(name, parts, unread, frontMatter, languageOf)
}

function readAgain(
  text: string,
  before: Read | undefined,
  change: Change | undefined,
  options: ChunkOptions,
): Read | undefined {
  const front = frontMatterOf(text)
  const isSameFront = before?.front === front
  const frontMatter = isSameFront ? before.frontMatter : yamlOf(front, options.name)
  // Where it is opened and not closed, the parser sees no lists or quotations to the end of the text.
  if (frontMatter === undefined && opensFrontMatter(text)) return undefined
  const chunks =
    before && change && isSameFront && change.start >= front.length
      ? chunksAgain(text, before, change, options)
      : chunksOf(apart(text.slice(front.length)), [], readerOf(before?.chunks ?? [], options))
  const defined = [...new Set(chunks.flatMap(({definitions}) => definitions))].sort()
  const isSame = before?.defined.join('\n') === defined.join('\n')
  return {
    text,
    front,
    frontMatter,
    defined: isSame ? before.defined : defined,
    chunks: withDefined(chunks, defined, isSame ? new Set(before.chunks) : new Set(), options),
  }
}

function yamlOf(front: string, name: string): string | undefined {
  if (front === '') return undefined
  const [yaml, ...others] = parseMarkdown(front, name).children
  return yaml?.type === 'yaml' && others.length === 0 ? yaml.value : undefined
}

/** Those that do not know what is defined are read again. `knowing` are those of which nothing has changed. */
const withDefined = (
  chunks: readonly Chunk[],
  defined: readonly string[],
  knowing: ReadonlySet<Chunk>,
  options: ChunkOptions,
): readonly Chunk[] =>
  chunks.map((chunk) => {
    if (knowing.has(chunk)) return chunk
    const preamble = preambleFor(chunk, defined)
    return preamble === chunk.preamble ? chunk : readChunk(chunk.source, options, preamble)
  })

/** Reads a chunk, unless one of these is the same. */
function readerOf(chunks: readonly Chunk[], options: ChunkOptions) {
  const known = new Map(chunks.map((chunk) => [chunk.source, chunk]))
  return (source: string) => known.get(source) ?? readChunk(source, options)
}

function chunksAgain(
  text: string,
  {chunks, front}: Read,
  {start, endBefore, end}: Change,
  options: ChunkOptions,
): readonly Chunk[] {
  const starts: number[] = []
  let length = front.length
  for (const {source} of chunks) {
    starts.push(length)
    length += source.length
  }
  const first = Math.max(
    0,
    starts.findLastIndex((each) => each + sightOfBoundary <= start),
  )
  const after = starts.findIndex((each) => each > endBefore)
  const next = after < 0 ? chunks.length : after
  const from = starts[first] ?? front.length
  const to = next < chunks.length ? (starts[next] ?? 0) + end - endBefore : text.length
  const read = readerOf(chunks.slice(first, next), options)
  const again = chunksOf(apart(text.slice(from, to)), chunks.slice(next), read)
  return [...chunks.slice(0, first), ...again]
}

/** A stretch in chunks, and those that follow it: together with it where it may reach into them. */
function chunksOf(
  source: string,
  following: readonly Chunk[],
  read: (source: string) => Chunk,
): readonly Chunk[] {
  const pieces = splitMarkdown(source)
  const chunks: Chunk[] = []
  const all = [...pieces, ...following.map((chunk) => chunk.source)]
  let at = 0
  while (at < pieces.length) {
    let chunk = read(all[at++] ?? '')
    // More each time, since what nothing closes reaches to the end.
    for (let more = 1; at < all.length && mustGoOn(chunk, all, at, pieces.length); more *= 2) {
      chunk = read(chunk.source + all.slice(at, at + more).join(''))
      at = Math.min(all.length, at + more)
    }
    if (chunk.source !== '') chunks.push(chunk)
  }
  return [...chunks, ...following.slice(at - pieces.length)]
}

const mustGoOn = (chunk: Chunk, all: readonly string[], at: number, own: number) =>
  chunk.isOpen || (at === own && !isBoundary(chunk.source, all[at] ?? ''))
