import type {HouseOf, Wording} from '../core/adjust-rule.ts'
import {en} from '../core/catalogue/en.ts'
import type {UserError} from '../core/errors.ts'
import type {RuleEntry} from '../core/rule.ts'
import type {Excerpts, Finding, LintResult, Severity} from '../core/types.ts'

/** A result, and what the host knows beside it. */
export interface Checked {
  readonly result: LintResult
  /** Whether its author has said who is who. */
  readonly partiesDeclared: boolean
  /** Given where it is another than the usual. */
  readonly wording?: Wording
  /** By whose wording it was read, and of which day it is, whether that is the usual or not. */
  readonly house?: HouseOf & {readonly packs: readonly string[]}
  /** How much of its text output for build servers shows; none by default. */
  readonly excerpts?: Excerpts
  /** The decoded source of Markdown, whose lines programs count; `document.text` of other formats. */
  readonly source?: string
  /** Of a report with tracked changes, read as it was before them: what stands in that reading alone. */
  readonly tracked?: 'original'
  /** How many places stand in the baseline, and so not among the findings, and how many that stood there have gone. */
  readonly baseline?: {readonly known: number; readonly gone: number}
}

/** The report's name, and which of its readings it is. */
export const titleOf = ({result, tracked}: Checked): string =>
  tracked ? en.reporting.beforeChanges(result.document.name) : result.document.name

/** What is asked for the run goes before what is configured for a report. */
export const excerptsOf = (
  checked: Pick<Checked, 'excerpts'>,
  options: Pick<ReportOptions, 'excerpts'>,
): Excerpts => options.excerpts ?? checked.excerpts ?? 'none'

/** Which findings a person asked to see. */
export interface Wanted {
  /** Only findings at warning and above, and what was not checked. */
  readonly quiet: boolean
  /** Findings of severity info, too. */
  readonly showInfo: boolean
  /** Findings with words that can stand in place of those found, however small. */
  readonly showReplaceable?: boolean
}

export interface ReportOptions extends Wanted {
  readonly colors: Colors
  /** In columns. */
  readonly width: number
  /** How much of a report’s text output for build servers shows, whatever is configured for a report. */
  readonly excerpts?: Excerpts
  /** Makes the fingerprints in output that leaves the desk those of one repository. */
  readonly salt?: string
  /** Severities that fail the run. */
  readonly failing?: readonly Severity[]
  /** The rules in force, and the version of the program, for output that describes both. */
  readonly rules?: readonly RuleEntry[]
  readonly version?: string
}

type Paint = (text: string) => string

/** Each returns its text marked up, or as it is. */
export interface Colors {
  readonly title: Paint
  readonly mark: Paint
  readonly severe: Paint
  readonly notable: Paint
  readonly quiet: Paint
}

const plain: Paint = (text) => text

export const noColors: Colors = {
  title: plain,
  mark: plain,
  severe: plain,
  notable: plain,
  quiet: plain,
}

/** What a reporter makes of one result. Plain data: another thread may send it, and a cache keep it. */
export interface Piece {
  /** One text, or one for each entry of a list. */
  readonly texts: readonly string[]
  /** How many places and questions are told of. */
  readonly places: number
  /** Of each text, where a run tells once of each rule. */
  readonly ruleIds?: readonly string[]
}

/**
 * Results become text one by one, so that a run over many reports need not keep them.
 * The output is `start()`, what `add` makes of the piece of each result in order, and `end()`, joined.
 */
export interface Reporter {
  readonly start: () => string
  /** Pure: it knows nothing of other results. */
  readonly render: (checked: Checked) => Piece
  readonly add: (piece: Piece) => string
  /** A report that could not be read, for programs; people read it among the errors. */
  readonly failed?: (name: string, error: UserError) => string
  readonly end: () => string
}

export const renderAll = (reporter: Reporter, checked: readonly Checked[]): string =>
  reporter.start() +
  checked.map((each) => reporter.add(reporter.render(each))).join('') +
  reporter.end()

/** Of a reporter whose pieces stand one after the other as they are. */
export const addWhole = ({texts}: Piece): string => texts.join('')

/** A question about the report as a whole stands after the places. */
export const isReportWide = ({isReportWide: isWide}: Finding): boolean => isWide === true

/** What a person asked to see. */
export const isShown = (
  {severity, replacements}: Finding,
  {quiet, showInfo, showReplaceable}: Wanted,
): boolean =>
  severity === 'error' ||
  severity === 'warning' ||
  (showReplaceable === true && replacements.length > 0) ||
  (!quiet && (severity === 'question' || showInfo))
