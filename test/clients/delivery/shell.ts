import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface How {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
  readonly uid?: number
}

/** Runs a program to its end, with nobody at the keyboard. After 90 seconds it ends with all that it started, with 124. */
export function runIn(file: string, args: readonly string[], {cwd, env, uid}: How): Ended {
  const {status, stdout, stderr, error} = spawnSync(
    'timeout',
    ['--kill-after=5', '90', file, ...args],
    {
      cwd,
      env: env ?? cleanEnvironment(),
      encoding: 'utf8',
      // What lists a tarball is long.
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : {uid, gid: uid}),
    },
  )
  if (error) throw error
  return {code: status, stdout, stderr}
}

/** The same, for a step without which a test means nothing. */
export function mustRun(file: string, args: readonly string[], how: How): string {
  const {code, stdout, stderr} = runIn(file, args, how)
  if (code !== 0)
    throw new Error(`${file} ${args.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`)
  return stdout
}

/** This environment without what npm, Git, a build server and the test runner put there for themselves. */
export const cleanEnvironment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(npm_|git_|github_|runner_|ci_|pre_commit|vitest|node_(?!extra_ca)|init_cwd$|ci$)/i.test(
          name,
        ),
    ),
  ),
  ...more,
})

export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'safe-together-delivery-'))
  writeFiles(folder, files)
  return folder
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), content)
  }
}

/** A repository with these files in its first commit. */
export function repositoryOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(files)
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'config', 'user.name', 'A. Tester')
  git(folder, 'config', 'user.email', 'tester@example.org')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message=First')
  return folder
}

export const git = (cwd: string, ...args: readonly string[]): string =>
  mustRun('git', args, {cwd}).trim()

/** What a shell would make a command of, if it were ever read as shell. */
export const hostile =
  '"; touch hacked; \'; touch hacked; $(touch hacked) `touch hacked` $IFS & touch hacked #'

/** Wording that is found, and wording that is not. */
export const wordings = {
  found: 'The child witnessed the abuse.\n',
  clean: 'The meeting is at noon.\n',
} as const
