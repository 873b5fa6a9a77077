import * as v from 'valibot'

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'))
const patterns = v.pipe(v.array(text), v.minLength(1, 'needs at least one pattern'))
const headings = v.pipe(v.array(text), v.minLength(1, 'needs at least one heading'))
const count = v.pipe(v.number(), v.integer(), v.minValue(1, 'is less than 1'))

/** Who has to be spoken of in a sentence for it to count. */
const mentioned = ['perpetrator', 'survivor', 'child'] as const

/** What is expected in a report and absent from it. */
const missingMatch = v.strictObject({
  review: v.literal('missing'),
  /** Asked of templates, and not of reports. */
  when: v.optional(v.literal('template')),
  /** Words of the headings under which it is expected; without them the whole report. */
  section: v.optional(headings),
  /** Words of a heading that makes the report one that should have it, wherever it then stands. */
  'raised-under': v.optional(headings),
  /** What makes the report one that should have it; without them that it raises domestic abuse. */
  'raised-by': v.optional(patterns),
  /** What is expected. With no patterns any sentence that mentions the people is an answer. */
  patterns: v.optional(patterns),
  /** Words that have to stand in the same sentence, or in one beside it. */
  near: v.optional(patterns),
  mentions: v.optional(v.array(v.picklist(mentioned))),
  /** Asked of every child who is declared; `apart`: of each alone, not of "Cai and Seren". */
  'each-child': v.optional(v.picklist(['any', 'apart'])),
  /** Words in quotation marks are an answer, too. */
  quotation: v.optional(v.literal(true)),
  'at-least': v.optional(count),
})

/** What falls to each of the two adults; a question where one adult has many times what the other has. */
const shareMatch = v.strictObject({
  review: v.literal('share'),
  section: v.optional(headings),
  /** `people`: by whom a pattern names. `openings`: by whom a sentence mentions first. */
  counts: v.picklist(['people', 'openings']),
  patterns: v.optional(patterns),
  /** A sentence that holds one of these does not count. */
  except: v.optional(patterns),
  /** So many for the person harmed, and so many times what the other has. */
  'survivor-at-least': count,
  times: count,
})

/** Two kinds of verb for the words of two people, over the whole report. */
const verbsMatch = v.strictObject({
  review: v.literal('verbs'),
  between: v.picklist(['adults', 'child-and-adult']),
  words: v.strictObject({doubting: patterns, plain: patterns}),
  /** So many of its kind each of the two has to be given. */
  'at-least': count,
})

/** Questions about a report as a whole: each is asked at most once. */
export const reviewMatches = [missingMatch, shareMatch, verbsMatch] as const
export type MissingMatch = v.InferOutput<typeof missingMatch>
export type ShareMatch = v.InferOutput<typeof shareMatch>
export type VerbsMatch = v.InferOutput<typeof verbsMatch>
export type ReviewMatch = MissingMatch | ShareMatch | VerbsMatch

/** A pattern list of a report-wide rule, by what it is for. */
export const reviewLists = ['raises', 'answers', 'near', 'except', 'doubting', 'plain'] as const
export type ReviewList = (typeof reviewLists)[number]

/** The pattern lists of a report-wide rule as they stand in its file. */
export function patternsOfReview(
  match: ReviewMatch,
): Readonly<Record<ReviewList, readonly string[]>> {
  const none = {raises: [], answers: [], near: [], except: [], doubting: [], plain: []}
  if (match.review === 'missing')
    return {
      ...none,
      raises: match['raised-by'] ?? [],
      answers: match.patterns ?? [],
      near: match.near ?? [],
    }
  if (match.review === 'share')
    return {...none, answers: match.patterns ?? [], except: match.except ?? []}
  const whose = match.between === 'adults' ? ['{adult}'] : ['{adult}', '{child}']
  const said = (words: readonly string[]) => whose.map((slot) => `${slot} (${words.join('|')})`)
  return {...none, doubting: said(match.words.doubting), plain: said(match.words.plain)}
}
