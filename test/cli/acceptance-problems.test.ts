import {afterEach, describe, expect, test} from 'vitest'
import {reporterNames} from '../../src/reporters/names.ts'
import {type Folder, folderOf, run} from './command.ts'

let folder: Folder
afterEach(() => folder.remove())

async function codeOf(comment: string, ...argv: string[]) {
  folder = await folderOf({'a.md': `<!-- language check: ${comment} -->\n\nCai is six.`})
  return run(['a.md', ...argv], {cwd: folder.path})
}

describe('an acceptance that is no longer needed', () => {
  test.each([
    ['accept access: the order says so', 'nothing there needs'],
    ['accept access until 2026-01-14: the order says so', 'an acceptance has run out'],
  ])('is said (%s), and fails a run that asks for it', async (comment, said) => {
    const {code, stdout, stderr} = await codeOf(comment)
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toContain(said)
    await folder.remove()
    expect(await codeOf(comment, '--report-unused')).toMatchObject({code: 1, stderr: ''})
    await folder.remove()
    expect((await codeOf(comment, '--report-unused', '--fail-on', 'error')).code).toBe(0)
    await folder.remove()
    const most = ['--fail-on', 'never', '--max-warnings', '0']
    expect((await codeOf(comment, ...most)).code).toBe(0)
    await folder.remove()
    expect((await codeOf(comment, '--report-unused', ...most)).code).toBe(1)
  })
})

describe('an acceptance that somebody believes to hold, and that does not', () => {
  test.each([
    'accept acess: the order says so',
    'accept access',
    'accept: the order says so',
    'acept access: the order says so',
    'accept from access: the order says so',
  ])('%s fails a run', async (comment) => {
    expect((await codeOf(comment)).code).toBe(1)
    await folder.remove()
    expect((await codeOf(comment, '--fail-on', 'error')).code).toBe(0)
  })
})

test.each(reporterNames)('what fails a run is said once, and in %s', async (format) => {
  const {stdout, stderr, code} = await codeOf('accept zqmother7: why', '--format', format)
  expect(code).toBe(1)
  const said = [...`${stdout}${stderr}`.matchAll(/there is no rule|unknown-rule/g)]
  expect(said.length).toBe(1)
  const isPublic = /github|gitlab|sarif|junit|checkstyle/.test(format)
  expect(`${stdout}${stderr}`.includes('zqmother7')).toBe(!isPublic)
})
