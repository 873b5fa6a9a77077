import {readdir, stat} from 'node:fs/promises'
import {join, resolve, sep} from 'node:path'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {type Pack, readPack} from '../core/pack.ts'
import {rulebook} from '../core/rules.generated.ts'
import {processorFor} from '../lint.ts'
import {toFileError} from './failures.ts'
import {readYamlFile} from './input.ts'
import type {CommandIo} from './io.ts'

const {problems, remedies} = en.commandLine

/** Files and folders of one pack. A folder of more is no pack, and might be a whole disk. */
const maxEntries = 1_000

/** The packs of these folders, in their order. @throws {UserError} or an AggregateError of several */
export async function readPacks(
  folders: readonly string[] = [],
  io: CommandIo,
): Promise<readonly Pack[]> {
  const packs: Pack[] = []
  for (const folder of folders) packs.push(await readFolder(folder, io))
  // A pattern that cannot be read is found here.
  processorFor(packs)
  return packs
}

async function readFolder(folder: string, io: CommandIo): Promise<Pack> {
  if (folder.trim() === '') throw new UserError('--rules', problems.emptyName, remedies.emptyName)
  const name = folder
    .split(sep)
    .join('/')
    .replace(/(?<=.)\/+$/, '')
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
  const paths: string[] = []
  let seen = 0
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), {withFileTypes: true})
    seen += entries.length
    if (seen > maxEntries) throw new UserError(name, problems.notAPack, remedies.namePackItself)
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      if (entry.isDirectory()) await walk(path)
      else if (/\.ya?ml$/i.test(entry.name)) paths.push(path)
    }
  }
  try {
    if (!(await stat(root)).isDirectory())
      throw new UserError(name, problems.notFolder, remedies.notFolder)
    await walk('')
  } catch (error) {
    throw toFileError(error, name, true)
  }
  return paths
}
