import {literal, standingAlone} from '../core/literal.ts'
import type {SentenceFacts, Who} from '../core/pipeline/analysis.ts'
import type {MissingMatch} from '../core/review-rule.ts'
import {inAll, perBlock} from './per-block.ts'
import {
  type Asked,
  blocksUnder,
  firstWith,
  headingOf,
  holds,
  mayBe,
  type Patterns,
  type Raised,
  type Report,
  type ReviewedBlock,
} from './report.ts'

/** What is expected in a report and absent from it. In doubt it is there. */
export function missing(
  report: Report,
  match: MissingMatch,
  patterns: Patterns,
): Asked | undefined {
  const raised = raisedBy(report, match, patterns)
  const blocks = blocksUnder(report, match.section)
  if (!raised || !blocks.some(({facts}) => facts.sentences.length > 0)) return undefined
  const children = report.context.parties.filter(({role}) => role === 'child')
  const isApart = match['each-child'] === 'apart'
  if (isApart && children.length < 2) return undefined
  const answers = inAll(answersPerBlock(report, patterns, {match, patterns}, blocks))
  const wanted = match['at-least'] ?? 1
  const numberOf = (found: readonly Answer[]) => found.reduce((sum, {times}) => sum + times, 0)
  if (!match['each-child'] || children.length === 0)
    return numberOf(answers) < wanted ? {raised} : undefined
  const without = children
    .map(({name}) => name)
    .filter((name) => numberOf(answers.filter((answer) => isAbout(answer, name, match))) < wanted)
  const [first] = without
  if (first === undefined) return undefined
  const isUnderHeading = match.section !== undefined || match['raised-under'] !== undefined
  const own = isUnderHeading ? undefined : headingOf(report, [first])
  return {raised: own ?? raised, children: without}
}

function raisedBy(report: Report, match: MissingMatch, {raises}: Patterns): Raised | undefined {
  const sentence = firstWith(report, raises)
  const under = match.section ?? match['raised-under']
  if (!under) return sentence
  return match['raised-by'] && !sentence ? undefined : headingOf(report, under)
}

/** A sentence that is, or may be, what was looked for. */
interface Answer {
  readonly sentence: SentenceFacts
  readonly block: ReviewedBlock
  readonly times: number
  /** The word of cause and the person whose behaviour it is stand in the sentence itself. */
  readonly isTied: boolean
}

interface Wanted {
  readonly match: MissingMatch
  readonly patterns: Patterns
}

const answersPerBlock = perBlock(answersIn)

function answersIn(report: Report, {match, patterns}: Wanted, block: ReviewedBlock): Answer[] {
  const {sentences} = block.facts
  return sentences.flatMap((sentence, index) => {
    const times = timesIn(sentence, match, patterns)
    if (times === 0) return []
    const beside = [sentences[index - 1], sentence, sentences[index + 1]].flatMap(
      (one) => one ?? [],
    )
    if (match.near && !beside.some((one) => holds(one, patterns.near))) return []
    const before = sentences[index - 1]?.who ?? []
    // Whose words a quotation is may stand in the sentence before it, or after.
    const speaksOf = (match.quotation ? beside : [sentence]).flatMap(({who}) => who)
    const place = {report, block, nearby: [...before, ...sentence.who]}
    if (!isOfEach(place, speaksOf, match.mentions ?? [])) return []
    const isTied = holds(sentence, patterns.near) && isOfEach(place, sentence.who, ['perpetrator'])
    return [{sentence, block, times, isTied}]
  })
}

/** Where a sentence stands, and who is spoken of in it and in the one before. */
interface Surroundings {
  readonly report: Report
  readonly block: ReviewedBlock
  readonly nearby: readonly Who[]
}

type Person = Who['fits'][number]

/** Each of the people is, or may be, somebody who is spoken of; nobody is two of them. */
function isOfEach(
  place: Surroundings,
  who: readonly Who[],
  [person, ...others]: readonly Person[],
): boolean {
  if (person === undefined) return true
  return who.some((one) => {
    const rest = who.filter((other) => !isSame(one, other))
    return mayBeHere(place, one, person) && isOfEach(place, rest, others)
  })
}

const isSame = (one: Who, other: Who) => one === other || (one.name ?? 1) === (other.name ?? 2)

/** A pronoun may be an adult whom its paragraph names, a child named beside it, and whom a heading names. */
function mayBeHere({report, block, nearby}: Surroundings, who: Who, person: Person): boolean {
  if (!mayBe(report, who, person)) return false
  if (who.name !== undefined || who.fits.length === 1) return true
  const declared = report.context.parties.filter(({role}) => role === person)
  if (declared.some(({name, aliases}) => [name, ...aliases].some((one) => isUnder(block, one))))
    return true
  const names = (all: readonly Who[], one: Person) =>
    all.some((each) => each.name !== undefined && mayBe(report, each, one))
  if (person === 'child') return names(nearby, 'child') && !names(nearby, 'survivor')
  return block.facts.sentences.some((sentence) => names(sentence.who, person))
}

function timesIn(sentence: SentenceFacts, match: MissingMatch, {answers}: Patterns): number {
  if (match.quotation && sentence.hasQuotation) return 1
  if (!match.patterns) return match.quotation ? 0 : 1
  return new Set(sentence.seen.flatMap(({pattern, at}) => (answers.has(pattern) ? [at] : []))).size
}

/** Whether an answer speaks of one child: by name, as one of several, or by a word for whoever was named before. */
function isAbout(
  {sentence, block, isTied}: Answer,
  name: string,
  {'each-child': kind, near}: MissingMatch,
): boolean {
  const children = sentence.who.filter(({fits}) => fits.includes('child'))
  const isNamed = ({name: own}: Who) => own === name
  if (kind === 'apart')
    return children.some((who) => isNamed(who) && !who.isJoined) || isUnder(block, name)
  if (children.some(isNamed)) return true
  if (children.some(({isPlural}) => isPlural)) return near === undefined || isTied
  return children.every((who) => isOpen(who) || who.fits.length > 1) && mayMean(block, name)
}

const isUnder = ({block}: ReviewedBlock, name: string) =>
  block.section.some((heading) => standingAlone(literal(name), 'i').test(heading))

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
