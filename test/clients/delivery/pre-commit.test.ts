import {execFileSync} from 'node:child_process'
import {copyFileSync, existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {program} from '../programs.ts'
import {
  cleanEnvironment,
  type Ended,
  git,
  hostile,
  mustRun,
  repositoryOf,
  runIn,
  temporaryFolder,
  wordings,
  writeFiles,
} from './shell.ts'

const manifest = '.pre-commit-hooks.yaml'

/**
 * The packed tarball as a repository of hooks, as a mirror would be: pre-commit clones it and packs it again. What the
 * tarball has no source for, to be built and developed, is taken out. The repository itself is tried in .ci/run.
 */
function hooksRepository(): string {
  const folder = temporaryFolder()
  execFileSync('tar', ['-xzf', inject('tarball'), '--strip-components=1'], {cwd: folder})
  const path = join(folder, 'package.json')
  const {scripts: _, devDependencies: __, ...rest} = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify(rest))
  const hooks = repositoryOf({
    '.gitignore': 'node_modules/\n',
    [manifest]: readFileSync(manifest, 'utf8'),
  })
  execFileSync('cp', ['-a', `${folder}/.`, hooks])
  rmSync(folder, {recursive: true})
  git(hooks, 'add', '--all', '--force')
  git(hooks, 'commit', '--quiet', '--message=Release')
  git(hooks, 'tag', 'v0.1.0')
  return hooks
}

const hooks = hooksRepository()
const home = temporaryFolder()
const environment = cleanEnvironment({PRE_COMMIT_HOME: home, PRE_COMMIT_COLOR: 'never'})

const configOf = (more = '') => `repos:
  - repo: ${hooks}
    rev: v0.1.0
    hooks:
      - id: safe-together-lint
${more}`

const repository = repositoryOf({'.pre-commit-config.yaml': configOf()})
beforeAll(() => {
  mustRun(program('preCommit'), ['install', '--install-hooks'], {cwd: repository, env: environment})
})
afterAll(() => {
  for (const folder of [hooks, home, repository]) rmSync(folder, {recursive: true, force: true})
})

/** Back to the first commit, then these files staged and committed. */
function commit(files: Readonly<Record<string, string>>): Ended {
  git(
    repository,
    'reset',
    '--quiet',
    '--hard',
    git(repository, 'rev-list', '--max-parents=0', 'HEAD'),
  )
  git(repository, 'clean', '--quiet', '-d', '--force')
  writeFiles(repository, files)
  git(repository, 'add', '--all')
  return runIn('git', ['commit', '--message=Change'], {cwd: repository, env: environment})
}

test('the manifest is one', () => {
  mustRun(program('preCommit'), ['validate-manifest', manifest], {cwd: resolve('.')})
})

describe('at a commit', () => {
  test('a wording that is found stops it, and says where and what', () => {
    const {code, stderr} = commit({'templates/a b.md': wordings.found})
    expect(code).toBe(1)
    expect(stderr).toContain('templates/a b.md')
    expect(stderr).toContain('«The child witnessed the abuse»')
  })

  test('files in which nothing is found go in', () => {
    const {code} = commit({'templates/a b.md': wordings.clean, 'c.txt': wordings.clean})
    expect(code).toBe(0)
  })

  test('only what is committed is read, and only what can be', () => {
    commit({'old.md': wordings.clean})
    writeFiles(repository, {'old.md': wordings.found, 'code.py': wordings.found})
    git(repository, 'add', 'code.py')
    const {code, stderr} = runIn('git', ['commit', '--message=Code'], {
      cwd: repository,
      env: environment,
    })
    expect(code).toBe(0)
    expect(stderr).toContain('Skipped')
    expect(readFileSync(join(repository, 'old.md'), 'utf8')).toBe(wordings.found)
  })

  test('each format, and templates of it, come in; what Word leaves about does not', () => {
    git(repository, 'reset', '--quiet', '--hard')
    const names = [
      'a.md',
      'b.MARKDOWN',
      'c.txt',
      'd.html',
      'e.htm',
      'f.md.j2',
      '~$lock.docx',
      'g.reviewed.md',
      'h.yml',
    ]
    writeFiles(repository, Object.fromEntries(names.map((name) => [name, wordings.found])))
    copyFileSync('fixtures/section-7/report.docx', join(repository, 'i.docx'))
    const odt = mustRun('git', ['ls-files', '*.odt'], {
      cwd: resolve('.'),
    }).split('\n')[0]
    copyFileSync(odt ?? '', join(repository, 'j.odt'))
    git(repository, 'add', '--all')
    writeFiles(repository, {
      '.pre-commit-config.yaml': configOf('        args: [--format, compact]\n'),
    })
    git(repository, 'add', '--all')
    const {stdout} = runIn(program('preCommit'), ['run'], {cwd: repository, env: environment})
    const seen = new Set(stdout.match(/^\S+?(?=:)/gm))
    expect([...seen].filter((name) => /^(\w|~)+\S*\.\w+$/.test(name)).sort()).toEqual([
      'a.md',
      'b.MARKDOWN',
      'c.txt',
      'd.html',
      'e.htm',
      'f.md.j2',
      'i.docx',
      'j.odt',
    ])
  })

  test('strange names are names', () => {
    const {code} = commit({
      [`${hostile}.md`]: wordings.clean,
      'sub/-rf.md': wordings.clean,
      '-rf.md': wordings.clean,
      '--output-file=hacked.md': wordings.clean,
      'é “q”.md': wordings.clean,
    })
    expect(code).toBe(0)
    expect(existsSync(join(repository, 'hacked'))).toBe(false)
    expect(existsSync(join(repository, 'hacked.md'))).toBe(false)
  })

  test('what is found in a file whose name begins with a hyphen is said', () => {
    const {code, stderr} = commit({'-a.md': wordings.found})
    expect(code).toBe(1)
    expect(stderr).toContain('witnessed the abuse')
  })

  test('it asks nothing: without a keyboard and with one it ends by itself', () => {
    git(repository, 'reset', '--quiet', '--hard')
    writeFiles(repository, {'a.md': wordings.found})
    git(repository, 'add', '--all')
    // A terminal, made by `script`, at which nobody types.
    const command = `${program('preCommit')} run`
    const {code, stdout} = runIn(
      'script',
      ['--quiet', '--return', '--command', command, '/dev/null'],
      {
        cwd: repository,
        env: environment,
      },
    )
    expect(code).toBe(1)
    expect(stdout).toContain('witnessed the abuse')
  })
})

describe('the configuration of the repository holds', () => {
  test.each([
    ['arguments of the hook', configOf('        args: [--fail-on, error]\n'), ''],
    ['a configuration file', configOf(), 'rules: {exposed-to: off}\n'],
  ])('%s', (_, config, own) => {
    const {code} = commit({
      '.pre-commit-config.yaml': config,
      'a.md': wordings.found,
      ...(own === '' ? {} : {'safe-together-lint.config.yml': own}),
    })
    expect(code).toBe(0)
  })
})
