interface Formed {
  readonly form: number
  readonly exact: number
}

/** Marks the sets of which some words hold a form, and says of a set whether it is marked. */
export type Presence = (words: readonly Formed[]) => (set: number) => boolean

/**
 * One mark for each set that a sentence has a word of, so that a pattern is ruled out by looking up its sets, before
 * it is even read.
 * @param count how many sets there are
 * @param setsOf the sets that hold a form
 */
export function createPresence(
  count: number,
  setsOf: (form: number) => readonly number[],
): Presence {
  const marks = new Uint32Array(count)
  let sentence = 0
  return (words) => {
    sentence++
    for (const {form, exact} of words) {
      if (form >= 0) for (const set of setsOf(form)) marks[set] = sentence
      if (exact >= 0) for (const set of setsOf(exact)) marks[set] = sentence
    }
    return (set) => marks[set] === sentence
  }
}
