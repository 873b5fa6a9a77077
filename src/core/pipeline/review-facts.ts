import {isNamedBy} from '../headings.ts'
import {hasOneOf} from '../patterns/form-set.ts'
import {findMatches, type Match} from '../patterns/match.ts'
import type {SlotRole} from '../patterns/notation.ts'
import {fitOf} from '../patterns/slots.ts'
import type {RunningRules} from '../running-rules.ts'
import type {Block, ReportContext} from '../types.ts'
import type {Analysis, Mention, Seen, Sentence, SentenceFacts, Who} from './analysis.ts'
import {isDenied} from './denial.ts'

/** Every sentence of a block as the report-wide questions see it. */
export function sentenceFacts(
  running: RunningRules,
  {sentences, block, context}: Analysis,
): readonly SentenceFacts[] {
  const asked = {running, mode: context.mode}
  const called = sentences.map((sentence) => calledUp(running, sentence, block))
  const own = called.map((patterns, index) =>
    seenIn(asked, sentences[index], patterns, (pattern) => !running.besides.has(pattern)),
  )
  const hasAnswer = (seen: readonly Seen[] | undefined) =>
    seen?.some(({pattern}) => running.withBesides.has(pattern)) === true
  return sentences.map((sentence, index) => {
    const isBeside = [own[index - 1], own[index], own[index + 1]].some(hasAnswer)
    const beside = isBeside
      ? seenIn(asked, sentence, called[index] ?? [], (pattern) => running.besides.has(pattern))
      : []
    return {
      start: sentence.start,
      end: sentence.end,
      who: sentence.mentions.flatMap((mention) => peopleOf(mention, sentence)),
      seen: [...(own[index] ?? []), ...beside],
      hasQuotation:
        block.kind === 'block-quote' || /["“”«]|(?:^|\s)[‘']/.test(textOf(block.text, sentence)),
    }
  })
}

const textOf = (text: string, {start, end}: Sentence) => text.slice(start, end)

interface Asked {
  readonly running: RunningRules
  readonly mode: ReportContext['mode']
}

function seenIn(
  asked: Asked,
  sentence: Sentence | undefined,
  patterns: readonly number[],
  isWanted: (pattern: number) => boolean,
): Seen[] {
  if (!sentence) return []
  const {running} = asked
  return patterns.filter(isWanted).flatMap((pattern) => {
    const matcher = running.matcher(pattern)
    const matches = matcher ? findMatches(matcher, sentence) : []
    return matches
      .filter((match) => !running.raising.has(pattern) || isRaised(asked, sentence, match))
      .map((match) => ({pattern, at: match.start, who: peopleIn(sentence, match)}))
  })
}

const standsUnder = (headings: readonly string[] | undefined, {section}: Block) =>
  headings?.every((word) => !section.some((heading) => isNamedBy(heading, word))) !== true

/** The name of a statute or an order raises nothing, nor does what is denied or left open. */
const isRaised = ({running: {frames}, mode}: Asked, sentence: Sentence, match: Match) =>
  sentence.words[match.start]?.masked !== true && !isDenied(sentence, match, frames, mode)

/** Patterns that are looked for here, whose anchor stands in the sentence, and a word for each of their other places. */
function calledUp(
  {reviewPatternsOf, requiredOf, headingsOf, set}: RunningRules,
  {words, forms}: Sentence,
  block: Block,
): readonly number[] {
  const patterns = new Set<number>()
  for (const {form, exact} of words)
    for (const id of form === exact ? [form] : [form, exact])
      if (id >= 0) for (const pattern of reviewPatternsOf(id)) patterns.add(pattern)
  return [...patterns].filter(
    (pattern) =>
      standsUnder(headingsOf.get(pattern), block) &&
      requiredOf(pattern).every((required) => hasOneOf(forms, set(required))),
  )
}

const peopleIn = (sentence: Sentence, {start, end}: Match): Who[] =>
  sentence.mentions
    .filter((mention) => mention.start < end && start < mention.end)
    .flatMap((mention) => peopleOf(mention, sentence))

/** One for each of several who are joined. */
function peopleOf(mention: Mention, sentence: Sentence, isJoined = false): Who[] {
  if (mention.members.length > 0)
    return mention.members.flatMap((member) => peopleOf(member, sentence, true))
  const fits = roles.filter((role) => fitOf(mention, role) !== 'no')
  if (fits.length === 0) return []
  return [{name: nameOf(mention, sentence), fits, isPlural: mention.plural, isJoined}]
}

const roles = ['perpetrator', 'survivor', 'child'] as const satisfies readonly SlotRole[]

const nameOf = ({party, kind, start, end}: Mention, {words}: Sentence): string | undefined =>
  party?.name ??
  (kind === 'pronoun' || kind === 'relative-pronoun'
    ? undefined
    : words
        .slice(start, end)
        .map(({text, possessive}) => (possessive ? text.replace(/['’]s?$/, '') : text))
        .join(' '))
