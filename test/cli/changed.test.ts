import {execFileSync} from 'node:child_process'
import {rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Folder, folderOf, run} from './command.ts'

const bad = 'The parents have a volatile relationship.\n'
let folder: Folder

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder.path,
    stdio: 'pipe',
  })

beforeEach(async () => {
  folder = await folderOf({
    'old.md': bad,
    'two words.md': bad,
    'sub/b.md': bad,
    '.gitignore': 'x.md',
  })
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message=First')
})
afterEach(() => folder.remove())

const checked = async (...argv: readonly string[]) => {
  const {code, stdout, stderr} = await run(['.', '--format', 'json', ...argv], {cwd: folder.path})
  const names =
    stdout === '' ? [] : JSON.parse(stdout).documents.map(({name}: {name: string}) => name)
  return {code, names, stderr}
}

test('only what differs from a commit is checked, with what nobody has added yet', async () => {
  await writeFile(join(folder.path, 'two words.md'), `${bad}\nIt was a tiff.\n`)
  await writeFile(join(folder.path, 'new.md'), bad)
  await writeFile(join(folder.path, 'x.md'), bad)
  expect(await checked('--changed', 'HEAD')).toEqual({
    code: 1,
    names: ['new.md', 'two words.md'],
    stderr: '',
  })
})

test('a report counts as changed with what stands beside it, also when that has gone', async () => {
  await writeFile(join(folder.path, 'old.accepted.yml'), '[]\n')
  git('add', '--all')
  git('commit', '--quiet', '--message=Second')
  await rm(join(folder.path, 'old.accepted.yml'))
  await writeFile(join(folder.path, 'sub/b.md.context.yml'), 'mode: report\n')
  expect((await checked('--changed', 'HEAD')).names).toEqual(['old.md', 'sub/b.md'])
})

test('in a folder of the repository, against an older commit', async () => {
  await writeFile(join(folder.path, 'sub/b.md'), `${bad}\nMore.\n`)
  git('commit', '--all', '--quiet', '--message=Second')
  expect((await checked('--changed', 'HEAD')).names).toEqual([])
  const {stdout} = await run(['.', '--changed', 'HEAD~1', '--format', 'compact'], {
    cwd: join(folder.path, 'sub'),
  })
  expect(stdout).toMatch(/^b\.md:/)
})

test('where nothing has changed that is said, and the run ends well', async () => {
  expect(await checked('--changed', 'HEAD')).toEqual({
    code: 0,
    names: [],
    stderr: 'No report among those named has changed since HEAD.\n',
  })
})

test.each(['nowhere', '--output=x', ''])('a commit that there is not: %s', async (ref) => {
  const {code, stderr} = await checked(`--changed=${ref}`)
  expect(code).toBe(2)
  expect(stderr).toContain('git knows no such commit here')
})

test('outside a repository that is said, too', async () => {
  const outside = await folderOf({'a.md': bad})
  const {code, stderr} = await run(['a.md', '--changed', 'HEAD'], {cwd: outside.path})
  await outside.remove()
  expect({code, stderr}).toMatchObject({code: 2, stderr: expect.stringContaining('no such commit')})
})

test('what others have changed since the branch left is not of the branch', async () => {
  git('branch', 'theirs')
  await writeFile(join(folder.path, 'old.md'), `${bad}\nOurs.\n`)
  git('commit', '--all', '--quiet', '--message=Ours')
  git('branch', 'ours')
  git('checkout', '--quiet', 'theirs')
  await writeFile(join(folder.path, 'sub/b.md'), `${bad}\nTheirs.\n`)
  git('commit', '--all', '--quiet', '--message=Theirs')
  expect((await checked('--changed', 'ours')).names).toEqual(['sub/b.md'])
})

test('a commit with no history in common is what is compared with', async () => {
  git('checkout', '--quiet', '--orphan', 'alone')
  await writeFile(join(folder.path, 'old.md'), `${bad}\nAlone.\n`)
  git('commit', '--all', '--quiet', '--message=Alone')
  const first = git('rev-list', '--all', '--max-parents=0').toString().trim().split('\n')
  const other = first.find((one) => one !== git('rev-parse', 'HEAD').toString().trim()) ?? ''
  expect((await checked('--changed', other)).names).toEqual(['old.md'])
})
