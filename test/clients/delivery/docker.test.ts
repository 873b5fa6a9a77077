import {copyFileSync, mkdirSync, readFileSync, rmSync} from 'node:fs'
import {basename, join, resolve} from 'node:path'
import {DockerfileParser, Entrypoint} from 'dockerfile-ast'
import {validate} from 'dockerfile-utils'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {cleanEnvironment, mustRun, runIn, temporaryFolder, wordings} from './shell.ts'

const source = readFileSync('Dockerfile', 'utf8')
const instructions = DockerfileParser.parse(source).getInstructions()
const wordsOf = (keyword: string) =>
  instructions
    .filter((instruction) => instruction.getKeyword() === keyword)
    .map((instruction) => instruction.getArguments().map((argument) => argument.getValue()))

describe('the Dockerfile', () => {
  test('is one, and a twin with a slip is not', () => {
    expect(validate(source)).toEqual([])
    expect(validate(source.replace('WORKDIR', 'WORKDRI'))).toHaveLength(1)
  })

  test('stands on one exact version of Node, and runs as nobody of importance', () => {
    expect(wordsOf('FROM')).toEqual([[expect.stringMatching(/^node:\d+\.\d+\.\d+-bookworm-slim$/)]])
    expect(instructions.map((instruction) => instruction.getKeyword())).toEqual([
      ...['FROM', 'COPY', 'RUN', 'USER', 'WORKDIR', 'ENTRYPOINT', 'CMD'],
    ])
    expect(wordsOf('USER')).toEqual([['node']])
  })

  test('takes nothing along but the tarball', () => {
    const lines = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines).toEqual(['*', `!${wordsOf('COPY')[0]?.[0]}`])
  })
})

/**
 * There is no engine here. What an engine would do in the image is done in a folder that stands for it: COPY is cp,
 * RUN is a shell in which npm’s global folder and /tmp lie inside, ENTRYPOINT and CMD are started by somebody else.
 */
describe('its steps, as a script', () => {
  const image = temporaryFolder()
  const context = temporaryFolder()
  const environment = cleanEnvironment({
    npm_config_prefix: join(image, 'usr/local'),
    npm_config_cache: join(image, 'root/.npm'),
    PATH: `${join(image, 'usr/local/bin')}:${process.env.PATH}`,
  })
  const reports = join(image, wordsOf('WORKDIR')[0]?.[0] ?? '')

  beforeAll(() => {
    copyFileSync(inject('tarball'), join(context, basename(inject('tarball'))))
    mkdirSync(reports)
    mkdirSync(join(image, 'tmp'))
    const [pattern = '', target = ''] = wordsOf('COPY')[0] ?? []
    mustRun('sh', ['-c', `cp ${pattern} ${image}${target}`], {cwd: context})
    const run = /^RUN ([\s\S]*?[^\\])\n/m.exec(source)?.[1] ?? ''
    mustRun('sh', ['-ec', run.replaceAll('/tmp/', `${image}/tmp/`)], {cwd: image, env: environment})
    mustRun(
      'sh',
      ['-c', `echo '${wordings.found.trim()}' > "${reports}/a b.md" && chmod -R a+rX ${image}`],
      {cwd: image},
    )
  })
  afterAll(() => {
    for (const folder of [image, context]) rmSync(folder, {recursive: true, force: true})
  })

  /** docker run IMAGE ...args, or with no argument what CMD says. */
  function start(...args: readonly string[]) {
    const entry = instructions.find((instruction) => instruction instanceof Entrypoint)
    const json = (words: readonly string[] = []) => JSON.parse(words.join(' '))
    const [file = ''] = json(entry?.getArguments().map((argument) => argument.getValue()))
    const given = args.length > 0 ? args : json(wordsOf('CMD')[0])
    // Only root can become somebody else; who is not root is somebody else already.
    const uid = process.getuid?.() === 0 ? {uid: 65534} : {}
    return runIn(join(image, 'usr/local/bin', file), given, {
      cwd: reports,
      env: environment,
      ...uid,
    })
  }

  test('nothing is left of the tarball and of npm’s cache', () => {
    expect(
      mustRun(
        'find',
        ['tmp', 'root', '-type', 'f', '(', '-path', 'tmp/*', '-o', '-path', '*/_cacache/*', ')'],
        {cwd: image},
      ),
    ).toBe('')
  })

  test('a report in the folder is checked by a user who may write nowhere', () => {
    const {code, stdout, stderr} = start('check', '.')
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
    expect(stdout).toContain('«The child witnessed the abuse»')
  })

  test('without an argument it says how it is used', () => {
    const {code, stdout} = start()
    expect(code).toBe(0)
    expect(stdout).toContain('Usage: safe-together-lint')
  })

  test('a file that is not there is exit code 2', () => {
    expect(start('check', 'b.md')).toMatchObject({code: 2, stdout: ''})
    expect(resolve(reports)).toBe(reports)
  })
})
