import type {SentenceFacts, Who} from '../core/pipeline/analysis.ts'
import type {MissingMatch, ReviewList} from '../core/review-rule.ts'
import {
  type Asked,
  blocksUnder,
  firstWith,
  headingOf,
  holds,
  mayBe,
  type Raised,
  type Report,
  type ReviewedBlock,
} from './report.ts'

type Patterns = Readonly<Record<ReviewList, ReadonlySet<number>>>

/** What is expected in a report and absent from it. In doubt it is there. */
export function missing(
  report: Report,
  match: MissingMatch,
  patterns: Patterns,
): Asked | undefined {
  const raised = raisedBy(report, match, patterns)
  const blocks = blocksUnder(report, match.section)
  if (!raised || !blocks.some(({facts}) => facts.sentences.length > 0)) return undefined
  const answers = blocks.flatMap((block) => answersIn(report, match, patterns, block))
  const wanted = match['at-least'] ?? 1
  const numberOf = (found: readonly Answer[]) => found.reduce((sum, {times}) => sum + times, 0)
  if (!match['each-child']) return numberOf(answers) < wanted ? {raised} : undefined
  const children = report.context.parties.filter(({role}) => role === 'child')
  const isApart = match['each-child'] === 'apart'
  if (children.length === 0) return !isApart && numberOf(answers) < wanted ? {raised} : undefined
  if (isApart && children.length === 1) return undefined
  const without = children
    .map(({name}) => name)
    .filter((name) => numberOf(answers.filter((answer) => isAbout(answer, name, isApart))) < wanted)
  return without.length > 0 ? {raised, children: without} : undefined
}

function raisedBy(report: Report, match: MissingMatch, {raises}: Patterns): Raised | undefined {
  const sentence = firstWith(report, raises)
  if (!match.section) return sentence
  return match['raised-by'] && !sentence ? undefined : headingOf(report, match.section)
}

/** A sentence that is, or may be, what was looked for. */
interface Answer {
  readonly sentence: SentenceFacts
  readonly block: ReviewedBlock
  readonly times: number
}

function answersIn(
  report: Report,
  match: MissingMatch,
  patterns: Patterns,
  block: ReviewedBlock,
): Answer[] {
  const {sentences} = block.facts
  return sentences.flatMap((sentence, index) => {
    const times = timesIn(sentence, match, patterns)
    if (times === 0) return []
    const beside = [sentences[index - 1], sentence, sentences[index + 1]].flatMap(
      (one) => one ?? [],
    )
    const isNear = !match.near || beside.some((one) => holds(one, patterns.near))
    const mentions = (match.mentions ?? []).every((person) =>
      sentence.who.some((who) => mayBe(report, who, person)),
    )
    return isNear && mentions ? [{sentence, block, times}] : []
  })
}

function timesIn(sentence: SentenceFacts, match: MissingMatch, {answers}: Patterns): number {
  if (match.quotation && sentence.hasQuotation) return 1
  if (!match.patterns) return match.quotation ? 0 : 1
  return sentence.seen.filter(({pattern}) => answers.has(pattern)).length
}

/** Whether an answer speaks of one child: by name, as one of several, or by a word for whoever was named before. */
function isAbout({sentence, block}: Answer, name: string, isApart: boolean): boolean {
  const children = sentence.who.filter(({fits}) => fits.includes('child'))
  const isNamed = ({name: own}: Who) => own === name
  if (isApart) return children.some((who) => isNamed(who) && !who.isJoined) || isUnder(block, name)
  if (children.some(isNamed) || children.some(({isPlural}) => isPlural)) return true
  return children.some((who) => isOpen(who)) && mayMean(block, name)
}

const isUnder = ({block}: ReviewedBlock, name: string) =>
  block.section.some((heading) => new RegExp(`\\b${escaped(name)}\\b`, 'i').test(heading))

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** "He", "the boy": not the name of another child. */
const isOpen = ({name}: Who) => name === undefined || /^(?:\p{Ll}|the )/u.test(name)

/** A block that names no child may go on about any; one that names some is about those. */
function mayMean({block, facts}: ReviewedBlock, name: string): boolean {
  const named = facts.sentences.flatMap(({who}) =>
    who.flatMap((one) =>
      one.fits.length === 1 && one.fits[0] === 'child' ? (one.name ?? []) : [],
    ),
  )
  return (
    named.includes(name) ||
    !named.some((one) => !isOpen({...noOne, name: one})) ||
    isUnder({block, facts}, name)
  )
}

const noOne = {fits: [], isPlural: false, isJoined: false} as const
