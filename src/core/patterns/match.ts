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

export const toMatcher = (
  program: PatternProgram,
  sets: readonly ReadonlySet<number>[],
): Matcher => ({
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

/** Official names are seen, so that frames and exceptions may name them; no finding stands on one. */
export const isIn = (set: ReadonlySet<number> | undefined, word: Word) =>
  set !== undefined &&
  ((word.form >= 0 && set.has(word.form)) || (word.exact >= 0 && set.has(word.exact)))

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
  /** Behind an aside, whose closing mark is no stop. */
  readonly crossed: boolean
}

/** All positions that can be reached from `start`, each once: no backtracking. */
function longestFrom(run: Run, start: number): Omit<Match, 'start'> | undefined {
  const {matcher} = run
  if (!(matcher.states[0] ?? []).some((edge) => mayBegin(run, edge, start))) return undefined
  const reached: Position[] = [{state: 0, at: start, unsure: false, stepped: false, crossed: false}]
  const seen = new Set<number>()
  let best: Omit<Match, 'start'> | undefined
  for (const position of reached) {
    if (!position.stepped && matcher.accepting.has(position.state) && isBetter(position, best)) {
      best = {end: position.at, unsure: position.unsure}
    }
    for (const next of follow(run, position, start)) {
      const flags = (next.unsure ? 4 : 0) + (next.stepped ? 2 : 0) + (next.crossed ? 1 : 0)
      const key = (next.state * 1024 + next.at) * 8 + flags
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
  if (!word || (word.before === '-' && isNegatingPrefix(sentence.words[at - 1]))) return false
  return kind === edgeKinds.set ? isIn(matcher.sets[value], word) : starts.has(at)
}

/** "non-violent", "self-harm": the second half alone says something else. */
const isNegatingPrefix = (word: Word | undefined) =>
  word !== undefined && /^(?:non|anti|self|pro|un)$/.test(word.norm)

function follow(run: Run, position: Position, start: number): Position[] {
  const {matcher, sentence, starts} = run
  if (position.at - start > maxSpan) return []
  const edges = matcher.states[position.state] ?? []
  const next = edges.flatMap((edge) => take(run, position, edge, start))
  if (position.state === 0 || edges.length === 0) return next
  const steps = stepsFrom(sentence, starts, matcher.named, position)
  return [...next, ...steps.map((step) => ({...position, ...step, stepped: true}))]
}

/** What one edge leads to: past a word, a mention or a gap. */
function take(run: Run, position: Position, edge: Edge, start: number): Position[] {
  const {sentence, starts} = run
  const [kind, , to] = edge
  const {at, unsure} = position
  const word = sentence.words[at]
  if (!word) return []
  const arrive = (end: number, isUnsure = unsure) => ({
    state: to,
    at: end,
    unsure: isUnsure,
    stepped: false,
    crossed: false,
  })
  if (kind === edgeKinds.gap) return gapEnds(sentence, starts, at).map((end) => arrive(end))
  if (at > start && isStop(word) && !position.crossed) return []
  if (kind === edgeKinds.slot || kind === edgeKinds.possessiveSlot)
    return takeMention(run, at, edge, start).map(({end, isUnsure}) =>
      arrive(end, unsure || isUnsure),
    )
  return takesWord(run, word, position, edge) ? [arrive(at + 1)] : []
}

/** A word of a set; one that a hyphen joins in the pattern has nothing but a space or a hyphen before it. */
function takesWord({matcher}: Run, word: Word, {stepped}: Position, [kind, value]: Edge): boolean {
  if (kind === edgeKinds.tight && (stepped || !/^[-‐‑/]?$/.test(word.before))) return false
  return isIn(matcher.sets[value], word)
}

function takeMention(
  {sentence, starts}: Run,
  at: number,
  [kind, value]: Edge,
  start: number,
): {end: number; isUnsure: boolean}[] {
  const mention = starts.get(at)
  const role = slotRoleOrder[value]
  // "The house of the mother was hit": whoever stands after *of* is not the one spoken of.
  if (at === start && sentence.words[at - 1]?.norm === 'of') return []
  if (!mention || !role || mention.possessive !== (kind === edgeKinds.possessiveSlot)) return []
  const fit = fitOf(mention, role)
  return fit === 'no' ? [] : [{end: mention.end, isUnsure: fit === 'unsure'}]
}
