import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {nearest} from '../core/nearest.ts'
import {rules, sources} from '../index.ts'
import {explainRule, listRules, rulesJson} from '../reporters/rules.ts'
import {reportOptions} from './check.ts'
import type {CommandIo} from './io.ts'
import type {Flags} from './program.ts'

const {problems, remedies} = en.commandLine

/** @throws {UserError} for a format that a list of rules has not */
export function list(flags: Flags, io: CommandIo): void {
  if (flags.format === 'compact') {
    const problem = problems.notForRules(flags.format)
    throw new UserError('--format', problem, remedies.formatForRules)
  }
  const options = reportOptions(flags, io)
  io.stdout.write(flags.format === 'json' ? rulesJson(rules) : listRules(rules, options))
}

/** @throws {UserError} naming the rule that was probably meant */
export function explain(name: string, flags: Flags, io: CommandIo): void {
  const id = name.slice(name.lastIndexOf('/') + 1)
  const rule = rules.find((each) => each.id === id)
  if (rule === undefined) {
    const meant = nearest(
      id,
      rules.map((each) => each.id),
    )
    throw new UserError(name, problems.noRule, meant ? remedies.nearestRule(meant) : remedies.list)
  }
  io.stdout.write(explainRule(rule, sources, reportOptions(flags, io)))
}
