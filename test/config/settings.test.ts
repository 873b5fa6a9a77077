import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {createIgnored} from '../../src/config/ignored.ts'
import {findConfig} from '../../src/config/load.ts'
import {originsFor, settingsFor} from '../../src/config/settings.ts'
import {ConfigError} from '../../src/core/errors.ts'
import {type Folder, folderOf} from '../cli/command.ts'

let folder: Folder
afterEach(() => folder.remove())

async function layersIn(files: Readonly<Record<string, string>>, where = '') {
  folder = await folderOf(files)
  return findConfig(join(folder.path, where), folder.path)
}
const at = (name: string) => join(folder.path, name)

test('a folder without a configuration has none', async () => {
  expect(await layersIn({'a.md': 'x'})).toEqual([])
})

test('overrides fit by pattern, the last wins, and rules are settings of their own', async () => {
  const layers = await layersIn(
    {
      'safe-together-lint.config.yml': `
profile: cafcass-england
rules: {access: off, tiff: error}
packs: [our-rules]
overrides:
  - files: templates/**
    mode: template
    rules: {tiff: info}
  - files: ['*.draft.md']
    profile: local-authority
`,
      'templates/sub/a.draft.md': 'x',
    },
    'templates/sub',
  )
  const packs = [at('our-rules')]
  expect(settingsFor(layers, at('b.md'))).toEqual({
    profile: 'cafcass-england',
    rules: {access: 'off', tiff: 'error'},
    packs,
  })
  expect(settingsFor(layers, at('templates/sub/a.draft.md'))).toEqual({
    profile: 'local-authority',
    mode: 'template',
    rules: {access: 'off', tiff: 'info'},
    packs,
  })
  expect(originsFor(layers, at('templates/sub/a.draft.md'))).toEqual([
    {key: 'profile', value: 'local-authority', from: 'safe-together-lint.config.yml: overrides[1]'},
    {key: 'packs', value: packs, from: 'safe-together-lint.config.yml'},
    {key: 'rules.access', value: 'off', from: 'safe-together-lint.config.yml'},
    {key: 'rules.tiff', value: 'info', from: 'safe-together-lint.config.yml: overrides[0]'},
    {key: 'mode', value: 'template', from: 'safe-together-lint.config.yml: overrides[0]'},
  ])
})

test('what it extends comes first: a file, a package, each from its own folder', async () => {
  const layers = await layersIn({
    'package.json': JSON.stringify({
      'safe-together-lint': {extends: ['./house/base.yml', 'our-house'], rules: {tiff: 'off'}},
    }),
    'house/base.yml': 'rules: {tiff: error, access: error}\npacks: [words]',
    'node_modules/our-house/package.json': '{"name": "our-house", "main": "config.json"}',
    'node_modules/our-house/config.json': '{"profile": "local-authority"}',
  })
  expect(settingsFor(layers, at('a.md'))).toEqual({
    profile: 'local-authority',
    packs: [at('house/words')],
    rules: {tiff: 'off', access: 'error'},
  })
})

describe('a configuration is refused', () => {
  test.each([
    ['with a setting that there is not', 'profil: x', ': profil', '"profil"', 'profile'],
    ['with a level that there is not', 'rules: {access: loud}', ': rules.access', 'loud', ''],
    ['that is no YAML', 'a: [', ': line 1', 'neither YAML nor JSON', ''],
    ['that is a list', '- a', '', 'no list of settings', ''],
    ['that extends itself', 'extends: ./safe-together-lint.config.yml', '', 'extends', ''],
    ['that extends nothing', 'extends: our-house', ': extends', '"our-house"', 'install'],
  ])('%s', async (_, content, where, problem, remedy) => {
    const failure = layersIn({'safe-together-lint.config.yml': content})
    await expect(failure).rejects.toBeInstanceOf(ConfigError)
    await expect(failure).rejects.toMatchObject({
      where: `safe-together-lint.config.yml${where}`,
      problem: expect.stringContaining(problem),
      remedy: expect.stringContaining(remedy),
    })
  })
})

test('ignored is what a configuration, .gitignore or the ignore file says; the nearest file decides', async () => {
  const layers = await layersIn({
    'safe-together-lint.config.yml': 'ignore: [old/]',
    '.git/HEAD': '',
    '.gitignore': '*.log.md\n/build',
    '.safe-together-lint-ignore': 'drafts/*',
    'drafts/.gitignore': '!keep.md',
  })
  const isIgnored = createIgnored(layers)
  const ask = (name: string, isFolder = false) => isIgnored(at(name), isFolder)
  expect(await ask('old', true)).toBe(true)
  expect(await ask('a.log.md')).toBe(true)
  expect(await ask('build', true)).toBe(true)
  expect(await ask('sub/build', true)).toBe(false)
  expect(await ask('drafts/a.md')).toBe(true)
  expect(await ask('drafts/keep.md')).toBe(false)
  expect(await ask('a.md')).toBe(false)
})

test('a profile that there is not is refused where it stands', async () => {
  await expect(
    layersIn({'safe-together-lint.config.yml': 'overrides: [{files: a, profile: cafcas-england}]'}),
  ).rejects.toThrow(
    'safe-together-lint.config.yml: profile: there is no profile "cafcas-england". Perhaps "cafcass-england" is meant.',
  )
})
