/**
 * The form in which words are compared: lower case, composed, straight apostrophes, -ise for -ize.
 * Applied to texts and to patterns alike, so that it need not be right about every word.
 */
export function normalise(word: string): string {
  const plain = /^[a-z]+$/.test(word)
    ? word
    : word.normalize('NFC').toLowerCase().replace(unseen, '').replace(/[‘’]/g, "'")
  return plain.includes('iz')
    ? plain.replace(/iz(e|es|ed|er|ers|ing|ation|ations)$/, 'is$1')
    : plain
}

/** Soft hyphens, joiners and zero-width spaces: they say where a line may break. */
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

/** Where a word may be written with a hyphen, a space or nothing; a slash reads as a hyphen. */
export const hyphens = /[-‐‑/]/
