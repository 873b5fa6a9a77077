/** UTF-16 offsets into `SourceDocument.text`: 0-based, end-exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

export const blockKinds = [
  'heading',
  'paragraph',
  'list-item',
  'table-cell',
  'footnote',
  'text-box',
  'block-quote',
  'template-guidance',
  /** A header or footer, read where it is asked for. */
  'margin',
] as const
export type BlockKind = (typeof blockKinds)[number]

/** `cy` blocks are not checked, and that is said. */
export type Language = 'en' | 'cy'

/** One heading, paragraph, list item or table cell. Rules never match across blocks. */
export interface Block {
  readonly kind: BlockKind
  readonly range: Range
  /** `document.text` of `range`, so that a block can be checked alone. */
  readonly text: string
  /** The headings above it, outermost first, without their numbers' trailing space. */
  readonly section: readonly string[]
  /** Where its author finds it: "4.2", "paragraph 14", "table 2, row 3". */
  readonly label: string
  readonly language: Language
  /** Offsets in `text` of what others will replace: results of merge fields, controls that nobody has filled in. */
  readonly fields?: readonly Range[]
  /** A later piece of a paragraph too long to be checked at once: a quotation that is open goes on. */
  readonly continues?: true
}

/** The way back from `[start, end)` of `document.text` to the file it was read from. */
export interface Segment extends Range {
  /** Offsets in the decoded source (text, Markdown) or in the part's XML (.docx). */
  readonly sourceStart: number
  readonly sourceEnd: number
  /** The part of a package: "word/document.xml". */
  readonly part?: string
}

const unreadKinds = [
  'welsh',
  'comments',
  'deletions',
  'insertions',
  'hidden-text',
  'headers-and-footers',
  'code',
  'html',
  'images',
  'embedded-objects',
  'table-of-contents',
  'layout-of-pdf',
] as const
export type UnreadKind = (typeof unreadKinds)[number]

/** Something that was in the file and was not checked. The catalogue puts it into words. */
export interface Unread {
  readonly kind: UnreadKind
  readonly count: number
}

export type Format = 'text' | 'markdown' | 'docx' | 'odt' | 'html' | 'pdf'

/** Which reading of a file with tracked changes: as if all were accepted, or as it was before them. */
export type Tracked = 'accepted' | 'original'

export interface ReadOptions {
  /** `accepted` by default. */
  readonly tracked?: Tracked
  /** Headers and footers are read, too; by default they are counted. */
  readonly margins?: boolean
  /** The file is a template: what its lists offer to choose is read, and what will be replaced is marked. */
  readonly isTemplate?: boolean
}

export interface SourceDocument {
  readonly name: string
  readonly format: Format
  readonly text: string
  readonly blocks: readonly Block[]
  /** In order of `start`. Empty when `text` is the decoded source itself. */
  readonly segments: readonly Segment[]
  readonly unread: readonly Unread[]
  /** In comments of the file; those on lines of their own stand among the blocks. In order. */
  readonly remarks?: readonly Remark[]
  /** Comments that an earlier run left in the file, also those that somebody has written into since. */
  readonly ownComments?: number
  /** Whether the file has tracked changes, so that its two readings differ. */
  readonly hasTrackedChanges?: boolean
  /** The YAML front matter of a Markdown file, without its fences. */
  readonly frontMatter?: string
}

/** Who a person is in this case. Rule files write `{perpetrator}`, `{survivor}`, `{child}`. */
export type Role = 'perpetrator' | 'survivor' | 'child' | 'other'

export interface Party {
  /** As the report writes it: "Mr Jones", "the mother", "[A]". */
  readonly name: string
  readonly aliases: readonly string[]
  readonly role: Role
  /** Declared, never guessed: ["she", "her"]. */
  readonly pronouns?: readonly string[]
}

export const statusValues = [
  'found',
  'admitted',
  'convicted',
  'cautioned',
  'recorded',
  'told',
  'observed',
  'opinion',
  'disputed',
  'not-proved',
] as const
/** Evidential status: what has been decided, or who says so. Undeclared means undecided. */
export type Status = (typeof statusValues)[number]

/** What wording to offer is for: a report in which something has been decided, or a template. */
export const frameKinds = [...statusValues, 'template'] as const
export type FrameKind = (typeof frameKinds)[number]

export interface StatusEntry {
  readonly applies: 'document' | 'section' | 'passage'
  /** A heading for `section`, words of the passage for `passage`. */
  readonly where?: string
  readonly person?: string
  readonly value: Status
  readonly source?: string
  readonly date?: string
}

/** What a person has declared about the case; the program never writes it down. */
export interface ReportContext {
  readonly parties: readonly Party[]
  /** Both adults make allegations: rules about a role only ask. */
  readonly eachAlleges: boolean
  readonly status: readonly StatusEntry[]
  readonly mode: 'report' | 'template'
  /** Whose wording applies: a file of `rules/profiles`. */
  readonly profile: string
  /** The report's own day, "2024-11-04". Without it the newest wording holds. */
  readonly date?: string
  /** Findings say roles in place of names, for output that leaves the desk. */
  readonly saysRoles?: true
}

/** error: almost always worth changing · warning: usually · info: depends · question: only asks. */
export const severities = ['error', 'warning', 'info', 'question'] as const
export type Severity = (typeof severities)[number]

/** How much of a report’s text output for build servers shows. */
export const excerptNames = ['none', 'match', 'sentence'] as const
export type Excerpts = (typeof excerptNames)[number]

/** The wording a rule's frames bring in. */
export const lenses = ['perpetrator-pattern', 'survivor-strengths', 'child-impact'] as const
export type Lens = (typeof lenses)[number]

/** Whose words these are. */
export const voices = [
  'author',
  'quotation',
  'reported',
  'record',
  'legal',
  'template-guidance',
] as const
export type Voice = (typeof voices)[number]

export interface Frame {
  readonly status: FrameKind
  /** Names filled in; `___` where the author has to write. */
  readonly text: string
}

/** Where a finding stands. */
export interface Place {
  readonly range: Range
  /** `document.text` of `range`; without its private details, of which nothing is shown. */
  readonly actual: string
  readonly label: string
  readonly section: readonly string[]
  /** 16 hex digits; the same finding in an edited report keeps it. */
  readonly fingerprint: string
}

/** One rule's statement about one range, or about the same words in several places. Plain data. */
export interface Finding extends Place {
  readonly ruleId: string
  readonly category: string
  readonly severity: Severity
  readonly message: string
  readonly why: string
  readonly ask: string
  readonly frames: readonly Frame[]
  /** Literal replacements, offered one at a time; most rules have none. */
  readonly replacements: readonly string[]
  readonly lenses: readonly Lens[]
  /** Keys of `rules/sources.yml`. */
  readonly sources: readonly string[]
  readonly voice: Voice
  /** The further places of words that a report has again and again, in order. */
  readonly alsoAt?: readonly Place[]
  /** A question about the report as a whole: the range is what raised it. */
  readonly isReportWide?: true
  /** The range is a private detail: `actual` is empty, and nobody may show the words. */
  readonly isWithheld?: true
}

/** Words of the author to this program: in a comment of the file, or on a line of their own. */
export interface Remark {
  /** As written: "language check: accept tiff: the word is the child’s". */
  readonly text: string
  /** What it is about: the words that a comment is on, else the block after it. Empty at the end of a text. */
  readonly range: Range
  /** Where its author finds it. */
  readonly label: string
}

/** A wording that its author keeps, with the reason. */
export interface Accepted {
  readonly finding: Finding
  readonly reason: string
  /** The last day on which it holds. */
  readonly until?: string
  /** In the file itself, or in one beside it. */
  readonly kind: 'in-source' | 'external'
}

/** An entry of a file beside the report: a wording that its author keeps. */
export interface AcceptedWording {
  readonly rule: string
  /** As the report has them, what is pointed at among them. */
  readonly words?: string
  /** Of a finding. Without words and without this an entry is of private details alone, by their place. It holds for as long as its sentence stands unchanged. */
  readonly fingerprint?: string
  /** The label of its place, or a heading above it, or that heading’s number. */
  readonly section?: string
  readonly reason: string
  /** The last day on which it holds. */
  readonly until?: string
  /** Where the entry stands, as problems name it: "report.accepted.yml, entry 2". */
  readonly label: string
}

/** An acceptance that does not hold, or that nothing needs. */
export interface AcceptanceProblem {
  readonly problem:
    | 'unused'
    | 'unknown-rule'
    | 'no-reason'
    | 'no-rule'
    | 'expired'
    | 'unclosed'
    | 'unreadable'
    | 'too-many'
    | 'no-words'
  readonly label: string
  readonly ruleId?: string
  /** The rule whose name is nearest, where there is none of the name that is written. */
  readonly meant?: string
}

/** What has to be gone from a report before it is filed. */
export interface Unfinished {
  /** Comments of ours that are still in the file. */
  readonly comments: number
  /** The labels of the blocks that hold a blank of a frame, `___`. */
  readonly blanks: readonly string[]
}

/** What a host gets for one document. */
export interface LintResult {
  readonly document: SourceDocument
  /** In order of `range.start`. */
  readonly findings: readonly Finding[]
  /**
   * Where private details stand in `document.text`, whatever is told of them: among the findings, kept by the author,
   * turned off, or in passages that are not checked. In order and apart. Nobody may show these words.
   */
  readonly withheld: readonly Range[]
  /** The reader's omissions and the blocks that were not checked. */
  readonly unread: readonly Unread[]
  /** Roles the report's own clauses propose; empty where parties were declared. */
  readonly proposed: readonly Party[]
  readonly unfinished?: Unfinished
  /** What its author keeps with a reason, and so is not among the findings. */
  readonly accepted?: readonly Accepted[]
  readonly acceptanceProblems?: readonly AcceptanceProblem[]
}
