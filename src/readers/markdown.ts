import {markLanguages} from '../core/language.ts'
import type {ReadOptions, SourceDocument, Unread} from '../core/types.ts'
import {decodeText} from './decode.ts'
import {blocksOf} from './markdown/blocks.ts'
import type {Reading} from './markdown/inline.ts'
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
  const reading: Reading = {name, source, isTemplate, unread: {code: 0, html: 0, images: 0}}
  const {text, segments, blocks, remarks} = blocksOf(root.children, reading)
  refuseTooMuch(name, {text, blocks})
  const frontMatter = root.children.find((node) => node.type === 'yaml')?.value
  return {
    name,
    format: 'markdown',
    text,
    blocks: markLanguages(blocks),
    segments,
    unread: unreadOf(reading.unread),
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
