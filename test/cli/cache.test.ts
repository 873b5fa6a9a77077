import {readFile, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {checkBytes} from '../../src/cli/check-bytes.ts'
import {reporterNames} from '../../src/reporters/names.ts'
import {cleanSentence, type Folder, folderOf, run} from './command.ts'

vi.mock('../../src/cli/check-bytes.ts', async (original) => {
  const real = await original<typeof import('../../src/cli/check-bytes.ts')>()
  return {...real, checkBytes: vi.fn(real.checkBytes)}
})

const cacheName = '.safe-together-lint-cache'
const blaming = 'Ms Zqmother failed to protect Zqchild from Mr Zqfather.'
const report = `# Zqheading\n\n${blaming}\n`

let folder: Folder
beforeEach(() => void vi.mocked(checkBytes).mockClear())
afterEach(() => folder.remove())

/** How many reports the engine was asked for, and what the run gave. */
async function runCounting(argv: readonly string[], changes: Parameters<typeof run>[1] = {}) {
  const before = vi.mocked(checkBytes).mock.calls.length
  const ran = await run(argv, {cwd: folder.path, ...changes})
  return {...ran, checked: vi.mocked(checkBytes).mock.calls.length - before}
}

test.each(reporterNames)('a second run says the same in %s and checks nothing', async (format) => {
  folder = await folderOf({'a.md': report, 'b.txt': cleanSentence})
  const argv = ['a.md', 'b.txt', '--format', format]
  const plain = await runCounting(argv)
  const first = await runCounting([...argv, '--cache'])
  const second = await runCounting([...argv, '--cache'])
  expect(first).toEqual({...plain, checked: 2})
  expect(second).toEqual({...plain, checked: 0})
})

describe('what a verdict depends on is looked at again', () => {
  const write = (name: string, text: string) => writeFile(join(folder.path, name), text)
  const argv = ['a.md', '--cache', '--format', 'compact']

  test.each<readonly [string, () => Promise<unknown>]>([
    ['the report', () => write('a.md', `${report}\n${blaming}\n`)],
    ['its declarations', () => write('a.context.yml', 'behaviour-of: Mr Zqfather')],
    ['its accepted wording', () => write('a.accepted.yml', '[]')],
    [
      'the configuration',
      () => write('safe-together-lint.config.yml', 'rules: {failure-to-protect: off}'),
    ],
    ['the folder’s ignored files', () => write('safe-together-lint.config.yml', 'ignore: [b.md]')],
  ])('%s', async (_, change) => {
    folder = await folderOf({'a.md': report})
    await runCounting(argv)
    expect((await runCounting(argv)).checked).toBe(0)
    await change()
    const fresh = await runCounting(argv.filter((each) => each !== '--cache'))
    const cached = await runCounting(argv)
    expect(cached).toEqual({...fresh, checked: 1})
  })

  test.each([
    [['--info']],
    [['--quiet']],
    [['--behaviour-of', 'Mr Zqfather']],
    [['--format', 'json']],
    [['--fail-on', 'never']],
    [['--color']],
    [['--mode', 'template']],
  ])('%j', async (more) => {
    folder = await folderOf({'a.md': report})
    await runCounting(argv)
    const {checked, ...ran} = await runCounting([...argv, ...more])
    expect(checked).toBe(1)
    expect(ran).toEqual(await run([...argv, ...more], {cwd: folder.path}))
  })

  test('the same text under another name', async () => {
    folder = await folderOf({'a.md': report, 'b.md': report})
    await runCounting(argv)
    const {checked, stdout} = await runCounting(['b.md', ...argv.slice(1)])
    expect(checked).toBe(1)
    expect(stdout).toMatch(/^b\.md:3:/)
  })
})

test('an acceptance that runs out is told of on the day after', async () => {
  const marker = `<!-- language check: accept failure-to-protect until 2026-01-15: the court’s own words -->`
  folder = await folderOf({'a.md': `${marker}\n\n${blaming}\n`})
  const argv = ['a.md', '--cache', '--format', 'compact']
  const on = (day: string) => runCounting(argv, {now: () => new Date(`${day}T09:00:00Z`)})
  const kept = await on('2026-01-15')
  expect(await on('2026-01-15')).toEqual({...kept, checked: 0})
  const over = await on('2026-01-16')
  expect(over.checked).toBe(1)
  expect(over.stdout).not.toBe(kept.stdout)
})

test('holds no word of a report, however it is shown', async () => {
  folder = await folderOf({'a.md': report, 'zqname.md': report})
  for (const format of ['pretty', 'html', 'json'])
    await run(['.', '--cache', '--format', format], {cwd: folder.path})
  const kept = (await readFile(join(folder.path, cacheName))).toString('latin1')
  expect(kept.length).toBeGreaterThan(10_000)
  expect(kept.match(/zq(?:mother|child|father|heading|name)|protect|heading/gi)).toEqual(null)
  const {mode} = await stat(join(folder.path, cacheName))
  expect(mode & 0o077).toBe(0)
})

test('a report that cannot be read is told of each time', async () => {
  folder = await folderOf({'a.docx': 'no zip', 'b.md': cleanSentence})
  const first = await runCounting(['a.docx', 'b.md', '--cache'])
  const second = await runCounting(['a.docx', 'b.md', '--cache'])
  expect([first.code, second.code, second.checked]).toEqual([2, 2, 1])
  expect(second.stderr).toBe(first.stderr)
})

test('standard input is not kept', async () => {
  folder = await folderOf({'b.md': cleanSentence})
  const argv = ['-', '--cache', '--stdin-filename', 'a.md']
  await runCounting(argv, {stdin: report})
  expect((await runCounting(argv, {stdin: report})).checked).toBe(1)
})

test('a cache that was damaged is made anew', async () => {
  folder = await folderOf({'a.md': report})
  const path = join(folder.path, cacheName)
  const plain = await run(['a.md', '--cache'], {cwd: folder.path})
  const bytes = await readFile(path)
  for (const damaged of [
    bytes.subarray(0, bytes.length - 40),
    Buffer.concat([bytes.subarray(0, 90), bytes.subarray(91)]),
    new Uint8Array(),
  ]) {
    await writeFile(path, damaged)
    expect(await runCounting(['a.md', '--cache'])).toEqual({...plain, checked: 1})
    expect(await runCounting(['a.md', '--cache'])).toEqual({...plain, checked: 0})
  }
})

test('what is no cache is not written over', async () => {
  folder = await folderOf({'a.md': report, 'notes.txt': cleanSentence})
  const ran = await run(['a.md', '--cache', '--cache-location', 'notes.txt'], {cwd: folder.path})
  expect([ran.code, ran.stdout, ran.stderr]).toEqual([
    2,
    '',
    'notes.txt: this is no cache of safe-together-lint. Name another file with --cache-location.\n',
  ])
  expect(await readFile(join(folder.path, 'notes.txt'), 'utf8')).toBe(cleanSentence)
})

test('where it cannot be written that is said, and the verdict stands', async () => {
  folder = await folderOf({'a.md': cleanSentence})
  const argv = ['a.md', '--cache', '--cache-location', 'gone/cache']
  const {code, stderr} = await run(argv, {cwd: folder.path})
  expect(code).toBe(0)
  expect(stderr).toMatch(/^gone\/cache: the file cannot be written \(ENOENT\)\. /)
})
