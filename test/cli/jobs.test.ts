import {spawnSync} from 'node:child_process'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {reporterNames} from '../../src/reporters/names.ts'
import {buildCommand} from './built-command.ts'
import {cleanSentence, type Folder, folderOf, run} from './command.ts'

const blaming = 'Ms Rees failed to protect Cai. Theirs was a volatile relationship.'

let folder: Folder
let tool: Folder
beforeAll(async () => {
  tool = await folderOf({})
  await buildCommand(join(tool.path, 'cli.cjs'))
  const many = Array.from({length: 12}, (_, index) => [
    `r${index}.md`,
    `# ${index} Analysis\n\n${blaming.repeat((index % 4) * 30)}\n\n${cleanSentence}\n`,
  ])
  folder = await folderOf({
    ...Object.fromEntries(many),
    'broken.docx': 'no zip',
    'accepted.md': `<!-- language check: accept nothing-known: why -->\n\n${blaming}\n`,
    'r3.context.yml': 'behaviour-of: Mr Rees\nharm-to: Ms Rees\n',
    'r5.context.yml': 'behaviour-of: [',
  })
})
afterAll(async () => {
  await tool.remove()
  await folder.remove()
})

const command = (...argv: readonly string[]) => {
  const args = [join(tool.path, 'cli.cjs'), '.', ...argv]
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {
    cwd: folder.path,
    encoding: 'utf8',
  })
  return {status, stdout, stderr}
}

test.each(reporterNames)('three threads say what one says, in %s', (format) => {
  const one = command('--format', format, '--jobs', '1')
  expect(one.status).toBe(2)
  expect(one.stderr).toContain('broken.docx')
  expect(one.stderr).toContain('r5.context.yml')
  expect(command('--format', format, '--jobs', '3')).toEqual(one)
})

test('with a cache, too', () => {
  const one = command('--jobs', '1')
  expect(command('--jobs', '3', '--cache')).toEqual(one)
  expect(command('--jobs', '3', '--cache')).toEqual(one)
})

test('a thread that breaks off is a mistake of ours, and names its report', async () => {
  const start = join(tool.path, 'breaks.cjs')
  await writeFile(start, 'process.exit(7)')
  const program = {start, bundle: start, processors: 2}
  const argv = ['r0.md', 'r1.md', '--jobs', '2']
  const {code, stdout, stderr} = await run(argv, {cwd: folder.path, program})
  expect(code).toBe(2)
  expect(stdout).not.toContain('r0.md')
  expect(stderr).toMatch(/r0\.md.*r1\.md/s)
})

test.each(['0', 'many', '-1', '1.5'])('--jobs %s is refused', async (jobs) => {
  const {code, stderr} = await run(['r0.md', `--jobs=${jobs}`], {cwd: folder.path})
  expect([code, stderr]).toEqual([
    2,
    '--jobs: this is no number. Give a whole number, such as 1 or 20.\n',
  ])
})
