import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import {attributeOf, walkXml, type XmlElement, type XmlPart} from '../readers/package/xml.ts'
import {escapeAttribute} from './package/escape.ts'
import {openPart} from './package/part-text.ts'
import {type Edit, splice} from './splice.ts'

/**
 * What brings a package back to what it was before it was annotated. It stands in the package
 * itself, and holds no words of the report but those that a tracked change replaced in the XML.
 */
export interface AnnotationRecord {
  readonly changed: readonly ChangedPart[]
  /** Parts that were not there before, besides the one that holds the record. */
  readonly added: readonly WrittenPart[]
}

/** A part and the hash of its bytes as they were written: 64 hex digits. */
interface WrittenPart {
  readonly name: string
  readonly sha256: string
}

export interface ChangedPart extends WrittenPart {
  /** Of the bytes as they were before. */
  readonly before: string
  /** Edits of the part's text as written, in order, that give the old text back. */
  readonly inverse: readonly Edit[]
}

export const recordNamespace = 'urn:safe-together-lint:annotation'

export const hashOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** What a record keeps of a part that edits have changed from `before` to `after`. */
export const changedPart = (
  name: string,
  before: Uint8Array,
  after: Uint8Array,
  inverse: readonly Edit[],
): ChangedPart => ({name, sha256: hashOf(after), before: hashOf(before), inverse})

export function writeRecord({changed, added}: AnnotationRecord): string {
  const parts = changed.map(({name, sha256, before, inverse}) => {
    const edits = inverse.map(
      ({at, to = at, text}) =>
        `<edit at="${at}" to="${to}"${text === '' ? '' : ` was="${escapeAttribute(text)}"`}/>`,
    )
    const own = `name="${escapeAttribute(name)}" sha256="${sha256}" before="${before}"`
    return `<changed ${own}>${edits.join('')}</changed>`
  })
  const others = added.map(
    ({name, sha256}) => `<added name="${escapeAttribute(name)}" sha256="${sha256}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<annotation xmlns="${recordNamespace}">${[...parts, ...others].join('')}</annotation>`
}

/** Undefined where the part is something else, or its record cannot be understood. */
export function readRecord(part: XmlPart): AnnotationRecord | undefined {
  const changed: (ChangedPart & {readonly inverse: Edit[]})[] = []
  const added: WrittenPart[] = []
  let isRecord = false
  let isSound = true
  walkXml(part, {
    open(element, path) {
      if (path.length === 1) isRecord = isRootOfRecord(part.xml, element)
      if (!isRecord) return
      const kind = element.name.slice(element.name.indexOf(':') + 1)
      const {name, sha256, before, edit} = readElement(element)
      if (kind === 'changed') changed.push({name, sha256, before, inverse: []})
      if (kind === 'added') added.push({name, sha256})
      if (kind === 'edit' && edit) changed.at(-1)?.inverse.push(edit)
      if (kind === 'edit' && !edit) isSound = false
    },
  })
  return isRecord && isSound ? {changed, added} : undefined
}

const isRootOfRecord = (xml: string, {name, start, end}: XmlElement) =>
  name.endsWith(':annotation') && xml.slice(start, end).includes(`"${recordNamespace}"`)

function readElement(element: XmlElement) {
  const at = offsetOf(element, 'at')
  const to = offsetOf(element, 'to')
  return {
    name: attributeOf(element, 'name') ?? '',
    sha256: attributeOf(element, 'sha256') ?? '',
    before: attributeOf(element, 'before') ?? '',
    edit:
      at === undefined || to === undefined
        ? undefined
        : {at, to, text: attributeOf(element, 'was') ?? ''},
  }
}

function offsetOf(element: XmlElement, name: string): number | undefined {
  const value = attributeOf(element, name)
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined
}

/**
 * The bytes of every part as it was, undefined for those that were not there; or undefined as a
 * whole where any part is no longer what was written.
 * @param read the bytes of a part as it is now
 */
export function restore(
  {changed, added}: AnnotationRecord,
  read: (name: string) => Uint8Array | undefined,
  file: string,
): ReadonlyMap<string, Uint8Array | undefined> | undefined {
  const restored = new Map<string, Uint8Array | undefined>()
  for (const {name, sha256} of added) {
    if (!isAsWritten(read(name), sha256)) return undefined
    restored.set(name, undefined)
  }
  for (const {name, sha256, before, inverse} of changed) {
    const bytes = read(name)
    if (!bytes || !isAsWritten(bytes, sha256) || !isInOrder(inverse)) return undefined
    const {xml, encode} = openPart(bytes, file, name)
    if ((inverse.at(-1)?.to ?? 0) > xml.length) return undefined
    const old = encode(splice(xml, inverse).text)
    if (hashOf(old) !== before) return undefined
    restored.set(name, old)
  }
  return restored
}

const isAsWritten = (bytes: Uint8Array | undefined, hash: string) =>
  bytes !== undefined && hashOf(bytes) === hash

/** Nobody knows who wrote the file: edits that overlap are no record of ours. */
const isInOrder = (edits: readonly Edit[]) =>
  edits.every(
    ({at, to = at}, index) => at <= to && at >= (edits[index - 1]?.to ?? edits[index - 1]?.at ?? 0),
  )
