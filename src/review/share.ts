import type {SentenceFacts, Who} from '../core/pipeline/analysis.ts'
import type {ShareMatch} from '../core/review-rule.ts'
import {inAll, perBlock} from './per-block.ts'
import {
  type Adult,
  type Asked,
  adultOf,
  blocksUnder,
  headingOf,
  holds,
  mayBe,
  type Patterns,
  type Raised,
  type Report,
  type ReviewedBlock,
  raisedIn,
} from './report.ts'

/** One thing that falls to somebody, and where. */
interface Part {
  readonly whose: readonly (Adult | 'unsure')[]
  readonly sentence: SentenceFacts
}

/** What falls to each of the two adults. Where it is not known to whom, it counts against a question. */
export function share(report: Report, match: ShareMatch, patterns: Patterns): Asked | undefined {
  const blocks = blocksUnder(report, match.section)
  const byBlock = partsPerBlock(report, patterns, {match, patterns}, blocks)
  const parts = inAll(byBlock)
  const numberOf = (adult: Part['whose'][number]) =>
    parts.filter(({whose}) => whose.includes(adult)).length
  const counts = {survivor: numberOf('survivor'), perpetrator: numberOf('perpetrator')}
  const isUneven =
    counts.survivor >= match['survivor-at-least'] &&
    counts.survivor >= match.times * (counts.perpetrator + numberOf('unsure'))
  const raised = match.section ? headingOf(report, match.section) : firstOfSurvivor(blocks, byBlock)
  return isUneven && raised ? {raised, counts} : undefined
}

interface Wanted {
  readonly match: ShareMatch
  readonly patterns: Patterns
}

const partsPerBlock = perBlock(
  (report, {match, patterns}: Wanted, {block, facts}): readonly Part[] =>
    block.kind === 'heading'
      ? []
      : facts.sentences.flatMap((sentence) =>
          peopleIn(sentence, match, patterns).map((people) => ({
            whose: people.flatMap((who) => whoseIs(report, who)),
            sentence,
          })),
        ),
)

function firstOfSurvivor(
  blocks: readonly ReviewedBlock[],
  byBlock: readonly (readonly Part[])[],
): Raised | undefined {
  for (const [index, {block}] of blocks.entries()) {
    const part = byBlock[index]?.find(({whose}) => whose.includes('survivor'))
    if (part) return raisedIn(block, part.sentence)
  }
  return undefined
}

/** For each thing counted, the people it falls to. */
function peopleIn(
  sentence: SentenceFacts,
  {counts}: ShareMatch,
  {answers, except}: Patterns,
): (readonly Who[])[] {
  if (holds(sentence, except)) return []
  const {who, seen} = sentence
  if (counts === 'people')
    return seen.flatMap(({pattern, who: people}) => (answers.has(pattern) ? [people] : []))
  const opening = who.find(({fits}) => fits.some((person) => person !== 'child'))
  return opening ? [[opening]] : []
}

/** Whoever may be either adult speaks against a question, and is in no number that is shown. */
function whoseIs(report: Report, who: Who): Part['whose'] {
  const adult = adultOf(report, who)
  if (adult) return [adult]
  return mayBe(report, who, 'perpetrator') ? ['unsure'] : []
}
