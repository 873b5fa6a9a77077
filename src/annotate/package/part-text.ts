import {utf8ToBytes} from '@noble/hashes/utils.js'
import {en} from '../../core/catalogue/en.ts'
import {decodeXml} from '../../readers/package/xml.ts'
import {refuse} from '../../readers/refuse.ts'

/** A part as text, and how a text becomes such a part again. */
export interface PartText {
  readonly xml: string
  /** @throws {ReadError} for a part whose text does not come back as the same bytes */
  readonly encode: (xml: string) => Uint8Array
}

/** @param file the file's name, for errors */
export function openPart(bytes: Uint8Array, file: string, part: string): PartText {
  const xml = decodeXml(bytes, file, part)
  const encode = (changed: string) => {
    const declared = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(xml)?.[1] ?? 'utf-8'
    const encoder = encoders.find((each) => equal(each(xml), bytes))
    // Bytes may be plain ASCII, yet what is written into them is not.
    if (!encoder || !/^utf-?(8|16)/i.test(declared)) {
      return refuse(file, en.commenting.unknownEncoding(part))
    }
    return encoder(changed)
  }
  return {xml, encode}
}

const mark = '\ufeff'

/** With and without a byte order mark, which decoding takes away. */
const encoders: readonly ((xml: string) => Uint8Array)[] = [
  utf8ToBytes,
  (xml) => utf8ToBytes(mark + xml),
  (xml) => toUtf16(mark + xml, true),
  (xml) => toUtf16(mark + xml, false),
  (xml) => toUtf16(xml, true),
  (xml) => toUtf16(xml, false),
]

function toUtf16(xml: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * xml.length)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < xml.length; at++) view.setUint16(2 * at, xml.charCodeAt(at), isLittle)
  return bytes
}

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])
