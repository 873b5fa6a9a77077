import {isAfterComma, type Sentence, type Word} from '../pipeline/analysis.ts'
import {type FormSet, isIn} from './form-set.ts'
import {negators} from './stepping.ts'

const maxGap = 5
const maxAside = 12

/** Closes what a comma, a dash or a bracket opened. */
const closes: Readonly<Record<string, RegExp>> = {',': /^,/, '(': /\)/, '–': /^[–—]/, '—': /^[–—]/}

/** Punctuation that no pattern crosses. */
export const isStop = (word: Word) => word.before !== '' && /[;:.?!()–—]/.test(word.before)

/** Where a step leads; `crossed` where it went over an aside, whose closing mark is then no stop. */
export interface Step {
  readonly at: number
  readonly crossed: boolean
}

/**
 * Where one step may lead: over an adverb, an article, a helping verb, somebody's possessive,
 * or an aside between commas, dashes or brackets.
 */
export function stepsFrom(
  {words, mentionAt}: Sentence,
  named: FormSet,
  {at, crossed}: Step,
): readonly Step[] {
  const word = words[at]
  if (!word || word.masked) return []
  const aside = endOfAside(words, at)
  const steps = aside === undefined ? [] : [{at: aside, crossed: true}]
  if (isStop(word) && !crossed) return steps
  const over = endOfStep(words, mentionAt, named, at)
  return over === undefined ? steps : [{at: over, crossed: false}, ...steps]
}

function endOfStep(
  words: readonly Word[],
  mentionAt: Sentence['mentionAt'],
  named: FormSet,
  at: number,
): number | undefined {
  const mention = mentionAt[at]
  if (mention?.possessive) return mention.end
  if (mention && mention.kind !== 'pronoun' && opensMention(words[at]))
    return mention.end > at + 1 ? at + 1 : undefined
  return isSteppable(words, at, named) ? at + 1 : undefined
}

/** "the aunt", "his aunt", "her aunt": before a noun of the same mention "her" is no person. */
const opensMention = (word: Word | undefined) => word?.step === 'article' || word?.norm === 'her'

function isSteppable(words: readonly Word[], at: number, named: FormSet): boolean {
  const word = words[at]
  if (!word || word.step === undefined || isIn(named, word)) return false
  if (word.step !== 'being') return true
  const next = words
    .slice(at + 1, at + 4)
    .find(({step, norm}) => step !== 'adverb' && norm !== 'been')
  return next?.norm.endsWith('ing') === true && next.norm !== 'being'
}

/** ", in my assessment," and the like: the word after it. */
function endOfAside(words: readonly Word[], at: number): number | undefined {
  const opening = words[at]?.before.replace(/[”"’']/g, '') ?? ''
  const closing = closes[opening.at(-1) ?? '']
  if (!closing) return undefined
  for (let end = at + 1; end <= at + maxAside && end < words.length; end++) {
    const before = words[end]?.before.replace(/[”"’']/g, '') ?? ''
    if (closing.test(before)) return end
    if (before !== '') return undefined
  }
  return undefined
}

/** A gap stops at what opens a clause, and at prepositions that do: “before”, “after”, “as”. */
const endsGap =
  /^(?:that|because|while|whilst|when|although|though|if|unless|until|who|which|whom|whose|where|whether|so|since|but|before|after|as)$/

/**
 * Every word that a gap beginning at `at` can lead to: up to five counted words of the same clause. `mayGoOn` says
 * where the pattern could go on; only if it could somewhere is the sentence parsed, to see that no verb lies between.
 */
export function gapEnds(
  sentence: Sentence,
  at: number,
  mayGoOn: (end: number) => boolean,
): readonly number[] {
  const ends = reachable(sentence, at).filter(mayGoOn)
  const furthest = ends.at(-1) ?? at
  if (furthest === at) return ends
  const verb = sentence.verbs().find(({head}) => head >= at && head < furthest)
  return verb ? ends.filter((end) => end <= verb.head) : ends
}

function reachable({words, mentionAt}: Sentence, at: number): number[] {
  const ends = [at]
  let counted = 0
  for (let next = at; next < words.length; next++) {
    const word = words[next]
    if (!word || isStop(word) || negators.has(word.norm) || endsGap.test(word.norm)) break
    if (opensClause(words, mentionAt, next)) break
    if (word.step === undefined || word.step === 'being') counted++
    if (counted > maxGap) break
    ends.push(next + 1)
  }
  return ends
}

/** "abusive and Seren’s …", "violent, she …": another clause begins with its own subject. */
function opensClause(
  words: readonly Word[],
  mentionAt: Sentence['mentionAt'],
  at: number,
): boolean {
  const word = words[at]
  if (!word) return true
  if (isAfterComma(word) && mentionAt[at] !== undefined) return true
  if (/^(?:he|she|they|i|we)$/.test(word.norm)) return true
  return (word.norm === 'and' || word.norm === 'or') && mentionAt[at + 1] !== undefined
}
