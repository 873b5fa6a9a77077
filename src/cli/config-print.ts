import {dirname, resolve} from 'node:path'
import {type Layer, nameFrom} from '../config/load.ts'
import {type Origin, originsFor} from '../config/settings.ts'
import {en} from '../core/catalogue/en.ts'
import {emptyContext} from '../core/context.ts'
import {UserError} from '../core/errors.ts'
import {readDocument} from '../readers/index.ts'
import {printable} from '../reporters/printable.ts'
import {safeJson} from '../reporters/safe-json.ts'
import {fileOf} from './check-bytes.ts'
import {declaredFor, declaredOutside} from './declarations.ts'
import {readTarget} from './input.ts'
import type {CommandIo} from './io.ts'
import type {Flags} from './program.ts'
import {type Run, startRun} from './run.ts'
import type {Target} from './targets.ts'

const said = en.settling
const {commandName} = en.commandLine

/** What is in force for one report, and which configuration files were read for it. */
interface InForce {
  readonly file: string
  readonly isIgnored: boolean
  readonly layers: readonly Layer[]
  readonly settings: readonly Origin[]
}

/** Prints every value that holds for a report, with its origin. @throws {UserError} for what cannot be used */
export async function printConfig(file: string, flags: Flags, io: CommandIo): Promise<void> {
  if (flags.format !== 'pretty' && flags.format !== 'json') {
    const problem = said.problems.notForConfig(flags.format)
    throw new UserError('--format', problem, en.commandLine.remedies.formatForRules)
  }
  const path = resolve(io.cwd, file)
  const target = {name: file, path}
  const run = await startRun(flags, io)
  const layers = await run.layersFor(dirname(path))
  const inForce: InForce = {
    file,
    isIgnored: await run.isIgnored(path, false),
    layers,
    settings: await settingsOf(target, layers, run, io),
  }
  io.stdout.write(flags.format === 'json' ? toJson(inForce) : toText(inForce))
}

async function settingsOf(
  target: Target & {readonly path: string},
  layers: readonly Layer[],
  run: Run,
  io: CommandIo,
): Promise<readonly Origin[]> {
  // Says what is wrong with rules and packs, too.
  const {settings} = await fileOf(target, run, io)
  const outside = await declaredOutside(target, run.declarations, settings, io)
  const document = await readDocument(await readTarget(target, io), target.name, outside)
  const declared = await declaredFor(document, outside)
  const all = [
    ...defaults,
    ...originsFor(layers, target.path)
      .filter(({key}) => !isOfTheRun(key))
      .map((origin) => withShortPaths(origin, io.cwd)),
    ...ofTheRun(await run.layersFor(io.cwd), io.cwd),
    ...declared.flatMap(({data, from}) =>
      Object.entries(data).map(([key, value]) => ({key, value, from: fromFlag(key, from)})),
    ),
    ...fromFlags(run.flags),
  ]
  return [...new Map(all.map((origin) => [origin.key, origin])).values()]
}

const {mode, profile, eachAlleges} = emptyContext

const defaults: readonly Origin[] = Object.entries({
  mode,
  profile,
  'each-alleges': eachAlleges,
  tracked: 'accepted',
  headers: false,
  excerpts: 'none',
  'fail-on': 'warning',
}).map(([key, value]) => ({key, value, from: said.byDefault}))

const runKeys = ['fail-on', 'max-warnings', 'baseline', 'salt'] as const
const isOfTheRun = (key: string) => runKeys.some((each) => each === key)

/** Settings of a whole run are those of the folder in which the command runs. */
const ofTheRun = (layers: readonly Layer[], cwd: string): readonly Origin[] =>
  layers.flatMap(({data, name: from, folder}) =>
    runKeys.flatMap((key): readonly Origin[] => {
      const value = data[key]
      if (value === undefined) return []
      if (key === 'salt') return [{key, value: said.notShown, from}]
      const path = key === 'baseline' ? nameFrom(cwd, resolve(folder, `${value}`)) : value
      return [{key, value: path, from}]
    }),
  )

const withShortPaths = (origin: Origin, cwd: string): Origin =>
  origin.key === 'packs' && Array.isArray(origin.value)
    ? {...origin, value: origin.value.map((path: string) => nameFrom(cwd, path))}
    : origin

/** Declarations by flags are named by the flag. */
function fromFlag(key: string, from: string): string {
  if (from !== commandName) return from
  const names: Readonly<Record<string, string>> = {children: 'child', others: 'other'}
  return `--${names[key] ?? key}`
}

function fromFlags(flags: Flags): readonly Origin[] {
  const {rules, tracked, headers, excerpts, failOn, maxWarnings, baseline} = flags
  return [
    {key: 'packs', value: rules, from: '--rules'},
    {key: 'tracked', value: tracked, from: '--tracked'},
    {key: 'headers', value: headers, from: '--headers'},
    {key: 'excerpts', value: excerpts, from: '--excerpts'},
    {key: 'fail-on', value: failOn, from: '--fail-on'},
    {key: 'max-warnings', value: maxWarnings, from: '--max-warnings'},
    {key: 'baseline', value: baseline, from: baseline === false ? '--no-baseline' : '--baseline'},
  ].filter(({value}) => value !== undefined)
}

function toText({file, isIgnored, layers, settings}: InForce): string {
  const rows = settings.map(({key, value, from}) => [key, shown(value), from] as const)
  const widthOf = (column: 0 | 1) =>
    Math.min(widestColumn, Math.max(...rows.map((row) => row[column].length)))
  const lines = rows.map(([key, value, from]) =>
    printable(`  ${key.padEnd(widthOf(0))}  ${value.padEnd(widthOf(1))}  ${from}`),
  )
  const files = layers.map(({name, extendedBy}) =>
    printable(`  ${extendedBy === undefined ? name : said.extendedBy(name, extendedBy)}`),
  )
  const about = files.length > 0 ? [said.filesTitle, ...files] : [said.noFiles]
  const ignored = isIgnored ? [said.ignored, ''] : []
  return `${[printable(file), '', ...about, '', ...ignored, ...lines].join('\n')}\n`
}

/** In characters: a longer value moves what stands after it. */
const widestColumn = 40

const shown = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return JSON.stringify(value)
  const items: readonly unknown[] = value
  return items.every((each) => typeof each === 'string') ? items.join('; ') : JSON.stringify(items)
}

/** Raised when a field changes its meaning or goes; a new field raises nothing. */
const version = 1

const toJson = ({file, isIgnored, layers, settings}: InForce): string =>
  `${safeJson(
    {
      version,
      file,
      ignored: isIgnored,
      configurations: layers.map(({name, extendedBy}) => ({name, extendedBy})),
      settings,
    },
    2,
  )}\n`
