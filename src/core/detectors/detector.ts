import type {Match} from '../patterns/match.ts'
import type {Analysis, Sentence, Word} from '../pipeline/analysis.ts'
import type {PlaceMatch} from '../rule.ts'

/** What a detector is given: the block's analysis, its own data, and which words are in its sets. */
export interface DetectorInput {
  readonly analysis: Analysis
  readonly match: PlaceMatch
  readonly isOneOf: (word: Word, set: number) => boolean
  /** Where the detector's own phrases stand. */
  readonly phrasesIn: (sentence: Sentence) => readonly Match[]
}

/** What it finds: words of a sentence. It knows no message and no severity. */
export interface DetectedPlace {
  readonly sentence: Sentence
  readonly index: number
  readonly match: Match
}

export type Detector = (input: DetectorInput) => readonly DetectedPlace[]
