/**
 * Something a person can put right: where it is, what is wrong, what to do.
 * The text of a report never stands in an error.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError'
  readonly where: string
  readonly problem: string
  readonly remedy: string

  constructor(where: string, problem: string, remedy: string, options?: ErrorOptions) {
    super(`${where}: ${problem}. ${remedy}`, options)
    this.where = where
    this.problem = problem
    this.remedy = remedy
  }
}

/** What a person can put right, the first of it where several things are wrong; undefined for a mistake of ours. */
export function userErrorIn(error: unknown): UserError | undefined {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof UserError ? first : undefined
}

/** A file that cannot be read as a report. */
export class ReadError extends UserError {
  override readonly name = 'ReadError'
}

/** A rule file, list or source that cannot be used. `where` is "rules/x/y.yml: match.patterns[2]". */
export class RuleFileError extends UserError {
  override readonly name = 'RuleFileError'
}

/** A configuration file that cannot be used. */
export class ConfigError extends UserError {
  override readonly name = 'ConfigError'
}

/** A declaration about the case that cannot be used. */
export class ContextError extends UserError {
  override readonly name = 'ContextError'
}
