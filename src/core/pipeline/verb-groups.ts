import {isParticiple} from '../patterns/forms.ts'
import {negators} from '../patterns/stepping.ts'
import {isAfterComma, type Mention, type Sentence, type Tag, type Word} from './analysis.ts'

/** A verb with its helping verbs, before its subject is known; all numbers count words. */
export interface Group {
  readonly start: number
  readonly head: number
  readonly passive: boolean
  readonly negated: boolean
  readonly finite: boolean
  /** "Was the mother threatened": the subject between helping verb and verb. */
  readonly inverted: Mention | undefined
}

export interface Grammar {
  readonly words: readonly Word[]
  readonly tags: readonly Tag[]
  /** The mention that covers a word. */
  readonly mentionOf: (at: number) => Mention | undefined
  /** Forms of the lexicon's harm verbs: verbs by form, whatever the tagger says. */
  readonly harmForms: ReadonlySet<string>
}

export function grammarOf(
  {words, mentions, tags}: Sentence,
  harmForms: ReadonlySet<string>,
): Grammar {
  const byWord = new Map<number, Mention>()
  for (const mention of mentions)
    for (let at = mention.start; at < mention.end; at++) byWord.set(at, mention)
  return {words, tags: tags(), mentionOf: (at) => byWord.get(at), harmForms}
}

const isBeing = (word: Word) => word.step === 'being' || word.norm === 'being'
const isGet = (word: Word) => /^(?:get|gets|got|getting|gotten)$/.test(word.norm)
const isHelping = (word: Word) => word.step === 'helping' || isBeing(word) || word.norm === 'ought'
export const isClauseBreak = (word: Word | undefined) =>
  word !== undefined && /[;:()–—]/.test(word.before)

export function findGroups(grammar: Grammar): Group[] {
  const groups: Group[] = []
  for (let at = 0; at < grammar.words.length; ) {
    const group = groupAt(grammar, at, groups.at(-1))
    if (group) groups.push(group)
    at = group ? group.head + 1 : at + 1
  }
  return groups
}

/** "is drawn to", "was concerned that": a participle that says how somebody is, not what was done to them. */
const saysAState =
  /^(?:drawn|attracted|concerned|committed|dedicated|opposed|devoted|determined|inclined|prepared|resigned|guarded|withdrawn|interested|disengaged|motivated|invested|supposed|used|worried|frightened|scared|pleased|tired|ashamed|relieved|convinced)$/

interface Chain {
  at: number
  last: number | undefined
  passive: boolean
  negated: boolean
  inverted: Mention | undefined
}

function groupAt(grammar: Grammar, start: number, before: Group | undefined): Group | undefined {
  const first = grammar.words[start]
  if (!first || grammar.mentionOf(start) || first.masked) return undefined
  const opens =
    isHelping(first) ||
    (isGet(first) && isPassiveAfter(grammar, start)) ||
    isHead(grammar, start, before)
  if (!opens) return undefined
  const chain = readChain(grammar, start)
  const head =
    isHead(grammar, chain.at, before, start) || isAfterDo(grammar, chain, start)
      ? chain.at
      : chain.last
  if (head === undefined) return undefined
  const word = grammar.words[head]
  const isVerb = head === chain.at
  const passive =
    isVerb &&
    chain.passive &&
    word !== undefined &&
    isParticiple(word.norm) &&
    !saysAState.test(word.norm)
  return {
    start,
    head,
    passive: passive || inheritsPassive(grammar, start, head, before),
    negated: chain.negated,
    finite: isFiniteVerb(grammar, start, head),
    inverted: chain.inverted,
  }
}

/** "ought to have known", "had to leave" are one verb. */
const hasTo = /^(?:ought|have|has|had|having|used)$/

/** Helping verbs, adverbs and negations up to the full verb. */
function readChain({words, mentionOf}: Grammar, start: number): Chain {
  const chain: Chain = {
    at: start,
    last: undefined,
    passive: false,
    negated: negators.has(words[start - 1]?.norm ?? ''),
    inverted: undefined,
  }
  for (; chain.at < words.length; chain.at++) {
    const word = words[chain.at]
    const mention = mentionOf(chain.at)
    if (!word || (chain.at > start && isClauseBreak(word))) break
    if (mention) {
      if (
        chain.inverted ||
        chain.last === undefined ||
        !isInversion(words, start) ||
        mention.possessive
      )
        break
      chain.inverted = mention
      chain.at = mention.end - 1
    } else if (isHelping(word) || isGet(word)) {
      if (isBeing(word) && /^(?:do|does|did)$/.test(words[chain.last ?? -1]?.norm ?? '')) break
      chain.last = chain.at
      chain.passive ||= isBeing(word) || isGet(word)
    } else if (word.norm === 'not' || word.norm === 'never') chain.negated = true
    else if (word.norm === 'to' && hasTo.test(words[chain.at - 1]?.norm ?? '')) continue
    else if (word.step !== 'adverb') break
  }
  return chain
}

/** "did not present", "would ring": after *do not* and modals a verb follows, whatever the tagger says. */
function isAfterDo(
  {words, tags, mentionOf}: Grammar,
  {at, negated, passive}: Chain,
  start: number,
): boolean {
  const helping = words.slice(start, at).find(({step}) => step === 'helping')
  if (!helping || passive || mentionOf(at) || words[at]?.before !== '') return false
  const isModal = /^(?:will|would|shall|should|can|could|may|might|must|'ll)$/.test(helping.norm)
  const isDo = /^(?:do|does|did)$/.test(helping.norm) && negated
  return (isModal || isDo) && /^(?:NOUN|ADJ|VERB|OTHER)$/.test(tags[at] ?? '')
}

/** A question, "nor did she", "had she left": nothing before the helping verb that could be its subject. */
const isInversion = (words: readonly Word[], start: number) =>
  start === 0 ||
  /[,;:(–—.]/.test(words[start]?.before ?? '') ||
  /^(?:nor|neither|why|how|when|where|what|and|but)$/.test(words[start - 1]?.norm ?? '')

const isPassiveAfter = ({words}: Grammar, at: number) => {
  const next = words.slice(at + 1, at + 3).find((word) => word.step !== 'adverb')
  return next !== undefined && isParticiple(next.norm)
}

/** A full verb: as tagged, or a harm verb by its form where a verb can stand. */
function isHead(grammar: Grammar, at: number, before: Group | undefined, start = at): boolean {
  const {words, tags, mentionOf, harmForms} = grammar
  const word = words[at]
  if (!word || mentionOf(at) || word.masked) return false
  // "following domestic abuse" is a preposition.
  if (word.norm === 'following' && at === start) return false
  const afterHelping = at > start
  if (afterHelping && isParticiple(word.norm) && !isBeforeNoun(grammar, at)) return true
  if (tags[at] === 'VERB') return !isAttributive(grammar, at)
  if (!harmForms.has(word.norm)) return false
  const left = words[at - 1]
  if (afterHelping) return true
  if (!left || tags[at - 1] === 'DET' || tags[at - 1] === 'ADJ' || tags[at - 1] === 'ADP')
    return false
  const continues =
    (left.norm === 'and' || isAfterComma(word)) &&
    before !== undefined &&
    (harmForms.has(words[before.head]?.norm ?? '') || (before.passive && isParticiple(word.norm)))
  return (
    continues ||
    left.norm === 'to' ||
    (mentionOf(at - 1) !== undefined && !mentionOf(at - 1)?.possessive) ||
    left.step === 'adverb'
  )
}

const isBeforeNoun = ({tags, words, mentionOf}: Grammar, at: number) =>
  (tags[at + 1] === 'NOUN' || tags[at + 1] === 'PROPN') &&
  words[at + 1]?.before === '' &&
  !mentionOf(at + 1)

/** Adjectives more often than verbs where a noun follows. */
const describes =
  /^(?:concerning|worrying|controlling|threatening|challenging|conflicting|frightening|loving|caring|intimidating|bullying|ongoing|continuing|existing|remaining|underlying|harassing|degrading|demeaning|humiliating|parenting|supporting)$/

/** "escalating behaviour", "repeated threats", "an abused mother": a verb's form that describes a noun. */
function isAttributive(grammar: Grammar, at: number): boolean {
  const {words, tags, mentionOf} = grammar
  const word = words[at]
  if (!word || !/(?:ing|ed|en)$/.test(word.norm)) return false
  if (describes.test(word.norm) && isBeforeNoun(grammar, at)) return true
  const left = tags[at - 1]
  const opensPhrase =
    left === 'DET' ||
    left === 'ADJ' ||
    left === 'ADP' ||
    left === 'NUM' ||
    mentionOf(at - 1)?.possessive === true ||
    words[at - 1]?.step === 'article'
  return opensPhrase && isBeforeNoun(grammar, at)
}

const isFiniteVerb = ({words, tags}: Grammar, start: number, head: number) => {
  const [first, verb] = [words[start], words[head]]
  if (!first || !verb || words[start - 1]?.norm === 'to') return false
  if (start < head) return !/^(?:having|being|been|be|getting)$/.test(first.norm)
  return (
    !verb.norm.endsWith('ing') &&
    verb.norm !== 'be' &&
    verb.norm !== 'been' &&
    !(tags[start - 1] === 'ADP' && isParticiple(verb.norm))
  )
}

/** "was slapped, kicked and punched": the later participles lean on the first verb's *was*. */
function inheritsPassive(
  {words, mentionOf}: Grammar,
  start: number,
  head: number,
  before: Group | undefined,
): boolean {
  if (!before?.passive || start !== head || !isParticiple(words[head]?.norm ?? '')) return false
  for (let at = before.head + 1; at < start; at++) {
    const word = words[at]
    if (
      !word ||
      mentionOf(at) ||
      !(word.norm === 'and' || word.norm === 'or' || word.norm === 'then' || word.step === 'adverb')
    )
      return false
  }
  return true
}
