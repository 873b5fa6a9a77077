import type {TextDocumentEdit, TextEdit, WorkspaceEdit} from 'vscode-languageserver/node'
import type {Range} from '../core/types.ts'
import type {Client} from './client.ts'
import {type Lines, toLspRange} from './positions.ts'

/** Text with blanks to fill, which are apart from what stands between them. */
export type Template = readonly (string | {readonly blank: string})[]

/** An edit of one document, in the offsets of its text. */
export interface Change extends Range {
  readonly text: Template
}

/** As a frame writes a blank. */
export const blank = '___'

/** "Mr Jones ___ on ___" with its blanks apart. */
export function templateOf(text: string): Template {
  return text
    .split(/(___)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === blank ? {blank} : piece))
}

const asText = (template: Template): string =>
  template.map((piece) => (typeof piece === 'string' ? piece : piece.blank)).join('')

/** In the notation of snippets, with a tab stop for each blank and the cursor at the end. */
function asSnippet(template: Template): string {
  let stop = 0
  const pieces = template.map((piece) => {
    if (typeof piece === 'string') return piece.replaceAll(/[\\$}]/g, '\\$&')
    stop++
    return `\${${stop}:${piece.blank}}`
  })
  return `${pieces.join('')}$0`
}

const hasBlank = (template: Template) => template.some((piece) => typeof piece !== 'string')

/** @param version of the text that the offsets count in, null for a file as it stands on disk; an editor refuses the edit for another one */
export function editOf(
  {
    uri,
    version,
    lines,
  }: {readonly uri: string; readonly version: number | null; readonly lines: Lines},
  changes: readonly Change[],
  {documentChanges, snippets}: Pick<Client, 'documentChanges' | 'snippets'>,
): WorkspaceEdit {
  const plain = (change: Change): TextEdit => ({
    range: toLspRange(lines, change),
    newText: asText(change.text),
  })
  if (!documentChanges) return {changes: {[uri]: changes.map(plain)}}
  const edits: TextDocumentEdit['edits'] = changes.map((change) =>
    snippets && hasBlank(change.text)
      ? {
          range: toLspRange(lines, change),
          snippet: {kind: 'snippet', value: asSnippet(change.text)},
        }
      : plain(change),
  )
  return {documentChanges: [{textDocument: {uri, version}, edits}]}
}

/** A file with a text, which is made where an editor can make files, and else when the edit is saved. */
export function newFile(
  uri: string,
  text: string,
  {documentChanges, createsFiles}: Pick<Client, 'documentChanges' | 'createsFiles'>,
): WorkspaceEdit {
  const start = {line: 0, character: 0}
  const edits = [{range: {start, end: start}, newText: text}]
  if (!documentChanges) return {changes: {[uri]: edits}}
  const change = {textDocument: {uri, version: null}, edits}
  if (!createsFiles) return {documentChanges: [change]}
  return {documentChanges: [{kind: 'create', uri, options: {ignoreIfExists: true}}, change]}
}
