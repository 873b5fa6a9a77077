import {mkdir, writeFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {failOnNames} from '../../src/cli/program.ts'
import {statusValues} from '../../src/core/types.ts'
import {rules} from '../../src/index.ts'
import {reporterNames} from '../../src/reporters/names.ts'
import {type Folder, folderOf, run} from '../cli/command.ts'
import {runProgram} from './programs.ts'

let folder: Folder
beforeAll(async () => {
  const scripts = await Promise.all(
    ['bash', 'zsh', 'fish'].map(async (shell) => {
      const {stdout, code} = await run(['completion', shell])
      expect(code).toBe(0)
      return [`script.${shell}`, stdout] as const
    }),
  )
  folder = await folderOf(Object.fromEntries(scripts))
  await mkdir(join(folder.path, 'here/old reports'), {recursive: true})
  await writeFile(join(folder.path, 'here/re port.md'), 'Cai is six.')
})
afterAll(() => folder.remove())

/** As bash itself parts a line into words; the last is being written. */
const bashWords = (line: string) => line.split(/ +|(?<==)|(?==)/)

const shells = {
  bash: (line: string) => {
    const words = bashWords(line)
    const code = `source ../script.bash
      COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 ))
      $(complete -p safe-together-lint | sed 's/.*-F \\([^ ]*\\).*/\\1/')
      [[ \${#COMPREPLY[@]} -eq 0 ]] || printf '%s\\n' "\${COMPREPLY[@]}"`
    return runProgram('bash', ['--norc', '-c', code, 'bash', ...words], {folder: here()})
  },
  zsh: (line: string) =>
    runProgram('zsh', [
      '-f',
      resolve('test/clients/complete.zsh'),
      join(folder.path, 'script.zsh'),
      here(),
      line,
    ]),
  fish: (line: string) =>
    runProgram('fish', ['--no-config', '-c', 'source ../script.fish; complete -C $argv[1]', line], {
      folder: here(),
    }),
} as const

const here = () => join(folder.path, 'here')

/** What a shell offers, without descriptions, in order. */
const offered = (shell: keyof typeof shells, rest: string): readonly string[] => {
  const lines = shells[shell](`safe-together-lint ${rest}`).split(/\r?\n/)
  const names = lines.map((line) =>
    line
      .replace(/\t.*/, '')
      .replace(/^--?\S*=(?=.)/, '')
      .replace(/\/$/, '')
      .replaceAll('\\ ', ' ')
      .trim(),
  )
  // zsh adds a folder twice and shows it once.
  return [...new Set(names)].filter((each) => each !== '').sort()
}

const sorted = (names: readonly string[]) => [...names].sort()
const commands = [
  ...['accepted', 'annotate', 'baseline', 'check', 'completion', 'config', 'explain', 'init'],
  ...['lsp', 'rules'],
]
const files = ['old reports', 're port.md']

describe.each(['bash', 'zsh', 'fish'] as const)('%s completes', (shell) => {
  test('commands and files', () => {
    expect(offered(shell, '')).toEqual(sorted([...commands, ...files]))
    expect(offered(shell, 'ann')).toEqual(['annotate'])
    expect(offered(shell, 'check ')).toEqual(files)
    expect(offered(shell, 'a.md ')).toEqual(files)
    expect(offered(shell, '--quiet --format json ba')).toEqual(['baseline'])
  })

  test('commands of commands, and what they take', () => {
    expect(offered(shell, 'config ')).toEqual(['print'])
    expect(offered(shell, 'config print ')).toEqual(files)
    expect(offered(shell, 'rules ')).toEqual(['test'])
    expect(offered(shell, 'rules test ')).toEqual(['old reports'])
    expect(offered(shell, 'completion ')).toEqual(['bash', 'fish', 'zsh'])
  })

  test('names of rules', () => {
    const ids = sorted(rules.map(({id}) => id))
    expect(offered(shell, 'explain ')).toEqual(ids)
    expect(offered(shell, '--explain ')).toEqual(ids)
    const start = ids[0]?.slice(0, 3) ?? ''
    expect(offered(shell, `--quiet explain ${start}`)).toEqual(
      ids.filter((id) => id.startsWith(start)),
    )
  })

  test('options: those of all commands, and those of one', () => {
    expect(offered(shell, '--max')).toEqual(['--max-warnings'])
    expect(offered(shell, 'check --max')).toEqual(['--max-warnings'])
    expect(offered(shell, '--sugg')).toEqual([])
    expect(offered(shell, 'annotate a.docx --sugg')).toEqual(['--suggest'])
    expect(offered(shell, 'init --')).toEqual(expect.arrayContaining(['--yes', '--quiet']))
  })

  test('values of options', () => {
    expect(offered(shell, '--format ')).toEqual(sorted(reporterNames))
    expect(offered(shell, 'check a.md --fail-on ')).toEqual(sorted(failOnNames))
    expect(offered(shell, '--status ')).toEqual(sorted(statusValues))
    expect(offered(shell, '--format=js')).toEqual(['json'])
    expect(offered(shell, '--format=js x --profile cafcass-e')).toEqual(['cafcass-england'])
    expect(offered(shell, '--context ')).toEqual(files)
    expect(offered(shell, '--rules ')).toEqual(['old reports'])
    expect(offered(shell, '--max-warnings ')).toEqual([])
  })

  test('and evaluates nothing that was typed', () => {
    expect(offered(shell, "'$(touch ran)' `touch ran` ")).not.toContain('ran')
    expect(offered(shell, '--context ')).toEqual(files)
  })
})
