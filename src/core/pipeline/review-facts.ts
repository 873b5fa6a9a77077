import {findMatches, type Match} from '../patterns/match.ts'
import type {SlotRole} from '../patterns/notation.ts'
import {fitOf} from '../patterns/slots.ts'
import type {RunningRules} from '../running-rules.ts'
import type {Analysis, Mention, Seen, Sentence, SentenceFacts, Who} from './analysis.ts'
import {isDenied} from './denial.ts'

/** Every sentence of a block as the report-wide questions see it. */
export const sentenceFacts = (
  running: RunningRules,
  {sentences, block}: Analysis,
): readonly SentenceFacts[] =>
  sentences.map((sentence) => ({
    start: sentence.start,
    end: sentence.end,
    who: sentence.mentions.flatMap((mention) => peopleOf(mention, sentence)),
    seen: seenIn(running, sentence),
    hasQuotation:
      block.kind === 'block-quote' || /["“”«]|(?:^|\s)[‘']/.test(textOf(block.text, sentence)),
  }))

const textOf = (text: string, {start, end}: Sentence) => text.slice(start, end)

function seenIn(running: RunningRules, sentence: Sentence): Seen[] {
  return [...calledUp(running, sentence)].flatMap((pattern) => {
    const matcher = running.matcher(pattern)
    const matches = matcher ? findMatches(matcher, sentence) : []
    return matches
      .filter((match) => !running.raising.has(pattern) || isRaised(running, sentence, match))
      .map((match) => ({pattern, who: peopleIn(sentence, match)}))
  })
}

/** The name of a statute or an order raises nothing, nor does what is denied or left open. */
const isRaised = ({frames}: RunningRules, sentence: Sentence, match: Match) =>
  sentence.words[match.start]?.masked !== true && !isDenied(sentence, match, frames)

/** Patterns whose anchor stands in the sentence, and a word for each of their other places too. */
function calledUp(
  {reviewPatternsOf, requiredOf, presence}: RunningRules,
  {words}: Sentence,
): ReadonlySet<number> {
  const patterns = new Set<number>()
  const isPresent = presence(words)
  for (const {form, exact} of words)
    for (const id of form === exact ? [form] : [form, exact])
      if (id >= 0)
        for (const pattern of reviewPatternsOf(id))
          if (!patterns.has(pattern) && requiredOf(pattern).every(isPresent)) patterns.add(pattern)
  return patterns
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
