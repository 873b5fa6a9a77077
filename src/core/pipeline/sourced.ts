import {type Frames, framesIn} from '../patterns/frames.ts'
import type {Match} from '../patterns/match.ts'
import type {Sentence} from './analysis.ts'

/**
 * True where a sentence gives two of these: who says so, a number or date, exact words, a court. Such sentences are
 * mostly right as they are, and where they are not, their author has the facts at hand: a rule asks, and does not tell.
 */
export function isSourced(sentence: Sentence, match: Match, frames: Frames): boolean {
  const {words} = sentence
  const standsOutside = (sign: Match) => sign.end <= match.start || match.end <= sign.start
  const signs = [
    () => words.some(({norm}) => /\d/.test(norm)),
    () => words.some(({before}) => /[“‘"]/.test(before)),
    () => framesIn(frames, 'speech-sign', sentence).some(standsOutside),
    () => framesIn(frames, 'court-sign', sentence).some(standsOutside),
  ]
  return signs.filter((isGiven) => isGiven()).length >= 2
}
