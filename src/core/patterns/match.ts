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
  const found = hasOneOf(sentence.forms, matcher.anchor) ? findMatches(matcher, sentence) : none
  sentence.matches.set(matcher, found)
  return found
}

/** Matches of one pattern in a sentence that has its anchor: leftmost, then longest, none overlapping. */
export function findMatches(matcher: Matcher, sentence: Sentence): readonly Match[] {
  const {words} = sentence
  for (const set of matcher.required) if (!hasOneOf(sentence.forms, set)) return none
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
  const seen = new Set<number>()
  let best: Match | undefined
  for (const position of reached) {
    if (!position.stepped && matcher.accepting.has(position.state) && isBetter(position, best)) {
      best = {start, end: position.at, unsure: position.unsure}
    }
    follow(run, position, (next) => {
      const flags = (next.unsure ? 4 : 0) + (next.stepped ? 2 : 0) + (next.crossed ? 1 : 0)
      const key = (next.state * 1024 + next.at) * 8 + flags
      if (seen.has(key)) return
      seen.add(key)
      reached.push(next)
    })
  }
  return best
}

const isBetter = ({at, unsure}: Position, best: Match | undefined) =>
  !best || at > best.end || (at === best.end && best.unsure && !unsure)

type Arrive = (position: Position) => void

function follow(run: Run, position: Position, arrive: Arrive) {
  const {matcher, sentence, start} = run
  if (position.at - start > maxSpan) return
  const edges = matcher.states[position.state] ?? []
  for (const edge of edges) take(run, position, edge, arrive)
  if (position.state === 0 || edges.length === 0) return
  for (const step of stepsFrom(sentence, matcher.named, position))
    arrive({...position, ...step, stepped: true})
}

/** What one edge leads to: past a word, a mention or a gap. */
function take(run: Run, position: Position, edge: Edge, arrive: Arrive) {
  const {sentence, start} = run
  const [kind, , state] = edge
  const {at, unsure} = position
  const word = sentence.words[at]
  if (!word) return
  if (kind === edgeKinds.gap) {
    for (const end of gapEnds(sentence, at, (next) => mayGoOn(run, state, next)))
      arrive({state, at: end, unsure, stepped: false, crossed: false})
    return
  }
  if (at > start && isStop(word) && !position.crossed) return
  if (kind === edgeKinds.slot || kind === edgeKinds.possessiveSlot)
    takeMention(run, position, edge, arrive)
  else if (takesWord(run, word, position, edge))
    arrive({state, at: at + 1, unsure, stepped: false, crossed: false})
}

/** Whether some edge of a state could take the word at `at`, an aside or a mention aside. */
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
  arrive: Arrive,
) {
  const mention = sentence.mentionAt[at]
  const role = slotRoleOrder[value]
  if (!mention || !role || mention.possessive !== (kind === edgeKinds.possessiveSlot)) return
  // "The house of the mother was hit": whoever stands after *of* is not the one spoken of.
  if (at === start && sentence.words[at - 1]?.norm === 'of') return
  const fit = fitOf(mention, role)
  if (fit !== 'no')
    arrive({
      state,
      at: mention.end,
      unsure: unsure || fit === 'unsure',
      stepped: false,
      crossed: false,
    })
}
