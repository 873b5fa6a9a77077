import {Command, Option} from 'commander'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {type Excerpts, excerptNames} from '../core/types.ts'
import {type ReporterName, reporterNames} from '../reporters/names.ts'
import {oneOf} from './failures.ts'
import type {CommandIo} from './io.ts'
import {addSettling, type SettlingActions} from './program-settling.ts'
import {widthOf} from './terminal.ts'
import {refuseUnfit} from './unfit-options.ts'
import {version} from './version.ts'

export const failOnNames = ['error', 'warning', 'info', 'never'] as const
export type FailOn = (typeof failOnNames)[number]

/** What stands after the command's name, checked as far as it can be without files. */
export interface Flags {
  readonly behaviourOf?: readonly string[]
  readonly harmTo?: readonly string[]
  readonly child?: readonly string[]
  readonly other?: readonly string[]
  readonly eachAlleges?: boolean
  readonly status?: string
  readonly mode?: string
  readonly context?: string
  readonly profile?: string
  readonly date?: string
  readonly rules?: readonly string[]
  readonly format: ReporterName
  readonly failOn?: FailOn
  readonly maxWarnings?: number
  /** Only what differs from this commit. */
  readonly changed?: string
  readonly timing?: boolean
  /** Threads; chosen by the number of reports unless somebody says. */
  readonly jobs?: number
  readonly cache?: boolean
  readonly cacheLocation?: string
  readonly reportUnused?: boolean
  readonly excerpts?: Excerpts
  readonly outputFile?: string
  /** A baseline that somebody named; false for none at all. */
  readonly baseline?: string | false
  /** A file that somebody named; false for none at all. */
  readonly config?: string | false
  readonly quiet?: boolean
  readonly info?: boolean
  readonly color?: boolean
  readonly stdinFilename?: string
  readonly explain?: string
  readonly tracked?: TrackedName
  readonly headers?: boolean
}

export const trackedNames = ['accepted', 'original', 'both'] as const
type TrackedName = (typeof trackedNames)[number]

/** What stands after `baseline`, beside the flags of every command. */
export interface BaselineFlags {
  readonly prune?: boolean
}

/** What stands after `annotate`, beside the flags of every command. */
export interface AnnotateFlags {
  readonly output?: string
  readonly suggest?: boolean
  readonly clean?: boolean
  readonly force?: boolean
  readonly author?: string
  readonly initials?: string
}

interface Actions extends SettlingActions {
  readonly check: (operands: readonly string[], flags: Flags) => Promise<void>
  readonly annotate: (
    operands: readonly string[],
    own: AnnotateFlags,
    flags: Flags,
  ) => Promise<void>
  readonly baseline: (
    operands: readonly string[],
    own: BaselineFlags,
    flags: Flags,
  ) => Promise<void>
  readonly accepted: (operands: readonly string[], flags: Flags) => Promise<void>
  readonly explain: (rule: string, flags: Flags) => Promise<void>
  readonly rules: (flags: Flags) => Promise<void>
  readonly testRules: (folder: string, flags: Flags) => Promise<void>
}

const {options: said, arguments: operands, commands, groups} = en.commandLine

/** The command line as commander reads it. It writes help and version, and throws what is wrong. */
export function createProgram(actions: Actions, {stdout}: CommandIo): Command {
  const program = new Command('safe-together-lint')
    .description(en.commandLine.description)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      // What is wrong is thrown, and said in one place with all other failures.
      writeErr: () => undefined,
      getOutHelpWidth: () => widthOf(stdout),
    })
    .version(version, '--version', said.version)
    .helpOption('-h, --help', said.help)
    .addHelpText('after', en.commandLine.helpAfter)
  for (const option of options()) program.addOption(option)
  program.hook('preAction', (_, command) => refuseUnfit(command.name(), program.opts<Flags>()))
  addCommands(program, actions)
  addAnnotate(program, actions)
  addBaseline(program, actions)
  addSettling(program, actions)
  program
    .command('accepted')
    .description(commands.accepted)
    .configureHelp({showGlobalOptions: true})
    .argument('[files...]', operands.files)
    .action((files: string[]) => actions.accepted(files, program.opts<Flags>()))
  return program
}

function addCommands(program: Command, {check, explain, rules, testRules}: Actions): void {
  program
    .argument('[files...]', operands.files)
    .action((files: string[], flags: Flags) =>
      flags.explain === undefined ? check(files, flags) : explain(flags.explain, flags),
    )
  program
    .command('check')
    .description(commands.check)
    .configureHelp({showGlobalOptions: true})
    .argument('[files...]', operands.files)
    .action((files: string[]) => check(files, program.opts<Flags>()))
  program
    .command('rules')
    .description(commands.rules)
    .action(() => rules(program.opts<Flags>()))
    .command('test')
    .description(commands.testRules)
    .argument('<folder>', operands.pack)
    .action((folder: string) => testRules(folder, program.opts<Flags>()))
  program
    .command('explain')
    .description(commands.explain)
    .argument('<rule>', operands.rule)
    .action((rule: string) => explain(rule, program.opts<Flags>()))
}

function addBaseline(program: Command, {baseline}: Actions): void {
  program
    .command('baseline')
    .description(commands.baseline)
    .configureHelp({showGlobalOptions: true})
    .argument('[files...]', operands.files)
    .option('--prune', said.prune)
    .action((files: string[], own: BaselineFlags) => baseline(files, own, program.opts<Flags>()))
}

function addAnnotate(program: Command, {annotate}: Actions): void {
  const command = program
    .command('annotate')
    .description(commands.annotate)
    .configureHelp({showGlobalOptions: true})
    .argument('[files...]', operands.annotated)
    .action((files: string[], own: AnnotateFlags) => annotate(files, own, program.opts<Flags>()))
  for (const option of annotateOptions()) command.addOption(option)
}

const annotateOptions = (): readonly Option[] => [
  new Option('-o, --output <file>', said.output),
  new Option('--suggest', said.suggest),
  new Option('--clean', said.clean),
  new Option('--author <name>', said.author),
  new Option('--initials <letters>', said.initials),
  new Option('--force', said.force),
]

function options(): readonly Option[] {
  const people = [
    new Option('--behaviour-of <names>', said.behaviourOf).argParser(collect),
    new Option('--harm-to <names>', said.harmTo).argParser(collect),
    new Option('--child <names>', said.child).argParser(collect),
    new Option('--other <names>', said.other).argParser(collect),
    new Option('--each-alleges', said.eachAlleges),
    new Option('--context <file>', said.context),
  ].map((option) => option.helpGroup(groups.people))
  const status = [
    new Option('--mode <mode>', said.mode),
    new Option('--status <status>', said.status),
    new Option('--date <day>', said.date),
  ].map((option) => option.helpGroup(groups.status))
  const wording = [
    new Option('--profile <profile>', said.profile),
    new Option('--rules <folder>', said.rules).argParser(collect),
  ].map((option) => option.helpGroup(groups.wording))
  return [...people, ...status, ...wording, ...readingOptions(), ...outputOptions()]
}

const readingOptions = (): readonly Option[] =>
  [
    new Option('--changed <commit>', said.changed),
    new Option('--tracked <reading>', said.tracked).argParser((value) =>
      oneOf(trackedNames, value, '--tracked'),
    ),
    new Option('--headers', said.headers),
    new Option('--baseline <file>', said.baseline),
    new Option('--no-baseline', said.noBaseline),
    new Option('--config <file>', said.config),
    new Option('--no-config', said.noConfig),
  ].map((option) => option.helpGroup(groups.reading))

const outputOptions = (): readonly Option[] =>
  [
    new Option('--format <format>', said.format)
      .default('pretty')
      .argParser((value) => oneOf(reporterNames, value, '--format')),
    new Option('--fail-on <severity>', said.failOn).argParser((value) =>
      oneOf(failOnNames, value, '--fail-on'),
    ),
    new Option('--max-warnings <number>', said.maxWarnings).argParser((value) =>
      toNumber(value, '--max-warnings', 0),
    ),
    new Option('--report-unused', said.reportUnused),
    new Option('--excerpts <extent>', said.excerpts).argParser((value) =>
      oneOf(excerptNames, value, '--excerpts'),
    ),
    new Option('--output-file <file>', said.outputFile),
    new Option('--cache', said.cache),
    new Option('--cache-location <file>', said.cacheLocation),
    new Option('--jobs <number>', said.jobs).argParser((value) => toNumber(value, '--jobs', 1)),
    new Option('--timing', said.timing),
    new Option('--quiet', said.quiet),
    new Option('--info', said.info),
    new Option('--color', said.color),
    new Option('--no-color', said.noColor),
    new Option('--stdin-filename <name>', said.stdinFilename),
    new Option('--explain <rule>', said.explain),
  ].map((option) => option.helpGroup(groups.output))

function toNumber(value: string, option: string, least: number): number {
  const {problems, remedies} = en.commandLine
  const number = /^\d{1,9}$/.test(value) ? Number(value) : -1
  if (number >= least) return number
  throw new UserError(option, problems.notNumber, remedies.number(least))
}

const collect = (value: string, earlier: readonly string[] = []): readonly string[] => [
  ...earlier,
  value,
]

/** "--format" and so on, to name the one that was meant. */
export const optionNames = (): readonly string[] =>
  [
    ...[...options(), ...annotateOptions()].map(({long}) => long ?? ''),
    '--prune',
    '--yes',
    '--stdio',
    '--version',
    '--help',
  ].filter(Boolean)
