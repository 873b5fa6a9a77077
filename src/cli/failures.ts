import type {CommanderError} from 'commander'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {nearest} from '../core/nearest.ts'
import {loggable} from '../reporters/printable.ts'
import {version} from './version.ts'

const {problems, remedies, commandName, bug} = en.commandLine
const {settling} = en

/** What stderr gets: what a person can put right, or a trace of a mistake in this program. */
export function describeFailure(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describeFailure).join('')
  if (error instanceof UserError) return `${loggable(error.message)}\n`
  return `${bug(`${version}, Node ${process.version}`)}\n${traceOf(error)}\n`
}

/** The frames alone: a message may quote the report. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const name = /^\w+$/.test(error.name) ? error.name : 'Error'
  const stack = error.stack ?? ''
  const frames = stack
    .slice(stack.indexOf(error.message) + error.message.length)
    .split('\n')
    .filter((line) => /^ {4}at \S.*$/.test(line))
  return [name, ...frames].join('\n')
}

/** commander's errors in the words of all others. `options` are the ones that exist. */
export function toUsageError(error: CommanderError, options: readonly string[]): UserError {
  const [, asked = ''] = /'(.*?)[ '<[]/.exec(error.message) ?? []
  const where = asked.split(/[ ,=]/)[0] || commandName
  switch (error.code) {
    case 'commander.unknownOption': {
      const meant = nearest(where, options)
      const remedy = meant ? remedies.nearestOption(meant) : remedies.unknownOption
      return new UserError(where, problems.unknownOption, remedy)
    }
    case 'commander.optionMissingArgument':
      return new UserError(where, problems.missingValue, remedies.help)
    case 'commander.missingArgument':
      if (asked === 'folder')
        return new UserError('rules test', problems.missingPack, remedies.namePack)
      if (asked === 'file')
        return new UserError('config print', settling.problems.noFile, settling.remedies.nameFile)
      if (asked === 'shell')
        return new UserError('completion', settling.problems.noShell, settling.remedies.nameShell)
      return new UserError('explain', problems.missingRule, remedies.list)
    case 'commander.excessArguments':
      return new UserError(where, problems.tooManyWords, remedies.quotes)
    default:
      return new UserError(commandName, problems.other, remedies.help)
  }
}

/** A value that has to be one of a few. @throws {UserError} naming them */
export function oneOf<Value extends string>(
  known: readonly Value[],
  value: string,
  option: string,
): Value {
  const found = known.find((each) => each === value)
  if (found !== undefined) return found
  const values = known.join(', ')
  const meant = nearest(value, known)
  const remedy = meant ? remedies.nearestValue(meant, values) : remedies.values(values)
  throw new UserError(option, problems.unknownValue(value), remedy)
}

/** What the operating system says of a file, as a UserError; any other error as it came. */
export function toFileError(error: unknown, where: string, isFolder = false): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  const refused = isFolder ? problems.folderRefused : problems.refused
  const options = {cause: error}
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new UserError(where, problems.missing, remedies.missing, options)
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new UserError(where, refused, remedies.refused, options)
  }
  if (code === 'EBUSY') return new UserError(where, problems.busy, remedies.busy, options)
  return new UserError(where, problems.unreadable(code), remedies.unreadable, options)
}

/** "ENOENT" and the like, which only the operating system's errors have. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
    ? error.code
    : undefined
