import type {Range, Uri} from './places.ts'

export class TextEdit {
  readonly range: Range
  readonly newText: string
  constructor(range: Range, newText: string) {
    this.range = range
    this.newText = newText
  }
  static replace = (range: Range, text: string) => new TextEdit(range, text)
  static insert = (at: Range['start'], text: string) => new TextEdit({start: at, end: at}, text)
  static delete = (range: Range) => new TextEdit(range, '')
}

export class SnippetString {
  readonly value: string
  constructor(value = '') {
    this.value = value
  }
}

export class SnippetTextEdit {
  readonly range: Range
  readonly snippet: SnippetString
  constructor(range: Range, snippet: SnippetString) {
    this.range = range
    this.snippet = snippet
  }
}

export type AnyEdit = TextEdit | SnippetTextEdit

/** What a snippet looks like before anybody has filled it in: "${1:name} said" gives "name said". */
export const textOfEdit = (edit: AnyEdit): string =>
  edit instanceof TextEdit
    ? edit.newText
    : edit.snippet.value
        .replaceAll(/\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\{?\d+\}?/g, (_, held = '') => held)
        .replaceAll(/\\([$}\\])/g, '$1')

export class WorkspaceEdit {
  readonly changes: {readonly uri: Uri; readonly edits: readonly AnyEdit[]}[] = []
  set(uri: Uri, edits: readonly (AnyEdit | readonly [AnyEdit, unknown])[]): void {
    this.changes.push({uri, edits: edits.map((edit) => ('range' in edit ? edit : edit[0]))})
  }
  replace(uri: Uri, range: Range, text: string): void {
    this.changes.push({uri, edits: [new TextEdit(range, text)]})
  }
  insert(uri: Uri, at: Range['start'], text: string): void {
    this.changes.push({uri, edits: [TextEdit.insert(at, text)]})
  }
}
