import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {findConfig} from '../../src/config/load.ts'
import {settingsFor} from '../../src/config/settings.ts'
import {type Folder, folderOf, run} from './command.ts'

const name = 'safe-together-lint.config.yml'
let folder: Folder
afterEach(() => folder.remove())
const init = (...argv: string[]) => run(['init', ...argv], {cwd: folder.path})
const written = () => readFile(join(folder.path, name), 'utf8')
const settingsOf = async (file: string) =>
  settingsFor(await findConfig(folder.path, folder.path), join(folder.path, file))

/** As at a terminal: what a person types in answer to the questions. */
async function answering(answers: string, ...argv: string[]) {
  const stdin = Object.assign(
    (async function* () {
      yield new TextEncoder().encode(answers)
    })(),
    {isTTY: true},
  )
  const output = {stdout: '', stderr: ''}
  const {main} = await import('../../src/cli/main.ts')
  const code = await main(['init', ...argv], {
    stdin,
    stdout: {write: (text) => (output.stdout += text), isTTY: true},
    stderr: {write: (text) => (output.stderr += text), isTTY: true},
    env: {},
    cwd: folder.path,
    now: () => new Date(0),
  })
  return {code, ...output}
}

describe('init', () => {
  test('writes a configuration that loads, in which every line is explained', async () => {
    folder = await folderOf({'a.md': 'Cai is six.'})
    expect(await init()).toEqual({
      code: 0,
      stdout: `${name} is written. Each of its lines says what it is for.\n`,
      stderr: '',
    })
    expect(await readdir(folder.path)).toEqual(['a.md', name])
    expect(await settingsOf('a.md')).toEqual({profile: 'cafcass-cymru', 'fail-on': 'warning'})
    expect(await run(['a.md'], {cwd: folder.path})).toMatchObject({code: 0, stderr: ''})
    const [schema = '', ...lines] = (await written()).split('\n')
    expect(schema).toMatch(
      /^# yaml-language-server: \$schema=https:\S+@\S+\/schema\/safe-together-lint\.config\.schema\.json$/,
    )
    const unexplained = lines.filter(
      (line, index) => /^\w/.test(line) && !lines[index - 1]?.startsWith('# '),
    )
    expect(unexplained).toEqual([])
  })

  test('what stands in it in comments loads, too', async () => {
    folder = await folderOf({'our-rules/pack.yml': ''})
    await init('--profile', 'local-authority')
    const text = (await written())
      .replace(/.*\n/, '')
      .replaceAll(/^# (?=[a-z-]+:(?: |$)| {2})/gm, '')
    expect(parse(text)).toEqual({
      profile: 'local-authority',
      'fail-on': 'warning',
      rules: {access: 'warning'},
      packs: ['our-rules'],
      ignore: ['archive/'],
      baseline: 'safe-together-lint-baseline.json',
      overrides: [{files: 'templates/**', mode: 'template'}],
    })
  })

  test('reads a folder templates as templates, and names the schema where it is installed', async () => {
    folder = await folderOf({
      'templates/a.md': 'Cai is six.',
      'node_modules/safe-together-lint/schema/safe-together-lint.config.schema.json': '{}',
    })
    await init()
    expect(await settingsOf('templates/a.md')).toMatchObject({mode: 'template'})
    expect(await settingsOf('b.md')).not.toHaveProperty('mode')
    expect(await written()).toContain(
      '$schema=node_modules/safe-together-lint/schema/safe-together-lint.config.schema.json\n',
    )
  })

  test('asks two things at a terminal, and nothing with --yes', async () => {
    folder = await folderOf({})
    const {code, stderr} = await answering('local-authority\n./our [old] forms/\n')
    expect({code, questions: stderr.match(/\?/g)?.length}).toEqual({code: 0, questions: 2})
    expect(await settingsOf('our [old] forms/sub/a.md')).toMatchObject({
      mode: 'template',
      profile: 'local-authority',
    })
    expect(await settingsOf('our o forms/a.md')).not.toHaveProperty('mode')
    expect(await answering('x\n', '--yes', '--force')).toMatchObject({code: 0, stderr: ''})
    expect(await settingsOf('a.md')).toMatchObject({profile: 'cafcass-cymru'})
  })

  test.each(['', '\n', '\n\n'])(
    'takes the usual where nothing is answered (%j)',
    async (answers) => {
      folder = await folderOf({'templates/a.md': ''})
      expect((await answering(answers)).code).toBe(0)
      expect(await settingsOf('templates/a.md')).toMatchObject({
        profile: 'cafcass-cymru',
        mode: 'template',
      })
    },
  )

  test('writes nothing where an answer cannot be used', async () => {
    folder = await folderOf({})
    const {code, stderr} = await answering('cafcas-england\n')
    expect(code).toBe(2)
    expect(stderr).toContain('profile: there is no profile "cafcas-england". Perhaps')
    expect(await readdir(folder.path)).toEqual([])
  })

  test.each([
    [name, 'profile: local-authority'],
    ['safe-together-lint.config.json', '{}'],
    ['package.json', '{"safe-together-lint": {"profile": "local-authority"}}'],
  ])('never writes over %s', async (existing, content) => {
    folder = await folderOf({[existing]: content})
    const {code, stdout, stderr} = await init()
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(`${existing}: there is a configuration in this folder already. `)
    expect(await readdir(folder.path)).toEqual([existing])
    expect(await readFile(join(folder.path, existing), 'utf8')).toBe(content)
    expect((await init('--force')).code).toBe(existing === name ? 0 : 2)
  })

  test('says which configuration above it stands in place of', async () => {
    folder = await folderOf({
      [name]: 'profile: local-authority',
      'package.json': '{}',
      'sub/a.md': '',
    })
    const {stdout} = await run(['init'], {cwd: join(folder.path, 'sub')})
    expect(stdout).toContain(`In this folder it stands in place of ${join(folder.path, name)};`)
  })
})
