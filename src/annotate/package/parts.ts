import type {XmlPart} from '../../readers/package/xml.ts'
import type {Zip} from '../../readers/package/zip.ts'
import {changedPart, hashOf, writeRecord} from '../record.ts'
import {type Edit, splice} from '../splice.ts'
import {openPart, type PartText} from './part-text.ts'
import {writeZip} from './write-zip.ts'

/** A part that can be changed: its name, its text, its bytes. `part` and `file` are for `walkXml`. */
export interface Part extends XmlPart, PartText {
  readonly bytes: Uint8Array
}

/** The parts of a package, each decoded when first asked for. */
export interface Parts {
  readonly zip: Zip
  /** Undefined where there is no such part. @throws {ReadError} for one that cannot be read */
  readonly open: (name: string) => Part | undefined
}

export function openParts(zip: Zip): Parts {
  const opened = new Map<string, Part>()
  const open = (name: string): Part | undefined => {
    const known = opened.get(name)
    if (known) return known
    const bytes = zip.read(name)
    if (!bytes) return undefined
    const part = {file: zip.name, part: name, bytes, ...openPart(bytes, zip.name, name)}
    opened.set(name, part)
    return part
  }
  return {zip, open}
}

/** What is to be written into a package. */
export interface PackageEdits {
  /** By the name of a part that is there. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>
  /** The bytes of parts that are not there yet, by name. */
  readonly added: ReadonlyMap<string, Uint8Array>
  /** What takes parts out, when the record of an earlier run goes. */
  readonly removed?: readonly string[]
}

/** The package with the edits made. */
export function writeEdited({zip, open}: Parts, {edits, added, removed = []}: PackageEdits) {
  const changes = new Map<string, Uint8Array | undefined>(removed.map((name) => [name, undefined]))
  for (const [name, partEdits] of edits) {
    const part = open(name)
    if (part) changes.set(name, part.encode(splice(part.xml, partEdits).text))
  }
  for (const [name, bytes] of added) changes.set(name, bytes)
  return writeZip(zip, changes)
}

/** The same, with the record that brings every byte back in a new part called `recordName`. */
export function writeRecorded(
  {zip, open}: Parts,
  {edits, added}: Omit<PackageEdits, 'removed'>,
  recordName: string,
  encode: (xml: string) => Uint8Array,
): Uint8Array {
  const changes = new Map<string, Uint8Array>()
  const changed = [...edits].flatMap(([name, partEdits]) => {
    const part = open(name)
    if (!part) return []
    const {text, inverse} = splice(part.xml, partEdits)
    const bytes = part.encode(text)
    changes.set(name, bytes)
    return [changedPart(name, part.bytes, bytes, inverse)]
  })
  for (const [name, bytes] of added) changes.set(name, bytes)
  const hashes = [...added].map(([name, bytes]) => ({name, sha256: hashOf(bytes)}))
  changes.set(recordName, encode(writeRecord({changed, added: hashes})))
  return writeZip(zip, changes)
}
