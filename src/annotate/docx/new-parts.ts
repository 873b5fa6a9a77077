import {utf8ToBytes} from '@noble/hashes/utils.js'
import {en} from '../../core/catalogue/en.ts'
import {refuse} from '../../readers/refuse.ts'
import type {CommentLine} from '../comment-text.ts'
import type {Part} from '../package/parts.ts'
import {appendTo} from '../package/root.ts'
import {hashOf, recordNamespace} from '../record.ts'
import type {Edit} from '../splice.ts'
import {commentXml, type Signing} from './comment-xml.ts'
import {readComments} from './comments-part.ts'
import {addContentTypes, contentTypesName} from './content-types.ts'
import {type Markup, markupOf} from './markup.ts'
import {addRelationships, relationshipsXml} from './relationships.ts'
import type {WordFile} from './word-file.ts'

/** Where comments go: after those that a file has, or into a new part. */
export interface CommentsTarget {
  readonly name: string
  readonly part: Part | undefined
  /** How many there are already. */
  readonly count: number
  readonly ids: ReadonlySet<number>
  /** The edit that appends comments, or the XML of the new part. */
  readonly toXml: (comments: readonly NewComment[], signing: Signing) => Edit | string
}

interface NewComment {
  readonly id: number
  readonly lines: readonly CommentLine[]
}

/** @param markup that of the main part, for a new part */
export function commentsTarget(file: WordFile, markup: Markup): CommentsTarget {
  const [part] = file.related('comments')
  if (!part) return newTarget(file, markup)
  const {root, comments, ids} = readComments(part)
  const own = markupOf(part.xml, root)
  return {
    name: part.part,
    part,
    count: comments.length,
    ids,
    toXml: (added, signing) => appendTo(root, commentsXml(own, added, signing)),
  }
}

function newTarget({parts, main, relationships}: WordFile, {namespace, isStrict}: Markup) {
  const promised = relationships.inside.find(({type}) => type === 'comments')?.target
  const folder = main.part.slice(0, main.part.lastIndexOf('/') + 1)
  const names = ['comments.xml', ...numbers.map((number) => `comments${number}.xml`)]
  const free = names.map((name) => folder + name).find((name) => !parts.zip.has(name))
  const name = promised ?? free ?? `${folder}comments.xml`
  const own = {prefix: 'w:', declaration: '', namespace, isStrict}
  const toXml = (added: readonly NewComment[], signing: Signing) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}">${commentsXml(own, added, signing)}</w:comments>`
  return {name, part: undefined, count: 0, ids: new Set<number>(), toXml}
}

const commentsXml = (markup: Markup, added: readonly NewComment[], signing: Signing) =>
  added.map(({id, lines}) => commentXml(markup, id, lines, signing)).join('')

/** More than a package may have parts. */
const numbers = Array.from({length: 5_001}, (_, index) => index + 1)

const typeAddresses = {
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships/',
  ordinary: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/',
} as const

const contentTypes = {
  comments: 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml',
  custom: 'application/xml',
  customProperties: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
} as const

/** The comments and the record as parts of the package, with all that has to be said of them. */
export function newParts(
  file: WordFile,
  {isStrict}: Markup,
  target: CommentsTarget,
  comments: Edit | string,
) {
  const address = isStrict ? typeAddresses.strict : typeAddresses.ordinary
  const record = recordParts(file, address)
  const added = new Map<string, Uint8Array>(record.added)
  const edits = new Map<string, readonly Edit[]>()
  const types = new Map<string, string>(record.types)
  const wanted = [{type: `${address}customXml`, target: record.name}]
  if (typeof comments === 'string') {
    added.set(target.name, utf8ToBytes(comments))
    types.set(target.name, contentTypes.comments)
    const isPromised = file.relationships.inside.some(({type}) => type === 'comments')
    if (!isPromised) wanted.push({type: `${address}comments`, target: target.name})
  } else edits.set(target.name, [comments])
  const relating = addRelationships(file.relationships, wanted)
  if ('xml' in relating) added.set(file.relationships.name, utf8ToBytes(relating.xml))
  else edits.set(file.relationships.name, relating.edits)
  const typesPart = file.parts.open(contentTypesName)
  if (!typesPart) return refuse(file.name, en.commenting.noParagraph(contentTypesName))
  edits.set(contentTypesName, addContentTypes(typesPart, types))
  return {edits, added, recordName: record.name}
}

/** A custom XML part, which Word keeps when it saves the file. Its own bytes are written last. */
function recordParts({parts, main}: WordFile, address: string) {
  const namesOf = (number: number) => ({
    item: `customXml/item${number}.xml`,
    properties: `customXml/itemProps${number}.xml`,
    relationships: `customXml/_rels/item${number}.xml.rels`,
  })
  const isFree = (number: number) =>
    Object.values(namesOf(number)).every((name) => !parts.zip.has(name))
  const {item, properties, relationships} = namesOf(numbers.find(isFree) ?? 1)
  const target = properties.slice(properties.lastIndexOf('/') + 1)
  const related = `<Relationship Id="rId1" Type="${address}customXmlProps" Target="${target}"/>`
  return {
    name: item,
    added: [
      [properties, utf8ToBytes(propertiesXml(hashOf(main.bytes)))],
      [relationships, utf8ToBytes(relationshipsXml(related))],
    ] as const,
    types: [
      [item, contentTypes.custom],
      [properties, contentTypes.customProperties],
    ] as const,
  }
}

/** Word knows a custom part by an id of its own; made from what the report was, it is always the same. */
function propertiesXml(hash: string): string {
  const hex = hash.toUpperCase()
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{${[...id, hex.slice(20, 32)].join('-')}}" xmlns:ds="${namespace}"><ds:schemaRefs><ds:schemaRef ds:uri="${recordNamespace}"/></ds:schemaRefs></ds:datastoreItem>`
}
