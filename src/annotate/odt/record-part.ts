import {manifestName} from '../../readers/odt/package.ts'
import {attributeOf} from '../../readers/package/xml.ts'
import {elementsIn, withoutThem} from '../package/elements.ts'
import {escapeAttribute} from '../package/escape.ts'
import type {Part} from '../package/parts.ts'
import {appendTo, rootOf} from '../package/root.ts'
import {type AnnotationRecord, readRecord} from '../record.ts'
import type {Edit} from '../splice.ts'
import type {OdtFile} from './odt-file.ts'

/** A name for a new record: a file that was annotated twice has two. */
export function freeRecordName({parts}: OdtFile): string {
  const taken = new Set(parts.zip.entries.map(({name}) => name.toLowerCase()))
  for (let number = 1; ; number++) {
    const name = `language-check-${number}.xml`
    if (!taken.has(name)) return name
  }
}

/** The records in a package, the last one written first. */
export function recordsIn({parts}: OdtFile) {
  const found: {readonly name: string; readonly record: AnnotationRecord}[] = []
  for (const {name} of parts.zip.entries) {
    if (!/^language-check-\d{1,5}\.xml$/.test(name)) continue
    const part = parts.open(name)
    const record = part && readRecord(part)
    if (record) found.unshift({name, record})
  }
  return found
}

const namespace = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'

/** Programs pass over what the manifest does not list, and some call it damage. */
export function listInManifest(manifest: Part, name: string): Edit {
  const entry = `<m:file-entry xmlns:m="${namespace}" m:full-path="${escapeAttribute(name)}" m:media-type="text/xml"/>`
  return appendTo(rootOf(manifest), entry)
}

export const unlistInManifest = (manifest: Part, names: readonly string[]): readonly Edit[] =>
  withoutThem(
    elementsIn(
      manifest,
      (element) =>
        element.name === 'manifest:file-entry' &&
        names.includes(attributeOf(element, 'manifest:full-path') ?? ''),
    ),
  )

export const manifestOf = ({parts}: OdtFile): Part | undefined => parts.open(manifestName)
