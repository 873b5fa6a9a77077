import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {dirname, join, relative, sep} from 'node:path'
import ignore, {type Ignore} from 'ignore'
import type {Layer} from './load.ts'

/** Beside .gitignore, for reports that are in the repository and not to be checked. */
const ignoreFile = '.safe-together-lint-ignore'

/** Whether a file or folder found by a search is passed over. A file that somebody names is not asked about. */
export type IsIgnored = (path: string, isFolder: boolean) => Promise<boolean>

/** Reads the ignore files of a path's folders up to its repository, each once. */
export function createIgnored(layers: readonly Layer[]): IsIgnored {
  const configured = layers.flatMap(({data, folder}) =>
    data.ignore ? [{folder, patterns: ignore().add(data.ignore)}] : [],
  )
  const known = new Map<string, Promise<Ignore | undefined>>()
  const patternsOf = (folder: string) => {
    const reading = known.get(folder) ?? readPatterns(folder)
    known.set(folder, reading)
    return reading
  }
  return async (path, isFolder) => {
    const byConfig = configured.some(
      ({folder, patterns}) => verdict(patterns, folder, path, isFolder)?.ignored === true,
    )
    if (byConfig) return true
    for (const folder of foldersAbove(path)) {
      const patterns = await patternsOf(folder)
      const said = patterns && verdict(patterns, folder, path, isFolder)
      // The nearest file that says something decides.
      if (said?.ignored || said?.unignored) return said.ignored
    }
    return false
  }
}

/** From the nearest up to the repository's, or to the disk's root. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = []
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.push(folder)
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return folders
  }
}

function verdict(patterns: Ignore, folder: string, path: string, isFolder: boolean) {
  const name = relative(folder, path).split(sep).join('/')
  if (name === '' || name.startsWith('..')) return undefined
  return patterns.test(isFolder ? `${name}/` : name)
}

async function readPatterns(folder: string): Promise<Ignore | undefined> {
  const files = [join(folder, '.gitignore'), join(folder, ignoreFile)]
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')))
  const all = texts.join('\n')
  return all.trim() === '' ? undefined : ignore().add(all)
}
