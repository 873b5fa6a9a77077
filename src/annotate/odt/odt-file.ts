import {files} from '../../core/catalogue/files.ts'
import {isEncrypted, manifestName} from '../../readers/odt/package.ts'
import {openZip} from '../../readers/package/zip.ts'
import {refuse} from '../../readers/refuse.ts'
import {openParts, type Part, type Parts} from '../package/parts.ts'

/** A package that comments can be written into. */
export interface OdtFile {
  readonly name: string
  readonly parts: Parts
  readonly content: Part
}

/** @throws {ReadError} for bytes that are no package of an OpenDocument text, or a protected one */
export function openOdtFile(bytes: Uint8Array, name: string): OdtFile {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isPackage) refuse(name, files.flatOdt)
  const parts = openParts(openZip(bytes, name))
  if (isEncrypted(parts.open(manifestName))) refuse(name, files.protectedOdt)
  const content = parts.open('content.xml')
  return content ? {name, parts, content} : refuse(name, files.notOdt)
}

/** A digital signature does not hold for a changed copy. */
export const isSigned = ({parts}: OdtFile): boolean =>
  parts.zip.entries.some(({name}) => /^META-INF\/[^/]*signatures[^/]*$/i.test(name))

/** The setting by which LibreOffice opens a file for reading only. */
export function isProtected({parts}: OdtFile): boolean {
  const settings = parts.open('settings.xml')?.xml ?? ''
  return /:name="LoadReadonly"[^<>]*>true</.test(settings)
}
