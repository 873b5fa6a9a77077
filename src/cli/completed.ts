import type {Argument, Command, Option} from 'commander'

/** What may stand in a place of the command line; `anything` is nothing that a shell could know. */
export type Values = readonly string[] | 'files' | 'folders' | 'anything'

/** An option as scripts for shells need it. */
export interface CompletedOption {
  /** With their hyphens: "-q", "--quiet". */
  readonly flags: readonly string[]
  readonly description: string
  /** Undefined for one that takes no value. */
  readonly values: Values | undefined
}

export interface CompletedCommand {
  /** The words that lead to it: "" is the program itself, "rules test" a command of a command. */
  readonly path: string
  /** The last of those words, and those before it. */
  readonly name: string
  readonly above: string
  readonly description: string
  /** Its own; those of the program are known to all. */
  readonly options: readonly CompletedOption[]
  /** What its first words may be; undefined where it takes none. */
  readonly operands: Values | undefined
}

/** All that can be completed. */
export interface Completed {
  readonly name: string
  /** The program itself. */
  readonly root: CompletedCommand
  /** Commands, and commands of commands. */
  readonly commands: readonly CompletedCommand[]
}

type ValuesByName = Readonly<Record<string, Values>>

/** Everything that commander knows of the command line. `values` by the names of arguments: "format", "files". */
export function completedCommands(program: Command, values: ValuesByName): Completed {
  const root = toCommand(program, '', '', values)
  const help = {flags: ['-h', '--help'], description: '', values: undefined}
  return {
    name: program.name(),
    root: {...root, options: [...root.options, help]},
    commands: program.commands.flatMap((each) => commandsFrom(each, '', values)),
  }
}

const commandsFrom = (
  command: Command,
  above: string,
  values: ValuesByName,
): readonly CompletedCommand[] => {
  const own = toCommand(command, command.name(), above, values)
  return [own, ...command.commands.flatMap((each) => commandsFrom(each, own.path, values))]
}

function toCommand(
  command: Command,
  name: string,
  above: string,
  values: ValuesByName,
): CompletedCommand {
  const [operand] = command.registeredArguments
  return {
    path: `${above} ${name}`.trim(),
    name,
    above,
    description: brief(command.description()),
    options: command.options.map((option) => toOption(option, values)),
    operands: operand && valuesOf(operand, values),
  }
}

const valuesOf = (argument: Argument, values: ValuesByName): Values =>
  values[argument.name()] ?? 'anything'

function toOption(
  {short, long, flags, description, required, optional}: Option,
  values: ValuesByName,
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
  const [clause = ''] = description.split(/[;:(]|\. /)
  const text = clause.trim()
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`
}

/** The commands that may stand after the words of a path. */
export const commandsAfter = ({commands}: Completed, path: string): readonly CompletedCommand[] =>
  commands.filter(({above}) => above === path)

/** Every option of every command that takes a value. */
export const optionsWithValues = ({root, commands}: Completed): readonly CompletedOption[] =>
  [root, ...commands].flatMap(({options}) => options.filter(({values}) => values !== undefined))

/** The flags after which a value stands, each once. */
export const flagsWithValues = (completed: Completed): readonly string[] => [
  ...new Set(optionsWithValues(completed).flatMap(({flags}) => flags)),
]

/** "safe_together_lint": names of functions hold no hyphens in every shell. */
export const functionName = ({name}: Completed): string => name.replaceAll('-', '_')

/** In single quotes, as shells of the Bourne family read them. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** For those shells: branches that set `command` to the words that lead to it. */
export const pathCases = ({commands}: Completed): string =>
  commands
    .map(({path, name, above}) => `      ${quoted(`${above}/${name}`)}) command=${quoted(path)} ;;`)
    .join('\n')
