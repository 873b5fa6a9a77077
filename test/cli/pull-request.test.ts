import {spawnSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {makeDocx, paragraph} from '../readers/docx/make-docx.ts'
import {buildCommand} from './built-command.ts'
import {type Folder, folderOf} from './command.ts'

// A team’s repository from the first day of the check to a pull request, by git and by the command as it is built.

const old = `# Section 7 report

## Background

The parents have a volatile relationship. It was a tiff.

## Mother’s insight

[Text]
`
const config = `baseline: safe-together-lint-baseline.json
overrides:
  - files: templates/**
    mode: template
`

let tool: Folder
let folder: Folder
beforeAll(async () => {
  tool = await folderOf({})
  await buildCommand(join(tool.path, 'cli.cjs'))
  folder = await folderOf({
    'safe-together-lint.config.yml': config,
    'templates/section-7.md': old,
    'templates/letter.txt': 'Failure to protect\n\nThe parents are in conflict.\n',
    'templates/form.docx': makeDocx({body: paragraph('Theirs is a volatile relationship.')}),
  })
  git('init', '--quiet', '--initial-branch', 'main')
}, 120_000)
afterAll(async () => {
  await folder.remove()
  await tool.remove()
})

function git(...args: string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
  const {status, stdout, stderr} = spawnSync('git', [...who, ...args], {
    cwd: folder.path,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
  return stdout
}

const command = (...args: string[]) => {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [join(tool.path, 'cli.cjs'), ...args],
    {
      cwd: folder.path,
      encoding: 'utf8',
      env: {...process.env, GITHUB_STEP_SUMMARY: join(tool.path, 'summary.md')},
    },
  )
  return {status, stdout, stderr}
}

const change = (name: string, to: (text: string) => string) => {
  const path = join(folder.path, name)
  writeFileSync(path, to(readFileSync(path, 'utf8')))
}

const heading = '## Has mother failed to protect the children?'

describe('in a repository with old templates', () => {
  test('the templates have findings, and the check fails', () => {
    const {status, stdout} = command('templates', '--no-baseline', '--format', 'gitlab')
    expect(status).toBe(1)
    const paths = JSON.parse(stdout).map((each: {location: {path: string}}) => each.location.path)
    expect(new Set(paths)).toEqual(
      new Set(['templates/form.docx', 'templates/letter.txt', 'templates/section-7.md']),
    )
  })

  test('with a baseline it passes, and its commit is the whole of the change', () => {
    git('add', '.')
    git('commit', '--quiet', '--message', 'Templates')
    expect(command('baseline', 'templates')).toMatchObject({status: 0, stderr: ''})
    expect(git('status', '--porcelain')).toBe('?? safe-together-lint-baseline.json\n')
    git('add', '.')
    git('commit', '--quiet', '--message', 'What stands there today')
    expect(command('templates', '--format', 'github')).toEqual({status: 0, stdout: '', stderr: ''})
    const {status, stdout} = command('templates', '--format', 'sarif')
    expect([status, JSON.parse(stdout).runs[0].results]).toEqual([0, []])
  })

  test('a pull request that moves old words about says nothing new', () => {
    git('switch', '--quiet', '--create', 'change')
    change('templates/section-7.md', (text) =>
      text.replace('# Section 7 report', '# Report\n\nCai.'),
    )
    expect(command('templates').status).toBe(0)
  })
})

describe('a pull request that adds one heading', () => {
  test('has exactly one new place, in every format, and fails', () => {
    change('templates/section-7.md', (text) => `${text}\n${heading}\n`)
    git('commit', '--quiet', '--all', '--message', 'A heading')
    expect(git('diff', '--stat', 'main', '--', 'templates')).toMatch(/1 file changed/)
    const line = readFileSync(join(folder.path, 'templates/section-7.md'), 'utf8')
      .split('\n')
      .indexOf(heading)

    const sarif = command('templates', '--format', 'sarif')
    expect(sarif.status).toBe(1)
    const [{results}] = JSON.parse(sarif.stdout).runs
    expect(results).toHaveLength(1)
    expect(results[0]).toMatchObject({
      ruleId: 'asks-if-she-failed-to-protect',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri: 'templates/section-7.md'},
            region: {startLine: line + 1},
          },
        },
      ],
    })

    const junit = command('templates', '--format', 'junit')
    expect(junit.status).toBe(1)
    expect(junit.stdout.match(/<failure /g)).toHaveLength(1)
    expect(junit.stdout).toMatch(
      /<testsuite name="templates\/section-7\.md" tests="1" failures="1" errors="0"><testcase name="asks-if-she-failed-to-protect \(/,
    )

    const github = command('templates', '--format', 'github')
    expect(github.status).toBe(1)
    expect(github.stdout).toMatch(
      new RegExp(
        `^::error file=templates/section-7\\.md,line=${line + 1},col=\\d+,title=[^\n]+\n$`,
      ),
    )
  })

  test('has it in the summary of the step', () => {
    writeFileSync(join(tool.path, 'summary.md'), '')
    command('templates', '--format', 'github')
    const summary = readFileSync(join(tool.path, 'summary.md'), 'utf8')
    expect(summary).toContain('3 files checked; 1 with places to look at.')
    expect(summary.match(/^\| (?!Where|-).*\|$/gm)).toHaveLength(1)
    expect(summary).toContain('`asks-if-she-failed-to-protect`')
  })

  test('passes when the wording is accepted with a reason, which the supervisor can read', () => {
    const reason = 'the practice direction of 2031 has this heading'
    // The words of the heading are inside those that the rule for templates points at.
    const rules = ['asks-if-she-failed-to-protect', 'failure-to-protect']
    const accept = `<!-- language check: accept ${rules.join(', ')}: ${reason} -->`
    change('templates/section-7.md', (text) => text.replace(heading, `${accept}\n\n${heading}`))
    git('commit', '--quiet', '--all', '--message', 'Accepted')

    const sarif = command('templates', '--format', 'sarif')
    expect(sarif.status).toBe(0)
    const [{results}] = JSON.parse(sarif.stdout).runs
    expect(results.map((each: {suppressions?: unknown[]}) => each.suppressions?.length)).toEqual([
      1,
    ])
    expect(command('templates', '--format', 'github')).toMatchObject({status: 0, stdout: ''})
    expect(command('templates', '--format', 'junit').stdout).not.toContain('<failure')

    const accepted = command('accepted', 'templates')
    expect(accepted.status).toBe(0)
    const [name, ...entries] = accepted.stdout.trimEnd().split('\n')
    expect(name).toBe('templates/section-7.md')
    expect(entries.map((entry) => /: (\S+) «[^»]+» (.*)$/.exec(entry)?.slice(1))).toEqual(
      rules.map((rule) => [rule, reason]),
    )
  })

  test('fails again when the reason is taken out', () => {
    change('templates/section-7.md', (text) =>
      text.replace(/: the practice direction[^>]*-->/, ' -->'),
    )
    const {status, stdout} = command('templates')
    expect(status).toBe(1)
    expect(stdout).toContain('an acceptance needs a reason after a colon.')
  })
})
