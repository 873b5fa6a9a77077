import {files} from '../core/catalogue/files.ts'
import {markLanguages} from '../core/language.ts'
import {ownershipOf} from '../core/own-comment.ts'
import type {ReadOptions, SourceDocument, Tracked, Unread} from '../core/types.ts'
import {readComments} from './docx/comments.ts'
import {readNumbering} from './docx/numbering.ts'
import {openPackage, type Package} from './docx/package.ts'
import {readStory} from './docx/part.ts'
import {remarksIn} from './docx/remarks.ts'
import {resolveBody, resolveNotes} from './docx/resolve.ts'
import type {Omissions, Paragraph, Story} from './docx/story.ts'
import {readStyles, type Styles} from './docx/styles.ts'
import {type LaidParagraph, layOut, type Place} from './package/layout.ts'
import {refuse} from './refuse.ts'
import {refuseTooMuch} from './size.ts'

/**
 * Bytes of a Word document in, document out. Hidden text, comments, tables of contents, what the
 * other reading of tracked changes has and, unless asked for, headers and footers are counted, not
 * read. Throws ReadError about the file called `name`.
 */
export function readDocx(
  bytes: Uint8Array,
  name: string,
  {tracked = 'accepted', margins = false, isTemplate = false}: ReadOptions = {},
): SourceDocument {
  const archive = openPackage(bytes, name)
  const styles = readStyles(archive.related('styles')[0])
  const reading = {archive, styles, tracked, isTemplate}
  const body = readStory(archive.main, styles, {place: {kind: 'body'}, tracked, isTemplate})
  if (body.root !== 'w:document') refuse(name, files.notDocx)
  const footnotes = readStories(reading, 'footnotes', {kind: 'body'})
  const endnotes = readStories(reading, 'endnotes', {kind: 'body'})
  const edges = [
    ...readStories(reading, 'header', {kind: 'header'}),
    ...readStories(reading, 'footer', {kind: 'footer'}),
  ]

  const {text, blocks, segments} = layOut({
    body: resolveBody(body.paragraphs, styles, readNumbering(archive.related('numbering')[0])),
    footnotes: resolveAll(footnotes, styles),
    endnotes: resolveAll(endnotes, styles),
    margins: margins ? resolveAll(edges, styles) : [],
  })
  refuseTooMuch(name, {text, blocks})
  const read = [body, ...footnotes, ...endnotes, ...(margins ? edges : [])]
  const comments = archive.related('comments').flatMap(readComments)
  const ownComments = comments.filter(({text: said}) => ownershipOf(said) !== 'other').length
  const remarks = remarksIn(comments, archive.main, segments, blocks)
  const unread = listUnread(
    read,
    comments.length - ownComments - remarks.length,
    margins ? [] : edges,
  )
  return {
    name,
    format: 'docx',
    text,
    blocks: markLanguages(blocks),
    segments,
    unread,
    ...(ownComments > 0 && {ownComments}),
    ...(remarks.length > 0 && {remarks}),
    ...(read.some(({hasTrackedChanges}) => hasTrackedChanges) && {hasTrackedChanges: true}),
  }
}

interface Reading {
  readonly archive: Package
  readonly styles: Styles
  readonly tracked: Tracked
  readonly isTemplate: boolean
}

type StoryType = 'footnotes' | 'endnotes' | 'header' | 'footer'

const readStories = (
  {archive, styles, tracked, isTemplate}: Reading,
  type: StoryType,
  place: Place,
): readonly Story[] =>
  archive.related(type).map((part) => readStory(part, styles, {place, tracked, isTemplate}))

const resolveAll = (stories: readonly Story[], styles: Styles): LaidParagraph[] =>
  stories.flatMap(({paragraphs}) => resolveNotes(paragraphs, styles))

function listUnread(
  stories: readonly Story[],
  comments: number,
  edges: readonly Story[],
): Unread[] {
  const sum = (key: keyof Omissions) =>
    stories.reduce((total, {omissions}) => total + omissions[key], 0)
  const counts: Unread[] = [
    {kind: 'comments', count: comments},
    {kind: 'deletions', count: sum('deletions')},
    {kind: 'insertions', count: sum('insertions')},
    {kind: 'hidden-text', count: sum('hiddenRuns')},
    {kind: 'headers-and-footers', count: edges.filter(hasText).length},
    {kind: 'images', count: sum('images')},
    {kind: 'embedded-objects', count: sum('embeddedObjects')},
    {kind: 'table-of-contents', count: sum('tablesOfContents')},
  ]
  return counts.filter(({count}) => count > 0)
}

const hasText = ({paragraphs}: Story) => paragraphs.some(({text}: Paragraph) => text.trim() !== '')
