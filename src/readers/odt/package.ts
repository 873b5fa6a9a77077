import {files} from '../../core/catalogue/files.ts'
import {limits} from '../../core/limits.ts'
import {decodeXml, walkXml, type XmlPart} from '../package/xml.ts'
import {openZip, type Zip} from '../package/zip.ts'
import {refuse} from '../refuse.ts'

/** What a text document is made of, as far as it is read. */
export interface OdtPackage {
  /** The body; in a flat file it is the whole file. */
  readonly content: XmlPart
  /** Styles, headers and footers; in a flat file the same part once more. */
  readonly styles: XmlPart | undefined
  /** One XML file in place of a package of parts. */
  readonly isFlat: boolean
}

/** Opens an .odt or .fodt. `name` is the file's, for errors. */
export function openOdt(bytes: Uint8Array, name: string): OdtPackage {
  if (bytes.length === 0) refuse(name, files.empty)
  if (bytes.length > limits.maxFileBytes)
    refuse(name, files.tooLarge(limits.maxFileBytes / 1024 ** 2))
  if (startsWith(bytes, 'PK')) return openZipped(bytes, name)
  if (!isXml(bytes)) refuse(name, files.notOdt)
  const content = {file: name, part: name, xml: decodeXml(bytes, name, name)}
  return {content, styles: content, isFlat: true}
}

const startsWith = (bytes: Uint8Array, start: string) =>
  [...start].every((sign, index) => bytes[index] === sign.charCodeAt(0))

// Plain, with the mark of UTF-8, or in UTF-16.
const isXml = (bytes: Uint8Array) =>
  ['<', '\xef\xbb\xbf<', '\xff\xfe<', '\xfe\xff\x00<'].some((start) => startsWith(bytes, start))

function openZipped(bytes: Uint8Array, name: string): OdtPackage {
  const zip = openZip(bytes, name)
  if (isEncrypted(readPart(zip, manifestName, name))) refuse(name, files.protectedOdt)
  if (!isTextType(zip)) refuse(name, files.notOdt)
  const content = readPart(zip, 'content.xml', name)
  if (!content) return refuse(name, files.notOdt)
  return {content, styles: readPart(zip, 'styles.xml', name), isFlat: false}
}

function readPart(zip: Zip, part: string, file: string): XmlPart | undefined {
  const bytes = zip.read(part)
  return bytes && {file, part, xml: decodeXml(bytes, file, part)}
}

/** Some programs leave the type out; then the body decides. */
function isTextType(zip: Zip): boolean {
  const bytes = zip.read('mimetype')
  if (!bytes) return true
  const type = new TextDecoder('latin1').decode(bytes.subarray(0, longestType)).trim()
  return /^application\/vnd\.oasis\.opendocument\.text(-|$)/.test(type)
}

const longestType = 100

export const manifestName = 'META-INF/manifest.xml'

/** Whether the manifest says of any part that it is encrypted. */
export function isEncrypted(manifest: XmlPart | undefined): boolean {
  let isFound = false
  if (manifest) {
    walkXml(manifest, {
      open(element) {
        if (element.name === 'manifest:encryption-data') isFound = true
      },
    })
  }
  return isFound
}

/** Such a package tells its type in its first entry, not compressed, right behind the entry's name. */
export function isOpenDocumentText(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(30, 80))
  return start.startsWith('mimetypeapplication/vnd.oasis.opendocument.text')
}
