import {UserError} from '../core/errors.ts'
import type {RuleEntry} from '../core/rule.ts'
import {createReporter} from '../reporters/index.ts'
import {leavesDesk} from '../reporters/names.ts'
import {noColors, type Reporter, type ReportOptions} from '../reporters/reporter.ts'
import type {CommandIo} from './io.ts'
import {createOutput, type Sink} from './output.ts'
import type {Flags} from './program.ts'
import {type Run, wantedBy} from './run.ts'
import {saltOf} from './salt.ts'
import {createSummary, wantsSummary} from './step-summary.ts'
import {colorsFor, widthOf} from './terminal.ts'
import {failing, type Verdict} from './verdict.ts'
import {version} from './version.ts'

/** A reporter and where its text goes. */
export interface Outlet {
  readonly reporter: Reporter
  readonly sink: Sink
}

/** The output; where GitHub Actions names a file for it, annotations come with a summary of the step. */
export const createOutlets = (made: readonly Reporter[], run: Run, io: CommandIo): Outlet[] => {
  const sinks = [createOutput(run.flags, io), createSummary(io)]
  return made.flatMap((reporter, index) => {
    const sink = sinks[index]
    return sink ? [{reporter, sink}] : []
  })
}

/** Of each outlet, in their order. */
export async function createReporters(
  {flags}: Run,
  options: ReportOptions,
  io: CommandIo,
): Promise<readonly Reporter[]> {
  const reporter = await createReporter(flags.format, options)
  if (!wantsSummary(flags, io)) return [reporter]
  const {createStepSummary} = await import('../reporters/ci/step-summary.ts')
  return [reporter, createStepSummary(options)]
}

/** One report's pieces, behind what came before. */
export function tell({readings, failure}: Verdict, outlets: readonly Outlet[], name: string): void {
  for (const pieces of readings)
    for (const [index, piece] of pieces.entries()) {
      const outlet = outlets[index]
      outlet?.sink.write(outlet.reporter.add(piece))
    }
  if (failure?.error === undefined) return
  const {where, problem, remedy} = failure.error
  const error = new UserError(where, problem, remedy)
  for (const {reporter, sink} of outlets) sink.write(reporter.failed?.(name, error) ?? '')
}

export async function optionsOf(run: Run, io: CommandIo): Promise<ReportOptions> {
  const {format, excerpts} = run.flags
  const options = reportOptions(run.flags, io)
  if (!leavesDesk(format)) return options
  return {
    ...options,
    ...(excerpts && {excerpts}),
    failing: failing[run.failOn],
    ...(format === 'sarif' && {rules: await rulesOf(run)}),
    salt: run.salt ?? (await saltOf(io.cwd)),
    version,
  }
}

/** Only SARIF describes them, and reading them takes a moment. */
async function rulesOf(run: Run): Promise<readonly RuleEntry[]> {
  const {rulebookFor} = await import('../lint.ts')
  return rulebookFor(await run.packsFor({})).rules.map(({rule}) => rule)
}

export const reportOptions = (flags: Flags, io: CommandIo): ReportOptions => ({
  colors: flags.outputFile === undefined ? colorsFor(io, flags.color) : noColors,
  width: widthOf(io.stdout),
  ...wantedBy(flags),
})
