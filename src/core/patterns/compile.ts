import {
  type Compilation,
  formId,
  type Lexicon,
  listOf,
  newCompilation,
  programAt,
  setAt,
  setOfIds,
} from './compilation.ts'
import {formsOf} from './forms.ts'
import {type Machine, newMachine, newState, withoutEmptyEdges} from './machine.ts'
import {normalise} from './normalise.ts'
import {type Item, NotationError, parsePattern, type Sequence} from './notation.ts'
import {
  type Edge,
  edgeKinds,
  type PatternProgram,
  type PatternTable,
  slotRoleOrder,
  writeProgram,
  writeSet,
} from './program.ts'
import {withoutSmallWords} from './small-words.ts'
import {stepOf} from './stepping.ts'
import {weightOf, wordsOfEverySentence} from './word-weights.ts'

const maxListDepth = 6

/** Reads every list, so that a mistake in one is found. Throws NotationError, naming the list. */
export function startCompilation(lexicon: Lexicon): Compilation {
  const compilation = newCompilation(lexicon, {vocabulary: '', sets: [], programs: []})
  for (const name of Object.keys(lexicon)) expandList(compilation, name, 0)
  return compilation
}

/** Patterns to add to a table: they share its vocabulary, and nothing of it is compiled again. */
export const continueCompilation = (table: PatternTable, lexicon: Lexicon): Compilation =>
  newCompilation(lexicon, table)

/** The id of the pattern's program in the table; the same pattern is compiled once. Throws NotationError. */
export function addPattern(compilation: Compilation, pattern: string): number {
  const known = compilation.programIds.get(pattern)
  if (known !== undefined) return known
  const program = compileSequence(compilation, withoutSmallWords(parsePattern(pattern)))
  const id = compilation.firstProgram + compilation.programs.length
  compilation.programs.push(program)
  compilation.programIds.set(pattern, id)
  return id
}

/** Refuses a pattern that stands for itself and has only words of every sentence. Throws NotationError. */
export function addOwnPattern(compilation: Compilation, pattern: string): number {
  const id = addPattern(compilation, pattern)
  const {anchor = -1, required = []} = programAt(compilation, id) ?? {}
  const isEverywhere = (set: number) =>
    setAt(compilation, set)?.every((form) => everywhere.has(form)) === true
  const everywhere = new Set(
    wordsOfEverySentence.map((word) => compilation.formIds.get(word) ?? -1),
  )
  if ([anchor, ...required].every(isEverywhere))
    throw new NotationError('has no word or list to find it by; add one')
  return id
}

/** The id of the set of all forms of the given words and lists, for detectors. */
export const addWords = (compilation: Compilation, patterns: readonly string[]): number =>
  setOf(
    compilation,
    patterns.flatMap((pattern) => formsIn(compilation, withoutSmallWords(parsePattern(pattern)))),
  )

/** What was compiled, behind what the compilation was continued from. */
export const toTable = (
  {formIds, sets, programs}: Compilation,
  before: Omit<PatternTable, 'vocabulary'> = {sets: [], programs: []},
): PatternTable => ({
  vocabulary: [...formIds.keys()].join(' '),
  sets: [...before.sets, ...sets.map(writeSet)],
  programs: [...before.programs, ...programs.map(writeProgram)],
})

function compileSequence(compilation: Compilation, sequence: Sequence): PatternProgram {
  const machine = newMachine()
  const end = build(compilation, machine, sequence, 0)
  const [anchor, ...required] = anchorsOf(compilation, sequence).toSorted(
    (a, b) => weightOf(a) - weightOf(b),
  )
  if (!anchor) throw new NotationError('has no word or list to find it by; add one')
  const named = formsIn(compilation, sequence).filter((form) => stepOf(form) !== undefined)
  const {states, accepting} = withoutEmptyEdges(machine, end)
  const plain = {accepting, states: states.map((edges) => withoutParallels(compilation, edges))}
  return {
    ...plain,
    first: firstWords(compilation, plain.states[0] ?? []),
    anchor: setOf(compilation, anchor),
    required: required.map((forms) => setOf(compilation, forms)),
    named: setOf(compilation, named),
  }
}

/** Words that lead to the same state are one set: "fail to", "unable to" and "refuse to" are one look. */
function withoutParallels(compilation: Compilation, edges: readonly Edge[]): readonly Edge[] {
  const idsByEnd = new Map<string, number[]>()
  for (const [kind, value, to] of edges) {
    const isWord = kind === edgeKinds.set || kind === edgeKinds.tight
    const key = `${kind} ${isWord ? '' : value} ${to}`
    idsByEnd.set(key, [
      ...(idsByEnd.get(key) ?? []),
      ...(isWord ? (setAt(compilation, value) ?? []) : []),
    ])
  }
  return [...idsByEnd].map(([key, ids]) => {
    const [kind = '', value = '', to = ''] = key.split(' ')
    const set =
      value === ''
        ? setOfIds(
            compilation,
            [...new Set(ids)].sort((a, b) => a - b),
          )
        : Number(value)
    return [Number(kind), set, Number(to)] as const
  })
}

/** What a match may begin with, in one set: a long list is one look. */
function firstWords(compilation: Compilation, edges: readonly Edge[]): number {
  const sets = edges
    .filter(([kind]) => kind === edgeKinds.set || kind === edgeKinds.tight)
    .map(([, set]) => setAt(compilation, set) ?? [])
  return setOfIds(
    compilation,
    [...new Set(sets.flat())].sort((a, b) => a - b),
  )
}

const build = (
  compilation: Compilation,
  machine: Machine,
  sequence: Sequence,
  from: number,
): number => sequence.reduce((state, item) => buildItem(compilation, machine, item, state), from)

function buildItem(compilation: Compilation, machine: Machine, item: Item, from: number): number {
  const to = newState(machine)
  if (item.kind === 'gap') machine.edges[from]?.push([edgeKinds.gap, 0, to])
  else if (item.kind === 'slot') {
    machine.edges[from]?.push([
      item.possessive ? edgeKinds.possessiveSlot : edgeKinds.slot,
      slotRoleOrder.indexOf(item.role),
      to,
    ])
  } else buildAlternatives(compilation, machine, alternativesOf(compilation, item), from, to)
  if (item.kind === 'group' && item.optional) machine.empty[from]?.push(to)
  return to
}

/** One-word alternatives share one edge: a list of a hundred verbs is one comparison. */
function buildAlternatives(
  compilation: Compilation,
  machine: Machine,
  alternatives: readonly Sequence[],
  from: number,
  to: number,
) {
  const single = alternatives.filter(isOneWord)
  for (const [kind, tight] of [
    [edgeKinds.set, false],
    [edgeKinds.tight, true],
  ] as const) {
    const forms = single
      .filter((sequence) => isTight(sequence) === tight)
      .flatMap((sequence) => formsIn(compilation, sequence))
    if (forms.length > 0) machine.edges[from]?.push([kind, setOf(compilation, forms), to])
  }
  for (const sequence of alternatives) {
    if (!isOneWord(sequence)) machine.empty[build(compilation, machine, sequence, from)]?.push(to)
  }
}

const isTight = ([item]: Sequence) => item?.kind === 'word' && item.tight === true

const isOneWord = ([item, ...others]: Sequence) =>
  others.length === 0 && (item?.kind === 'word' || item?.kind === 'exact')

/** A word, a list and a group alike as what may stand there; lists and groups inside are opened where they stand alone. */
function alternativesOf(compilation: Compilation, item: Item): readonly Sequence[] {
  if (item.kind === 'list') return expandList(compilation, item.name, 0)
  if (item.kind !== 'group') return [[item]]
  return item.alternatives.flatMap((sequence) => {
    const [only] = sequence
    const opens =
      sequence.length === 1 && (only?.kind === 'list' || (only?.kind === 'group' && !only.optional))
    return opens && only ? alternativesOf(compilation, only) : [sequence]
  })
}

function expandList(compilation: Compilation, name: string, depth: number): readonly Sequence[] {
  const entries = listOf(compilation, name)
  if (depth > maxListDepth)
    throw new NotationError(`names the list <${name}>, which contains itself`)
  return entries.flatMap((entry) => {
    for (const item of entry)
      if (item.kind === 'list') expandList(compilation, item.name, depth + 1)
    const [only] = entry
    return entry.length === 1 && only?.kind === 'list'
      ? expandList(compilation, only.name, depth + 1)
      : [entry]
  })
}

function formsIn(compilation: Compilation, sequence: Sequence): string[] {
  return sequence.flatMap((item) => {
    if (item.kind === 'exact') return [isAcronym(item.word) ? item.word : normalise(item.word)]
    if (item.kind === 'word')
      return isAcronym(item.word) ? [item.word] : formsOf(item.word).map(normalise)
    if (item.kind === 'gap' || item.kind === 'slot') return []
    return alternativesOf(compilation, item).flatMap((inner) => formsIn(compilation, inner))
  })
}

/** Compared as written: "DNA" is an abbreviation in these reports, "dna" is not. */
const isAcronym = (word: string) => /^\p{Lu}{2,}$/u.test(word)

/** For each place that every match passes: the forms of which one must stand there. */
function anchorsOf(compilation: Compilation, sequence: Sequence): string[][] {
  return sequence.flatMap((item) => {
    if (item.kind === 'gap' || item.kind === 'slot' || (item.kind === 'group' && item.optional))
      return []
    if (item.kind === 'word' || item.kind === 'exact') return [formsIn(compilation, [item])]
    const best = alternativesOf(compilation, item).map(
      (inner) => anchorsOf(compilation, inner).toSorted((a, b) => weightOf(a) - weightOf(b))[0],
    )
    return best.some((forms) => forms === undefined) ? [] : [best.flatMap((forms) => forms ?? [])]
  })
}

const setOf = (compilation: Compilation, forms: readonly string[]): number =>
  setOfIds(
    compilation,
    [...new Set(forms.map((form) => formId(compilation, form)))].sort((a, b) => a - b),
  )

/** A list's entries as plain phrases, the last word in every form ("social worker", "social workers"). */
export function phrasesOf(compilation: Compilation, name: string): string[] {
  return expandList(compilation, name, 0).flatMap((sequence) => {
    const words = sequence.flatMap((item) =>
      item.kind === 'group' ? (item.alternatives[0] ?? []) : [item],
    )
    const forms = words.map((item) => formsIn(compilation, [item]).map(normalise))
    const before = forms.slice(0, -1).map(([base]) => base ?? '')
    return (forms.at(-1) ?? []).map((form) => [...before, form].join(' '))
  })
}

/** Every form of every first word of a list's entries: "beat up" gives beat, beats, beaten … */
export function firstWordsOf(compilation: Compilation, name: string): string[] {
  return expandList(compilation, name, 0).flatMap(([first]) =>
    first ? formsIn(compilation, [first]) : [],
  )
}
