import {en} from './core/catalogue/en.ts'
import {toReportContext as toCheckedContext} from './core/context.ts'
import {checkContext} from './core/context-check.ts'
import {type Pack, readPack as readPackFor} from './core/pack.ts'
import type {ContextData, RuleEntry} from './core/rule.ts'
import {rulebook} from './core/rules.generated.ts'
import type {ReportContext} from './core/types.ts'

export {
  type Annotated,
  type AnnotateOptions,
  annotate,
  type Cleaned,
  type CleanOptions,
  clean,
} from './annotate/index.ts'
export type {Adjustment} from './core/adjustment.ts'
export {emptyContext} from './core/context.ts'
export {ContextError, ReadError, RuleFileError, UserError} from './core/errors.ts'
export type {Pack} from './core/pack.ts'
export type {ContextData, RuleEntry} from './core/rule.ts'
export type {
  AcceptedWording,
  Block,
  BlockKind,
  Finding,
  Format,
  Frame,
  Lens,
  LintResult,
  Party,
  Place,
  Range,
  ReadOptions,
  ReportContext,
  Role,
  Segment,
  Severity,
  SourceDocument,
  Status,
  StatusEntry,
  Unfinished,
  Unread,
  Voice,
} from './core/types.ts'
export {type LintOptions, lint} from './lint.ts'
export {
  type DocumentOptions,
  readDocument,
  readDocx,
  readHtml,
  readMarkdown,
  readOdt,
  readPdf,
  readText,
} from './readers/index.ts'
export {retextSafeTogether} from './retext.ts'

/** Every rule, by category and name. */
export const rules: readonly RuleEntry[] = rulebook.rules.map(({rule}) => rule)

/** Citations by the keys that rules name. */
export const sources: Readonly<Record<string, string>> = rulebook.sources

/** Whose wording can apply: the title of each profile by its id. */
export const profiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(rulebook.profiles).map(([id, {title}]) => [id, title]),
)

/**
 * What was declared, checked as a context file is, and as the engine reads it.
 * @throws {ContextError} for what is not known, contradicts itself or names a profile that there is not
 */
export const toReportContext = (
  data: ContextData,
  where: string = en.declaring.defaultPlace,
): ReportContext => toCheckedContext(checkContext(data, where), where)

/**
 * Rules and adjustments of one's own for `lint`, from the texts of a pack's files.
 * @param files YAML by path inside the pack: "pack.yml", "our-words/spectator.yml"
 * @param name the pack, as errors name it
 * @throws {RuleFileError} for a file that cannot be used, or an AggregateError of several
 */
export const readPack = (files: Readonly<Record<string, string>>, name: string): Pack =>
  readPackFor(files, name, rulebook)
