import {dirname, resolve} from 'node:path'
import {createIgnored, type IsIgnored} from '../config/ignored.ts'
import {type Layer, nameFrom} from '../config/load.ts'
import {settingsFor} from '../config/settings.ts'
import type {Settings} from '../core/config-shape.ts'
import type {Pack} from '../core/pack.ts'
import type {Wanted} from '../reporters/reporter.ts'
import {type BaselineFile, baselinePath, loadBaseline} from './baselines.ts'
import {createConfigs} from './configs.ts'
import {type Declarations, readDeclarations} from './declarations.ts'
import type {CommandIo} from './io.ts'
import type {FailOn, Flags} from './program.ts'
import type {Target} from './targets.ts'

/** What holds for every report of a run. */
export interface Run {
  readonly declarations: Declarations
  readonly flags: Flags
  /** The configuration that is in force where a report lies. */
  readonly layersFor: (folder: string) => Promise<readonly Layer[]>
  /** Of the folders that flags, or else the configuration, name. */
  readonly packsFor: (settings: Settings) => Promise<readonly Pack[]>
  readonly isIgnored: IsIgnored
  readonly baseline: BaselineFile | undefined
  /** From here up a finding fails the run. */
  readonly failOn: FailOn
  readonly maxWarnings: number | undefined
  /** Of fingerprints in output that leaves the desk. */
  readonly salt: string | undefined
}

/** @throws {UserError} when a declaration, a configuration or a pack cannot be used */
export async function startRun(flags: Flags, io: CommandIo): Promise<Run> {
  const layersFor = createConfigs(flags, io)
  const here = await layersFor(io.cwd)
  const packsFor = createPacks(flags, io)
  // What is wrong with packs that flags name is said once, and not for each report.
  if (flags.rules) await packsFor({})
  const baseline = flags.baseline === false ? undefined : baselinePath(flags, here, io)
  const last = (key: 'fail-on' | 'max-warnings' | 'salt') =>
    here.findLast(({data}) => data[key] !== undefined)
  return {
    declarations: await readDeclarations(flags, io),
    flags,
    layersFor,
    packsFor,
    isIgnored: createIgnored(here),
    baseline: baseline === undefined ? undefined : await loadBaseline(baseline, io),
    failOn: flags.failOn ?? last('fail-on')?.data['fail-on'] ?? 'warning',
    salt: last('salt')?.data.salt,
    maxWarnings: flags.maxWarnings ?? last('max-warnings')?.data['max-warnings'],
  }
}

// Loaded when a pack is named: a YAML parser costs a run that needs none.
export async function packsOf(folders: readonly string[], io: CommandIo): Promise<readonly Pack[]> {
  if (folders.length === 0) return []
  return (await import('./packs.ts')).readPacks(folders, io)
}

/** Each list of folders is read and compiled once. */
function createPacks(flags: Flags, io: CommandIo): Run['packsFor'] {
  const known = new Map<string, Promise<readonly Pack[]>>()
  return (settings) => {
    const folders = flags.rules ?? (settings.packs ?? []).map((path) => nameFrom(io.cwd, path))
    const key = JSON.stringify(folders)
    const reading = known.get(key) ?? packsOf(folders, io)
    known.set(key, reading)
    return reading
  }
}

export const wantedBy = ({quiet, info}: Flags): Wanted => ({
  quiet: quiet ?? false,
  showInfo: info ?? false,
})

/** What is configured where a report lies. */
export async function settingsOf(
  target: Target,
  {layersFor}: Pick<Run, 'layersFor'>,
  {cwd}: CommandIo,
) {
  const path = target.path ?? resolve(cwd, target.name)
  const layers = await layersFor(dirname(path))
  return {path, layers, settings: settingsFor(layers, path)}
}
