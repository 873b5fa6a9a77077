import {rangeAt} from '../../core/ranges.ts'
import {partAt, sourceRange} from '../../core/segments.ts'
import type {Range, SourceDocument} from '../../core/types.ts'
import {attributeOf, walkXml} from '../../readers/package/xml.ts'
import type {WordFile} from './word-file.ts'

/** Where the words of a comment stand in a file. */
export type WordPlace =
  /** In the main part, at these offsets of its XML. */
  | {readonly kind: 'body'; readonly range: Range}
  /** In a note, to which the body refers by this key of `Survey.notes`. */
  | {readonly kind: 'note'; readonly key: string}
  /** In a header or footer, or nowhere. */
  | {readonly kind: 'none'}

/** Looks places up; each part of notes is walked once, when first asked for. */
export function placesIn(document: SourceDocument, file: WordFile): (range: Range) => WordPlace {
  const notesOf = new Map<string, readonly Note[]>()
  const noteAt = (name: string, offset: number) => {
    const notes = notesOf.get(name) ?? readNotes(file, name)
    notesOf.set(name, notes)
    return rangeAt(notes, offset)?.key
  }
  return (range) => {
    const part = partAt(document, range.start)
    if (part === undefined || range.end <= range.start) return {kind: 'none'}
    const isInOnePart = partAt(document, range.end - 1) === part
    const end = isInOnePart ? range.end : range.start + 1
    const source = sourceRange(document, {start: range.start, end})
    if (part === file.main.part) return {kind: 'body', range: source}
    const key = noteAt(part, source.start)
    return key === undefined ? {kind: 'none'} : {kind: 'note', key}
  }
}

interface Note extends Range {
  readonly key: string
}

const references: ReadonlyMap<string, string> = new Map([
  ['w:footnote', 'w:footnoteReference'],
  ['w:endnote', 'w:endnoteReference'],
])

function readNotes({parts}: WordFile, name: string): readonly Note[] {
  const part = parts.open(name)
  const notes: Note[] = []
  let open: Omit<Note, 'end'> | undefined
  if (!part) return notes
  walkXml(part, {
    open(element, path) {
      const reference = path.length === 2 ? references.get(element.name) : undefined
      if (reference === undefined) return
      open = {start: element.start, key: `${reference} ${attributeOf(element, 'w:id') ?? ''}`}
    },
    close(_, path, end) {
      if (path.length !== 2 || !open) return
      notes.push({...open, end})
      open = undefined
    },
  })
  return notes
}
