import type {Root} from 'nlcst'
import type {VFile} from 'vfile'
import {type Frames, framesIn} from '../patterns/frames.ts'
import {type Match, type Matcher, matchesOf} from '../patterns/match.ts'
import type {RunningRules} from '../running-rules.ts'
import type {Range, Voice} from '../types.ts'
import {type Analysis, analysisOf, type Mention, type Sentence, type VerbGroup} from './analysis.ts'
import {findQuotations} from './quotations.ts'

/** Whose words are these? */
export function markVoices(running: RunningRules) {
  return (_tree: Root, file: VFile): undefined => {
    const analysis = analysisOf(file)
    const {context} = analysis
    const quotations = quotationsIn(analysis)
    analysis.exit = {...analysis.exit, openQuotation: quotations.open}
    for (const sentence of analysis.sentences) {
      let spans: readonly Span[] | undefined
      sentence.voiceOf = (start, end) => {
        const fixed = voiceOfPlace(analysis, quotations.ranges, sentence, start, end)
        if (fixed) return fixed
        spans ??= spansOf(sentence, running, running.inForce(context).legalFrames)
        return spans.find((span) => span.from <= start && start < span.to)?.voice ?? 'author'
      }
    }
  }
}

/** In a template « » mark what a mail merge fills in. */
function quotationsIn({block, entry, context}: Analysis) {
  const found = findQuotations(block.text, entry.openQuotation, block.continues)
  if (context.mode === 'report') return found
  return {...found, ranges: found.ranges.filter(({start}) => block.text[start] !== '«')}
}

function voiceOfPlace(
  {block: {kind}, context: {mode}}: Analysis,
  quotations: readonly Range[],
  {words}: Sentence,
  start: number,
  end: number,
): Voice | undefined {
  if (kind === 'block-quote') return 'quotation'
  // In a template its guidance is what others are made to write.
  if (kind === 'template-guidance' && mode === 'report') return 'template-guidance'
  const [first, last] = [words[start], words[end - 1]]
  if (!first || !last) return undefined
  return quotations.some((quotation) => quotation.start < last.end && first.start < quotation.end)
    ? 'quotation'
    : undefined
}

/** Words [from, to) in one voice. */
interface Span {
  readonly from: number
  readonly to: number
  readonly voice: Voice
}

/** Legal words first, then records, then speech; what the author adopts is the author's again. */
function spansOf(
  sentence: Sentence,
  {frames, reporting}: RunningRules,
  legalFrames: readonly Matcher[],
): readonly Span[] {
  const legal = [
    ...framesIn(frames, 'legal-frame', sentence),
    ...legalFrames.flatMap((frame) => matchesOf(frame, sentence)),
  ].flatMap((frame) => [
    spanAfter(sentence, frame.end, 'legal', frame.start),
    ...spanBefore(sentence, frame, 'legal'),
  ])
  const record = framesIn(frames, 'record-frame', sentence).flatMap((frame) => [
    spanAfter(sentence, frame.end, 'record'),
    ...spanBefore(sentence, frame, 'record'),
  ])
  if (framesIn(frames, 'adopted', sentence).length > 0) return [...legal]
  return [
    ...legal,
    ...record,
    ...saidWithVerb(sentence, reporting),
    ...saidOtherwise(sentence, frames),
  ]
}

function spanAfter(sentence: Sentence, from: number, voice: Voice, start = from): Span {
  return {from: start, to: endOfScope(sentence, from), voice}
}

/** "…, the court found", "…, as the log records": what stands before, back to a semicolon or to ", but". */
function spanBefore({words}: Sentence, frame: Match, voice: Voice): Span[] {
  let to = frame.start
  // "the family court found", "as the police log records"
  while (to > frame.start - 4 && words[to]?.before === '') to--
  const next = words[frame.end]
  const isAside = words[to]?.before.includes(',') && (!next || next.before.includes(','))
  if (!isAside || /^(?:and|but)$/.test(words[to]?.norm ?? '')) return []
  const opening = words
    .slice(0, to)
    .findLastIndex(({before, norm}) => before.includes(';') || (norm === 'but' && before !== ''))
  return [{from: Math.max(0, opening), to, voice}]
}

/** A voice goes on to a semicolon, to ", but", or to where the author says "I". */
export function endOfScope({words}: Sentence, from: number): number {
  for (let at = from + 1; at < words.length; at++) {
    const word = words[at]
    if (!word) break
    if (word.before.includes(';') || (/^(?:but|however)$/.test(word.norm) && word.before !== ''))
      return at
    if (
      word.norm === 'i' &&
      (word.before.includes(',') || /^(?:and|but|so)$/.test(words[at - 1]?.norm ?? ''))
    )
      return at
  }
  return words.length
}

/** "Ms Rees told me that …", "I was told by the father that …", "…, the mother said". */
function saidWithVerb(sentence: Sentence, reporting: ReadonlySet<string>): Span[] {
  if (!sentence.words.some(({norm}) => reporting.has(norm))) return []
  const verbs = sentence.verbs()
  return verbs.flatMap((verb, index) => {
    if (!reporting.has(sentence.words[verb.head]?.norm ?? '')) return []
    if (verb.negated && deniesNothing(sentence, verb)) return []
    const speaker = verb.passive ? verb.agent : verb.subject
    if (typeof speaker !== 'object')
      return isImpersonal(sentence, verb) ? [spanAfter(sentence, verb.head + 1, 'reported')] : []
    if (speaker.person === 'author' || speaker.person === 'nobody') return []
    const voice = speaker.person === 'professional' ? 'record' : 'reported'
    if (index > 0 && isParenthetical(sentence, verb, speaker))
      return [{from: 0, to: sentence.words.length, voice}]
    const start = contentStart(sentence, verb, speaker)
    return start === undefined ? [] : [{from: start, to: contentEnd(sentence, start), voice}]
  })
}

/** "…, the mother said", "…, her GP records, …": what stands round it was said. */
function isParenthetical({words}: Sentence, {head}: VerbGroup, speaker: Mention): boolean {
  const isOpened = /[,”"’]/.test(words[speaker.start]?.before ?? '')
  const isClosed = head >= words.length - 3 || /^[,;]/.test(words[head + 1]?.before ?? '')
  return isOpened && isClosed
}

/** "could not explain why she …", "cannot be denied that …": what follows is taken as so. */
const deniesNothing = ({words}: Sentence, {head}: VerbGroup) =>
  /^(?:why|how)$/.test(words[head + 1]?.norm ?? '') || /^den/.test(words[head]?.norm ?? '')

/** "It is alleged that", "was said to have". */
const isImpersonal = ({words}: Sentence, {passive, head, start}: VerbGroup) =>
  passive &&
  (words[start - 1]?.norm === 'it' ||
    words[head + 1]?.norm === 'to' ||
    words[head + 1]?.norm === 'that')

/** Verbs that name whom something is said to: "told the social worker that". */
const takesAddressee =
  /^(?:tell|tells|told|telling|inform|informs|informed|ask|asks|asked|assure|assures|assured|remind|reminds|reminded|warn|warns|warned)$/

/** Where what was said begins, or nothing where nothing is said: "told me this", "told her to leave". */
function contentStart(
  {mentions, words}: Sentence,
  {head, passive}: VerbGroup,
  speaker: Mention,
): number | undefined {
  const addressee = mentions.find((mention) => mention.start === head + 1 && !mention.possessive)
  const isAddressed = addressee !== undefined && takesAddressee.test(words[head]?.norm ?? '')
  const start = passive ? Math.max(head + 1, speaker.end) : isAddressed ? addressee.end : head + 1
  const next = words[start]?.norm
  return next === undefined || (isAddressed && next === 'to') || next === 'this' ? undefined : start
}

/** A clause goes on to the end of the scope; a bare object only to the next clause. */
function contentEnd(sentence: Sentence, start: number): number {
  const {words, mentions} = sentence
  const limit = endOfScope(sentence, start)
  const opener = words[start]?.norm ?? ''
  const isClause =
    /^(?:that|how|what|whether|of|about|when|being|having|as)$/.test(opener) ||
    /[“‘"',:]/.test(words[start]?.before ?? '') ||
    mentions.some(
      (mention) =>
        mention.start === start &&
        !mention.possessive &&
        mention.end < limit &&
        sentence.verbs().some((verb) => verb.start >= mention.end && verb.finite),
    )
  if (isClause) return limit
  for (let at = start + 1; at < limit; at++) {
    const beginsClause = mentions.some((mention) => mention.start === at + 1 && !mention.possessive)
    if (
      words[at]?.norm === 'and' &&
      beginsClause &&
      sentence.verbs().some((verb) => verb.start > at && verb.finite)
    )
      return at
  }
  return limit
}

/** "According to the father, …", "…, according to the father", "the allegation that …". */
const saidOtherwise = (sentence: Sentence, frames: Frames): Span[] =>
  framesIn(frames, 'reported-frame', sentence).map((frame) => {
    const isAside =
      frame.start > 0 &&
      sentence.words[frame.start]?.before.includes(',') &&
      sentence.words[frame.start]?.norm === 'according'
    return isAside
      ? {from: 0, to: sentence.words.length, voice: 'reported'}
      : spanAfter(sentence, frame.end, 'reported')
  })
