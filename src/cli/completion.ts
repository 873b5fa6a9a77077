import type {Command} from 'commander'
import {en} from '../core/catalogue/en.ts'
import {rulebook} from '../core/rules.generated.ts'
import {excerptNames, statusValues} from '../core/types.ts'
import {rulebookFor} from '../lint.ts'
import {reporterNames} from '../reporters/names.ts'
import {type Completed, completedCommands, type Values} from './completed.ts'
import {bashScript} from './completion-bash.ts'
import {fishScript} from './completion-fish.ts'
import {zshScript} from './completion-zsh.ts'
import {oneOf} from './failures.ts'
import type {CommandIo} from './io.ts'
import {type Flags, failOnNames, trackedNames} from './program.ts'
import {packsOf} from './run.ts'

const scripts: Readonly<Record<Shell, (completed: Completed) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

const shells = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof shells)[number]

/**
 * Prints a script that knows every command, option and rule, those of `--rules` among them: completing starts no
 * program and evaluates nothing that was typed.
 * @throws {UserError} for another shell, or packs that cannot be used
 */
export async function printCompletion(
  shell: string,
  flags: Flags,
  program: Command,
  io: CommandIo,
): Promise<void> {
  const known = oneOf(shells, shell, 'completion')
  const packs = await packsOf(flags.rules ?? [], io)
  const ruleIds = rulebookFor(packs).rules.flatMap(({rule: {id}}) => (isPlain(id) ? [id] : []))
  const script = scripts[known](completedCommands(program, valuesWith(ruleIds)))
  // Behind it: in zsh the first line says what the script is.
  io.stdout.write(`${script}\n# ${en.settling.completion.install[known]}\n`)
}

/** Names of a pack’s files may hold signs that a shell would take for its own. */
const isPlain = (id: string): boolean => /^[\w-]+$/.test(id)

/** By what stands between the brackets: `--format <format>`, `explain <rule>`. */
const valuesWith = (ruleIds: readonly string[]): Readonly<Record<string, Values>> => ({
  files: 'files',
  file: 'files',
  folder: 'folders',
  rule: ruleIds,
  shell: shells,
  format: reporterNames,
  severity: failOnNames,
  extent: excerptNames,
  reading: trackedNames,
  status: statusValues,
  profile: Object.keys(rulebook.profiles),
})
