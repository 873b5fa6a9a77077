import {type AnyEdit, textOfEdit} from './edits.ts'
import {Position, Range, type Uri} from './places.ts'

/** An open text, as the editor shows it to extensions. */
export interface StubDocument {
  readonly uri: Uri
  readonly languageId: string
  readonly version: number
  readonly fileName: string
  readonly isClosed: boolean
  readonly isUntitled: boolean
  readonly getText: () => string
  readonly offsetAt: (position: Position) => number
  readonly positionAt: (offset: number) => Position
  /** Changes the text and says what was changed, as the event has it. The last edit in the text comes first. */
  readonly change: (edits: readonly AnyEdit[]) => readonly Change[]
}

interface Change {
  readonly range: Range
  readonly rangeOffset: number
  readonly rangeLength: number
  readonly text: string
}

export function createDocument(uri: Uri, languageId: string, opened: string): StubDocument {
  let text = opened
  let version = 1
  const offsetAt = ({line, character}: Position) =>
    text
      .split('\n')
      .slice(0, line)
      .reduce((offset, each) => offset + each.length + 1, character)
  return {
    uri,
    languageId,
    fileName: uri.fsPath,
    isClosed: false,
    isUntitled: uri.scheme === 'untitled',
    get version() {
      return version
    },
    getText: () => text,
    offsetAt,
    positionAt: (offset) => {
      const before = text.slice(0, offset).split('\n')
      return new Position(before.length - 1, before.at(-1)?.length ?? 0)
    },
    change: (edits) => {
      const changes = edits
        .map((edit) => {
          const [from, to] = [offsetAt(edit.range.start), offsetAt(edit.range.end)]
          const range = new Range(edit.range.start, edit.range.end)
          return {range, rangeOffset: from, rangeLength: to - from, text: textOfEdit(edit)}
        })
        .sort((a, b) => b.rangeOffset - a.rangeOffset)
      for (const {rangeOffset, rangeLength, text: added} of changes)
        text = text.slice(0, rangeOffset) + added + text.slice(rangeOffset + rangeLength)
      version += 1
      return changes
    },
  }
}
