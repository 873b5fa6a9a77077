import {files} from '../core/catalogue/files.ts'
import {markLanguages} from '../core/language.ts'
import {limits} from '../core/limits.ts'
import type {SourceDocument, Unread} from '../core/types.ts'
import {readNumbering} from './docx/numbering.ts'
import {openPackage, type Package} from './docx/package.ts'
import {readStory} from './docx/part.ts'
import {resolveBody, resolveNotes} from './docx/resolve.ts'
import type {Omissions, Paragraph, Story} from './docx/story.ts'
import {readStyles, type Styles} from './docx/styles.ts'
import {layOut} from './package/layout.ts'
import {walkXml} from './package/xml.ts'
import {refuse} from './refuse.ts'

/**
 * Bytes of a Word document in, document out. Deleted and hidden text, comments, headers and
 * footers are counted, not read. Throws ReadError about the file called `name`.
 */
export function readDocx(bytes: Uint8Array, name: string): SourceDocument {
  const archive = openPackage(bytes, name)
  const styles = readStyles(archive.related('styles')[0])
  const body = readStory(archive.main, styles)
  if (body.root !== 'w:document') refuse(name, files.notDocx)
  const footnotes = readStories(archive, 'footnotes', styles)
  const endnotes = readStories(archive, 'endnotes', styles)

  const {text, blocks, segments} = layOut({
    body: resolveBody(body.paragraphs, styles, readNumbering(archive.related('numbering')[0])),
    footnotes: footnotes.flatMap(({paragraphs}) => resolveNotes(paragraphs, styles)),
    endnotes: endnotes.flatMap(({paragraphs}) => resolveNotes(paragraphs, styles)),
    margins: [],
  })
  if (blocks.length > limits.maxBlocks) refuse(name, files.tooManyBlocks(limits.maxBlocks))
  const unread = listUnread(archive, [body, ...footnotes, ...endnotes], styles)
  return {name, format: 'docx', text, blocks: markLanguages(blocks), segments, unread}
}

type StoryType = 'footnotes' | 'endnotes' | 'header' | 'footer'

const readStories = (archive: Package, type: StoryType, styles: Styles): Story[] =>
  archive.related(type).map((part) => readStory(part, styles))

function listUnread(archive: Package, stories: readonly Story[], styles: Styles): Unread[] {
  const sum = (key: keyof Omissions) =>
    stories.reduce((total, {omissions}) => total + omissions[key], 0)
  const margins = [
    ...readStories(archive, 'header', styles),
    ...readStories(archive, 'footer', styles),
  ]
  const counts: Unread[] = [
    {kind: 'comments', count: countComments(archive)},
    {kind: 'deletions', count: sum('deletions')},
    {kind: 'hidden-text', count: sum('hiddenRuns')},
    {kind: 'headers-and-footers', count: margins.filter(hasText).length},
    {kind: 'images', count: sum('images')},
    {kind: 'embedded-objects', count: sum('embeddedObjects')},
  ]
  return counts.filter(({count}) => count > 0)
}

const hasText = ({paragraphs}: Story) => paragraphs.some(({text}: Paragraph) => text.trim() !== '')

function countComments(archive: Package): number {
  let count = 0
  for (const part of archive.related('comments')) {
    walkXml(part, {
      open({name}) {
        if (name === 'w:comment') count++
      },
    })
  }
  return count
}
