import {relative, resolve, sep} from 'node:path'
import picomatch from 'picomatch'
import type {Settings} from '../core/config-shape.ts'
import type {Layer} from './load.ts'

/** Settings that hold for a file, and where they stand: a file, and a place in it. */
interface Holding {
  readonly settings: Settings
  readonly from: string
}

/** In the order in which they hold: what comes later wins. */
function holdingFor(layers: readonly Layer[], path: string): readonly Holding[] {
  return layers.flatMap(({data, folder, name}) => {
    const {overrides = [], extends: _, $schema: __, ignore: ___, ...own} = data
    const fitting = overrides.flatMap(({files, ...settings}, index) =>
      isMatch(path, folder, [files].flat())
        ? [{settings: fromFolder(settings, folder), from: `${name}: overrides[${index}]`}]
        : [],
    )
    return [{settings: fromFolder(own, folder), from: name}, ...fitting]
  })
}

const fromFolder = (settings: Settings, folder: string): Settings => ({
  ...settings,
  ...(settings.packs && {packs: settings.packs.map((pack) => resolve(folder, pack))}),
})

/** A pattern without a slash fits a name in any folder, as in .gitignore. */
function isMatch(path: string, folder: string, patterns: readonly string[]): boolean {
  const name = relative(folder, path).split(sep).join('/')
  return patterns.some((pattern) =>
    picomatch(pattern, {dot: true, basename: !pattern.includes('/')})(name),
  )
}

/** What holds for one file. Rules are settings of their own; everything else is replaced whole. */
export function settingsFor(layers: readonly Layer[], path: string): Settings {
  const holding = holdingFor(layers, path).map(({settings}) => settings)
  const rules = Object.assign({}, ...holding.map((settings) => settings.rules))
  return Object.assign({}, ...holding, Object.keys(rules).length > 0 ? {rules} : {})
}

/** A value that holds for a file, with its origin. */
export interface Origin {
  readonly key: string
  readonly value: unknown
  readonly from: string
}

export function originsFor(layers: readonly Layer[], path: string): readonly Origin[] {
  const byKey = new Map<string, Origin>()
  for (const {settings, from} of holdingFor(layers, path)) {
    const {rules = {}, ...others} = settings
    const named = Object.entries(rules).map(([id, level]) => [`rules.${id}`, level] as const)
    for (const [key, value] of [...Object.entries(others), ...named])
      if (value !== undefined) byKey.set(key, {key, value, from})
  }
  return [...byKey.values()]
}
