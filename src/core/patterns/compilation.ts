import {NotationError, parsePattern, type Sequence} from './notation.ts'
import type {PatternProgram, PatternTable} from './program.ts'
import {withoutSmallWords} from './small-words.ts'

/** Lists by name, as they stand in the lexicon. */
export type Lexicon = Readonly<Record<string, readonly string[]>>

/** All patterns of a rulebook, or of what is added to one, on their way to one table. */
export interface Compilation {
  readonly lexicon: Lexicon
  /** Lists of the lexicon that something has named, read. */
  readonly lists: Map<string, readonly Sequence[]>
  readonly formIds: Map<string, number>
  readonly setIds: Map<string, number>
  readonly sets: number[][]
  readonly programIds: Map<string, number>
  readonly programs: PatternProgram[]
  /** The ids of the first set and the first program: those of a table that is added to come before. */
  readonly firstSet: number
  readonly firstProgram: number
}

/** Nothing yet, to be added to a table. */
export const newCompilation = (lexicon: Lexicon, {vocabulary, sets, programs}: PatternTable) => ({
  lexicon,
  lists: new Map(),
  formIds: new Map(vocabulary === '' ? [] : vocabulary.split(' ').map((form, id) => [form, id])),
  setIds: new Map(),
  sets: [],
  programIds: new Map(),
  programs: [],
  firstSet: sets.length,
  firstProgram: programs.length,
})

/** A set of this compilation by its id. */
export const setAt = ({sets, firstSet}: Compilation, id: number): readonly number[] | undefined =>
  sets[id - firstSet]

/** A program of this compilation by its id. */
export const programAt = (
  {programs, firstProgram}: Compilation,
  id: number,
): PatternProgram | undefined => programs[id - firstProgram]

/** A list's entries, read when first named. Throws NotationError. */
export function listOf({lexicon, lists}: Compilation, name: string): readonly Sequence[] {
  const known = lists.get(name)
  if (known) return known
  if (!Object.hasOwn(lexicon, name)) {
    throw new NotationError(
      `names the list <${name}>, which rules/lexicon.yml does not have; its lists: ${Object.keys(lexicon).join(', ')}`,
    )
  }
  const read = (lexicon[name] ?? []).map((entry) => parseEntry(name, entry))
  lists.set(name, read)
  return read
}

function parseEntry(name: string, entry: string): Sequence {
  try {
    return withoutSmallWords(parsePattern(entry))
  } catch (cause) {
    if (!(cause instanceof NotationError)) throw cause
    throw new NotationError(`(list <${name}>, entry “${entry}”) ${cause.message}`, {cause})
  }
}

/** The same set has one id. */
export function setOfIds({sets, setIds, firstSet}: Compilation, ids: number[]): number {
  const key = ids.join(' ')
  const known = setIds.get(key)
  if (known !== undefined) return known
  const id = firstSet + sets.length
  setIds.set(key, id)
  sets.push(ids)
  return id
}

export function formId({formIds}: Compilation, form: string): number {
  const known = formIds.get(form)
  if (known !== undefined) return known
  formIds.set(form, formIds.size)
  return formIds.size - 1
}
