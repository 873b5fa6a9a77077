import {afterEach, expect, test} from 'vitest'
import {type Folder, folderOf, run} from './command.ts'

let folder: Folder
afterEach(() => folder.remove())
const print = (...argv: string[]) => run(['config', 'print', ...argv], {cwd: folder.path})

const files = {
  'house/base.yml':
    'rules: {custody: error}\nsalt: zqsalt\npacks: [words]\nprofile: cafcass-england',
  'house/words/pack.yml': 'name: Words\n',
  'safe-together-lint.config.yml': `
extends: ./house/base.yml
max-warnings: 3
ignore: [old/]
overrides:
  - files: templates/**
    mode: template
    excerpts: sentence
    rules: {access: off}
`,
  'templates/a.md': '---\nharm-to: Ms Rees, the mother\nstatus: told\n---\n\nCai is six.',
  'templates/a.context.yml': 'date: 4 November 2024\nstatus: found',
  'old/b.md': 'Cai is six.',
}

test('every value in force is said with where it comes from', async () => {
  folder = await folderOf({...files, 'house/words/pack.yml': packTitle})
  const argv = ['templates/a.md', '--child', 'Cai', '--child', 'Seren', '--max-warnings', '4']
  expect(await print(...argv)).toEqual({
    code: 0,
    stderr: '',
    stdout: `templates/a.md

Configuration files; what a later one says replaces what an earlier one says:
  house/base.yml, which safe-together-lint.config.yml extends
  safe-together-lint.config.yml

  mode           template             safe-together-lint.config.yml: overrides[0]
  profile        cafcass-england      house/base.yml
  each-alleges   false                by default
  tracked        accepted             by default
  headers        false                by default
  excerpts       sentence             safe-together-lint.config.yml: overrides[0]
  fail-on        warning              by default
  packs          house/words          house/base.yml
  rules.custody  error                house/base.yml
  rules.access   off                  safe-together-lint.config.yml: overrides[0]
  salt           [not shown]          house/base.yml
  max-warnings   4                    --max-warnings
  harm-to        Ms Rees, the mother  front matter
  status         found                templates/a.context.yml
  date           2024-11-04           templates/a.context.yml
  children       Cai; Seren           --child
`,
  })
})

const packTitle = 'title: Words\nadjustments: []\n'

test('the same for programs', async () => {
  folder = await folderOf({...files, 'house/words/pack.yml': packTitle})
  const {stdout} = await print('old/b.md', '--format', 'json', '--tracked', 'both')
  const {settings, ...about} = JSON.parse(stdout)
  expect(about).toEqual({
    version: 1,
    file: 'old/b.md',
    ignored: true,
    configurations: [
      {name: 'house/base.yml', extendedBy: 'safe-together-lint.config.yml'},
      {name: 'safe-together-lint.config.yml'},
    ],
  })
  expect(settings).toContainEqual({key: 'mode', value: 'report', from: 'by default'})
  expect(settings).toContainEqual({key: 'tracked', value: 'both', from: '--tracked'})
  expect(stdout).not.toContain('zqsalt')
})

test('without a configuration there are defaults, and what is declared', async () => {
  folder = await folderOf({'a.md': 'Cai is six.', 'b.yml': 'harm-to: Ms Rees'})
  const {stdout} = await print('a.md', '--no-config', '--context', 'b.yml')
  expect(stdout).toContain('No configuration file is in force here.')
  expect(stdout).toMatch(/^ {2}harm-to +Ms Rees +b\.yml$/m)
})

test.each([
  [
    ['a.md', '--format', 'sarif'],
    '--format: settings have no format "sarif". Choose pretty or json.',
  ],
  [['b.md'], 'b.md: there is no such file or folder. '],
  [[], 'config print: no report is named. '],
  [['a.md', 'b.md'], 'there is a word too many'],
  [['t/c.md'], 'there is no rule "acess". Perhaps "access" is meant.'],
])('%j is refused', async (argv, said) => {
  folder = await folderOf({
    'a.md': 'Cai is six.',
    't/c.md': 'Cai is six.',
    't/safe-together-lint.config.yml': 'rules: {acess: off}',
  })
  const {code, stdout, stderr} = await print(...argv)
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  expect(stderr).toContain(said)
})
