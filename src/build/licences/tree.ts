import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import * as v from 'valibot'

/** A package that the library or the command needs to run, as it is installed. */
export interface InstalledPackage {
  readonly name: string
  readonly version: string
  /** What its dependents ask for: "^1.0.0". Sorted, each once. */
  readonly ranges: readonly string[]
  /** As its own manifest has it: "MIT". Empty where it has none. */
  readonly licence: string
  /** From the project's folder: "node_modules/vfile". */
  readonly path: string
}

const ranges = v.optional(v.record(v.string(), v.string()), {})

const lockfileShape = v.object({
  packages: v.record(
    v.string(),
    v.object({
      dev: v.optional(v.boolean(), false),
      devOptional: v.optional(v.boolean(), false),
      dependencies: ranges,
      optionalDependencies: ranges,
    }),
  ),
})

const manifestShape = v.object({
  name: v.string(),
  version: v.string(),
  license: v.optional(v.string(), ''),
  // How manifests said it before 2014.
  licenses: v.optional(v.array(v.object({type: v.string()})), []),
})

/** What `npm install --omit=dev` puts there, by name and version. `root` is the project's folder, with its packages installed. */
export function productionTree(root: string): readonly InstalledPackage[] {
  const lockfile = v.parse(lockfileShape, readJson(join(root, 'package-lock.json')))
  const production = Object.entries(lockfile.packages).filter(
    ([, {dev, devOptional}]) => !dev && !devOptional,
  )
  const rangesByPath = new Map<string, Set<string>>(production.map(([path]) => [path, new Set()]))
  for (const [path, {dependencies, optionalDependencies}] of production) {
    for (const [name, range] of Object.entries({...dependencies, ...optionalDependencies})) {
      rangesByPath.get(resolveFrom(path, name, rangesByPath))?.add(range)
    }
  }
  return [...rangesByPath]
    .filter(([path]) => path !== '')
    .map(([path, asked]) => installed(root, path, [...asked].sort()))
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))
}

/** Where Node would find a package: beside the one that asks for it, or else one folder up. */
function resolveFrom(path: string, name: string, there: ReadonlyMap<string, unknown>): string {
  const own = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`
  if (there.has(own) || path === '') return own
  const above = path.lastIndexOf('/node_modules/')
  return resolveFrom(above < 0 ? '' : path.slice(0, above), name, there)
}

/** What stands in one folder of packages. `path` from the project’s folder, `asked` as `ranges`. */
export function installed(root: string, path: string, asked: readonly string[]): InstalledPackage {
  const {name, version, license, licenses} = v.parse(
    manifestShape,
    readJson(join(root, path, 'package.json')),
  )
  const licence = license || licenses.map(({type}) => type).join(' OR ')
  return {name, version, ranges: asked, licence, path}
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
