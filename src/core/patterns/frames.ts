import type {Sentence} from '../pipeline/analysis.ts'
import {type Match, type Matcher, matchesOf} from './match.ts'

/** Lists of the lexicon that frame what stands after them, and the last two: signs that a sentence gives its source. */
export const frameNames = [
  'not-said',
  'legal-frame',
  'record-frame',
  'reported-frame',
  'adopted',
  'speech-sign',
  'court-sign',
] as const
export type FrameName = (typeof frameNames)[number]

export interface Frames {
  readonly matcher: (name: FrameName) => Matcher | undefined
}

/** Where a frame stands in a sentence. */
export const framesIn = (
  {matcher}: Frames,
  name: FrameName,
  sentence: Sentence,
): readonly Match[] => matchesOf(matcher(name), sentence)
