import {isAfterComma, type Mention} from './analysis.ts'
import {type Grammar, type Group, isClauseBreak} from './verb-groups.ts'

/** Whom a verb is said of: a person, something that is no person, or not known. */
export type Subject = Mention | 'thing' | undefined

const takesPersonAndTo =
  /^(?:ask|tell|advise|allow|encourage|want|need|expect|require|permit|enable|help|let|make|warn|persuade|force|order|remind|support|invite|pressure|instruct|urge|get|cause|lead|leave|recommend|request|find|consider|believe|deem|judge|know|perceive|experience|assess|understand)(?:e?s|e?d|ing)?$|^(?:told|made|got|led|left|permitted|found|known|knew|understood)$/
const prepositions =
  /^(?:of|in|on|at|by|with|from|to|for|about|against|between|into|towards?|over|under|through|during|after|before|since|until|within|near|like|as|than|despite|without|upon|behind|beside|outside|inside|around)$/
/** A subject begins after one of these. “Who” and “which” are not among them: they are subjects themselves. */
const clauseOpeners =
  /^(?:that|because|while|when|whilst|although|though|if|unless|until|before|after|as|since|whether|so|where|how|why|what|but)$/

/** The subject of each group, in order; a group without one of its own borrows its neighbour's. */
export function findSubjects(grammar: Grammar, groups: readonly Group[]): Subject[] {
  const subjects: Subject[] = []
  for (const [index, group] of groups.entries())
    subjects.push(group.inverted ?? subjectBefore(grammar, groups, subjects, index))
  return subjects.map((subject, index) => subject ?? borrowed(groups, subjects, index))
}

function subjectBefore(
  grammar: Grammar,
  groups: readonly Group[],
  subjects: readonly Subject[],
  index: number,
): Subject {
  const group = groups[index]
  if (!group) return undefined
  const at = skipBack(grammar, group.start - 1, group.start)
  const word = grammar.words[at]
  if (!word) return undefined
  const previous = index > 0 ? subjects[index - 1] : undefined
  if (word.norm === 'to') return subjectOfInfinitive(grammar, groups, subjects, index, at)
  if (/^(?:and|or|but|then)$/.test(word.norm)) return previous
  if (word.norm === 'that' || word.norm === 'which') return nounPhraseEnding(grammar, at - 1)
  const opens = grammar.words[group.start]
  const isParticipial = !group.finite && opens?.norm.endsWith('ing') === true
  if (isParticipial && (prepositions.test(word.norm) || clauseOpeners.test(word.norm)))
    return prevented(grammar, groups[index - 1], at) ?? previous
  // "accepts hitting her", "stopped going": who does the one does the other
  if (isParticipial && groups[index - 1]?.head === at && at === group.start - 1) return previous
  if (
    at === group.start - 1 &&
    isAfterComma(opens) &&
    index > 0 &&
    (!group.finite || group.start === group.head)
  )
    return previous
  if (clauseOpeners.test(word.norm)) return undefined
  return throughRelative(grammar, groups, subjects, index, at) ?? nounPhraseEnding(grammar, at)
}

const keepsFrom =
  /^(?:prevent|stop|keep|discourage|deter|hinder|restrain|bar)(?:s|ed|t|ping|ped|ing)?$|^kept$/

/** "prevented Ms Rees from leaving": who is kept from it. */
function prevented({words, mentionOf}: Grammar, governor: Group | undefined, at: number): Subject {
  const object = words[at]?.norm === 'from' ? mentionOf(at - 1) : undefined
  return object && keepsFrom.test(words[governor?.head ?? -1]?.norm ?? '') ? object : undefined
}

/**
 * "The visitor who saw Ms Rees | failed", "the school that Cai attends | wrote", "agencies involved | failed":
 * a verb right behind another's object, or behind another verb, takes the noun that carries the clause.
 */
function throughRelative(
  grammar: Grammar,
  groups: readonly Group[],
  subjects: readonly Subject[],
  index: number,
  at: number,
): Subject {
  const [group, before] = [groups[index], groups[index - 1]]
  if (!before || !group?.finite) return undefined
  const object = grammar.mentionOf(at)
  const isBehindVerb = at === before.head
  const isBehindObject =
    object !== undefined && object.start - 1 === before.head && !object.possessive
  if (!isBehindVerb && !isBehindObject) return undefined
  const subject = subjects[index - 1]
  if (isBehindObject)
    return typeof subject === 'object' && subject.kind === 'relative-pronoun' ? subject : undefined
  const opener = typeof subject === 'object' ? grammar.words[subject.start - 1] : undefined
  if (/^(?:that|which|where|whom|who|when)$/.test(opener?.norm ?? ''))
    return nounPhraseEnding(grammar, (typeof subject === 'object' ? subject.start : 0) - 2)
  if (opener?.norm === 'what') return 'thing'
  return before.start === before.head ? subject : undefined
}

/** Left over adverbs, negations and an aside between commas. */
function skipBack({words, mentionOf}: Grammar, from: number, start: number): number {
  let at = from
  if (isAfterComma(words[start]) && words[at]?.norm !== 'and') {
    const opening = openingComma(words, at)
    if (opening !== undefined && opening > 0) at = opening - 1
  }
  while (at >= 0) {
    const word = words[at]
    if (
      !word ||
      mentionOf(at) ||
      !(word.step === 'adverb' || word.norm === 'not' || word.norm === 'never')
    )
      break
    at--
  }
  return at
}

const opensAside =
  /^(?:who|whom|which|whose|where|in|on|at|by|with|as|when|while|after|before|despite|to|for|from|having|being|like|then|however|according|if|perhaps|again|also|[a-z]+ing|[a-z]+ed)$/

function openingComma(words: Grammar['words'], from: number): number | undefined {
  for (let at = from; at > Math.max(0, from - 10); at--) {
    if (isAfterComma(words[at])) return opensAside.test(words[at]?.norm ?? '') ? at : undefined
    if (isClauseBreak(words[at])) return undefined
  }
  return undefined
}

/** "asked the mother to", "for the mother to", "her failure to", "able to": who is to do it. */
function subjectOfInfinitive(
  grammar: Grammar,
  groups: readonly Group[],
  subjects: readonly Subject[],
  index: number,
  to: number,
): Subject {
  const object = grammar.mentionOf(to - 1)
  const governor = groups[index - 1]
  if (object && !object.possessive) {
    const left = grammar.words[object.start - 1]?.norm ?? ''
    if (left === 'by' && governor?.passive) return subjects[index - 1]
    const isAsked =
      left === 'for' ||
      left === 'by' ||
      left === 'of' ||
      takesPersonAndTo.test(left) ||
      takesPersonAndTo.test(grammar.words[governor?.head ?? -1]?.norm ?? '')
    return isAsked ? object : subjects[index - 1]
  }
  return ownerOfNoun(grammar, to - 1) ?? subjects[index - 1]
}

/** The person a noun at `at` belongs to: "her failure", "the mother’s repeated failure", "failure of the mother". */
export function ownerOfNoun({words, mentionOf, tags}: Grammar, at: number): Mention | undefined {
  const right = ownerAfter(words, mentionOf, at)
  if (right) return right
  for (let left = at - 1; left >= 0 && left >= at - 4; left--) {
    const mention = mentionOf(left)
    // "one of our more needy parents" is said of somebody else
    if (mention) return mention.possessive && mention.person !== 'author' ? mention : undefined
    const word = words[left + 1]
    if (word?.before !== '' || !/^(?:ADJ|NOUN|ADV|NUM|PROPN|VERB)$/.test(tags[left] ?? ''))
      return undefined
  }
  return undefined
}

function ownerAfter(
  words: Grammar['words'],
  mentionOf: Grammar['mentionOf'],
  at: number,
): Mention | undefined {
  const next = words[at + 1]?.norm
  if (next === 'of' || next === 'by' || next === 'from') return mentionOf(at + 2)
  // "a failure to protect Cai on the mother’s part"
  const part = words.findIndex(({norm}, index) => index > at && norm === 'part')
  if (part < 0) return undefined
  if (words[part + 1]?.norm === 'of') return mentionOf(part + 2)
  const owner = mentionOf(part - 1)
  return owner?.possessive && words[owner.start - 1]?.norm === 'on' ? owner : undefined
}

/** The subject that ends at `at`: over prepositional phrases to the noun that carries them. */
function nounPhraseEnding(grammar: Grammar, at: number): Subject {
  const {words, mentionOf, tags} = grammar
  const mention = mentionOf(at)
  if (mention && !mention.possessive) {
    const left = words[mention.start - 1]
    if (!left || !prepositions.test(left.norm) || isAfterComma(words[mention.start])) return mention
    const host = hostOf(grammar, mention.start - 1)
    return host === 'thing' && left.norm === 'of' ? mention : (host ?? mention)
  }
  if (!/^(?:NOUN|PROPN|NUM|ADJ|PRON|VERB|DET|ADV)$/.test(tags[at] ?? '')) return undefined
  let start = at
  while (
    start > 0 &&
    !mentionOf(start - 1) &&
    words[start]?.before === '' &&
    /^(?:NOUN|ADJ|NUM|DET|PROPN|ADV)$/.test(tags[start - 1] ?? '')
  )
    start--
  const owner = mentionOf(start - 1)
  if (owner?.possessive) return owner
  const left = words[start - 1]
  if (left && prepositions.test(left.norm) && words[start]?.before === '')
    return hostOf(grammar, start - 1) ?? 'thing'
  return 'thing'
}

/** What a prepositional phrase hangs on: the noun phrase before the preposition at `at`. */
function hostOf(grammar: Grammar, at: number): Subject {
  const left = grammar.words[at - 1]
  if (!left || isAfterComma(grammar.words[at]) || clauseOpeners.test(left.norm)) return undefined
  const mention = grammar.mentionOf(at - 1)
  if (!mention && !/^(?:NOUN|PROPN|NUM|PRON)$/.test(grammar.tags[at - 1] ?? '')) return undefined
  return nounPhraseEnding(grammar, at - 1)
}

/** "Despite being advised, Ms Rees met": an opening phrase speaks of the subject that follows. */
function borrowed(groups: readonly Group[], subjects: readonly Subject[], index: number): Subject {
  const group = groups[index]
  if (!group || group.finite) return undefined
  const later = groups.findIndex((other, position) => position > index && other.finite)
  const earlier = subjects.slice(0, index).findLast((subject) => subject !== undefined)
  return earlier ?? (later > 0 ? subjects[later] : undefined)
}
