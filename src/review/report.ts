import {isNamedBy} from '../core/headings.ts'
import type {BlockFacts, SentenceFacts, Who} from '../core/pipeline/analysis.ts'
import {moved} from '../core/ranges.ts'
import type {ReviewList} from '../core/review-rule.ts'
import type {Block, Party, Range, ReportContext, Role} from '../core/types.ts'
import {perBlock} from './per-block.ts'

/** A block and what it leaves for questions about the whole report; offsets of its sentences count in its text. */
export interface ReviewedBlock {
  readonly block: Block
  readonly facts: BlockFacts
}

/** What the questions about a whole report look at. */
export interface Report {
  readonly blocks: readonly ReviewedBlock[]
  readonly context: ReportContext
  /** Roles that the report's own clauses propose. */
  readonly proposed: readonly Party[]
  /** `document.text`, in which all ranges count, and the private details in it. */
  readonly text: string
  readonly withheld: readonly Range[]
}

/** Ids of a rule's patterns by what they are for; the same object whenever the rule asks. */
export type Patterns = Readonly<Record<ReviewList, ReadonlySet<number>>>

/** Where a question is raised. */
export interface Raised {
  readonly block: Block
  readonly range: Range
}

/** What a kind of question found to ask. */
export interface Asked {
  readonly raised: Raised
  /** The children it asks about, where it asks about some and not all. */
  readonly children?: readonly string[]
  readonly counts?: {readonly perpetrator: number; readonly survivor: number}
}

export type Adult = 'perpetrator' | 'survivor'
type Person = Who['fits'][number]

/** It is known who is who, by what was declared or by the report's own clauses. */
export const areRolesKnown = ({context: {parties}, proposed}: Report): boolean =>
  proposed.length > 0 || (hasRole(parties, 'perpetrator') && hasRole(parties, 'survivor'))

const hasRole = (parties: readonly Party[], role: Role) =>
  parties.some((party) => party.role === role)

/** Somebody is, or may be, the one: in doubt a report has what is looked for. */
export function mayBe({proposed}: Report, {name, fits}: Who, person: Person): boolean {
  const role = proposed.find((party) => party.name === name)?.role
  return role === undefined ? fits.includes(person) : role === person
}

/** Which of the two adults somebody is; undefined where it is not known, or neither. */
export function adultOf(report: Report, who: Who): Adult | undefined {
  const is = (adult: Adult) => mayBe(report, who, adult)
  if (is('perpetrator') === is('survivor')) return undefined
  return is('perpetrator') ? 'perpetrator' : 'survivor'
}

/** Blocks under a heading with one of these words, the headings left out; all where no words are given. */
export function blocksUnder(
  {blocks}: Pick<Report, 'blocks'>,
  words: readonly string[] | undefined,
): readonly ReviewedBlock[] {
  if (!words) return blocks
  const known = new Map<readonly string[], boolean>()
  const isUnder = (section: readonly string[]) => {
    const is = known.get(section) ?? section.some((heading) => isNamed(heading, words))
    known.set(section, is)
    return is
  }
  return blocks.filter(({block: {kind, section}}) => kind !== 'heading' && isUnder(section))
}

/** The heading above what was looked at, else its first sentence. */
export function headingOf({blocks}: Report, words: readonly string[]): Raised | undefined {
  const heading = blocks.find(({block: {kind, text}}) => kind === 'heading' && isNamed(text, words))
  if (heading) return {block: heading.block, range: heading.block.range}
  const [first] = blocksUnder({blocks}, words)
  const sentence = first?.facts.sentences[0]
  return (
    first &&
    (sentence ? raisedIn(first.block, sentence) : {block: first.block, range: first.block.range})
  )
}

const isNamed = (heading: string, words: readonly string[]) =>
  words.some((word) => isNamedBy(heading, word))

/** The first sentence that holds one of these patterns. */
export function firstWith(report: Report, patterns: ReadonlySet<number>): Raised | undefined {
  const all = sentencesWith(report, patterns)
  const index = all.findIndex(({length}) => length > 0)
  const [block, sentence] = [report.blocks[index]?.block, all[index]?.[0]]
  return block && sentence && raisedIn(block, sentence)
}

/** The sentences of each block that hold one of these patterns. */
export const sentencesWith = (report: Report, patterns: ReadonlySet<number>) =>
  sentencesPerBlock(report, patterns, patterns, report.blocks)

const sentencesPerBlock = perBlock(
  (_report, patterns: ReadonlySet<number>, {facts}): readonly SentenceFacts[] =>
    facts.sentences.filter((each) => holds(each, patterns)),
)

export const holds = ({seen}: SentenceFacts, patterns: ReadonlySet<number>): boolean =>
  seen.some(({pattern}) => patterns.has(pattern))

/** A sentence of a block, in the offsets of the document. */
export const raisedIn = (block: Block, sentence: Range): Raised => ({
  block,
  range: moved(sentence, block.range.start),
})
