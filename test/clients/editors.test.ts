import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildCommand} from '../cli/built-command.ts'
import {type Folder, folderOf, run} from '../cli/command.ts'
import {runProgram} from './programs.ts'

// The how-tos, as they stand in `editors`, in the editors of Debian: a report is opened, its places are seen, one of
// them is explained and answered.

/** With a sign of two units and four bytes before the words on their line. */
const report = `---
behaviour-of: Mr Hale
harm-to: Ms Hale
children: Cai
---

# Time together

Cai drew a 😀 at school, in a lesson about WORDS.

Ms Hale failed to protect him.
`

const words = 'domestic violence'
const wording = 'domestic abuse'
const text = report.replace('WORDS', words)

let folder: Folder
beforeAll(async () => {
  folder = await folderOf({'neovim/report.md': text, 'emacs/report.md': text})
  await buildCommand(join(folder.path, 'cli.cjs'))
})
afterAll(() => folder.remove())

const environmentFor = (editor: string) => ({
  NODE: process.execPath,
  COMMAND: join(folder.path, 'cli.cjs'),
  REPORT: join(folder.path, editor, 'report.md'),
  RESULT: join(folder.path, editor, 'seen.json'),
  HOW_TO: resolve('editors', editor),
  WORDS: words,
  ACTION: `Write “${wording}”`,
  HOME: join(folder.path, editor),
})

/** What the command finds, as an editor lists it: by rule and words. */
async function foundIn(content: string): Promise<readonly (readonly string[])[]> {
  const argv = ['-', '--stdin-filename', 'report.md', '--format', 'json']
  const {stdout} = await run(argv, {stdin: content})
  return JSON.parse(stdout).documents[0].findings.map(
    ({ruleId, actual}: {ruleId: string; actual: string}) => [ruleId, actual],
  )
}

test.each([
  [
    'neovim',
    ['--headless', '-u', 'NONE', '-i', 'NONE', '-c', 'luafile test/clients/drive-neovim.lua'],
  ],
  ['emacs', ['--batch', '-l', 'test/clients/drive-emacs.el']],
] as const)(
  '%s shows what the command finds, explains it, and an action answers it',
  async (editor, argv) => {
    const environment = environmentFor(editor)
    runProgram(editor, argv, {environment, seconds: 120})
    const seen = JSON.parse(readFileSync(environment.RESULT, 'utf8'))
    const expected = text.replace(words, wording)
    expect(seen).toEqual({
      before: await foundIn(text),
      hover: expect.stringContaining('Why it matters'),
      titles: expect.arrayContaining([environment.ACTION]),
      text: expected,
      after: await foundIn(expected),
    })
    expect(seen.before.map(([, actual]: readonly string[]) => actual)).toEqual([
      words,
      'failed to protect',
    ])
    expect(seen.after.map(([, actual]: readonly string[]) => actual)).toEqual(['failed to protect'])
  },
)
