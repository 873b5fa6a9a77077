import {afterAll, beforeAll, expect, test} from 'vitest'
import {makeDocx, paragraph} from '../readers/docx/make-docx.ts'
import {type Folder, folderOf, run} from './command.ts'

// Names that look like options: after “--”, behind “./” and in a search they are names.

const wording = 'They have a volatile relationship.'

let folder: Folder
beforeAll(async () => {
  folder = await folderOf({
    '-draft.md': wording,
    '--output-file=b.md': wording,
    '-form.docx': makeDocx({body: paragraph(wording)}),
  })
})
afterAll(() => folder.remove())

const inFolder = (...argv: string[]) => run(argv, {cwd: folder.path})
const placesIn = async (...argv: string[]) => {
  const {stdout} = await inFolder('--format', 'compact', ...argv)
  return [...new Set(stdout.match(/^.+?(?=: ?\d|: paragraph| paragraph|:\d)/gm))].sort()
}

test.each([
  [['--', '-draft.md']],
  [['check', '--', '-draft.md']],
  [['baseline', '--baseline', 'base.json', '--', '-draft.md']],
  [['accepted', '--', '-draft.md']],
  [['config', 'print', '--', '-draft.md']],
  [['annotate', '--output', 'copy.reviewed.docx', '--', '-form.docx']],
])('%j takes the name', async (argv) => {
  const {code, stderr} = await inFolder(...argv)
  expect([code, stderr]).toEqual([argv.includes('-draft.md') && !isAside(argv) ? 1 : 0, ''])
})
const isAside = ([command = '']: readonly string[]) =>
  ['baseline', 'accepted', 'config', 'annotate'].includes(command)

test('a name that would be an option with a value is read, and nothing is written', async () => {
  const names = ['-draft.md', '--output-file=b.md']
  expect(await placesIn('--', ...names)).toEqual(names.toSorted())
  expect(await placesIn('.')).toEqual([...names, '-form.docx'].toSorted())
})

test('without “--” it is refused as an option, and the remedy is not far', async () => {
  const {code, stderr} = await inFolder('-draft.md')
  expect(code).toBe(2)
  expect(stderr).toMatch(/^-draft\.md: there is no such option.*“--”/)
})
