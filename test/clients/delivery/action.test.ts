import {existsSync, readFileSync, rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseAction} from '@actions/workflow-parser/actions/action-parser'
import {NoOperationTraceWriter} from '@actions/workflow-parser/templates/trace-writer'
import * as v from 'valibot'
import {afterAll, describe, expect, inject, test} from 'vitest'
import {parse} from 'yaml'
import {program} from '../programs.ts'
import {
  cleanEnvironment,
  type Ended,
  hostile,
  mustRun,
  runIn,
  temporaryFolder,
  wordings,
  writeFiles,
} from './shell.ts'

const source = readFileSync('action.yml', 'utf8')
const text = v.string()
const action = v.parse(
  v.strictObject({
    ...{name: text, description: text, branding: v.record(text, text)},
    inputs: v.record(text, v.strictObject({description: text, default: text})),
    outputs: v.record(text, v.strictObject({description: text, value: text})),
    runs: v.strictObject({
      using: v.literal('composite'),
      steps: v.array(
        v.strictObject({
          ...{name: text, id: text, shell: v.literal('bash'), run: text},
          env: v.record(text, text),
        }),
      ),
    }),
  }),
  parse(source),
)

type Values = Readonly<Record<string, string>>
type Outputs = Readonly<Record<string, Values>>

/** `\${{ inputs.x }}` and `\${{ steps.x.outputs.y }}`, which are all that action.yml uses. */
const evaluate = (value: string, inputs: Values, outputs: Outputs): string =>
  value.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, path: string) => {
    const [, input] = /^inputs\.([\w-]+)$/.exec(path) ?? []
    const [, step = '', name = ''] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(path) ?? []
    const found = input === undefined ? outputs[step]?.[name] : inputs[input]
    if (found === undefined) throw new Error(`Expected to know ${path}`)
    return found
  })

interface Workflow extends Ended {
  readonly workspace: string
  readonly outputs: Values
  readonly summary: string
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})

/** npm is asked once; the others find the same package where the runner would keep it. */
const tools = temporaryFolder()
folders.push(tools)

/** What a runner does: step after step, until one fails. */
function runAction(
  files: Values,
  given: Values,
  {
    temp = tools,
    actionPath = '/nowhere',
  }: {readonly temp?: string; readonly actionPath?: string} = {},
): Workflow {
  const workspace = temporaryFolder(files)
  const runner = temporaryFolder({summary: '', output: ''})
  folders.push(workspace, runner)
  const inputs: Values = {
    ...Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, input.default]),
    ),
    package: inject('tarball'),
    ...given,
  }
  const outputs: Record<string, Values> = {}
  let ended: Ended = {code: 0, stdout: '', stderr: ''}
  for (const {id, run, env} of action.runs.steps) {
    writeFiles(runner, {'step.sh': run, output: ''})
    const own = Object.entries(env).map(([name, value]) => [name, evaluate(value, inputs, outputs)])
    const step = runIn(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', join(runner, 'step.sh')],
      {
        cwd: workspace,
        env: cleanEnvironment({
          ...{CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp},
          GITHUB_ACTION_PATH: actionPath,
          GITHUB_OUTPUT: join(runner, 'output'),
          GITHUB_STEP_SUMMARY: join(runner, 'summary'),
          ...Object.fromEntries(own),
        }),
      },
    )
    const lines = readFileSync(join(runner, 'output'), 'utf8').split('\n').filter(Boolean)
    outputs[id] = Object.fromEntries(
      lines.map((line) => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)]),
    )
    // npm’s own words are of no interest, unless it fails.
    if (id !== 'install' || step.code !== 0) ended = step
    if (step.code !== 0) break
  }
  return {
    ...{...ended, workspace, summary: readFileSync(join(runner, 'summary'), 'utf8')},
    outputs: Object.fromEntries(
      Object.entries(action.outputs).map(([name, {value}]) => [
        name,
        // What a step did not get to say is empty.
        evaluate(value, inputs, {check: {'exit-code': ''}, ...outputs}),
      ]),
    ),
  }
}

describe('action.yml', () => {
  const errorsIn = (content: string) =>
    parseAction({name: 'action.yml', content}, new NoOperationTraceWriter())
      .context.errors.getErrors()
      .map(({rawMessage}) => rawMessage)

  test('is an action in the eyes of GitHub’s own parser, and a twin with a slip is not', () => {
    expect(errorsIn(source)).toEqual([])
    expect(errorsIn(source.replace('using: composite', 'using: compost'))).not.toEqual([])
  })

  test('has no expression in a script, and asks for each input once', () => {
    expect(action.runs.steps.filter(({run}) => run.includes('${{'))).toEqual([])
    const asked = action.runs.steps
      .flatMap(({env}) => Object.values(env))
      .filter((value) => value.startsWith('${{ inputs.'))
    expect(asked.sort()).toEqual(
      Object.keys(action.inputs)
        .map((name) => `\${{ inputs.${name} }}`)
        .sort(),
    )
  })

  test('has nothing in a script that shellcheck minds', () => {
    for (const {run} of action.runs.steps) {
      const folder = temporaryFolder({'step.sh': run})
      folders.push(folder)
      expect(mustRun(program('shellcheck'), ['--shell=bash', 'step.sh'], {cwd: folder})).toBe('')
    }
  })
})

test('what is found stands beside its line and in the summary, and the step fails', () => {
  const {code, stdout, stderr, outputs, summary} = runAction(
    {'templates/a b.md': wordings.found, 'templates/clean.md': wordings.clean},
    {},
  )
  expect({code, outputs}).toEqual({code: 1, outputs: {'exit-code': '1'}})
  expect(stderr).toBe('')
  expect(stdout.split('\n').filter(Boolean)).toEqual([
    expect.stringMatching(/^::(warning|error) file=templates\/a b\.md,line=1,.*::/),
  ])
  expect(summary).toContain('a b.md')
  expect(`${stdout}${summary}`).not.toContain('witnessed the abuse')
})

test('where nothing is found the step ends well', () => {
  const {code, outputs} = runAction({'a.md': wordings.clean}, {files: 'a.md'})
  expect({code, outputs}).toEqual({code: 0, outputs: {'exit-code': '0'}})
})

test('a file that is not there is said, with exit code 2', () => {
  const {code, outputs, stderr} = runAction({'a.md': wordings.clean}, {files: 'a.md\nb.md\n'})
  expect({code, outputs}).toEqual({code: 2, outputs: {'exit-code': '2'}})
  expect(stderr).toContain('b.md')
})

test('each input arrives', () => {
  const files = {
    'a.md': wordings.found,
    'b.md': wordings.clean,
    'my config.yml': 'rules: {exposed-to: off}\n',
    'other/c.md': wordings.found,
  }
  expect(runAction(files, {'fail-on': 'error'}).code).toBe(0)
  expect(runAction(files, {'fail-on': 'error', 'max-warnings': '1'}).code).toBe(1)
  expect(runAction(files, {config: 'my config.yml'}).code).toBe(0)
  expect(runAction(files, {files: 'b.md'}).code).toBe(0)
  expect(runAction(files, {baseline: 'nowhere.json'}).stderr).toContain('nowhere.json')
  const {stdout} = runAction(files, {arguments: '--excerpts\nmatch', files: 'a.md\nother'})
  expect(stdout.match(/witnessed the abuse/g)).toHaveLength(2)
  const {workspace} = runAction(files, {format: 'sarif', 'output-file': 'out put.sarif'})
  const {runs} = JSON.parse(readFileSync(join(workspace, 'out put.sarif'), 'utf8'))
  expect(runs[0].results).toHaveLength(2)
})

describe('nobody’s input is a command', () => {
  test.each(Object.keys(action.inputs))('%s', (name) => {
    const temp = name === 'package' ? temporaryFolder() : tools
    folders.push(temp)
    const {code, workspace} = runAction({'a.md': wordings.clean}, {[name]: hostile}, {temp})
    expect(existsSync(join(workspace, 'hacked'))).toBe(false)
    expect(existsSync(join(temp, 'hacked'))).toBe(false)
    // The name of a file may be as strange as it likes.
    expect(code === 0).toBe(name === 'output-file')
  })

  test('the name of a file', () => {
    const name = `${hostile.replaceAll('/', '')}.md`
    const {code, stdout, workspace} = runAction({[name]: wordings.found}, {})
    expect(existsSync(join(workspace, 'hacked'))).toBe(false)
    expect(code).toBe(1)
    expect(stdout.trim().split('\n')).toHaveLength(1)
  })

  test('a file that looks like an option is a file', () => {
    const {code, stderr} = runAction({'a.md': wordings.clean}, {files: '--version'})
    expect(code).toBe(2)
    expect(stderr).toContain('--version')
  })
})

test('npm asks no registry that the checked repository names', () => {
  const temp = temporaryFolder()
  folders.push(temp)
  const files = {'.npmrc': 'registry=http://127.0.0.1:9/\n', 'a.md': wordings.clean}
  expect(runAction(files, {}, {temp}).code).toBe(0)
})

test('without a package the action builds itself where it stands, as npm ci does', () => {
  // What is built there stands in for the project, whose own `npm ci` is the first step of .ci/run.
  const actionPath = temporaryFolder({
    'package.json': JSON.stringify({
      ...{name: 'stand-in', version: '1.0.0', type: 'module'},
      scripts: {prepare: 'mkdir bin && cp script.js bin/safe-together-lint.js'},
    }),
    'package-lock.json': JSON.stringify({
      ...{name: 'stand-in', version: '1.0.0', lockfileVersion: 3},
      packages: {'': {name: 'stand-in', version: '1.0.0'}},
    }),
    'script.js': 'console.log(JSON.stringify(process.argv.slice(2)))',
  })
  folders.push(actionPath)
  const {code, stdout} = runAction({}, {package: '', files: 'a b\nc'}, {actionPath})
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual(['check', '--format=github', '--', 'a b', 'c'])
})

test('a Node that is too old is said before anything else', () => {
  const old = temporaryFolder({node: '#!/bin/sh\nexit 1\n'})
  folders.push(old)
  mustRun('chmod', ['+x', join(old, 'node')], {cwd: old})
  const workspace = temporaryFolder()
  folders.push(workspace)
  const step = action.runs.steps[0]?.run ?? ''
  const {code, stdout} = runIn('bash', ['-eo', 'pipefail', '-c', step], {
    cwd: workspace,
    env: cleanEnvironment({PATH: `${old}:${process.env.PATH}`}),
  })
  expect(code).toBe(2)
  expect(stdout).toContain('::error::safe-together-lint needs Node 20.19')
  expect(resolve(workspace)).toBe(workspace)
})
