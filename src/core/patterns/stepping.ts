/**
 * Words between the words of a pattern that are stepped over and not counted (`docs/notation.md`, section 3).
 * `not`, `no` and `never` are never among them.
 */
export type Step = 'article' | 'adverb' | 'helping' | 'being'

const articles = 'a an the this these those my your his its our their'.split(' ')
const helping =
  "have has had having do does did will would shall should can could may might must 'd 've 'll".split(
    ' ',
  )
/** Stepped over only before a form in -ing, or "Ms Rees was hit" would read as "Ms Rees hit". */
const being = "be am is are was were been 's 're 'm".split(' ')
const adverbs =
  'also then often again still already just even always sometimes perhaps quite very rather so too indeed however therefore thus now soon once twice almost nearly maybe ever later otherwise instead yet simply only both all much more most further thereby throughout somewhat seldom'.split(
    ' ',
  )
/** Ends in -ly and is no adverb. */
const notAdverbs = new Set(
  'family early daily weekly monthly yearly likely unlikely only elderly reply apply supply rely comply bully ally imply multiply friendly lonely lovely ugly silly orderly costly deadly timely emily kelly molly sally holly lily polly milly billy carly beverly fly july italy assembly anomaly belly jelly'.split(
    ' ',
  ),
)

const stepByWord: ReadonlyMap<string, Step> = new Map([
  ...adverbs.map((word) => [word, 'adverb'] as const),
  ...articles.map((word) => [word, 'article'] as const),
  ...helping.map((word) => [word, 'helping'] as const),
  ...being.map((word) => [word, 'being'] as const),
])

export const stepOf = (norm: string): Step | undefined =>
  stepByWord.get(norm) ??
  (norm.length > 4 && norm.endsWith('ly') && !notAdverbs.has(norm) ? 'adverb' : undefined)

/** In a pattern articles and possessives are there for the ear. `her` counts as one only before a word. */
export const isSmallWord = (word: string) => articles.includes(word.toLowerCase())

/** After these "her" is a person: "take her back". */
export const particles: ReadonlySet<string> = new Set(
  'back out up down off in into away to from with at on over as for and or by about against that because when while after before until if so not'.split(
    ' ',
  ),
)
export const negators: ReadonlySet<string> = new Set([
  'not',
  'no',
  'never',
  'nor',
  'neither',
  'nobody',
  'none',
  'nothing',
  'without',
])
