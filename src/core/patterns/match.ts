import type {Sentence, Word} from '../pipeline/analysis.ts'
import {type FormSet, hasOneOf, isIn} from './form-set.ts'
import {gapEnds, isStop, stepsFrom} from './gap.ts'
import {type Edge, edgeKinds, type PatternProgram, slotRoleOrder} from './program.ts'
import {fitOf} from './slots.ts'

/** Words [start, end) that a pattern matched; `unsure` where a slot met somebody whose role is not known. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly unsure: boolean
}

/** A pattern ready to match. */
export interface Matcher {
  readonly states: readonly (readonly Edge[])[]
  readonly accepting: ReadonlySet<number>
  /** A sentence that matches has a word of this, and of each of the required. */
  readonly anchor: FormSet
  readonly required: readonly FormSet[]
  /** What its first word may be, where it begins with no mention. */
  readonly first: FormSet
  readonly beginsWithSlot: boolean
  readonly named: FormSet
  /** Sets of the table by id. */
  readonly set: (id: number) => FormSet
}

const isSlot = (kind: number) => kind === edgeKinds.slot || kind === edgeKinds.possessiveSlot

export const toMatcher = (program: PatternProgram, set: (id: number) => FormSet): Matcher => ({
  states: program.states,
  accepting: new Set(program.accepting),
  anchor: set(program.anchor),
  required: program.required.map(set),
  first: set(program.first),
  beginsWithSlot: (program.states[0] ?? []).some(([kind]) => isSlot(kind)),
  named: set(program.named),
  set,
})

/** A pattern looks at no more than this many words, so that one odd sentence cannot cost much. */
const maxSpan = 40
const none: readonly Match[] = []

/** Matches of a pattern that many rules may ask for, such as a condition or a frame: found once and kept. */
export function matchesOf(matcher: Matcher | undefined, sentence: Sentence): readonly Match[] {
  if (!matcher) return none
  const known = sentence.matches.get(matcher)
  if (known) return known
  const isCalled = [matcher.anchor, ...matcher.required].every((set) =>
    hasOneOf(sentence.forms, set),
  )
  const found = isCalled ? findMatches(matcher, sentence) : none
  sentence.matches.set(matcher, found)
  return found
}

/** Matches of one pattern in a sentence that has its anchor and the rest: leftmost, then longest, none overlapping. */
export function findMatches(matcher: Matcher, sentence: Sentence): readonly Match[] {
  const {words} = sentence
  const matches: Match[] = []
  for (let start = 0; start < words.length; start++) {
    if (!mayBegin(matcher, sentence, start)) continue
    const found = longestFrom({matcher, sentence, start})
    if (!found) continue
    matches.push(found)
    start = found.end - 1
  }
  return matches
}

/** A cheap look at the first edges; most starts end here. */
function mayBegin(
  {first, beginsWithSlot}: Matcher,
  {words, mentionAt}: Sentence,
  start: number,
): boolean {
  const word = words[start]
  if (!word) return false
  const may = (beginsWithSlot && mentionAt[start] !== undefined) || isIn(first, word)
  return may && !(word.before === '-' && isNegatingPrefix(words[start - 1]))
}

/** "non-violent", "self-harm": the second half alone says something else. */
const isNegatingPrefix = (word: Word | undefined) =>
  word !== undefined && /^(?:non|anti|self|pro|un)$/.test(word.norm)

interface Run {
  readonly matcher: Matcher
  readonly sentence: Sentence
  readonly start: number
}

/** Where the machine stands: its state, the next word, whether a slot was unsure, whether it got here by a step. */
interface Position {
  readonly state: number
  readonly at: number
  readonly unsure: boolean
  readonly stepped: boolean
  /** Behind an aside, whose closing mark is no stop. */
  readonly crossed: boolean
}

/** All positions that can be reached from the start, each once: no backtracking. */
function longestFrom(run: Run): Match | undefined {
  const {matcher, start} = run
  const reached: Position[] = [{state: 0, at: start, unsure: false, stepped: false, crossed: false}]
  let best: Match | undefined
  for (const position of reached) {
    if (!position.stepped && matcher.accepting.has(position.state) && isBetter(position, best)) {
      best = {start, end: position.at, unsure: position.unsure}
    }
    follow(run, position, reached)
  }
  return best
}

const isBetter = ({at, unsure}: Position, best: Match | undefined) =>
  !best || at > best.end || (at === best.end && best.unsure && !unsure)

/** Most runs reach a handful of positions, so a look at each is cheaper than a set. */
function arrive(
  reached: Position[],
  state: number,
  at: number,
  unsure: boolean,
  stepped = false,
  crossed = false,
) {
  for (const known of reached) {
    if (
      known.at === at &&
      known.state === state &&
      known.unsure === unsure &&
      known.stepped === stepped &&
      known.crossed === crossed
    )
      return
  }
  reached.push({state, at, unsure, stepped, crossed})
}

function follow(run: Run, position: Position, reached: Position[]) {
  const {matcher, sentence, start} = run
  if (position.at - start > maxSpan) return
  const edges = matcher.states[position.state] ?? []
  for (const edge of edges) take(run, position, edge, reached)
  if (position.state === 0 || edges.length === 0) return
  for (const {at, crossed} of stepsFrom(sentence, matcher.named, position))
    arrive(reached, position.state, at, position.unsure, true, crossed)
}

/** What one edge leads to: past a word, a mention or a gap. */
function take(run: Run, position: Position, edge: Edge, reached: Position[]) {
  const {sentence, start} = run
  const [kind, , state] = edge
  const {at, unsure} = position
  const word = sentence.words[at]
  if (!word) return
  if (kind === edgeKinds.gap) {
    for (const end of gapEnds(sentence, at, (next) => mayGoOn(run, state, next)))
      arrive(reached, state, end, unsure)
    return
  }
  if (at > start && isStop(word) && !position.crossed) return
  if (isSlot(kind)) takeMention(run, position, edge, reached)
  else if (takesWord(run, word, position, edge)) arrive(reached, state, at + 1, unsure)
}

/** Whether some edge of a state could take the word at `at`, or an aside begins there. */
function mayGoOn({matcher, sentence}: Run, state: number, at: number): boolean {
  const word = sentence.words[at]
  if (!word) return false
  if (word.before !== '') return true
  const mention = sentence.mentionAt[at]
  return (matcher.states[state] ?? []).some(([kind, id]) =>
    isSlot(kind) ? mention !== undefined : isIn(matcher.set(id), word),
  )
}

/** A word of a set; one that a hyphen joins in the pattern has nothing but a space or a hyphen before it. */
function takesWord({matcher}: Run, word: Word, {stepped}: Position, [kind, value]: Edge): boolean {
  if (kind === edgeKinds.tight && (stepped || !/^[-‐‑/]?$/.test(word.before))) return false
  return isIn(matcher.set(value), word)
}

function takeMention(
  {sentence, start}: Run,
  {at, unsure}: Position,
  [kind, value, state]: Edge,
  reached: Position[],
) {
  const mention = sentence.mentionAt[at]
  const role = slotRoleOrder[value]
  if (!mention || !role || mention.possessive !== (kind === edgeKinds.possessiveSlot)) return
  // "The house of the mother was hit": whoever stands after *of* is not the one spoken of.
  if (at === start && sentence.words[at - 1]?.norm === 'of') return
  const fit = fitOf(mention, role)
  if (fit !== 'no') arrive(reached, state, mention.end, unsure || fit === 'unsure')
}
