import type {RuleEntry} from './core/rule.ts'
import {rulebook} from './core/rules.generated.ts'

export {emptyContext, toReportContext} from './core/context.ts'
export {ContextError, ReadError, RuleFileError, UserError} from './core/errors.ts'
export type {ContextData, RuleEntry} from './core/rule.ts'
export type {
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
  ReportContext,
  Role,
  Segment,
  Severity,
  SourceDocument,
  Status,
  StatusEntry,
  Unread,
  Voice,
} from './core/types.ts'
export {type LintOptions, lint} from './lint.ts'
export {readDocument, readDocx, readMarkdown, readText} from './readers/index.ts'
export {retextSafeTogether} from './retext.ts'

const pathOf = ({category, id}: RuleEntry) => `${category}/${id}.yml`

/** Every rule, by category and name. */
export const rules: readonly RuleEntry[] = [
  ...rulebook.rules,
  ...rulebook.privateRules,
  ...rulebook.reviewRules,
]
  .map(({rule}): RuleEntry => rule)
  .toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))

/** Citations by the keys that rules name. */
export const sources: Readonly<Record<string, string>> = rulebook.sources
