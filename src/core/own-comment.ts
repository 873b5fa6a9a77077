import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import {en} from './catalogue/en.ts'

const {signature} = en.annotating

/** The line of a comment by which a later run knows it for ours. `text` is all that stands above it. */
export const signComment = (ruleId: string, text: string): string =>
  `${ruleId} · ${signature} ${checkOf(ruleId, text)}`

const signed = new RegExp(`([a-z0-9-]+) · ${signature} ([0-9a-f]{4})\\s*$`)

/**
 * Whether a comment is one of ours, by its text alone: programs keep that, and change all else.
 * `changed`: ours, but somebody has written into it since, and their words are theirs.
 */
export function ownershipOf(text: string): 'own' | 'changed' | 'other' {
  const line = signed.exec(text)
  const [whole = '', ruleId = '', check] = line ?? []
  if (!line) return text.includes(` · ${signature} `) ? 'changed' : 'other'
  return checkOf(ruleId, text.slice(0, -whole.length)) === check ? 'own' : 'changed'
}

/** Programs rearrange spaces and line breaks, so letters and digits alone count. */
const checkOf = (ruleId: string, text: string): string =>
  bytesToHex(sha256(utf8ToBytes(ruleId + text.replace(/[^\p{L}\p{N}_]+/gu, '')))).slice(0, 4)
