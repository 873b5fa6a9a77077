/** Forms of the vocabulary as bits: asked some thousand times a sentence, so no hashing. */
export type FormSet = Uint32Array

export function toFormSet(forms: readonly number[]): FormSet {
  const bits = new Uint32Array(((forms.at(-1) ?? 0) >>> 5) + 1)
  for (const form of forms) bits[form >>> 5] = (bits[form >>> 5] ?? 0) | (1 << (form & 31))
  return bits
}

/** Whether a word is in the set by its normal form, or as written; -1 stands for a word that no pattern knows. */
export const isIn = (
  set: FormSet,
  {form, exact}: {readonly form: number; readonly exact: number},
): boolean =>
  (form >= 0 && (((set[form >>> 5] ?? 0) >>> (form & 31)) & 1) === 1) ||
  (exact >= 0 && (((set[exact >>> 5] ?? 0) >>> (exact & 31)) & 1) === 1)
