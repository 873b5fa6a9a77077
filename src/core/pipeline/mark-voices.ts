import type {Root} from 'nlcst'
import type {VFile} from 'vfile'
import {type Frames, framesIn} from '../patterns/frames.ts'
import type {Block, Range, Voice} from '../types.ts'
import {analysisOf, type Mention, type Sentence, type VerbGroup} from './analysis.ts'
import {findQuotations} from './quotations.ts'

/** Whose words are these? */
export function markVoices({frames, reporting}: {readonly frames: Frames; readonly reporting: ReadonlySet<string>}) {
  return (_tree: Root, file: VFile): undefined => {
    const analysis = analysisOf(file)
    const quotations = findQuotations(analysis.block.text, analysis.entry.openQuotation)
    analysis.exit = {...analysis.exit, openQuotation: quotations.open}
    for (const sentence of analysis.sentences) {
      let spans: readonly Span[] | undefined
      sentence.voiceOf = (start, end) => {
        const fixed = voiceOfPlace(analysis.block, quotations.ranges, sentence, start, end)
        if (fixed) return fixed
        spans ??= spansOf(sentence, frames, reporting)
        return spans.find((span) => span.from <= start && start < span.to)?.voice ?? 'author'
      }
    }
  }
}

function voiceOfPlace({kind}: Block, quotations: readonly Range[], {words}: Sentence, start: number, end: number): Voice | undefined {
  if (kind === 'block-quote') return 'quotation'
  if (kind === 'template-guidance') return 'template-guidance'
  const [first, last] = [words[start], words[end - 1]]
  if (!first || !last) return undefined
  return quotations.some((quotation) => quotation.start < last.end && first.start < quotation.end) ? 'quotation' : undefined
}

/** Words [from, to) in one voice. */
interface Span {
  readonly from: number
  readonly to: number
  readonly voice: Voice
}

/** Legal words first, then records, then speech; what the author adopts is the author's again. */
function spansOf(sentence: Sentence, frames: Frames, reporting: ReadonlySet<string>): readonly Span[] {
  const legal = framesIn(frames, 'legal-frame', sentence).map((frame) => spanAfter(sentence, frame.end, 'legal', frame.start))
  const record = framesIn(frames, 'record-frame', sentence).map((frame) => spanAfter(sentence, frame.end, 'record'))
  if (framesIn(frames, 'adopted', sentence).length > 0) return [...legal]
  return [...legal, ...record, ...saidWithVerb(sentence, reporting), ...saidOtherwise(sentence, frames)]
}

function spanAfter(sentence: Sentence, from: number, voice: Voice, start = from): Span {
  return {from: start, to: endOfScope(sentence, from), voice}
}

/** A voice goes on to a semicolon, to ", but", or to where the author says "I". */
export function endOfScope({words}: Sentence, from: number): number {
  for (let at = from + 1; at < words.length; at++) {
    const word = words[at]
    if (!word) break
    if (word.before.includes(';') || (word.norm === 'but' && word.before !== '')) return at
    if (word.norm === 'i' && (word.before.includes(',') || /^(?:and|but)$/.test(words[at - 1]?.norm ?? ''))) return at
  }
  return words.length
}

/** "Ms Rees told me that …", "I was told by the father that …", "…, the mother said". */
function saidWithVerb(sentence: Sentence, reporting: ReadonlySet<string>): Span[] {
  const verbs = sentence.verbs()
  return verbs.flatMap((verb, index) => {
    if (!reporting.has(sentence.words[verb.head]?.norm ?? '')) return []
    const speaker = verb.passive ? verb.agent : verb.subject
    if (typeof speaker !== 'object') return isImpersonal(sentence, verb) ? [spanAfter(sentence, verb.head + 1, 'reported')] : []
    if (speaker.person === 'author' || speaker.person === 'nobody') return []
    const voice = speaker.person === 'professional' ? 'record' : 'reported'
    const isLast = index === verbs.length - 1 && verb.head >= sentence.words.length - 3
    if (isLast && index > 0) return [{from: 0, to: speaker.start, voice}]
    return hasContent(sentence, verb) ? [spanAfter(sentence, contentStart(sentence, verb, speaker), voice)] : []
  })
}

/** "It is alleged that", "was said to have". */
const isImpersonal = ({words}: Sentence, {passive, head, start}: VerbGroup) =>
  passive && (words[start - 1]?.norm === 'it' || words[head + 1]?.norm === 'to' || words[head + 1]?.norm === 'that')

const hasContent = ({words}: Sentence, {head}: VerbGroup) => head + 1 < words.length

/** After "told the social worker that". */
function contentStart({mentions}: Sentence, {head, passive}: VerbGroup, speaker: Mention): number {
  if (passive) return Math.max(head + 1, speaker.end)
  const told = mentions.find((mention) => mention.start === head + 1 && !mention.possessive)
  return told ? told.end : head + 1
}

/** "According to the father, …", "the allegation that …". */
const saidOtherwise = (sentence: Sentence, frames: Frames): Span[] =>
  framesIn(frames, 'reported-frame', sentence).map((frame) => spanAfter(sentence, frame.end, 'reported'))
