import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Folder, folderOf, run} from './command.ts'

const pack = 'fixtures/packs/family-team'
const sentence = 'There was tension at home. The police were called to the house.'

let folder: Folder
beforeAll(async () => {
  folder = await folderOf({
    'report.txt': sentence,
    'claims.md':
      '---\nprofile: cafcass-england\ndate: 1 November 2024\n---\n\nMs Rees claims that Mr Hughes pushed her.',
    'dated.md': '---\ndate: Spring 2024\n---\n\nCai likes football.',
    'broken/words/a.yml': 'title: "open',
    'broken/words/b.yml': 'titel: B',
    'latin/pack.yml': new Uint8Array([0x74, 0xe9]),
    'pattern/words/a.yml': `title: A
domain: [AD01]
severity: warning
lenses: [child-impact]
message: One.
why: Two.
ask: Three?
match: {patterns: [<nowhere> at all]}
examples: [{bad: "[[one]]"}, {good: two}]
sources: [S3]
`,
    'notes/README.md': '# Only notes',
    'failing/words/a.yml': `title: A
domain: [AD01]
severity: warning
lenses: [child-impact]
message: One.
why: Two.
ask: Three?
match: {patterns: [rabbit]}
examples: [{bad: "A [[hare]]."}, {good: A hedgehog.}]
sources: [S3]
`,
  })
})
afterAll(() => folder.remove())

const ruleIds = (stdout: string): readonly string[] =>
  JSON.parse(stdout).documents[0].findings.map(({ruleId}: {ruleId: string}) => ruleId)

describe('check', () => {
  test('finds what a pack points at, and not what it switches off', async () => {
    const check = (more: readonly string[]) =>
      run(['-', '--format', 'json', ...more], {stdin: sentence})
    expect(ruleIds((await check([])).stdout)).toEqual(['police-called'])
    const {stdout, code} = await check(['--rules', pack])
    expect(ruleIds(stdout)).toEqual(['tension-at-home'])
    expect(code).toBe(1)
  })

  test('says with whose wording a report was read, and what was switched off', async () => {
    const {stdout} = await run(['-', '--rules', pack, '--profile', 'local-authority'], {
      stdin: sentence,
    })
    expect(stdout).toContain(
      'Read with the wording of: Local authority, Invented family team. Switched off\nthere: police-called.\n',
    )
    expect((await run(['-'], {stdin: sentence})).stdout).not.toContain('Read with')
  })

  test('has nothing to say of a quiet run that finds nothing', async () => {
    const argv = ['-', '--rules', pack, '--quiet']
    expect(await run(argv, {stdin: 'Cai likes football.'})).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
  })

  test('takes profile and day from the front matter, and flags over them', async () => {
    const graded = async (more: readonly string[]) => {
      const {stdout} = await run(['claims.md', '--format', 'json', ...more], {cwd: folder.path})
      return JSON.parse(stdout).documents[0].findings[0].severity
    }
    expect(await graded([])).toBe('error')
    expect(await graded(['--date', '2025-06-01'])).toBe('warning')
    expect(await graded(['--profile', 'cafcass-cymru'])).toBe('warning')
  })

  test('passes over a date of the front matter that is no day', async () => {
    expect(await run(['dated.md', '--quiet'], {cwd: folder.path})).toMatchObject({
      code: 0,
      stderr: '',
    })
  })

  test.each([
    [
      ['--profile', 'cafcass-englnd'],
      '--profile: there is no profile "cafcass-englnd". Perhaps "cafcass-england" is meant. Profiles: cafcass-cymru, cafcass-england, local-authority.\n',
    ],
    [
      ['--date', '2025-02-30'],
      'the command line: date: is no day of the calendar. Write it as 2024-10-09 or as 9 October 2024.\n',
    ],
  ])('refuses %s', async (flags, stderr) => {
    const ran = await run(['-', ...flags], {stdin: sentence})
    expect(ran).toMatchObject({code: 2, stderr})
  })
})

describe('a pack that cannot be used ends the run with 2, once, before any report:', () => {
  test.each([
    ['', ['--rules: a file with an empty name is asked for. ']],
    ['no-such-folder', ['no-such-folder: there is no such file or folder. ']],
    ['report.txt', ['report.txt: this is a file, and a pack is a folder. ']],
    ['notes', ['notes: holds neither rules nor pack.yml. ']],
    ['latin', ['latin/pack.yml: the file is not in UTF-8. ']],
    ['broken', ['broken/words/a.yml: line 1: ', 'broken/words/b.yml: titel: has a field “titel”']],
    ['pattern', ['pattern/words/a.yml: match.patterns[0] “<nowhere> at all”: names the list']],
  ])('%s', async (name, lines) => {
    for (const argv of [
      ['report.txt', 'claims.md', '--rules', name],
      ['rules', '--rules', name],
      ['rules', 'test', name],
    ]) {
      const {code, stdout, stderr} = await run(argv, {cwd: folder.path})
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr.trimEnd().split('\n')).toEqual(
        lines.map((line) => expect.stringContaining(line)),
      )
    }
  })

  test('two of them with a rule of one name', async () => {
    const {code, stderr} = await run(['rules', '--rules', pack, '--rules', `${pack}/`])
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('has the same name as fixtures/packs/family-team/team-words/'),
    ])
  })
})

describe('rules and explain', () => {
  test('show the rules as profile and packs have them', async () => {
    const {stdout} = await run(['rules', '--rules', pack, '--profile', 'local-authority'])
    const lineOf = (id: string) => stdout.split('\n').find((line) => line.includes(` ${id} `))
    expect(lineOf('police-called')).toMatch(/ · switched off$/)
    expect(lineOf('failure-to-protect')).toMatch(/ · adjusted$/)
    expect(lineOf('tension-at-home')).toMatch(/Tension at home$/)
    expect(lineOf('chose-to-stay')).not.toMatch(/ · /)
  })

  test('say whose words an adjusted rule has, and cite the pack’s sources', async () => {
    const flags = ['--rules', pack, '--profile', 'local-authority']
    const adjusted = await run(['explain', 'failure-to-protect', ...flags])
    expect(adjusted.stdout).toContain(
      'Adjusted by Invented family team:\n  In other words. Our panel wants',
    )
    expect(adjusted.stdout).toContain('which part of the plan says so?')
    expect((await run(['explain', 'tension-at-home', ...flags])).stdout).toContain(
      'TEAM1  Style sheet of an invented family team, 2026.',
    )
  })
})

describe('rules test', () => {
  test('says calmly that all is well', async () => {
    const {code, stdout, stderr} = await run(['rules', 'test', pack])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(
      /^Invented family team: one rule, 3 adjustments\.\nAll \d+ examples and wordings, the built-in ones among them, came out as they\nshould\.\n$/,
    )
  })

  test('shows each text that came out otherwise', async () => {
    const {code, stdout} = await run(['rules', 'test', 'failing'], {cwd: folder.path})
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^failing\/words\/a\.yml: examples\[0\]\.bad\n {2}A hare\.\n {2}Should point at: «hare»\n {2}Points at: nothing\n\nfailing: one rule, 0 adjustments\.\n1 of \d+ examples/,
    )
  })

  test('asks for a folder where none is named', async () => {
    expect(await run(['rules', 'test'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('rules test: no folder is named.'),
    })
  })
})
