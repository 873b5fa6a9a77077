import type {Sentence} from '../pipeline/analysis.ts'
import {type Match, type Matcher, matchesOf} from './match.ts'

/** Lists of the lexicon that frame what stands after them. */
export const frameNames = [
  'not-said',
  'legal-frame',
  'record-frame',
  'reported-frame',
  'adopted',
] as const
export type FrameName = (typeof frameNames)[number]

export interface Frames {
  readonly matchers: ReadonlyMap<FrameName, Matcher>
}

const cache = new WeakMap<Sentence, Map<FrameName, readonly Match[]>>()

/** Where a frame stands in a sentence. */
export function framesIn(frames: Frames, name: FrameName, sentence: Sentence): readonly Match[] {
  const known = cache.get(sentence) ?? new Map<FrameName, readonly Match[]>()
  cache.set(sentence, known)
  const matches = known.get(name) ?? matchesOf(frames.matchers.get(name), sentence)
  known.set(name, matches)
  return matches
}
