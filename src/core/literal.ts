/** A text as a regular expression that matches it and nothing else; also under the flag `u`. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** A regular expression whose match neither begins nor ends inside a word: "[A]" as well as "Cai". */
export const standingAlone = (source: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, `u${flags}`)

/** Words for comparing: without capitals, kinds of apostrophe, or how they are spaced. */
export const plainWords = (text: string): string =>
  text.toLowerCase().replaceAll('’', "'").split(/\s+/).join(' ')
