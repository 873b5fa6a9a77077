import type {FormSet} from '../patterns/form-set.ts'
import type {Match, Matcher} from '../patterns/match.ts'
import type {Step} from '../patterns/stepping.ts'
import type {Block, Finding, Party, Range, ReportContext, Role, Voice} from '../types.ts'
import type {Field} from './fields.ts'

/** A word as patterns see it; offsets count in the block's text. Contractions and hyphened words are several. */
export interface Word extends Range {
  readonly text: string
  readonly norm: string
  /** Id of `norm` in the rulebook's vocabulary, -1 where no pattern knows it. */
  readonly form: number
  /** Id of the word as written, for abbreviations. */
  readonly exact: number
  /** What stands between the word before and this one, without white space. */
  readonly before: string
  /** "mother’s", "parents’". */
  readonly possessive: boolean
  readonly step: Step | undefined
  /** Part of an official name: never matched. */
  masked: boolean
  /** What a template leaves to be filled in here, which patterns see as a person, or not at all. */
  readonly field?: Field['holds']
}

/** A comma before a word, whatever brackets or quotation marks stand beside it. */
export const isAfterComma = (word: Pick<Word, 'before'> | undefined) =>
  word !== undefined && /^[\])”"’']*,[[(“"‘']*$/.test(word.before)

/** What a mention says of the person, before any role. */
export type Person = 'adult' | 'child' | 'any' | 'professional' | 'relative' | 'nobody' | 'author'

/** Words that name a person; `end` is exclusive, both count words. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly kind: 'name' | 'noun' | 'pronoun' | 'placeholder' | 'relative-pronoun'
  readonly person: Person
  readonly role: Role | 'unknown'
  readonly party: Party | undefined
  readonly possessive: boolean
  readonly plural: boolean
  /** The pronoun that fits, where the words say so: "she" after Ms, "he" after Mr. */
  readonly pronoun: 'he' | 'she' | 'they' | undefined
  /** "Cai and Seren": the single mentions. */
  readonly members: readonly Mention[]
}

export type Tag =
  | 'NOUN'
  | 'PROPN'
  | 'VERB'
  | 'AUX'
  | 'ADJ'
  | 'ADV'
  | 'PRON'
  | 'DET'
  | 'ADP'
  | 'CCONJ'
  | 'SCONJ'
  | 'PART'
  | 'NUM'
  | 'INTJ'
  | 'OTHER'

/** A verb with its helping verbs: [start, end) in words, `head` the full verb. */
export interface VerbGroup {
  readonly start: number
  readonly head: number
  readonly passive: boolean
  readonly negated: boolean
  /** False for `to`, `-ing` and a bare participle, which borrow their subject. */
  readonly finite: boolean
  /** "thing" where the subject is no person; undefined where it is not known. */
  readonly subject: Mention | 'thing' | undefined
  /** The by-phrase of a passive, or "thing" where something that is no person did it. */
  readonly agent: Mention | 'thing' | undefined
}

export interface Sentence extends Range {
  readonly words: readonly Word[]
  /** Forms that some pattern names and the sentence has. */
  readonly forms: FormSet
  mentions: readonly Mention[]
  /** Mentions by their first word. */
  mentionAt: readonly (Mention | undefined)[]
  /** What patterns matched, kept because conditions of many rules ask for the same. */
  readonly matches: Map<Matcher, readonly Match[]>
  /** Parts of speech, made when first asked for. */
  tags: () => readonly Tag[]
  /** Verbs with their subjects, made when first asked for. */
  verbs: () => readonly VerbGroup[]
  /** Whose words the range [start, end) of words is; made when first asked for. */
  voiceOf: (start: number, end: number) => Voice
}

/** What earlier blocks leave behind for this one. Plain data, so that hosts can compare it. */
export interface Entry {
  /** The document raises domestic abuse, or parties are declared; undefined where a few sentences cannot tell. */
  readonly abuseRaised: boolean | undefined
  /** An open quotation runs into this block. */
  readonly openQuotation: boolean
  /** Who was named last as doing harm: "Mr Jones". */
  readonly actor: string | undefined
  /** A report long enough for questions about the whole: facts are gathered for them. */
  readonly isWhole: boolean
  /** Private details of other blocks, so that their words are known here, too. */
  readonly details: readonly KnownDetail[]
}

/** Words that are a private detail wherever they stand in the report. */
export interface KnownDetail {
  readonly ruleId: string
  readonly words: string
}

/** Somebody a sentence speaks of, as far as its block can tell. */
export interface Who {
  /** The declared name, else the words in normal form; pronouns have none. */
  readonly name: string | undefined
  /** Who it is, or may be where nobody declared it. */
  readonly fits: readonly ('perpetrator' | 'survivor' | 'child')[]
  readonly isPlural: boolean
  /** One of several joined: "Cai and Seren". */
  readonly isJoined: boolean
}

/** Where a pattern of a report-wide rule stands in a sentence. */
export interface Seen {
  /** Its id in the pattern table. */
  readonly pattern: number
  /** Its first word, counted in the sentence. */
  readonly at: number
  /** Whom the matched words themselves mention. */
  readonly who: readonly Who[]
}

/** A sentence as the report-wide questions see it. */
export interface SentenceFacts extends Range {
  readonly who: readonly Who[]
  readonly seen: readonly Seen[]
  /** It holds words in quotation marks. */
  readonly hasQuotation: boolean
}

/** What a block leaves for the report-wide questions. */
export interface BlockFacts {
  /** Who is said, by name, to do harm to whom: names as written. */
  readonly harm: readonly {readonly by: string; readonly to: string}[]
  /** Gathered in a report long enough for questions about the whole, else empty. */
  readonly sentences: readonly SentenceFacts[]
}

/** What the plugins write and read: `file.data.safeTogether`. */
export interface Analysis {
  readonly block: Block
  /** Where the block's text begins in what the tree's offsets count: 0, or a place in the host's own tree. */
  readonly origin: number
  readonly entry: Entry
  readonly context: ReportContext
  /** Nothing is said of the block; only what may be a private detail in it is looked for. */
  readonly isUnchecked: boolean
  sentences: readonly Sentence[]
  /** Private details in the block's text: no finding may show them. In order and apart. */
  withheld: readonly Range[]
  /** Those of them that are one in any other block, too. */
  details: readonly KnownDetail[]
  /** Findings with ranges in the block's text and no ordinal yet. */
  findings: readonly Finding[]
  facts: BlockFacts
  exit: Entry
}

declare module 'vfile' {
  interface DataMap {
    safeTogether: Analysis
  }
}

/** The analysis that `checkBlock` put on the file. */
export function analysisOf(file: {readonly data: {readonly safeTogether?: Analysis}}): Analysis {
  const analysis = file.data.safeTogether
  if (!analysis)
    throw new Error('Expected the file to carry an analysis; run the chain through checkBlock')
  return analysis
}
