import {files} from '../core/catalogue/files.ts'
import {markLanguages} from '../core/language.ts'
import type {ReadOptions, SourceDocument, Unread} from '../core/types.ts'
import {remarksIn} from './odt/annotations.ts'
import {openOdt} from './odt/package.ts'
import {readStory} from './odt/part.ts'
import type {Omissions, Story} from './odt/story.ts'
import {nextSheet} from './odt/styles.ts'
import {layOut} from './package/layout.ts'
import {refuse} from './refuse.ts'
import {refuseTooMuch} from './size.ts'

/**
 * Bytes of an OpenDocument text in, document out: a package (.odt, .ott) or one file of XML (.fodt),
 * whose segments lead to the file itself. Hidden text, comments, tables of contents, what the
 * other reading of tracked changes has and, unless asked for, headers and footers are counted, not read. Throws ReadError about the file `name`.
 */
export function readOdt(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): SourceDocument {
  const {content, styles, isFlat} = openOdt(bytes, name)
  const sheet = nextSheet()
  const shared = styles && !isFlat ? [readStory(styles, styles.part, sheet, options)] : []
  const body = readStory(content, isFlat ? undefined : content.part, nextSheet(sheet), options)
  if (!body.isText) refuse(name, files.notOdt)
  const stories = [body, ...shared]

  const {text, blocks, segments} = layOut({
    body: body.paragraphs,
    footnotes: body.notes,
    endnotes: body.notes,
    margins: options.margins ? stories.flatMap(({margins}) => margins) : [],
  })
  refuseTooMuch(name, {text, blocks})
  const remarks = remarksIn(body.comments, isFlat ? undefined : content.part, segments, blocks)
  return {
    name,
    format: 'odt',
    text,
    blocks: markLanguages(blocks),
    segments,
    unread: listUnread(stories, options),
    ...(remarks.length > 0 && {remarks}),
    ...marksOf(stories),
  }
}

function marksOf(stories: readonly Story[]) {
  const ownComments = stories.reduce((sum, story) => sum + story.ownComments, 0)
  const hasTrackedChanges = stories.some((story) => story.hasTrackedChanges)
  return {...(ownComments > 0 && {ownComments}), ...(hasTrackedChanges && {hasTrackedChanges})}
}

function listUnread(stories: readonly Story[], {margins}: ReadOptions): Unread[] {
  const sum = (key: keyof Omissions) =>
    stories.reduce((total, {omissions}) => total + omissions[key], 0)
  const counts: Unread[] = [
    {kind: 'comments', count: sum('comments')},
    {kind: 'deletions', count: sum('deletions')},
    {kind: 'insertions', count: sum('insertions')},
    {kind: 'hidden-text', count: sum('hidden')},
    {kind: 'headers-and-footers', count: margins ? 0 : sum('margins')},
    {kind: 'images', count: sum('images')},
    {kind: 'embedded-objects', count: sum('embeddedObjects')},
    {kind: 'table-of-contents', count: sum('contents')},
  ]
  return counts.filter(({count}) => count > 0)
}
