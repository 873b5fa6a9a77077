import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import type {Finding} from './types.ts'

/** 16 hex digits over rule, normalised words, normalised sentence and ordinal, so that edits elsewhere do not change it. */
export function withFingerprints(drafts: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>()
  return drafts.map((draft) => {
    const ordinal = counts.get(draft.fingerprint) ?? 0
    counts.set(draft.fingerprint, ordinal + 1)
    return {
      ...draft,
      fingerprint: bytesToHex(sha256(utf8ToBytes(`${draft.fingerprint}\n${ordinal}`))).slice(0, 16),
    }
  })
}
