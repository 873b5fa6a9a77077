import {execFile} from 'node:child_process'
import {realpath} from 'node:fs/promises'
import {resolve} from 'node:path'
import {en} from '../core/catalogue/en.ts'
import {UserError} from '../core/errors.ts'
import {namesBeside} from './beside.ts'
import type {Target} from './targets.ts'

const {problems, remedies} = en.commandLine

/** A list of files of a whole repository can be long. */
const mostBytes = 64 * 1024 * 1024

/**
 * The reports that differ from what stood at a commit, in the order of the run: also those that nobody has added yet.
 * Where a branch has gone its own way since, what stood where it left counts: what others changed there is not its own.
 * @throws {UserError} outside a repository, and for a name that git does not know
 */
export async function changedSince(
  ref: string,
  targets: readonly Target[],
  cwd: string,
): Promise<readonly Target[]> {
  // A name that begins with a hyphen would be an option of git.
  if (ref === '' || ref.startsWith('-')) refuse(ref)
  const top = (await git(['rev-parse', '--show-toplevel'], cwd, ref)).replace(/\r?\n$/, '')
  const named = await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], cwd, ref)
  const commit = await whereBranchLeft(named.trim(), cwd, ref)
  const [edited, added] = await Promise.all([
    git(['diff', '--name-only', '--no-renames', '-z', commit, '--'], top, ref),
    git(['ls-files', '--others', '--exclude-standard', '-z'], top, ref),
  ])
  const changed = new Set(
    [...edited.split('\0'), ...added.split('\0')].map((name) => resolve(top, name)),
  )
  const isChanged = await Promise.all(
    targets.map(async ({path}) => {
      if (path === undefined) return true
      // git knows a file by where it really stands.
      const real = await realpath(path).catch(() => path)
      return [real, ...besides(real)].some((each) => changed.has(each))
    }),
  )
  return targets.filter((_, index) => isChanged[index])
}

/** What is declared or accepted beside a report changes what is said of it, also when it goes. */
const besides = (path: string) => [
  ...namesBeside(path, 'context'),
  ...namesBeside(path, 'accepted'),
]

/** A clone without its history may not know the place; then the commit itself has to do. */
const whereBranchLeft = async (commit: string, cwd: string, ref: string): Promise<string> => {
  const common = await git(['merge-base', commit, 'HEAD'], cwd, ref).catch(() => commit)
  return common.trim()
}

const git = (args: readonly string[], cwd: string, ref: string): Promise<string> =>
  new Promise((settle, fail) => {
    execFile('git', args, {cwd, maxBuffer: mostBytes}, (error, stdout) => {
      if (error)
        fail(
          new UserError(`--changed ${ref}`, problems.noCommit, remedies.noCommit, {cause: error}),
        )
      else settle(stdout)
    })
  })

function refuse(ref: string): never {
  throw new UserError(`--changed ${ref}`, problems.noCommit, remedies.noCommit)
}
