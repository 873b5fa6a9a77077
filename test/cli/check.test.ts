import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {cleanSentence, type Folder, folderOf, reportOf, run} from './command.ts'

let folder: Folder
const reports = {error: '', warning: '', info: '', question: ''}
beforeAll(async () => {
  reports.error = await reportOf('error')
  reports.warning = await reportOf('warning')
  reports.info = await reportOf('info')
  reports.question = await reportOf('question')
  folder = await folderOf({
    'clean.txt': cleanSentence,
    'error.md': reports.error,
    'warning.md': reports.warning,
    'info.md': reports.info,
    'question.md': reports.question,
    'empty.txt': '',
    'loop.txt': '-> loop.txt',
    'report.pdf': '%PDF-1.7',
    'all/a.txt': reports.error,
    'all/b [draft].txt': cleanSentence,
    'all/B.MD': cleanSentence,
    'all/c.markdown': cleanSentence,
    'all/deep/d.txt': cleanSentence,
    'all/a.context.yml': 'status: told',
    'all/~$a.docx': 'lock',
    'all/a.reviewed.docx': 'copy',
    'all/.hidden.txt': cleanSentence,
    'all/.git/e.txt': cleanSentence,
    'all/node_modules/f.txt': cleanSentence,
    'all/notes.pdf': '',
    'nothing/notes.pdf': '',
  })
})
afterAll(() => folder.remove())

const check = (...argv: readonly string[]) => run(argv, {cwd: folder.path})

const namesOf = (json: string) =>
  JSON.parse(json).documents.map((document: {name: string}) => document.name)

describe('exit codes', () => {
  test.each([
    [0, 'clean.txt', []],
    [1, 'error.md', []],
    [1, 'warning.md', []],
    [0, 'info.md', []],
    [0, 'question.md', []],
    [1, 'error.md', ['--fail-on', 'error']],
    [0, 'warning.md', ['--fail-on', 'error']],
    [1, 'info.md', ['--fail-on', 'info']],
    [0, 'question.md', ['--fail-on', 'info']],
    [0, 'error.md', ['--fail-on', 'never']],
  ])('%i for %s with %j', async (code, name, flags) => {
    expect(await check(name, ...flags)).toMatchObject({code, stderr: ''})
  })

  test('2 when one report cannot be read, and the others are checked', async () => {
    const {code, stdout, stderr} = await check('gone.txt', 'error.md', '--format', 'json')
    expect(code).toBe(2)
    expect(namesOf(stdout)).toEqual(['error.md'])
    expect(stderr).toBe(
      'gone.txt: there is no such file or folder. Check the spelling, and that the command runs in the folder you have in mind.\n',
    )
  })
})

describe('which reports are checked', () => {
  test('a folder gives every report in it once, in order, and leaves the rest', async () => {
    const {stdout, stderr} = await check('all', '--format', 'json')
    expect(namesOf(stdout)).toEqual([
      'all/B.MD',
      'all/a.txt',
      'all/b [draft].txt',
      'all/c.markdown',
      'all/deep/d.txt',
    ])
    expect(stderr).toBe('')
  })

  test('a pattern gives what it matches, without locks, reviewed copies and declarations', async () => {
    const {stdout} = await check('all/**/*', 'all/a.txt', '--format', 'json')
    expect(namesOf(stdout)).toEqual(
      ['all/a.txt', 'all/b [draft].txt', 'all/c.markdown', 'all/B.MD', 'all/deep/d.txt'].sort(),
    )
  })

  test('a file whose name looks like a pattern is that file', async () => {
    const {stdout} = await check('all/b [draft].txt', '--format', 'json')
    expect(namesOf(stdout)).toEqual(['all/b [draft].txt'])
  })

  test('declarations and locks that a shell puts into the command are passed over', async () => {
    const {code, stdout, stderr} = await check(
      'all/a.context.yml',
      'all/~$a.docx',
      'clean.txt',
      '--format',
      'json',
    )
    expect({code, stderr, names: namesOf(stdout)}).toEqual({
      code: 0,
      stderr: '',
      names: ['clean.txt'],
    })
  })

  test('check may be named', async () => {
    expect(await check('check', 'clean.txt', '--quiet')).toEqual({code: 0, stdout: '', stderr: ''})
  })

  test('a minus reads standard input as text, or as its file name says', async () => {
    const options = {cwd: folder.path, stdin: reports.error}
    const text = await run(['-', '--format', 'json'], options)
    expect(text.code).toBe(1)
    expect(namesOf(text.stdout)).toEqual(['standard input'])
    const named = await run(['-', '--stdin-filename', 'x/y.txt', '--format', 'json'], options)
    expect(named.code).toBe(1)
    expect(namesOf(named.stdout)).toEqual(['x/y.txt'])
    const docx = await run(['-', '--stdin-filename', 'y.docx'], options)
    expect(docx).toMatchObject({code: 2, stderr: expect.stringContaining('y.docx: ')})
  })
})

describe('what cannot be checked is a named error with a remedy', () => {
  test.each([
    ['nothing/notes.txt', 'nothing/notes.txt: there is no such file or folder. '],
    ['clean.txt/inside.txt', 'clean.txt/inside.txt: there is no such file or folder. '],
    ['nothing', 'nothing: there is nothing to check in this folder. Reports end in .docx'],
    ['nothing/*.txt', 'nothing/*.txt: no report fits this pattern. Put the pattern in'],
    ['loop.txt', 'loop.txt: the file cannot be read (ELOOP). '],
    ['all/a.context.yml', 'the command line: no report is among the files named. '],
    ['', 'the command line: a file with an empty name is asked for. '],
    ['empty.txt', 'empty.txt: '],
    ['report.pdf', 'report.pdf: '],
  ])('%s', async (name, message) => {
    const {code, stderr} = await check(name)
    expect(code).toBe(2)
    expect(stderr.startsWith(message)).toBe(true)
    expect(stderr.split('\n')).toHaveLength(2)
  })

  test('no report is named', async () => {
    expect(await check()).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'the command line: no report is named. Name a file, a folder or a pattern, or - for standard input. --help shows examples.\n',
    })
  })

  test.each([
    [['--formt', 'json'], '--formt: there is no such option. Perhaps --format is meant. '],
    [['--zzzzzzz'], '--zzzzzzz: there is no such option. safe-together-lint --help shows'],
    [['--format', 'jsno'], '--format: "jsno" is not one of its values. Perhaps "json" is meant. '],
    [['--format=xyz'], '--format: "xyz" is not one of its values. Its values: pretty, compact'],
    [['--fail-on', 'all'], '--fail-on: "all" is not one of its values. '],
    [['--harm-to'], '--harm-to: a value is missing after this option. '],
    [['--status', 'fond'], 'the command line: status: the value "fond" is not known. Perhaps'],
    [['--harm-to', ','], 'clean.txt: harm-to: names nobody. '],
    [['--harm-to', 'Dad', '--child', 'dad'], 'clean.txt: "dad" is declared twice, with'],
    [['--context', 'gone.yml'], 'gone.yml: there is no such file or folder. '],
  ])('%j', async (flags, message) => {
    const {code, stderr} = await check('clean.txt', ...flags)
    expect(code).toBe(2)
    expect(stderr.startsWith(message)).toBe(true)
  })

  test('names in errors cannot command the terminal', async () => {
    const {stderr} = await check('\u001b[2Jgone.txt')
    expect(stderr.startsWith('\u{fffd}[2Jgone.txt: there is no such file')).toBe(true)
  })
})

describe('progress', () => {
  test('is shown on a terminal for more than three reports, and cleared before they are', async () => {
    const {stderr} = await run(['all', '--quiet'], {cwd: folder.path, terminal: true})
    expect(stderr).toContain('\r\u001b[KChecking report 2 of 5: all/a.txt')
    expect(stderr.endsWith('\r\u001b[K')).toBe(true)
  })

  test('is not shown elsewhere', async () => {
    expect((await check('all')).stderr).toBe('')
    const few = await run(['clean.txt'], {cwd: folder.path, terminal: true})
    expect(few.stderr).toBe('')
  })
})

describe('colour', () => {
  const isColored = async (argv: readonly string[], changes: Parameters<typeof run>[1]) =>
    (await run(['error.md', ...argv], {cwd: folder.path, ...changes})).stdout.includes('\u001b[')

  test.each([
    [false, [], {}],
    [true, [], {terminal: true}],
    [false, [], {terminal: true, env: {NO_COLOR: '1'}}],
    [true, [], {terminal: true, env: {NO_COLOR: ''}}],
    [false, [], {terminal: true, env: {TERM: 'dumb'}}],
    [true, [], {env: {FORCE_COLOR: '1'}}],
    [false, [], {terminal: true, env: {FORCE_COLOR: '0'}}],
    [true, ['--color'], {env: {NO_COLOR: '1'}}],
    [false, ['--no-color'], {terminal: true, env: {FORCE_COLOR: '1'}}],
    [false, ['--format', 'json'], {terminal: true}],
    [false, ['--format', 'compact'], {terminal: true}],
  ])('%s for %j and %j', async (colored, argv, changes) => {
    expect(await isColored(argv, changes)).toBe(colored)
  })
})
