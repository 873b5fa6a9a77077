import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildCommand} from './built-command.ts'
import {type Folder, folderOf, reportOf} from './command.ts'

let folder: Folder
beforeAll(async () => {
  const report = await reportOf('error')
  const reports = Array.from({length: 400}, (_, index) => [`reports/${index}.md`, report])
  folder = await folderOf(Object.fromEntries(reports))
  await buildCommand(join(folder.path, 'cli.cjs'))
}, 60_000)
afterAll(() => folder.remove())

const shell = (command: string) =>
  spawnSync('bash', ['-c', command], {cwd: folder.path, encoding: 'utf8'})

test('the exit code of the process is that of the run', () => {
  expect(shell('node cli.cjs reports/0.md')).toMatchObject({status: 1, stderr: ''})
  expect(shell('node cli.cjs reports/0.md --fail-on never')).toMatchObject({status: 0})
  expect(shell('node cli.cjs gone.txt')).toMatchObject({status: 2, stdout: ''})
  expect(shell('cat reports/0.md | node cli.cjs - --stdin-filename 0.md')).toMatchObject({
    status: 1,
    stderr: '',
  })
})

test('a reader that closes the pipe ends the run quietly, and not as a clean one', () => {
  const {stdout, stderr} = shell(
    'set -o pipefail; node cli.cjs reports --format json | head -c 1; echo "|$?"',
  )
  expect({stdout, stderr}).toEqual({stdout: '{|2\n', stderr: ''})
})
