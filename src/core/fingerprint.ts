import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import type {Finding} from './types.ts'

/** 16 hex digits over rule, normalised words, normalised sentence and ordinal, so that edits elsewhere do not change it. */
export function withFingerprints(drafts: readonly Finding[]): Finding[] {
  const next = fingerprints()
  return drafts.map((draft) => ({...draft, fingerprint: next(draft.fingerprint)}))
}

/** Gives each draft of one document its fingerprint, in order: the same draft again is counted. */
export function fingerprints(hash: typeof fingerprintOf = fingerprintOf) {
  const counts = new Map<string, number>()
  return (draft: string): string => {
    const ordinal = counts.get(draft) ?? 0
    counts.set(draft, ordinal + 1)
    return hash(draft, ordinal)
  }
}

/** @param ordinal how many of the same stand before it */
export const fingerprintOf = (draft: string, ordinal: number): string =>
  bytesToHex(sha256(utf8ToBytes(`${draft}\n${ordinal}`))).slice(0, 16)
