import {limits} from '../core/limits.ts'

/** What decoding would change or refuse: control characters, halves of characters. */
const odd = /[\0-\x08\x0e-\x1f\x7f-\x9f]|\p{Cs}/u

/** Longer in bytes than what is surely no larger file than a reader takes. */
const isLong = (text: string) => text.length * 3 > limits.maxFileBytes

/** Whether decoding the bytes of a text gives the text. `before` is one that is known to be plain, and the change since. */
export function isPlain(
  text: string,
  before?: {readonly start: number; readonly end: number},
): boolean {
  if (isLong(text) || text.charCodeAt(0) === 0xfeff || text.trim() === '') return false
  if (!before) return !odd.test(text)
  return !odd.test(text.slice(Math.max(0, before.start - 1), before.end + 1)) || !odd.test(text)
}
