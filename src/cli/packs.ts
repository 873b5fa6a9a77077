import {readdir, stat} from 'node:fs/promises'
import {join, resolve, sep} from 'node:path'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {type Pack, readPack} from '../core/pack.ts'
import {rulebook} from '../core/rules.generated.ts'
import {toFileError} from './failures.ts'
import {readYamlFile} from './input.ts'
import type {CommandIo} from './io.ts'

const {problems, remedies} = en.commandLine

/** A pack of this many rules would no longer be one that a person keeps in hand. */
const maxFiles = 1_000

/** The packs of these folders, in their order. @throws {UserError} or an AggregateError of several */
export async function readPacks(
  folders: readonly string[] = [],
  io: CommandIo,
): Promise<readonly Pack[]> {
  const packs: Pack[] = []
  for (const folder of folders) packs.push(await readFolder(folder, io))
  return packs
}

async function readFolder(folder: string, io: CommandIo): Promise<Pack> {
  if (folder.trim() === '') throw new UserError('--rules', problems.emptyName, remedies.emptyName)
  const name = folder.split(sep).join('/').replace(/\/+$/, '')
  const root = resolve(io.cwd, folder)
  const files: Record<string, string> = {}
  for (const path of await yamlFilesIn(root, name)) {
    const target = {name: `${name}/${path}`, path: join(root, path)}
    files[path] = await readYamlFile(target, io)
  }
  return readPack(files, name, rulebook)
}

/** Paths inside the folder. What is no YAML may lie beside it, such as a page that says what the pack is for. */
async function yamlFilesIn(root: string, name: string): Promise<readonly string[]> {
  try {
    if (!(await stat(root)).isDirectory())
      throw new UserError(name, problems.notFolder, remedies.notFolder)
    const entries = await readdir(root, {recursive: true, encoding: 'utf8'})
    const paths = entries.map((entry) => entry.split(sep).join('/')).filter(isYaml)
    if (paths.length <= maxFiles) return paths
    throw new UserError(name, problems.tooManyFiles(maxFiles), remedies.tooManyFiles)
  } catch (error) {
    throw toFileError(error, name, true)
  }
}

const isYaml = (path: string) =>
  /\.ya?ml$/i.test(path) && !/(^|\/)(?:[.]|node_modules\/)/.test(path)
