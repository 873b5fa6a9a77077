/** Whether a heading holds some words, in any case. */
export const isNamedBy = (heading: string, words: string): boolean =>
  heading.toLowerCase().includes(words.toLowerCase())
