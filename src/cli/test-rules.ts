import {trialReport} from '../reporters/trial.ts'
import {tryPack} from '../try-pack.ts'
import {contextWithoutReport} from './declarations.ts'
import type {CommandIo, ExitCode} from './io.ts'
import {reportOptions} from './outlets.ts'
import {readPacks} from './packs.ts'
import type {Flags} from './program.ts'

/**
 * Tries the examples and the wording of a pack. Packs of `--rules` stand beside it.
 * @throws {UserError} when the pack cannot be used
 */
export async function testRules(folder: string, flags: Flags, io: CommandIo): Promise<ExitCode> {
  const [pack, ...others] = await readPacks([folder, ...(flags.rules ?? [])], io)
  if (pack === undefined) throw new Error('Expected a pack for each folder')
  const trial = tryPack(pack, others, await contextWithoutReport(flags, io))
  io.stdout.write(trialReport(trial, reportOptions(flags, io)))
  return trial.failures.length > 0 ? 1 : 0
}
