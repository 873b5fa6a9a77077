import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, expect, test} from 'vitest'
import {type Folder, folderOf, run} from './command.ts'

let folder: Folder
afterEach(() => folder.remove())
const inFolder = (...argv: string[]) => run(argv, {cwd: folder.path})
const files = {'a.md': 'They have a volatile relationship.'}

test.each([
  ['baseline a.md --output-file b.json', '--output-file: “baseline” .* --baseline names'],
  ['annotate a.md --output-file b.docx', '--output-file: “annotate” .* --output names'],
  ['rules --output-file b.txt', '--output-file: “rules” .* “> list.txt”'],
  ['config print a.md --output-file b.txt', '--output-file: “print” .* “> list.txt”'],
  ['accepted a.md --output-file b.txt', '--output-file: “accepted” .* “> list.txt”'],
  ['accepted a.md --format json', '--format: “accepted” .*“check --format json”'],
])('%s is refused', async (argv, said) => {
  folder = await folderOf(files)
  const {code, stdout, stderr} = await inFolder(...argv.split(' '))
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(new RegExp(`^${said}`))
  expect(existsSync(join(folder.path, 'safe-together-lint-baseline.json'))).toBe(false)
})

test('check writes into a file with and without its name', async () => {
  folder = await folderOf(files)
  for (const argv of [['a.md'], ['check', 'a.md']])
    expect(await inFolder(...argv, '--output-file', 'b.txt')).toEqual({
      code: 1,
      stdout: '',
      stderr: '',
    })
})

test('a place that cannot be written to is said with the option it came by', async () => {
  folder = await folderOf(files)
  const {code, stderr} = await inFolder('a.md', '--output-file', 'none/b.txt')
  expect([code, stderr]).toEqual([
    2,
    'none/b.txt: the file cannot be written (ENOENT). Check the folder, or name another place with --output-file.\n',
  ])
})

test('nothing is pruned out of a baseline that is not there, and none is written', async () => {
  folder = await folderOf(files)
  expect(await inFolder('baseline', '--prune', 'a.md', '--baseline', 'othr.json')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'othr.json: there is no baseline that something could be taken out of. Check the path, or write one without --prune.\n',
  })
  expect(existsSync(join(folder.path, 'othr.json'))).toBe(false)
})

test.each([
  [
    {'safe-together-lint.config.yml': 'overrides: [{files: a.md, fail-on: error}]'},
    'safe-together-lint.config.yml: overrides[0].fail-on: this holds for all files, and not for those of an override alone. Move it to the top of the file.\n',
  ],
  [
    {'safe-together-lint.config.yml': '', 'safe-together-lint.config.json': '{}'},
    'safe-together-lint.config.yml: a second configuration stands beside it, safe-together-lint.config.json. Keep one of the two.\n',
  ],
])('a configuration of which part would do nothing is refused: %j', async (config, said) => {
  folder = await folderOf({...files, ...config})
  expect(await inFolder('a.md')).toEqual({code: 2, stdout: '', stderr: said})
})
