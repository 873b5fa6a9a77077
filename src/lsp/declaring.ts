import {readFile} from 'node:fs/promises'
import {pathToFileURL} from 'node:url'
import type {WorkspaceEdit} from 'vscode-languageserver/node'
import {fileBeside} from '../cli/beside.ts'
import type {CommandIo} from '../cli/io.ts'
import type {Target} from '../cli/targets.ts'
import {endingOf} from './acceptance-edit.ts'
import type {Client} from './client.ts'
import {type Declaration, declarationIn} from './declaration-change.ts'
import type {OpenDocument} from './documents.ts'
import {editOf, newFile} from './edits.ts'
import {linesOf} from './positions.ts'

/** The lines between the fences, as offsets of a Markdown text. */
const frontMatter = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)^---[ \t]*(?:\r?\n|$(?![\s\S]))/m

/**
 * In the file beside the report where one stands, since that comes before front matter; else in the front matter of
 * Markdown, and of other texts in such a file, which is made.
 */
export async function declarationEdit(
  document: OpenDocument,
  target: Target,
  declaration: Declaration,
  {client, io}: {readonly client: Client; readonly io: CommandIo},
): Promise<WorkspaceEdit | undefined> {
  const found = await fileBeside(target, 'context', io)
  if (found?.path !== undefined) return inFile(found.path, declaration, client)
  if (document.format === 'markdown') return inFrontMatter(document, declaration, client)
  if (target.path === undefined) return undefined
  const {text} = declarationIn('', declaration) ?? {}
  const path = `${target.path.replace(/\.[^./\\]+$/, '')}.context.yml`
  return text === undefined ? undefined : newFile(pathToFileURL(path).href, text, client)
}

async function inFile(
  path: string,
  declaration: Declaration,
  client: Client,
): Promise<WorkspaceEdit | undefined> {
  const yaml = await readFile(path, 'utf8')
  const change = declarationIn(yaml, declaration)
  const file = {
    uri: pathToFileURL(path).href,
    version: null,
    lines: linesOf(yaml, client.encoding),
  }
  return change && editOf(file, [{...change, text: [change.text]}], client)
}

function inFrontMatter(
  document: OpenDocument,
  declaration: Declaration,
  client: Client,
): WorkspaceEdit | undefined {
  const {text: source} = document.lines
  const found = frontMatter.exec(source)
  const opening = found?.index === 0 ? found[1] : undefined
  const change = declarationIn(opening === undefined ? '' : (found?.[2] ?? ''), declaration)
  if (!change) return undefined
  const eol = endingOf(source)
  const {start, end} = change
  const text = change.text.replaceAll(/\r?\n/g, eol)
  const from = opening?.length ?? 0
  const whole = opening === undefined ? `---${eol}${text}---${eol}${eol}` : text
  return editOf(document, [{start: from + start, end: from + end, text: [whole]}], client)
}
