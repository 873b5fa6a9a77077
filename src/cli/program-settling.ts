import type {Command} from 'commander'
import {en} from '../core/catalogue/en.ts'
import type {Flags} from './program.ts'

/** What stands after `init`, beside the flags of every command. */
export interface InitFlags {
  readonly yes?: boolean
  readonly force?: boolean
}

/** What stands after `lsp`. */
export interface LspFlags {
  readonly stdio?: boolean
}

export interface SettlingActions {
  readonly lsp: (own: LspFlags) => Promise<void>
  readonly printConfig: (file: string, flags: Flags) => Promise<void>
  readonly init: (own: InitFlags, flags: Flags) => Promise<void>
  /** `program`: the whole command line, all of which can be completed. */
  readonly complete: (shell: string, flags: Flags, program: Command) => Promise<void>
}

const {options: said, arguments: operands, commands} = en.commandLine

/** The commands about how the check is set up. */
export function addSettling(program: Command, actions: SettlingActions) {
  const {printConfig, init, complete, lsp} = actions
  program
    .command('config')
    .description(commands.config)
    .command('print')
    .description(commands.configPrint)
    .configureHelp({showGlobalOptions: true})
    .argument('<file>', operands.file)
    .action((file: string) => printConfig(file, program.opts<Flags>()))
  program
    .command('init')
    .description(commands.init)
    .option('--yes', said.yes)
    .option('--force', said.forceConfig)
    .action((own: InitFlags) => init(own, program.opts<Flags>()))
  program
    .command('completion')
    .description(commands.completion)
    .argument('<shell>', operands.shell)
    .action((shell: string) => complete(shell, program.opts<Flags>(), program))
  program
    .command('lsp')
    .description(commands.lsp)
    .option('--stdio', said.stdio)
    .option('--clientProcessId <number>', said.clientProcessId)
    .action((own: LspFlags) => lsp(own))
}
