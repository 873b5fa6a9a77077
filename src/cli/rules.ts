import {rulesInForce} from '../core/adjust-rule.ts'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {nearest} from '../core/nearest.ts'
import {rulebookFor} from '../lint.ts'
import {explainRule, listRules, rulesJson} from '../reporters/rules.ts'
import {contextWithoutReport} from './declarations.ts'
import type {CommandIo} from './io.ts'
import {reportOptions} from './outlets.ts'
import type {Flags} from './program.ts'
import {packsOf} from './run.ts'

const {problems, remedies} = en.commandLine

/** The rules as profile, day and packs have them, and the works that they cite. @throws {UserError} */
async function readRulebook(flags: Flags, io: CommandIo) {
  const rulebook = rulebookFor(await packsOf(flags.rules ?? [], io))
  const context = await contextWithoutReport(flags, io)
  return {rules: rulesInForce(rulebook, context), sources: rulebook.sources}
}

/** @throws {UserError} for a format that a list of rules has not */
export async function list(flags: Flags, io: CommandIo): Promise<void> {
  if (flags.format !== 'pretty' && flags.format !== 'json') {
    const problem = problems.notForRules(flags.format)
    throw new UserError('--format', problem, remedies.formatForRules)
  }
  const {rules} = await readRulebook(flags, io)
  const options = reportOptions(flags, io)
  io.stdout.write(flags.format === 'json' ? rulesJson(rules) : listRules(rules, options))
}

/** @throws {UserError} naming the rule that was probably meant */
export async function explain(name: string, flags: Flags, io: CommandIo): Promise<void> {
  const {rules, sources} = await readRulebook(flags, io)
  const id = name.slice(name.lastIndexOf('/') + 1)
  const found = rules.find(({rule}) => rule.id === id)
  if (found === undefined) {
    const meant = nearest(
      id,
      rules.map(({rule}) => rule.id),
    )
    throw new UserError(name, problems.noRule, meant ? remedies.nearestRule(meant) : remedies.list)
  }
  io.stdout.write(explainRule(found, sources, reportOptions(flags, io)))
}
