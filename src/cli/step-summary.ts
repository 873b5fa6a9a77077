import {appendFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {createStepSummary} from '../reporters/ci/step-summary.ts'
import type {Reporter, ReportOptions} from '../reporters/reporter.ts'
import type {CommandIo} from './io.ts'
import {toWriteError} from './output.ts'
import type {Flags} from './program.ts'

/** A reporter that may be followed by another, whose text goes into a file when the run is over. */
export interface StepSummary {
  readonly alongside: (reporter: Reporter, options: ReportOptions) => Reporter
  readonly finish: () => Promise<void>
}

/** Where GitHub Actions names a file for it, annotations come with a summary of the step. */
export function createSummary({format}: Flags, {env, cwd}: CommandIo): StepSummary {
  const name = env.GITHUB_STEP_SUMMARY ?? ''
  if (format !== 'github' || name === '') {
    return {alongside: (reporter) => reporter, finish: async () => undefined}
  }
  const pieces: string[] = []
  return {
    alongside: (reporter, options) => both(reporter, createStepSummary(options), pieces),
    // Other steps of the same job may have written there before.
    finish: () =>
      appendFile(resolve(cwd, name), pieces.join('')).catch((error: unknown) => {
        throw toWriteError(error, name)
      }),
  }
}

function both(reporter: Reporter, summary: Reporter, pieces: string[]): Reporter {
  return {
    start: () => {
      pieces.push(summary.start())
      return reporter.start()
    },
    document: (checked) => {
      pieces.push(summary.document(checked))
      return reporter.document(checked)
    },
    failed: (name, error) => {
      pieces.push(summary.failed?.(name, error) ?? '')
      return reporter.failed?.(name, error) ?? ''
    },
    end: () => {
      pieces.push(summary.end())
      return reporter.end()
    },
  }
}
