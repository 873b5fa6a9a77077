import type {Detector} from './detector.ts'
import {quotedWord} from './quoted-word.ts'
import {uneven} from './uneven.ts'

export type {DetectorInput} from './detector.ts'

/** Detectors by the name that rule files use. */
export const detectors: Readonly<Record<'quoted-word' | 'uneven', Detector>> = {
  'quoted-word': quotedWord,
  uneven,
}
