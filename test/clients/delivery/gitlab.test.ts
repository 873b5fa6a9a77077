import {existsSync, readFileSync, rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import * as v from 'valibot'
import {afterAll, describe, expect, inject, test} from 'vitest'
import {parseAllDocuments, stringify} from 'yaml'
import {program} from '../programs.ts'
import {
  cleanEnvironment,
  type Ended,
  git,
  hostile,
  mustRun,
  repositoryOf,
  runIn,
  temporaryFolder,
  wordings,
} from './shell.ts'

const template = readFileSync('templates/safe-together-lint.yml', 'utf8')
const report = 'gl-code-quality-report.json'

/** Where npm puts what is global, so that the machine stays as it is. */
const prefix = temporaryFolder()
const folders = [prefix]
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})

type Values = Readonly<Record<string, string>>

interface Pipeline extends Ended {
  readonly repository: string
  readonly findings: readonly {
    readonly check_name: string
    readonly location: {readonly path: string}
  }[]
}

/** What a runner does with a repository that includes the template: gitlab-ci-local, with a shell in place of Docker. */
function runPipeline(files: Values, inputs: Values): Pipeline {
  const repository = repositoryOf({
    ...files,
    'ci/safe-together-lint.yml': template,
    '.gitlab-ci.yml': stringify({
      include: [
        {local: 'ci/safe-together-lint.yml', inputs: {package: inject('tarball'), ...inputs}},
      ],
    }),
  })
  folders.push(repository)
  git(repository, 'remote', 'add', 'origin', 'https://gitlab.example.org/team/templates.git')
  const runner = resolve('node_modules/gitlab-ci-local/src/index.js')
  const args = [
    '--force-shell-executor',
    '--shell-isolation',
    '--home',
    '.home',
    'safe-together-lint',
  ]
  const ended = runIn(process.execPath, [runner, ...args], {
    cwd: repository,
    env: cleanEnvironment({
      npm_config_prefix: prefix,
      PATH: `${join(prefix, 'bin')}:${process.env.PATH}`,
    }),
  })
  const path = join(repository, report)
  const findings = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
  return {...ended, repository, findings}
}

const jobShape = v.object({
  'safe-together-lint': v.object({
    script: v.tuple([v.string()]),
    variables: v.record(v.string(), v.unknown()),
  }),
})

describe('the template', () => {
  const [spec, body] = parseAllDocuments(template).map((document): unknown => document.toJS())
  const {inputs} = v.parse(
    v.object({spec: v.object({inputs: v.record(v.string(), v.unknown())})}),
    spec,
  ).spec
  const job = v.parse(jobShape, body)['safe-together-lint']

  test('uses each input once, and none in a script', () => {
    const used = template.match(/(?<=\$\[\[ inputs\.)[\w-]+/g) ?? []
    expect(used.sort()).toEqual(Object.keys(inputs).sort())
    expect(job.script[0]).not.toContain('$[[')
  })

  test('has a script that shellcheck takes for one of any shell', () => {
    const folder = temporaryFolder({'job.sh': job.script[0]})
    folders.push(folder)
    expect(mustRun(program('shellcheck'), ['--shell=sh', 'job.sh'], {cwd: folder})).toBe('')
  })

  test('has a script that runs in the plainest shell', () => {
    const folder = temporaryFolder({
      'safe-together-lint': '#!/bin/sh\nprintf "<%s>" "$@"\nexit 1\n',
    })
    folders.push(folder)
    mustRun('chmod', ['+x', 'safe-together-lint'], {cwd: folder})
    const empty = Object.fromEntries(Object.keys(job.variables).map((name) => [name, '']))
    const {code, stdout} = runIn('/bin/dash', ['-ec', job.script[0]], {
      cwd: folder,
      env: cleanEnvironment({
        ...empty,
        PATH: `${folder}:${process.env.PATH}`,
        SAFE_TOGETHER_FILES: 'a b\n\n$HOME\n',
        SAFE_TOGETHER_CONFIG: 'my config.yml',
        SAFE_TOGETHER_ARGUMENTS: '--excerpts\nmatch',
      }),
    })
    expect(code).toBe(1)
    expect(stdout.split('\n')[0]).toBe(
      `<check><--format=gitlab><--output-file=${report}><--config=my config.yml><--excerpts><match><--><a b><$HOME>What was found stands in the merge request and in ${report}.`,
    )
  })
})

test('the job fails for what is found, and leaves the report', () => {
  const {code, stdout, findings} = runPipeline(
    {'templates/a b.md': wordings.found, 'templates/clean.md': wordings.clean},
    {files: 'templates'},
  )
  expect(stdout).toContain(`What was found stands in the merge request and in ${report}.`)
  expect(findings.map(({check_name, location}) => [check_name, location.path])).toEqual([
    ['exposed-to', 'templates/a b.md'],
  ])
  expect(code).toBe(1)
})

test('the job ends well where nothing counts', () => {
  const files = {'a.md': wordings.found, 'our config.yml': 'rules: {exposed-to: off}\n'}
  const quiet = runPipeline(files, {config: 'our config.yml', files: 'a.md'})
  expect(quiet).toMatchObject({code: 0, findings: []})
  const mild = runPipeline(files, {'fail-on': 'error', files: 'a.md'})
  expect(mild.code).toBe(0)
  expect(mild.findings).toHaveLength(1)
})

test('no input is a command', () => {
  for (const name of ['files', 'config', 'arguments', 'fail-on']) {
    const {code, repository} = runPipeline({'a.md': wordings.clean}, {[name]: hostile})
    expect(mustRun('find', ['.', '-name', 'hacked'], {cwd: repository})).toBe('')
    expect({name, code}).toEqual({name, code: 1})
  }
})
