import {files} from '../core/catalogue/files.ts'
import {markLanguages} from '../core/language.ts'
import {limits} from '../core/limits.ts'
import type {ReadOptions, SourceDocument, Unread} from '../core/types.ts'
import {decodeHtml} from './html/decode.ts'
import {parseHtml} from './html/parse.ts'
import {remarksBefore} from './html/remarks.ts'
import {type Omissions, walkHtml} from './html/walk.ts'
import {layOut} from './package/layout.ts'
import {refuse} from './refuse.ts'

/**
 * A web page, or what Word and LibreOffice save as one: its text as a reader sees it, and the way back to
 * its source. Else a ReadError.
 */
export function readHtml(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): SourceDocument {
  const source = decodeHtml(bytes, name)
  const {contents, comments, omissions, hasTrackedChanges} = walkHtml(
    parseHtml(source, name),
    {name, source},
    options,
  )
  const {text, blocks, segments} = layOut(contents)
  if (blocks.length === 0) refuse(name, files.empty)
  if (blocks.length > limits.maxBlocks) refuse(name, files.tooManyBlocks(limits.maxBlocks))
  const remarks = remarksBefore(comments, segments, blocks)
  return {
    name,
    format: 'html',
    text,
    blocks: markLanguages(blocks),
    segments,
    unread: unreadOf(omissions),
    ...(remarks.length > 0 && {remarks}),
    ...(hasTrackedChanges && {hasTrackedChanges}),
  }
}

const unreadOf = (omissions: Readonly<Omissions>): Unread[] => {
  const counts: Unread[] = [
    {kind: 'comments', count: omissions.comments},
    {kind: 'deletions', count: omissions.deletions},
    {kind: 'insertions', count: omissions.insertions},
    {kind: 'hidden-text', count: omissions.hidden},
    {kind: 'headers-and-footers', count: omissions.margins},
    {kind: 'images', count: omissions.images},
    {kind: 'embedded-objects', count: omissions.embeddedObjects},
    {kind: 'table-of-contents', count: omissions.contents},
  ]
  return counts.filter(({count}) => count > 0)
}
