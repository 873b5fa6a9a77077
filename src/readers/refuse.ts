import {ReadError} from '../core/errors.ts'

/** What the catalogue says about one kind of unreadable file. */
export interface Refusal {
  readonly problem: string
  readonly remedy: string
}

/** The underlying error is left out: a parser's message may quote the report. */
export function refuse(name: string, {problem, remedy}: Refusal): never {
  throw new ReadError(name, problem, remedy)
}
