import * as v from 'valibot'
import {isDay, toDay} from './day.ts'
import {type ReviewMatch, reviewMatches} from './review-rule.ts'
import {blockKinds, lenses, severities, statusValues, voices} from './types.ts'

export const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'))
export const patterns = v.pipe(v.array(text), v.minLength(1, 'needs at least one pattern'))

/** "2024-10-09" or "9 October 2024"; comes out as the first. */
export const day = v.pipe(
  text,
  v.transform(toDay),
  v.check(isDay, 'is no day of the calendar like 2024-10-09'),
)

/** How examples and context files declare people: one "name, alias, alias", or a list of those. */
const people = v.union([text, v.array(text)])

const status = v.picklist(statusValues)

const statusEntry = v.strictObject({
  applies: v.picklist(['document', 'section', 'passage']),
  where: v.optional(text),
  person: v.optional(text),
  value: status,
  source: v.optional(text),
  date: v.optional(text),
})

/** What lies beside a report as `<report>.context.yml`, or stands in its front matter. */
export const contextData = v.strictObject({
  'behaviour-of': v.optional(people),
  'harm-to': v.optional(people),
  children: v.optional(people),
  others: v.optional(people),
  'each-alleges': v.optional(v.boolean()),
  status: v.optional(v.union([status, v.array(statusEntry)])),
  mode: v.optional(v.picklist(['report', 'template'])),
  profile: v.optional(text),
  /** The report's own date, by which wording that moved with law or policy is chosen. */
  date: v.optional(day),
})
export type ContextData = v.InferOutput<typeof contextData>

/** An example's context may also say where the words stand. */
const exampleContext = v.strictObject({
  ...contextData.entries,
  section: v.optional(text),
  kind: v.optional(v.picklist(blockKinds)),
})

export const bad = v.strictObject({
  /** `[[ ]]` marks exactly what is flagged. */
  bad: text,
  context: v.optional(exampleContext),
})
export const good = v.strictObject({
  good: text,
  why: v.optional(text),
  context: v.optional(exampleContext),
})

/** Whom the words may be said of. */
export const subjects = ['survivor', 'perpetrator', 'child', 'adult', 'both'] as const

const conditions = {
  subject: v.optional(v.picklist(subjects)),
  doer: v.optional(v.literal('nobody')),
  except: v.optional(patterns),
  near: v.optional(patterns),
  /** What happens where `near` finds nothing: silent, or a question. */
  'if-far': v.optional(v.literal('ask')),
  'not-near': v.optional(patterns),
  /** Patterns of the sentence before or after, in the same block. */
  'not-beside': v.optional(patterns),
  voices: v.optional(v.array(v.picklist(voices))),
  /** Block kinds, or words of a heading above. */
  in: v.optional(v.union([text, v.array(text)])),
  'not-in': v.optional(v.union([text, v.array(text)])),
  /** What happens where the person whose behaviour it is stands in the sentence or one beside it: told, or a question. */
  'if-named': v.optional(v.literal('ask')),
  when: v.optional(v.picklist(['abuse-raised', 'undecided', 'always', 'template'])),
  'if-unsure': v.optional(v.picklist(['ask', 'tell', 'silent'])),
}

const patternMatch = v.strictObject({patterns, ...conditions})

const quotedWordMatch = v.strictObject({
  detector: v.literal('quoted-word'),
  words: patterns,
  /** `present`: scare quotes; `missing`: quotation marks that belong there. */
  marks: v.picklist(['present', 'missing']),
  ...conditions,
})

const unevenMatch = v.strictObject({
  detector: v.literal('uneven'),
  /** Two lists of words; a finding when one adult gets the first and the other the second. */
  words: v.optional(v.strictObject({doubting: patterns, plain: patterns})),
  /** Two forms of naming; a finding when the adults get one each. */
  names: v.optional(v.tuple([v.literal('title'), v.literal('first')])),
  ...conditions,
})

/** Shapes of details that a party to the case may not be meant to see. */
const privateShapes = ['phone', 'postcode', 'street', 'refuge', 'school'] as const
export type PrivateShape = (typeof privateShapes)[number]

/** Finds details and never shows them. */
const privateMatch = v.strictObject({
  detector: v.literal('private-detail'),
  shapes: v.pipe(v.array(v.picklist(privateShapes)), v.minLength(1)),
  /** Words that make a house number, or a name with a capital, an address, a refuge or a school. */
  words: patterns,
  /** Words with a capital that say nothing of where: months, countries. */
  'not-places': v.optional(patterns),
  /** Words that make it a private person's: "lives at", "her number". */
  personal: patterns,
  /** Words that make it an office's or a helpline's; then the rule is silent. */
  public: patterns,
})
export type PrivateMatch = v.InferOutput<typeof privateMatch>

const detectorMatches = [quotedWordMatch, unevenMatch, privateMatch] as const
export const matchKinds = [patternMatch, ...detectorMatches, ...reviewMatches] as const
export type MatchData = v.InferOutput<(typeof matchKinds)[number]>

/** By the field that says the kind, so that what is wrong is said of the kind that was meant. */
const matchData = v.lazy((input): v.GenericSchema<unknown, MatchData> => {
  if (typeof input !== 'object' || input === null) return patternMatch
  if ('review' in input) return v.variant('review', reviewMatches)
  return 'detector' in input ? v.variant('detector', detectorMatches) : patternMatch
})
/** A match that is looked for sentence by sentence, with conditions. */
export type PlaceMatch = Exclude<MatchData, ReviewMatch | PrivateMatch>

export const isReview = (match: MatchData): match is ReviewMatch => 'review' in match
export const isPrivate = (match: MatchData): match is PrivateMatch =>
  'detector' in match && match.detector === 'private-detail'
export const isPlaceMatch = (match: MatchData): match is PlaceMatch =>
  !isReview(match) && !isPrivate(match)
export type PatternMatchData = v.InferOutput<typeof patternMatch>

/** Wording to offer, by what has been decided. A status without a frame has nothing to offer. */
export const frames = v.partial(
  v.strictObject({
    found: text,
    admitted: text,
    convicted: text,
    cautioned: text,
    recorded: text,
    told: text,
    observed: text,
    opinion: text,
    disputed: text,
    'not-proved': text,
    /** What a template can ask in its place. */
    template: text,
  }),
)

/** A rule file, as a practitioner writes it. Its name is its id, its folder its category. */
export const ruleData = v.strictObject({
  title: text,
  /** Rows of the domain catalogue: VB01, D13. */
  domain: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^([A-Z]{2}\d\d|D\d\d)$/, 'is no catalogue row like VB01'))),
    v.minLength(1),
  ),
  severity: v.picklist(severities),
  lenses: v.pipe(v.array(v.picklist(lenses)), v.minLength(1)),
  message: text,
  why: text,
  ask: text,
  frames: v.optional(frames, {}),
  replacements: v.optional(v.array(text), []),
  match: matchData,
  examples: v.pipe(v.array(v.union([bad, good])), v.minLength(2)),
  limits: v.optional(text),
  sources: v.pipe(v.array(text), v.minLength(1)),
})
export type RuleData = v.InferOutput<typeof ruleData>
export type Example = RuleData['examples'][number]
export type ExampleContext = v.InferOutput<typeof exampleContext>

const domainRow = v.strictObject({
  /** What a rule that stands for the row says at its loudest. */
  severity: v.picklist(severities),
  title: text,
  /** Why no rule stands for it. */
  'not-a-rule': v.optional(text),
  /** Why the rules that stand for it have another severity. */
  'other-severity': v.optional(text),
})

/** `rules/catalogue.yml`: the rows that rules name under `domain`, and the categories by the letters of their ids. */
export const catalogueData = v.strictObject({
  categories: v.record(v.string(), text),
  rows: v.record(v.pipe(v.string(), v.regex(/^[A-Z]{2}\d\d$/, 'is no row like VB01')), domainRow),
})
export type CatalogueData = v.InferOutput<typeof catalogueData>

/** A checked rule file with what its path says. */
export interface RuleEntry extends RuleData {
  readonly id: string
  readonly category: string
}

/** A rule with one kind of match. */
export interface RuleOf<Match extends MatchData> extends Omit<RuleEntry, 'match'> {
  readonly match: Match
}

export const isRuleOf = <Match extends MatchData>(
  rule: RuleEntry,
  isKind: (match: MatchData) => match is Match,
): rule is RuleEntry & RuleOf<Match> => isKind(rule.match)
