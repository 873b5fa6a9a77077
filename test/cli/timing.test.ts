import {afterEach, expect, test} from 'vitest'
import {type Folder, folderOf, run} from './command.ts'

let folder: Folder
afterEach(() => folder.remove())

test('--timing names the slowest reports, and no more than five, beside the output', async () => {
  const files = Array.from({length: 7}, (_, index) => [`r${index}.md`, 'Cai is six.'] as const)
  folder = await folderOf(Object.fromEntries(files))
  const plain = await run(['.'], {cwd: folder.path})
  const timed = await run(['.', '--timing'], {cwd: folder.path})
  expect(timed.stdout).toBe(plain.stdout)
  expect(plain.stderr).toBe('')
  const lines = timed.stderr.trimEnd().split('\n')
  expect(lines[0]).toMatch(/^7 reports in \d+\.\d\d s, of which \d+\.\d\d s went into reading/)
  const slowest = lines.slice(1).map((line) => /^ {2}(\d+\.\d\d) s {2}r\d\.md$/.exec(line)?.[1])
  expect(slowest).toHaveLength(5)
  expect(slowest).toEqual(slowest.toSorted().toReversed())
})
