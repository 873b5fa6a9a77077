import type {Match} from '../patterns/match.ts'
import type {Mention, Sentence, VerbGroup} from './analysis.ts'

/** Word forms that facts ask about. */
export interface HarmWords {
  readonly verbs: ReadonlySet<string>
  /** Control that is no blow: locked, withheld, followed. Whoever does it is a doer. */
  readonly control: ReadonlySet<string>
  /** violence, abuse, assault, behaviour … */
  readonly nouns: ReadonlySet<string>
}
/** True where somebody, or something, is named as doing the harm: in this sentence or one beside it. */
export function isDoerNamed(
  sentence: Sentence,
  neighbours: readonly (Sentence | undefined)[],
  match: Match,
  harm: HarmWords,
): boolean {
  const harmed = harmedBy(sentence, match)
  const isBeside = neighbours.some(
    (each) => each !== undefined && namesDoer(each, {harmed, match: undefined}, harm),
  )
  return isBeside || namesDoer(sentence, {harmed, match}, harm)
}

/** The person the match itself says was harmed: at its start, or the subject of its verb. */
function harmedBy(sentence: Sentence, {start, end}: Match): Mention | undefined {
  const first = sentence.mentions.find((mention) => mention.start === start)
  if (first && !first.possessive) return first
  const subject = sentence
    .verbs()
    .find(({head, passive}) => passive && head >= start && head < end)?.subject
  return typeof subject === 'object' && !subject.possessive ? subject : undefined
}

/** What the doer is looked for: the harm of a match, which is in this sentence or beside it. */
interface Harm {
  readonly harmed: Mention | undefined
  /** The match, in its own sentence only: any by-phrase of its verb names a doer. */
  readonly match: Match | undefined
}

/** Most sentences beside a match speak of no harm at all, and need not be parsed to know it. */
function namesDoer(sentence: Sentence, sought: Harm, harm: HarmWords): boolean {
  if (!speaksOfHarm(sentence, sought, harm)) return false
  return (
    sentence.verbs().some((verb) => isDoer(sentence, verb, sought, harm)) ||
    ownsHarm(sentence, sought.harmed, harm)
  )
}

const speaksOfHarm = ({words}: Sentence, {match}: Harm, harm: HarmWords) =>
  words.some(
    ({norm}) =>
      harm.verbs.has(norm) ||
      harm.nouns.has(norm) ||
      harm.control.has(norm) ||
      harmfulAdjectives.test(norm) ||
      answersFor.test(norm) ||
      (match !== undefined && norm === 'by'),
  )

const harmfulAdjectives = /^(?:violent|abusive|aggressive|threatening|controlling|coercive)$/
const lightVerb =
  /^(?:subject|inflict|perpetrate|use|cause|commit|carry|make|engage|show|display)(?:e?s|e?d|ing)?$|^(?:made|shown)$/

function isDoer(
  sentence: Sentence,
  verb: VerbGroup,
  {harmed, match}: Harm,
  harm: HarmWords,
): boolean {
  const head = sentence.words[verb.head]
  if (!head) return false
  if (
    answersFor.test(head.norm) &&
    isOther(verb.subject, harmed) &&
    namesHarmAfter(sentence, verb.head, harm)
  )
    return true
  if (verb.passive) {
    const isOwn = match !== undefined && verb.head >= match.start && verb.head < match.end
    const isHarm = isOwn || harm.verbs.has(head.norm) || isLightHarm(sentence, verb, harm)
    return (
      isHarm &&
      verb.agent !== undefined &&
      (verb.agent === 'thing' ||
        (verb.agent.person === 'professional' && isHarmWord(head.norm, harm)) ||
        (isPerson(verb.agent) && !isSame(verb.agent, harmed)))
    )
  }
  if (typeof verb.subject !== 'object' || !isPerson(verb.subject) || isSame(verb.subject, harmed))
    return false
  if (harm.control.has(head.norm)) return hasObject(sentence, verb.head)
  if (harm.verbs.has(head.norm)) return harmed === undefined || !hasThingObject(sentence, verb.head)
  return isHarmful(sentence, verb) || isLightHarm(sentence, verb, harm)
}

/** "was convicted of assault", "pleaded guilty to", "admits the strangulation". */
const answersFor =
  /^(?:convicted|cautioned|sentenced|charged|arrested|jailed|pleads?|pleaded|admits?|admitted|accepts?|accepted)$/

const isOther = (subject: VerbGroup['subject'], harmed: Mention | undefined) =>
  typeof subject === 'object' && isPerson(subject) && !isSame(subject, harmed)

const namesHarmAfter = ({words}: Sentence, head: number, harm: HarmWords) =>
  words.slice(head + 1, head + 9).some(({norm}) => harm.nouns.has(norm) || harm.verbs.has(norm))

const isHarmWord = (norm: string, {verbs, control}: HarmWords) =>
  verbs.has(norm) || control.has(norm)

/** "was violent", "became abusive"; not "was subject to controlling behaviour". */
function isHarmful(sentence: Sentence, {head}: VerbGroup): boolean {
  const {words} = sentence
  if (words[head]?.step !== 'being' && !/^bec(?:o|a)me$/.test(words[head]?.norm ?? '')) return false
  const at = words.findIndex(
    ({norm}, index) => index > head && index <= head + 4 && harmfulAdjectives.test(norm),
  )
  return at > 0 && sentence.tags()[at + 1] !== 'NOUN'
}

/** "inflicted injuries", "used violence", "an assault was committed by". */
function isLightHarm(
  {words}: Sentence,
  {start, head, passive}: VerbGroup,
  harm: HarmWords,
): boolean {
  if (!lightVerb.test(words[head]?.norm ?? '')) return false
  const near = passive
    ? words.slice(Math.max(0, start - 5), start)
    : words.slice(head + 1, head + 9)
  return near.some(({norm}) => harm.nouns.has(norm))
}

/** "hid her keys"; not "the children hid". */
function hasObject({words, mentions}: Sentence, head: number): boolean {
  const next = words[head + 1]
  return (
    next !== undefined &&
    next.before === '' &&
    (next.step === 'article' || mentions.some(({start}) => start === head + 1))
  )
}

/** "pushed the door": harm to a thing does not say who harmed the person. */
function hasThingObject({words, mentions}: Sentence, head: number): boolean {
  const next = words[head + 1]
  return (
    next !== undefined &&
    /^(?:the|a|an)$/.test(next.norm) &&
    !mentions.some(({start}) => start === head + 1)
  )
}

const isPerson = ({person}: Mention) =>
  person !== 'author' && person !== 'nobody' && person !== 'professional'

/** The same person, as far as the words tell. */
function isSame(one: Mention, other: Mention | undefined): boolean {
  if (!other) return false
  if (one === other) return true
  if (one.party || other.party) return one.party === other.party
  if (one.kind === 'pronoun' && other.kind === 'pronoun') return one.pronoun === other.pronoun
  const mayBeOne = one.person === other.person || one.person === 'any' || other.person === 'any'
  return (
    mayBeOne &&
    one.pronoun !== undefined &&
    one.pronoun === other.pronoun &&
    (one.kind === 'pronoun' || other.kind === 'pronoun')
  )
}

/** "his violence", "the violence of Mr Hughes", "abuse from the father", "at the hands of". */
function ownsHarm(sentence: Sentence, harmed: Mention | undefined, harm: HarmWords): boolean {
  return sentence.mentions.some((mention) => {
    if (!isPerson(mention) || isSame(mention, harmed) || mention.role === 'survivor') return false
    return mention.possessive
      ? ownsNoun(sentence, mention, harm)
      : doesNoun(sentence, mention, harm)
  })
}

const ownsNoun = ({words}: Sentence, {end}: Mention, harm: HarmWords) =>
  words
    .slice(end, end + 4)
    .some(
      ({norm}, offset, next) =>
        next.slice(1, offset + 1).every(({before}) => before === '') &&
        !norm.endsWith('ed') &&
        harm.nouns.has(norm),
    )

/** After these nouns *of* names the doer; after "abuse of" it names the person harmed. */
const genitive =
  /^(?:violence|behaviour|conduct|action|actions|temper|anger|aggression|control|hands|fists)$/

/** “isolated from her friends”: what follows is not who did it. */
const separates = /^isolat/

function doesNoun({words}: Sentence, {start}: Mention, harm: HarmWords): boolean {
  const [noun, preposition] = [words[start - 2]?.norm ?? '', words[start - 1]?.norm]
  if (preposition === 'of') return genitive.test(noun)
  if (preposition !== 'from' && preposition !== 'by') return false
  const before = words.slice(Math.max(0, start - (preposition === 'by' ? 6 : 4)), start - 1)
  const from = before.findLastIndex(
    ({step, before: mark}) =>
      step === 'being' || step === 'helping' || (mark !== '' && preposition === 'from'),
  )
  return before
    .slice(Math.max(0, from))
    .some(
      ({norm}, index) =>
        (from < 0 || index > 0 || preposition === 'by') &&
        !(preposition === 'from' && separates.test(norm)) &&
        (harm.nouns.has(norm) || harm.verbs.has(norm)),
    )
}
