import type {SentenceFacts, Who} from '../core/pipeline/analysis.ts'
import type {VerbsMatch} from '../core/review-rule.ts'
import {inAll, perBlock} from './per-block.ts'
import {type Adult, type Asked, adultOf, type Patterns, type Report, raisedIn} from './report.ts'

type Speaker = Adult | 'child'

/** One verb for what somebody said. */
interface Verb {
  readonly speaker: Speaker
  readonly isDoubting: boolean
  readonly sentence: SentenceFacts
}

/** Two kinds of verb for what two people said, over the whole report. */
export function verbs(report: Report, match: VerbsMatch, patterns: Patterns): Asked | undefined {
  const byBlock = verbsPerBlock(report, patterns, patterns, report.blocks)
  const all = inAll(byBlock)
  const pairs: readonly (readonly [doubted: Speaker, plain: Speaker])[] =
    match.between === 'adults'
      ? [
          ['survivor', 'perpetrator'],
          ['perpetrator', 'survivor'],
        ]
      : [
          ['child', 'perpetrator'],
          ['child', 'survivor'],
        ]
  const isUneven = pairs.some(
    ([doubted, plain]) => isDoubted(all, doubted, match) && isPlain(all, plain, match),
  )
  if (!isUneven) return undefined
  for (const [index, {block}] of report.blocks.entries()) {
    const first = byBlock[index]?.find(
      ({isDoubting, speaker}) => isDoubting && pairs.some(([one]) => one === speaker),
    )
    if (first) return {raised: raisedIn(block, first.sentence)}
  }
  return undefined
}

const verbsPerBlock = perBlock((report, {doubting, plain}: Patterns, {facts}): readonly Verb[] =>
  facts.sentences.flatMap((sentence) =>
    sentence.seen.flatMap(({pattern, who}): Verb[] => {
      const isDoubting = doubting.has(pattern)
      const speaker = isDoubting || plain.has(pattern) ? speakerOf(report, who) : undefined
      return speaker ? [{speaker, isDoubting, sentence}] : []
    }),
  ),
)

/** Of several together, and of somebody nobody declared, it is not known who spoke. */
function speakerOf(report: Report, [who, another]: readonly Who[]): Speaker | undefined {
  if (!who || another) return undefined
  const isChild = who.fits.length === 1 && who.fits[0] === 'child'
  return isChild ? 'child' : adultOf(report, who)
}

const numberOf = (all: readonly Verb[], speaker: Speaker, isDoubting: boolean) =>
  all.filter((verb) => verb.speaker === speaker && verb.isDoubting === isDoubting).length

/** At least half of the verbs doubt. */
const isDoubted = (all: readonly Verb[], speaker: Speaker, match: VerbsMatch) =>
  numberOf(all, speaker, true) >= match['at-least'] &&
  numberOf(all, speaker, true) >= numberOf(all, speaker, false)

/** At most one in six doubts. */
const isPlain = (all: readonly Verb[], speaker: Speaker, match: VerbsMatch) =>
  numberOf(all, speaker, false) >= match['at-least'] &&
  numberOf(all, speaker, false) >= 5 * numberOf(all, speaker, true)
