import {CommanderError} from 'commander'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {describeFailure, toUsageError} from './failures.ts'
import type {CommandIo, ExitCode} from './io.ts'
import {createProgram, optionNames} from './program.ts'

/** What else the command can start, loaded when asked for. */
export interface Hosts {
  /** Speaks to an editor, and ends the process when that has gone. */
  readonly lsp: () => Promise<never>
}

/** The whole command. `argv` goes without the names of Node and of the program. */
export async function main(
  argv: readonly string[],
  io: CommandIo,
  hosts?: Hosts,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  const program = createProgram(
    {
      // Loaded when asked for: --help and --version need not wait for the engine.
      check: async (operands, flags) => {
        const {check} = await import('./check.ts')
        exitCode = await check(operands, flags, io)
      },
      annotate: async (operands, own, flags) => {
        const {annotateReports} = await import('./annotate.ts')
        exitCode = await annotateReports(operands, own, flags, io)
      },
      baseline: async (operands, own, flags) => {
        const {writeBaselineFile} = await import('./baseline.ts')
        exitCode = await writeBaselineFile(operands, own, flags, io)
      },
      accepted: async (operands, flags) => {
        const {listAccepted} = await import('./accepted.ts')
        exitCode = await listAccepted(operands, flags, io)
      },
      explain: async (rule, flags) => (await import('./rules.ts')).explain(rule, flags, io),
      testRules: async (folder, flags) => {
        const {testRules} = await import('./test-rules.ts')
        exitCode = await testRules(folder, flags, io)
      },
      printConfig: async (file, flags) =>
        (await import('./config-print.ts')).printConfig(file, flags, io),
      init: async (own, flags) => (await import('./init.ts')).writeConfig(own, flags, io),
      complete: async (shell, flags, whole) =>
        (await import('./completion.ts')).printCompletion(shell, flags, whole, io),
      lsp: async (own) => {
        if (!own.stdio)
          throw new UserError('lsp', en.editor.problems.noStdio, en.editor.remedies.stdio)
        await hosts?.lsp()
      },
      rules: async (flags) => (await import('./rules.ts')).list(flags, io),
    },
    io,
  )
  try {
    await program.parseAsync(argv, {from: 'user'})
    return exitCode
  } catch (error) {
    // --help and --version end this way, too.
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    const failure = error instanceof CommanderError ? toUsageError(error, optionNames()) : error
    io.stderr.write(describeFailure(failure))
    return 2
  }
}
