import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {basename, dirname, isAbsolute, join, relative, resolve, sep} from 'node:path'
import {any} from 'empathic/find'
import {en} from '../core/catalogue/en.ts'
import type {ConfigData} from '../core/config-shape.ts'
import {checkProfile} from '../core/context.ts'
import {ConfigError} from '../core/errors.ts'

const {problems, remedies} = en.configuring

/** One file's settings, and the folder that its paths and patterns start from. */
export interface Layer {
  /** As people name it, from where the command runs. */
  readonly name: string
  readonly folder: string
  readonly data: ConfigData
  /** The file that extends this one. */
  readonly extendedBy?: string
}

const tool = 'safe-together-lint'
const manifest = 'package.json'
/** What is looked for in each folder, upwards. */
const configNames = [`${tool}.config.yml`, `${tool}.config.yaml`, `${tool}.config.json`, manifest]

/**
 * The configuration in force in a folder, after those that it extends; empty where there is none.
 * @throws {ConfigError} for a file that cannot be used
 */
export async function findConfig(folder: string, cwd: string): Promise<readonly Layer[]> {
  const found = await nearest(folder, cwd)
  return found ? withExtended(found.path, found.value, cwd) : []
}

interface Found {
  readonly path: string
  readonly value: unknown
}

/** A package.json that says nothing to this program is passed over. */
async function nearest(folder: string, cwd: string): Promise<Found | undefined> {
  const path = any(configNames, {cwd: folder})
  if (path === undefined) return undefined
  refuseTwo(path, cwd)
  const value = await readData(path, cwd)
  if (basename(path) !== manifest) return {path, value}
  const own = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const entry = own.find(([key]) => key === tool)
  if (entry) return {path, value: entry[1]}
  const above = dirname(dirname(path))
  return above === dirname(path) ? undefined : nearest(above, cwd)
}

/** Of two, one would be passed over without a word. @throws {ConfigError} */
function refuseTwo(path: string, cwd: string): void {
  const others = configNames.filter((name) => name !== manifest && name !== basename(path))
  const other = others.find((name) => existsSync(join(dirname(path), name)))
  if (other !== undefined && basename(path) !== manifest)
    throw new ConfigError(nameFrom(cwd, path), problems.two(other), remedies.two)
}

/** The configuration of a file that somebody named. @throws {ConfigError} */
export const loadConfig = async (path: string, cwd: string): Promise<readonly Layer[]> =>
  withExtended(path, await readData(path, cwd), cwd)

/** More would be a mistake, or somebody’s trap. */
const deepest = 20

async function withExtended(
  path: string,
  value: unknown,
  cwd: string,
  above: readonly string[] = [],
): Promise<readonly Layer[]> {
  const name = nameFrom(cwd, path)
  if (above.includes(path)) throw new ConfigError(name, problems.circle(name), remedies.circle)
  if (above.length > deepest) throw new ConfigError(name, problems.tooDeep, remedies.circle)
  // Loaded when there is something to check: a validator costs a run that has no configuration.
  const {checkConfig} = await import('../core/config-shape.ts')
  const data = checkConfig(value ?? {}, name)
  // Here, and not when a report is read: the configuration is where it has to be mended.
  for (const {profile} of [data, ...(data.overrides ?? [])])
    if (profile !== undefined) checkProfile(profile, `${name}: profile`)
  const layers: Layer[] = []
  for (const each of [data.extends ?? []].flat()) {
    const target = resolveExtended(each, path, name)
    const inner = await readData(target, cwd)
    layers.push(...(await withExtended(target, inner, cwd, [...above, path])))
  }
  const by = above.at(-1)
  const own = {name, folder: dirname(path), data}
  return [...layers, by === undefined ? own : {...own, extendedBy: nameFrom(cwd, by)}]
}

/** "./base.yml" is a file; "@team/safe-together" a package, whose main file it is. */
function resolveExtended(extended: string, from: string, name: string): string {
  if (extended.startsWith('.') || isAbsolute(extended)) return resolve(dirname(from), extended)
  try {
    return createRequire(from).resolve(extended)
  } catch (cause) {
    throw new ConfigError(`${name}: extends`, problems.notFound(extended), remedies.notFound, {
      cause,
    })
  }
}

async function readData(path: string, cwd: string): Promise<unknown> {
  const name = nameFrom(cwd, path)
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(name, en.commandLine.problems.missing, remedies.notFound, {cause})
  })
  return toData(content, name)
}

async function toData(content: string, name: string): Promise<unknown> {
  // A YAML parser takes longer to load and over JSON, and refuses it where tabs indent.
  if (name.endsWith('.json')) return parseJson(content, name)
  const {parse, YAMLParseError} = await import('yaml')
  try {
    const data: unknown = parse(content)
    return data
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined
    const where = line === undefined ? name : `${name}: ${en.declaring.line(line)}`
    throw new ConfigError(where, problems.notYaml, remedies.notYaml)
  }
}

function parseJson(content: string, name: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new ConfigError(name, problems.notYaml, remedies.notYaml)
  }
}

export const nameFrom = (cwd: string, path: string): string => {
  const inside = relative(cwd, path)
  return (inside.startsWith('..') ? path : join('.', inside)).split(sep).join('/')
}
