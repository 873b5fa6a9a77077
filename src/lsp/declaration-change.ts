import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type {Range, Role, Status} from '../core/types.ts'
import {endingOf} from './acceptance-edit.ts'

/** What somebody declares of a report, by a key of its context file. */
export type Declaration = {readonly person: string; readonly role: Role} | {readonly status: Status}

/** What a part of YAML becomes; all else stays as somebody wrote it. */
export interface YamlChange extends Range {
  readonly text: string
}

const keyOf: Readonly<Record<Role, string>> = {
  perpetrator: 'behaviour-of',
  survivor: 'harm-to',
  child: 'children',
  other: 'others',
}

/** One more declaration; undefined where the YAML cannot be read, or says it in a way that cannot be added to. */
export function declarationIn(yaml: string, declaration: Declaration): YamlChange | undefined {
  const {errors, contents} = parseDocument(yaml, {prettyErrors: false})
  if (errors.length > 0 || (contents !== null && !isMap(contents))) return undefined
  const key = 'status' in declaration ? 'status' : keyOf[declaration.role]
  const value = 'status' in declaration ? declaration.status : inline(declaration.person)
  const map = contents === null ? null : mapOfOurs(contents)
  const pair = map?.items.find((each) => isScalar(each.key) && each.key.value === key)
  const change = pair
    ? changed(yaml, pair, declaration)
    : addedTo(yaml, map ?? null, `${key}: ${value}`)
  return change && isStillYaml(yaml, change) ? change : undefined
}

/** Front matter may hold ours under a key of its own. */
function mapOfOurs(contents: YAMLMap): YAMLMap {
  const own: unknown = contents.get('safe-together', true)
  return isMap(own) ? own : contents
}

function isStillYaml(yaml: string, {start, end, text}: YamlChange): boolean {
  const after = yaml.slice(0, start) + text + yaml.slice(end)
  return parseDocument(after, {prettyErrors: false}).errors.length === 0
}

function changed(yaml: string, {value}: Pair, declaration: Declaration): YamlChange | undefined {
  if (isSeq(value)) {
    return 'status' in declaration
      ? statusInList(yaml, value, declaration.status)
      : itemAdded(yaml, value, inline(declaration.person))
  }
  // What elsewhere in the file refers to would change there, too.
  if (!isScalar(value) || value.anchor !== undefined) return undefined
  if ('status' in declaration) return valueChanged(yaml, value, declaration.status)
  const names = [...namesIn(value, declaration.role), declaration.person]
  const [only] = names.length === 1 ? names : []
  return valueChanged(
    yaml,
    value,
    only === undefined ? `[${names.map(inline).join(', ')}]` : inline(only),
  )
}

/** "Cai, Seren" are two children, where "Mr Jones, Dad" is one adult with two names. */
function namesIn({value}: Scalar, role: Role): readonly string[] {
  if (value === null || value === '') return []
  if (role !== 'child') return [String(value)]
  const names = String(value).split(',')
  return names.map((name) => name.trim()).filter((name) => name !== '')
}

/** As it can stand anywhere, also between the brackets of a list. */
const inline = (name: string): string =>
  stringify([name], {lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false})
    .trim()
    .slice(1, -1)

/** The status of the document is an entry of its own beside those of passages and people. */
function statusInList(yaml: string, list: YAMLSeq, status: Status): YamlChange | undefined {
  const own = list.items.findLast((item) => isMap(item) && item.get('applies') === 'document')
  const value: unknown = isMap(own) ? own.get('value', true) : undefined
  if (isScalar(value)) return valueChanged(yaml, value, status)
  return itemAdded(yaml, list, `{applies: document, value: ${status}}`)
}

function valueChanged(yaml: string, node: Node, text: string): YamlChange | undefined {
  if (!node.range) return undefined
  const [start, end] = node.range
  // A key without a value, and a text of several lines.
  const before = yaml.charAt(start - 1) === ':' ? ' ' : ''
  const after = yaml.slice(start, end).endsWith('\n') ? endingOf(yaml) : ''
  return {start, end, text: `${before}${text}${after}`}
}

function itemAdded(yaml: string, list: YAMLSeq, item: string): YamlChange | undefined {
  const last = list.items.at(-1)
  if (last === undefined) return valueChanged(yaml, list, `[${item}]`)
  const end = endOf(last)
  if (!list.range || end === undefined) return undefined
  if (list.flow) return {start: end, end, text: `, ${item}`}
  return lineAdded(yaml, end, `${indentAt(yaml, list.range[0])}- ${item}`)
}

function addedTo(yaml: string, map: YAMLMap | null, entry: string): YamlChange | undefined {
  const last = map?.items.at(-1)
  if (!map || !last) {
    return map?.flow ? valueChanged(yaml, map, `{${entry}}`) : lineAdded(yaml, yaml.length, entry)
  }
  const end = endOf(last.value) ?? endOf(last.key)
  if (end === undefined) return undefined
  if (map.flow) return {start: end, end, text: `, ${entry}`}
  return lineAdded(yaml, end, `${indentAt(yaml, map.range?.[0] ?? 0)}${entry}`)
}

const endOf = (node: unknown): number | undefined =>
  isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[1] : undefined

/** Behind the line in which something ends, and the comment there. */
function lineAdded(yaml: string, end: number, line: string): YamlChange {
  const eol = endingOf(yaml)
  const feed = yaml.charAt(end - 1) === '\n' ? end - 1 : yaml.indexOf('\n', end)
  const at = feed === -1 ? yaml.length : feed + 1
  const isOpen = at > 0 && yaml.charAt(at - 1) !== '\n'
  return {start: at, end: at, text: `${isOpen ? eol : ''}${line}${eol}`}
}

const indentAt = (yaml: string, offset: number): string =>
  /[ ]*$/.exec(yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? ''
