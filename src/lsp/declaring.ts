import {readFile} from 'node:fs/promises'
import {pathToFileURL} from 'node:url'
import type {WorkspaceEdit} from 'vscode-languageserver/node'
import {isMap, isScalar, isSeq, parseDocument} from 'yaml'
import {fileBeside} from '../cli/beside.ts'
import type {CommandIo} from '../cli/io.ts'
import type {Target} from '../cli/targets.ts'
import type {Role, Status} from '../core/types.ts'
import {endingOf} from './acceptance-edit.ts'
import type {Client} from './client.ts'
import type {OpenDocument} from './documents.ts'
import {editOf, fileEdit} from './edits.ts'
import {linesOf} from './positions.ts'

/** What somebody declares of a report, by a key of its context file. */
export type Declaration = {readonly person: string; readonly role: Role} | {readonly status: Status}

const keyOf: Readonly<Record<Role, string>> = {
  perpetrator: 'behaviour-of',
  survivor: 'harm-to',
  child: 'children',
  other: 'others',
}

/** Front matter with a declaration more; undefined for YAML that cannot be read. Comments stay. */
export function withDeclaration(yamlText: string, declaration: Declaration): string | undefined {
  const document = parseDocument(yamlText, {prettyErrors: false})
  if (document.errors.length > 0) return undefined
  if (document.contents !== null && !isMap(document.contents)) return undefined
  const prefix = isMap(document.getIn(['safe-together'])) ? ['safe-together'] : []
  if ('status' in declaration) document.setIn([...prefix, 'status'], declaration.status)
  else {
    const path = [...prefix, keyOf[declaration.role]]
    const all = [...namesIn(document.getIn(path)), declaration.person]
    document.setIn(path, all.length === 1 ? all[0] : document.createNode(all))
  }
  return document.toString({lineWidth: 0})
}

/** One person, or a list with one to an entry. */
function namesIn(declared: unknown): readonly string[] {
  if (typeof declared === 'string') return [declared]
  if (!isSeq(declared)) return []
  return declared.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : []))
}

/** The lines between the fences, as offsets of a Markdown text. */
const frontMatter = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)^---[ \t]*(?:\r?\n|$(?![\s\S]))/m

/** In the front matter of Markdown, else in the file beside the report. */
export async function declarationEdit(
  document: OpenDocument,
  target: Target,
  declaration: Declaration,
  {client, io}: {readonly client: Client; readonly io: CommandIo},
): Promise<WorkspaceEdit | undefined> {
  if (document.format === 'markdown') return inFrontMatter(document, declaration, client)
  if (target.path === undefined) return undefined
  const found = await fileBeside(target, 'context', io)
  const path = found?.path ?? `${target.path.replace(/\.[^./\\]+$/, '')}.context.yml`
  const before = found ? await readFile(path, 'utf8') : undefined
  const text = withDeclaration(before ?? '', declaration)
  if (text === undefined) return undefined
  const lines = before === undefined ? undefined : linesOf(before, client.encoding)
  return fileEdit({uri: pathToFileURL(path).href, before: lines, text}, client)
}

function inFrontMatter(
  document: OpenDocument,
  declaration: Declaration,
  client: Client,
): WorkspaceEdit | undefined {
  const {text: source} = document.lines
  const found = frontMatter.exec(source)
  const opening = found?.index === 0 ? found[1] : undefined
  const before = opening === undefined ? '' : (found?.[2] ?? '')
  const declared = withDeclaration(before, declaration)
  if (declared === undefined) return undefined
  const eol = endingOf(source)
  const yaml = declared.replaceAll(/\r?\n/g, eol)
  const change =
    opening === undefined
      ? {start: 0, end: 0, text: [`---${eol}${yaml}---${eol}${eol}`]}
      : {start: opening.length, end: opening.length + before.length, text: [yaml]}
  return editOf(document, [change], client)
}
