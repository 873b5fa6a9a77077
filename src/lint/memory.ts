import {en} from '../core/catalogue/en.ts'
import {fingerprintOf} from '../core/fingerprint.ts'
import type {Entry, KnownDetail} from '../core/pipeline/analysis.ts'
import type {RepeatKeys} from '../core/repeats.ts'
import type {Block, Finding, Party, Range} from '../core/types.ts'
import {placesOf, toSign} from '../core/withheld.ts'
import type {BlockResult} from '../processor.ts'

/** What a block gave, and what follows from that alone. */
export interface Found extends BlockResult {
  /** By the index of the finding; made when first asked for. */
  readonly keys: RepeatKeys[]
  /** The findings as they were last shown. */
  readonly shown: Finding[]
}

/** Where private details stand in the whole text, and other texts without them. */
export interface Signs {
  readonly places: readonly Range[]
  readonly hide: (text: string) => string
}

/** What a run may keep for the next one, over nearly the same text; a run by itself is given `noMemory`. */
export interface Memory {
  readonly find: (block: Block, entry: Entry) => Found | undefined
  readonly keep: (block: Block, entry: Entry, found: Found) => void
  /** The private details of a block that is not checked, in the offsets of its text. */
  readonly look: (block: Block, look: () => readonly Range[]) => readonly Range[]
  /** The same list as the last time if it says the same: what hangs on it is known by the list. */
  readonly sameRoles: (proposed: readonly Party[]) => readonly Party[]
  /** Here too. */
  readonly sameDetails: (details: readonly KnownDetail[]) => readonly KnownDetail[]
  /** Where words that are private stand in a text, in order; undefined where no words are. */
  readonly finder: (words: readonly string[]) => ((text: string) => readonly Range[]) | undefined
  readonly signs: (text: string, words: readonly string[]) => Signs
  readonly fingerprint: typeof fingerprintOf
}

export const noMemory: Memory = {
  find: () => undefined,
  keep: () => undefined,
  look: (_block, look) => look(),
  sameRoles: (proposed) => proposed,
  sameDetails: (details) => details,
  finder: (words) => {
    const sign = toSign(words)
    return sign && ((text) => placesOf(sign, text))
  },
  signs: (text, words) => {
    const sign = toSign(words)
    return {places: placesOf(sign, text), hide: hider(sign)}
  },
  fingerprint: fingerprintOf,
}

/** Texts without the words of private details. */
export const hider =
  (sign: RegExp | undefined) =>
  (text: string): string =>
    sign ? text.replace(sign, en.reporting.withheld) : text
