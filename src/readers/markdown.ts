import {type LanguageOf, markLanguages} from '../core/language.ts'
import type {ReadOptions, SourceDocument, Unread} from '../core/types.ts'
import {decodeText} from './decode.ts'
import {partOf} from './markdown/blocks.ts'
import {nothingUnread, type Reading} from './markdown/inline.ts'
import {layOut, type PlacedPart} from './markdown/lay-out.ts'
import {parseMarkdown} from './markdown/parse.ts'
import {refuseTooMuch} from './size.ts'

/** Markdown: its prose block by block, and the way back to its source. Else a ReadError. */
export function readMarkdown(
  bytes: Uint8Array,
  name: string,
  {isTemplate = false}: ReadOptions = {},
): SourceDocument {
  const source = decodeText(bytes, name)
  const root = parseMarkdown(source, name)
  const unread = nothingUnread()
  const part = partOf(root.children, {name, source, isTemplate, unread})
  const frontMatter = root.children.find((node) => node.type === 'yaml')?.value
  return markdownDocument(name, [{part, sourceStart: 0}], unread, frontMatter)
}

/** The parts of a file put together. @throws {ReadError} where there is too much of it */
export function markdownDocument(
  name: string,
  parts: readonly PlacedPart[],
  unread: Reading['unread'],
  frontMatter?: string,
  languageOf?: LanguageOf,
): SourceDocument {
  const {text, segments, blocks, remarks} = layOut(parts)
  refuseTooMuch(name, {text, blocks})
  return {
    name,
    format: 'markdown',
    text,
    blocks: markLanguages(blocks, languageOf),
    segments,
    unread: unreadOf(unread),
    ...(remarks.length > 0 && {remarks}),
    ...(frontMatter !== undefined && {frontMatter}),
  }
}

const unreadOf = ({code, html, images}: Reading['unread']): Unread[] => {
  const all = [
    {kind: 'code', count: code},
    {kind: 'html', count: html},
    {kind: 'images', count: images},
  ] as const
  return all.filter(({count}) => count > 0)
}
