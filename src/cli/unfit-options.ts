import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import type {Flags} from './program.ts'

const {problems, remedies} = en.commandLine

/** Whoever gives an option that does nothing believes that it does something. @throws {UserError} */
export function refuseUnfit(command: string, {outputFile, format}: Flags): void {
  if (outputFile !== undefined && !isCheck(command)) {
    const {baseline, annotate, others} = remedies.unfitOutput
    const remedy = command === 'baseline' ? baseline : command === 'annotate' ? annotate : others
    throw new UserError('--output-file', problems.unfit(command), remedy)
  }
  if (command === 'accepted' && format !== 'pretty')
    throw new UserError('--format', problems.unfit(command), remedies.unfitFormat)
}

const isCheck = (command: string) => command === 'check' || command === 'safe-together-lint'
