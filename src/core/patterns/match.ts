import type {Mention, Sentence, Word} from '../pipeline/analysis.ts'
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
  readonly required: readonly ReadonlySet<number>[]
  readonly named: ReadonlySet<number>
  /** All sets of the table, by id. */
  readonly sets: readonly ReadonlySet<number>[]
}

const nothing: ReadonlySet<number> = new Set()

export const toMatcher = (program: PatternProgram, sets: readonly ReadonlySet<number>[]): Matcher => ({
  states: program.states,
  accepting: new Set(program.accepting),
  required: program.required.map((set) => sets[set] ?? nothing),
  named: sets[program.named] ?? nothing,
  sets,
})

/** A pattern looks at no more than this many words, so that one odd sentence cannot cost much. */
const maxSpan = 40

/** Where a sentence's mentions begin. */
type MentionStarts = ReadonlyMap<number, Mention>

/** Leftmost, then longest; matches of one pattern do not overlap. */
function matchesIn(matcher: Matcher, sentence: Sentence, starts: MentionStarts): Match[] {
  const {words} = sentence
  if (!matcher.required.every((set) => words.some((word) => isIn(set, word)))) return []
  const matches: Match[] = []
  for (let start = 0; start < words.length; start++) {
    const found = longestFrom({matcher, sentence, starts}, start)
    if (!found) continue
    matches.push({start, ...found})
    start = found.end - 1
  }
  return matches
}

/** Matches of one pattern in a sentence, whose mentions are known by then. */
export const matchesOf = (matcher: Matcher | undefined, sentence: Sentence): readonly Match[] =>
  matcher ? matchesIn(matcher, sentence, mentionStarts(sentence)) : []

const startsBySentence = new WeakMap<Sentence, MentionStarts>()

function mentionStarts(sentence: Sentence): MentionStarts {
  const known = startsBySentence.get(sentence)
  if (known) return known
  const starts = new Map(sentence.mentions.map((mention) => [mention.start, mention]))
  startsBySentence.set(sentence, starts)
  return starts
}

export const isIn = (set: ReadonlySet<number> | undefined, word: Word) =>
  set !== undefined && !word.masked && ((word.form >= 0 && set.has(word.form)) || (word.exact >= 0 && set.has(word.exact)))

interface Run {
  readonly matcher: Matcher
  readonly sentence: Sentence
  readonly starts: MentionStarts
}

/** Where the machine stands: its state, the next word, whether a slot was unsure, whether it got here by a step. */
interface Position {
  readonly state: number
  readonly at: number
  readonly unsure: boolean
  readonly stepped: boolean
}

/** All positions that can be reached from `start`, each once: no backtracking. */
function longestFrom(run: Run, start: number): Omit<Match, 'start'> | undefined {
  const {matcher} = run
  if (!(matcher.states[0] ?? []).some((edge) => mayBegin(run, edge, start))) return undefined
  const reached: Position[] = [{state: 0, at: start, unsure: false, stepped: false}]
  const seen = new Set<number>()
  let best: Omit<Match, 'start'> | undefined
  for (const position of reached) {
    if (!position.stepped && matcher.accepting.has(position.state) && isBetter(position, best)) {
      best = {end: position.at, unsure: position.unsure}
    }
    for (const next of follow(run, position, start)) {
      const key = (next.state * 1024 + next.at) * 4 + (next.unsure ? 2 : 0) + (next.stepped ? 1 : 0)
      if (seen.has(key)) continue
      seen.add(key)
      reached.push(next)
    }
  }
  return best
}

const isBetter = ({at, unsure}: Position, best: Omit<Match, 'start'> | undefined) =>
  !best || at > best.end || (at === best.end && best.unsure && !unsure)

/** A cheap look at the first edges; most starts end here. */
function mayBegin({matcher, sentence, starts}: Run, [kind, value]: Edge, at: number): boolean {
  const word = sentence.words[at]
  if (!word || word.masked || (word.before === '-' && isNegatingPrefix(sentence.words[at - 1]))) return false
  return kind === edgeKinds.set ? isIn(matcher.sets[value], word) : starts.has(at)
}

/** "non-violent", "self-harm": the second half alone says something else. */
const isNegatingPrefix = (word: Word | undefined) => word !== undefined && /^(?:non|anti|self|pro|un)$/.test(word.norm)

function follow(run: Run, position: Position, start: number): Position[] {
  const {matcher, sentence, starts} = run
  if (position.at - start > maxSpan) return []
  const next: Position[] = []
  const edges = matcher.states[position.state] ?? []
  for (const edge of edges) next.push(...take(run, position, edge, start))
  if (position.state !== 0 && edges.length > 0) {
    for (const at of stepsFrom(sentence, starts, matcher.named, position.at)) next.push({...position, at, stepped: true})
  }
  return next
}

function take({matcher, sentence, starts}: Run, {at, unsure}: Position, [kind, value, to]: Edge, start: number): Position[] {
  const word = sentence.words[at]
  if (!word) return []
  if (kind === edgeKinds.gap) return gapEnds(sentence, starts, at).map((end) => ({state: to, at: end, unsure, stepped: false}))
  if (at > start && isStop(word)) return []
  if (kind === edgeKinds.set) return isIn(matcher.sets[value], word) ? [{state: to, at: at + 1, unsure, stepped: false}] : []
  const mention = starts.get(at)
  const role = slotRoleOrder[value]
  if (!mention || !role || mention.possessive !== (kind === edgeKinds.possessiveSlot)) return []
  const fit = fitOf(mention, role)
  return fit === 'no' ? [] : [{state: to, at: mention.end, unsure: unsure || fit === 'unsure', stepped: false}]
}
