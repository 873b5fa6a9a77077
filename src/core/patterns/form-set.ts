/** Forms of the vocabulary: as bits, since they are asked for thousands of times a sentence, and as a list. */
export interface FormSet {
  readonly bits: Uint32Array
  readonly ids: readonly number[]
}

export function toFormSet(ids: readonly number[]): FormSet {
  const bits = new Uint32Array(((ids.at(-1) ?? 0) >>> 5) + 1)
  for (const id of ids) bits[id >>> 5] = (bits[id >>> 5] ?? 0) | (1 << (id & 31))
  return {bits, ids}
}

interface Formed {
  readonly form: number
  readonly exact: number
}

const has = (bits: Uint32Array, id: number) =>
  id >= 0 && (((bits[id >>> 5] ?? 0) >>> (id & 31)) & 1) === 1

/** Whether a word is in the set by its normal form, or as written; -1 stands for a word that no pattern knows. */
export const isIn = ({bits}: FormSet, {form, exact}: Formed): boolean =>
  has(bits, form) || has(bits, exact)

/** The forms that some words have, for `hasOneOf`. */
export function formsOfWords(words: readonly Formed[]): FormSet {
  const ids = words.flatMap(({form, exact}) =>
    exact < 0 ? [form] : form < 0 ? [exact] : [form, exact],
  )
  return toFormSet(ids.sort((a, b) => a - b))
}

/** Whether two sets share a form: the shorter list is looked up in the other. */
export function hasOneOf(one: FormSet, other: FormSet): boolean {
  const [few, many] = one.ids.length < other.ids.length ? [one, other] : [other, one]
  for (const id of few.ids) if (has(many.bits, id)) return true
  return false
}
