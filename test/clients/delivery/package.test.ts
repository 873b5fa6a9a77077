import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core'
import {publint} from 'publint'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {mustRun, runIn, temporaryFolder} from './shell.ts'

const tarball = inject('tarball')
const fixture = resolve('fixtures/section-7/report.docx')

const folder = temporaryFolder({'package.json': '{"private": true, "type": "module"}'})
beforeAll(() => install(folder, tarball))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const install = (cwd: string, ...packages: readonly string[]) =>
  mustRun('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], {cwd})

/** Its files without "package/", sorted. */
const filesOf = (path: string): string[] =>
  mustRun('tar', ['-tzf', path], {cwd: folder})
    .split('\n')
    .filter((name) => name !== '' && !name.endsWith('/'))
    .map((name) => name.replace(/^package\//, ''))
    .sort()

test('npm pack prints the name of the tarball and nothing else, since pre-commit takes all of it for the name', () => {
  expect(inject('printed')).toMatch(/^safe-together-lint-\d+\.\d+\.\d+\.tgz\n$/)
})

describe('the tarball', () => {
  const files = filesOf(tarball)

  test('holds what runs, its types, the rules and the licences, and nothing else', () => {
    const single = [
      ...['LICENSE', 'README.md', 'package.json', 'bin/safe-together-lint.js', 'dist/cli.cjs'],
      ...['dist/index.js', 'dist/language-server.cjs', 'dist/licences.txt', 'dist/pdfjs.cjs'],
      ...['dist/start.cjs', 'dist/tagger-model.json'],
      'schema/safe-together-lint.config.schema.json',
    ]
    const others = files.filter(
      (file) => !/^rules\/[^.]+\.yml$|^dist\/types\/.+\.d\.ts$/.test(file),
    )
    expect(others).toEqual(single.sort())
    const types = files.filter((file) => file.startsWith('dist/types/'))
    const strays = types.filter(
      (file) => !existsSync(file.replace('dist/types/', 'src/').replace(/\.d\.ts$/, '.ts')),
    )
    expect(strays).toEqual([])
  })

  test('holds every rule', () => {
    const rules = mustRun('git', ['ls-files', 'rules'], {cwd: resolve('.')})
      .trim()
      .split('\n')
    expect(files.filter((file) => file.startsWith('rules/'))).toEqual(rules.sort())
  })

  test('is no larger than 6 MB, and 24 MB unpacked', () => {
    const unpacked = mustRun('tar', ['-xzf', tarball, '--to-command=wc -c'], {cwd: folder})
      .split('\n')
      .reduce((sum, size) => sum + Number(size), 0)
    expect(readFileSync(tarball).length).toBeLessThan(6_000_000)
    expect(unpacked).toBeGreaterThan(10_000_000)
    expect(unpacked).toBeLessThan(24_000_000)
  })

  test('holds no folder of the machine that built it', () => {
    const {code, stdout} = runIn(
      'grep',
      ['-rlF', resolve('.'), 'node_modules/safe-together-lint'],
      {
        cwd: folder,
      },
    )
    expect({code, stdout}).toEqual({code: 1, stdout: ''})
  })

  test('names the licence of every package whose code is in it', () => {
    const notices = readFileSync(
      join(folder, 'node_modules/safe-together-lint/dist/licences.txt'),
      'utf8',
    )
    const installed = mustRun('npm', ['ls', '--all', '--parseable'], {cwd: folder})
    const names = installed
      .trim()
      .split('\n')
      .slice(1)
      .map((path) => path.split('/node_modules/').at(-1) ?? '')
      .filter((name) => name !== 'safe-together-lint')
    expect(names.length).toBeGreaterThan(50)
    expect(names.filter((name) => !notices.includes(`\n${name} `))).toEqual([])
  })
})

describe('publint and are-the-types-wrong', () => {
  const twin = temporaryFolder()
  const twinTarball = join(twin, 'twin.tgz')
  beforeAll(() => {
    // The same with types that are not there.
    mustRun('tar', ['-xzf', tarball], {cwd: twin})
    const path = join(twin, 'package/package.json')
    const manifest = readFileSync(path, 'utf8')
    const wrong = manifest.replace('./dist/types/index.d.ts', './dist/types/nowhere.d.ts')
    writeFileSync(path, wrong)
    mustRun('tar', ['-czf', twinTarball, 'package'], {cwd: twin})
  })
  afterAll(() => rmSync(twin, {recursive: true, force: true}))

  const published = async (path: string) => {
    const {buffer} = new Uint8Array(readFileSync(path))
    const {messages} = await publint({pack: {tarball: buffer}, strict: true})
    return messages.map(({code}) => code)
  }

  test('publint has nothing to say, and of the twin it has', async () => {
    expect(await published(tarball)).toEqual([])
    expect(await published(twinTarball)).toEqual(['FILE_DOES_NOT_EXIST'])
  })

  const typed = async (path: string) => {
    const analysis = await checkPackage(
      createPackageFromTarballData(new Uint8Array(readFileSync(path))),
    )
    if (!analysis.types) return ['no types at all']
    // What is written for import alone; Node 10 and require were never promised.
    return analysis.problems
      .filter(
        (problem) =>
          !('resolutionKind' in problem) ||
          !['node10', 'node16-cjs'].includes(problem.resolutionKind),
      )
      .map(({kind}) => kind)
  }

  test('are-the-types-wrong finds nothing for import, and in the twin it does', async () => {
    expect(await typed(tarball)).toEqual([])
    expect(await typed(twinTarball)).not.toEqual([])
  })
})

describe('installed elsewhere', () => {
  test('the command checks a report', () => {
    const {code, stdout, stderr} = runIn('npx', ['--no', 'safe-together-lint', fixture], {
      cwd: folder,
    })
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
    expect(stdout).toContain('«chose to remain in the relationship»')
  })

  test('the command reads a PDF, whose reader stands in a file of its own', () => {
    const pdf = resolve('test/readers/pdf/hand-notes.pdf')
    const {stdout, stderr} = runIn('npx', ['--no', 'safe-together-lint', pdf, '--format=json'], {
      cwd: folder,
    })
    expect(stderr).toBe('')
    expect(stdout).toContain('"label": "page 2, ')
  })

  const program = `import {lint, readText, rules} from 'safe-together-lint'
const document = readText(new TextEncoder().encode('They have a volatile relationship.'), 'a.txt')
const found: readonly string[] = lint(document).findings.map(({ruleId}) => ruleId)
if (rules.length < 100) throw new Error('Expected the rules')
console.log(found.join())
// @ts-expect-error Types are there, and not any.
export const wrong: string = rules.length
`

  test.each([
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['preserve', 'bundler'],
  ])(
    'its types compile with --module %s --moduleResolution %s, their own included',
    (module, resolution) => {
      writeFileSync(join(folder, 'library.ts'), program)
      const {code, stdout} = runIn(
        process.execPath,
        [
          resolve('node_modules/typescript/bin/tsc'),
          ...['--noEmit', '--strict', '--module', module, '--moduleResolution', resolution],
          ...['--target', 'es2023', '--lib', 'es2023,dom', 'library.ts'],
        ],
        {cwd: folder},
      )
      expect({code, stdout}).toEqual({code: 0, stdout: ''})
    },
  )

  test('the library is imported', () => {
    writeFileSync(join(folder, 'library.ts'), program)
    mustRun(
      resolve('node_modules/.bin/esbuild'),
      ['library.ts', '--outfile=library.js', '--log-level=error'],
      {
        cwd: folder,
      },
    )
    expect(mustRun(process.execPath, ['library.js'], {cwd: folder})).toBe('volatile-relationship\n')
  })

  test('nothing asks for a script to be run at installation', () => {
    const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8')
    expect(lockfile).toContain('node_modules/safe-together-lint')
    expect(lockfile).not.toContain('hasInstallScript')
  })
})
