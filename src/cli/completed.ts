import type {Argument, Command, Option} from 'commander'

/** What may stand in a place of the command line; `anything` is nothing that a shell could know. */
export type Values = readonly string[] | 'files' | 'folders' | 'anything'

/** An option as scripts for shells need it. */
export interface CompletedOption {
  /** With their hyphens, "--quiet" last. */
  readonly flags: readonly string[]
  readonly description: string
  /** Undefined for one that takes no value. */
  readonly values: Values | undefined
}

export interface CompletedCommand {
  /** The words that lead to it: [] is the program itself, ["rules", "test"] a command of a command. */
  readonly path: readonly string[]
  readonly description: string
  readonly options: readonly CompletedOption[]
  /** What its first words may be; undefined where it takes none. */
  readonly operands: Values | undefined
}

/** All that can be completed. */
export interface Completed {
  readonly name: string
  /** The program itself first; its options are known to every command. */
  readonly commands: readonly CompletedCommand[]
}

/** Everything that commander knows of the command line. `values` by the names of arguments: "format", "files". */
export const completedCommands = (
  program: Command,
  values: Readonly<Record<string, Values>>,
): Completed => ({name: program.name(), commands: commandsFrom(program, [], values)})

function commandsFrom(
  command: Command,
  path: readonly string[],
  values: Readonly<Record<string, Values>>,
): readonly CompletedCommand[] {
  const [operand] = command.registeredArguments
  const help = {flags: ['-h', '--help'], description: '', values: undefined}
  const own: CompletedCommand = {
    path,
    description: brief(command.description()),
    options: [
      ...command.options.map((option) => toOption(option, values)),
      ...(path.length === 0 ? [help] : []),
    ],
    operands: operand && valuesOf(operand, values),
  }
  const inner = command.commands.flatMap((each) =>
    commandsFrom(each, [...path, each.name()], values),
  )
  return [own, ...inner]
}

const valuesOf = (argument: Argument, values: Readonly<Record<string, Values>>): Values =>
  values[argument.name()] ?? 'anything'

function toOption(
  {short, long, flags, description, required, optional}: Option,
  values: Readonly<Record<string, Values>>,
): CompletedOption {
  const name = /[<[](\w+)/.exec(flags)?.[1] ?? ''
  return {
    flags: [short, long].flatMap((flag) => flag ?? []),
    description: brief(description),
    values: required || optional ? (values[name] ?? 'anything') : undefined,
  }
}

/** In characters: what stands beside a command or an option has one line of a terminal. */
const longest = 70

/** The first clause. */
function brief(description: string): string {
  const [clause = ''] = description.split(/[;:(]|, (?!so|and)|\. /)
  const text = clause.trim()
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`
}

/** "safe_together_lint": names of functions hold no hyphens in every shell. */
export const functionName = ({name}: Completed): string => name.replaceAll('-', '_')

/** Every option of every command that takes a value, with its flags. */
export const optionsWithValues = ({commands}: Completed): readonly CompletedOption[] =>
  commands.flatMap(({options}) => options.filter(({values}) => values !== undefined))

/** In single quotes, as shells of the Bourne family read them. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
