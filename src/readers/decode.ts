import {files} from '../core/catalogue/files.ts'
import {limits} from '../core/limits.ts'
import {refuse} from './refuse.ts'

/**
 * The text of a file without its byte order mark: UTF-8, UTF-16, or else Windows-1252, which Word
 * writes as "plain text". A ReadError where there is no text or the bytes are no text.
 * @param declared the encoding that the file itself names
 */
export function decodeText(bytes: Uint8Array, name: string, declared = ''): string {
  if (bytes.length > limits.maxFileBytes)
    refuse(name, files.tooLarge(limits.maxFileBytes / 1024 / 1024))
  const text = decode(bytes, declared.toLowerCase())
  if (isBinary(text)) refuse(name, files.notText)
  if (text.trim() === '') refuse(name, files.empty)
  return text
}

function decode(bytes: Uint8Array, declared: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = wideEncoding(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  if (!isMarked && latin.test(declared)) return decodeWindows1252(bytes)
  if (!isMarked && !asAnyText.test(declared)) {
    const decoder = decoderFor(declared)
    if (decoder) return decoder.decode(bytes)
  }
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}

/** What browsers read as Windows-1252. */
const latin =
  /^(?:windows-1252|cp-?1252|x-cp1252|iso-?8859-?1|iso_8859-1|latin-?1|l1|(?:us-)?ascii)$/

/** No encoding is named; one that is told from the bytes, whatever is named; or what needs no decoder. */
const asAnyText = /^(?:|utf-?8|utf-?16.*|unicode|x-user-defined)$/

function decoderFor(label: string) {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

const sampleBytes = 4096

/** UTF-16 without a mark: in Latin writing nearly every second byte is 0, and never the others. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined
  const sample = bytes.subarray(0, sampleBytes)
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const most = sample.length * 0.4
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : undefined
}

/** 0x80 to 0x9F. Some releases of Node decode "windows-1252" as Latin-1, so it stands here. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const chunkBytes = 8192

function decodeWindows1252(bytes: Uint8Array): string {
  const chunks: string[] = []
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    chunks.push(String.fromCharCode(...bytes.subarray(start, start + chunkBytes)))
  }
  return chunks.join('').replace(/[\x80-\x9f]/g, (c) => windows1252.charAt(c.charCodeAt(0) - 0x80))
}

/** One control character in a hundred can be a fault of some program; more is no text. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true
  const controls = text.match(/[\x01-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]/g) ?? []
  return controls.length * 100 > text.length
}
