import {en} from '../../core/catalogue/en.ts'
import {relationshipType, resolveTarget} from '../../readers/docx/package.ts'
import {attributeOf, type XmlElement} from '../../readers/package/xml.ts'
import {refuse} from '../../readers/refuse.ts'
import {elementsIn} from '../package/elements.ts'
import {escapeAttribute} from '../package/escape.ts'
import type {Part, Parts} from '../package/parts.ts'
import {appendTo, rawPrefixOf, rootOf} from '../package/root.ts'
import type {Edit} from '../splice.ts'

interface Relationship {
  readonly id: string
  /** "comments" for the types of ordinary and strict Open XML, else the whole address. */
  readonly type: string
  /** The name of the part; as it stands where it is outside the package. */
  readonly target: string
  /** Of its element in the part's XML. */
  readonly start: number
  readonly end: number
}

export interface Relationships {
  /** The name of the part that holds them, whether it is there or not. */
  readonly name: string
  readonly part: Part | undefined
  /** Those that stay inside the package. */
  readonly inside: readonly Relationship[]
  readonly ids: ReadonlySet<string>
}

const folderOf = (part: string) => part.slice(0, part.lastIndexOf('/') + 1)

const isRelationship = ({name}: XmlElement) => name === 'rel:Relationship'

/** The relationships of a part, or of the package where `source` is empty. */
export function readRelationships(parts: Parts, source: string): Relationships {
  const folder = folderOf(source)
  const name = `${folder}_rels/${source.slice(folder.length)}.rels`
  const part = parts.open(name)
  const inside: Relationship[] = []
  const ids = new Set<string>()
  if (!part) return {name, part, inside, ids}
  for (const {element, start, end} of elementsIn(part, isRelationship)) {
    const id = attributeOf(element, 'Id') ?? ''
    ids.add(id)
    const address = attributeOf(element, 'Type') ?? ''
    const target = attributeOf(element, 'Target')
    if (target === undefined || attributeOf(element, 'TargetMode') === 'External') continue
    const type = relationshipType.exec(address)?.[1] ?? address
    inside.push({id, type, target: resolveTarget(folder, target), start, end})
  }
  return {name, part, inside, ids}
}

export interface NewRelationship {
  /** The whole address of its type. */
  readonly type: string
  /** The name of the part. */
  readonly target: string
}

const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships'

/**
 * What adds relationships: edits of the part that holds them, or its whole text where there is none.
 * @throws {ReadError} where the part holds something else: what is added there nobody would find
 */
export function addRelationships(
  {name, part, ids}: Relationships,
  wanted: readonly NewRelationship[],
): {readonly edits: readonly Edit[]} | {readonly xml: string} {
  const newId = freeIds(ids)
  const folder = name.slice(0, name.lastIndexOf('_rels/'))
  const upwards = '../'.repeat(folder.split('/').length - 1)
  const from = (target: string) =>
    target.startsWith(folder) ? target.slice(folder.length) : upwards + target
  const elements = (prefix: string) =>
    wanted
      .map(
        ({type, target}) =>
          `<${prefix}Relationship Id="${newId()}" Type="${type}" Target="${escapeAttribute(from(target))}"/>`,
      )
      .join('')
  if (!part) return {xml: relationshipsXml(elements(''))}
  const root = rootOf(part)
  if (root.element.name !== 'rel:Relationships') refuse(part.file, en.reading.package.damaged)
  return {edits: [appendTo(root, elements(rawPrefixOf(root.rawName)))]}
}

export const relationshipsXml = (elements: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${namespace}">${elements}</Relationships>`

/** Ids that a file does not have yet, whatever the letter case. */
function freeIds(used: ReadonlySet<string>): () => string {
  const taken = new Set([...used].map((id) => id.toLowerCase()))
  let number = 0
  return () => {
    do number++
    while (taken.has(`rid${number}`))
    return `rId${number}`
  }
}
