import {decodeText} from '../decode.ts'

/** Where a page may say its encoding: within its first bytes, as browsers read it. */
const headBytes = 1024

const declaration =
  /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w:.-]{1,40})|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w:.-]{1,40})/i

/** The source of a page: by its byte order mark, else as it says itself, else as any text. */
export function decodeHtml(bytes: Uint8Array, name: string): string {
  const head = String.fromCharCode(...bytes.subarray(0, headBytes))
  const [, meta, xml] = declaration.exec(head) ?? []
  return decodeText(bytes, name, meta ?? xml)
}
