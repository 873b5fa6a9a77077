import {baseOf} from '../patterns/forms.ts'
import {type Frames, framesIn} from '../patterns/frames.ts'
import type {Match} from '../patterns/match.ts'
import {negators} from '../patterns/stepping.ts'
import type {ReportContext} from '../types.ts'
import type {Sentence, Word} from './analysis.ts'
import {endOfScope} from './mark-voices.ts'
import {clauseOpener} from './subject-of.ts'

/** Words after which a negation denies nothing: "not only", "no doubt", "cannot be denied". */
const falseNegation =
  /^(?:only|doubt|question|just|merely|simply|least|dispute|disputed|denied|deny|denying|surprising|surprisingly|unusual|uncommon|less)$/

/** "There is little doubt that", "hardly in question", "beyond dispute". */
const nearlyNone: ReadonlySet<string> = new Set(['little', 'hardly', 'scarcely', 'beyond'])

/** True where the matched words are denied, doubted or left open by what stands before them. */
export function isDenied(
  sentence: Sentence,
  match: Match,
  frames: Frames,
  mode: ReportContext['mode'] = 'report',
): boolean {
  const framed = framesIn(frames, 'not-said', sentence).some(
    (frame) =>
      reaches(sentence, frame, match) &&
      !isFalseFrame(sentence, frame) &&
      !(mode === 'template' && isOpenQuestion(sentence, frame)),
  )
  if (framed || isNegatedBefore(sentence, match.start)) return true
  return mode === 'template' && isAdvisedAgainst(sentence, match)
}

/** "Do not ask why …", "Avoid calling it …": guidance against a wording, up to where the sentence turns. */
function isAdvisedAgainst({words}: Sentence, {start, end}: Match): boolean {
  const [first, second] = words
  const norms = `${first?.norm} ${second?.norm}`
  if (!/^(?:(?:please )?(?:avoid|never)|do not)\b/.test(norms)) return false
  return !words
    .slice(1, Math.max(start + 1, end))
    .some(({norm, before}) => /[;:]/.test(before) || norm === 'but' || norm === 'instead')
}

/** "Consider whether …": what a template leaves open its author will be asked for. */
const isOpenQuestion = ({words}: Sentence, {start}: Match) =>
  /^(?:whether|if)$/.test(words[start]?.norm ?? '')

const reaches = (sentence: Sentence, frame: Match, match: Match) =>
  frame.end <= match.start &&
  endOfScope(sentence, frame.end) > match.start &&
  !sentence.words.slice(frame.end, match.start).some(({before}) => /[;:]/.test(before))

/** "even if", "if anything", "cannot be in dispute", "nobody can deny that", "little doubt that". */
function isFalseFrame({words}: Sentence, {start, end}: Match): boolean {
  if (words[start - 1]?.norm === 'even' || words[end]?.norm === 'anything') return true
  const to = nearlyNone.has(words[start]?.norm ?? '') ? start + 4 : start + 1
  const around = words.slice(Math.max(0, start - 4), to)
  const doubt = around.findIndex(({norm}) => /^(?:den(?:y|ie)|disput|doubt|question)/.test(norm))
  return around
    .slice(0, Math.max(0, doubt))
    .some(({norm}) => negators.has(norm) || nearlyNone.has(norm))
}

function isNegatedBefore(sentence: Sentence, start: number): boolean {
  const {words, mentions} = sentence
  const mentionStart = new Set(mentions.map((mention) => mention.start))
  if (isInvertedCondition(sentence, start) || isSecondVerb(sentence, start)) return false
  for (let at = start - 1; at >= 0; at--) {
    const word = words[at]
    if (!word) return false
    if (isNorBeforeSubject(sentence, at, start) || isWish(words, at)) return false
    if (negators.has(word.norm) && isInEarlierClause(sentence, at, start)) return false
    if (negators.has(word.norm))
      return !words.slice(at + 1, at + 4).some(({norm}) => falseNegation.test(norm))
    if (isClauseEdge(word, mentionStart.has(at + 1))) return false
    if (!/[;:()–—,]/.test(words[at + 1]?.before ?? '')) continue
    if (mentionStart.has(at + 1) || hasOwnVerb(sentence, at + 1, start)) return false
    at = Math.min(at, startOfRelative(words, at))
  }
  return false
}

/** "are no longer together and the abuse is …": the negation belongs to the verb before it, and a second verb has come since. */
function isInEarlierClause(sentence: Sentence, at: number, start: number): boolean {
  const {words} = sentence
  const isBound =
    words[at + 1]?.norm === 'longer' || words.slice(at, start).some(({norm}) => norm === 'and')
  const verbs = sentence.verbs()
  return (
    isBound &&
    verbs.some(({head}) => head < at) &&
    verbs.some((verb) => verb.finite && verb.start > at && verb.start <= start)
  )
}

/** "No child should live with …": says what ought to be, and denies nothing. */
const isWish = (words: readonly Word[], at: number) =>
  /^(?:no|nobody|neither|none)$/.test(words[at]?.norm ?? '') &&
  words.slice(at + 1, at + 5).some(({norm}) => /^(?:should|must|ought)$/.test(norm))

/** "Nor did the … surprise me": *nor* denies the verb, not the subject before it. */
function isNorBeforeSubject(sentence: Sentence, at: number, start: number): boolean {
  const verb =
    sentence.words[at]?.norm === 'nor'
      ? sentence.verbs().find((group) => group.start === at + 1)
      : undefined
  return verb !== undefined && start < verb.head
}

/** "did not ring and chose to stay", "does not agree and can be …": a second verb with an ending or a helping verb of its own. */
function isSecondVerb(sentence: Sentence, start: number): boolean {
  const {words} = sentence
  const verb = sentence.verbs().find((group) => group.start <= start && start <= group.head)
  const head = words[verb?.head ?? -1]
  if (!verb?.finite || !head || !/^(?:and|but)$/.test(words[verb.start - 1]?.norm ?? ''))
    return false
  return verb.start < verb.head || /(?:ed|s)$/.test(head.norm) || baseOf(head.norm) !== head.norm
}

/** "It would not have come to this had she left": the condition is a clause of its own. */
const isInvertedCondition = ({words, mentionAt}: Sentence, start: number) =>
  words[start]?.norm === 'had' && mentionAt[start + 1] !== undefined

/** ", who does not drive, chose": the aside is left out, or its negation would count. */
function startOfRelative(words: readonly Word[], from: number): number {
  for (let at = from; at > Math.max(0, from - 12); at--) {
    if (words[at]?.before.includes(','))
      return /^(?:who|which|whom|whose)$/.test(words[at]?.norm ?? '') ? at : from
  }
  return from
}

/** After a comma comes a clause of its own: "no longer together, the abuse is …". */
const hasOwnVerb = (sentence: Sentence, from: number, to: number) =>
  sentence
    .verbs()
    .some(
      ({start, finite, subject}) =>
        finite &&
        start > from &&
        start <= to &&
        (subject === 'thing' || (subject !== undefined && subject.start >= from)),
    )

const isClauseEdge = (word: Word, beforeMention: boolean) =>
  /[;:()–—]/.test(word.before) ||
  clauseOpener.test(word.norm) ||
  (word.norm === 'and' && beforeMention)
