import {execFileSync} from 'node:child_process'
import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {reporterNames} from '../../src/reporters/index.ts'
import {makeDocx, paragraph, style, run as words} from '../readers/docx/make-docx.ts'
import {type Folder, folderOf, run} from './command.ts'

let folder: Folder
afterEach(() => folder.remove())
const inFolder = (...argv: string[]) => run(argv, {cwd: folder.path})

/** Every name, heading and noun of the report is a word that stands nowhere else. */
const markdown = `# Zqheading of Zqplace

Zqmother Zqrees failed to protect Zqchild from Zqfather. It was a tiff about the zqnoun.

The parents have a volatile relationship. Her number is 07700 900123, and she lives at 12 Zqstreet, Newport.
`
const docx = makeDocx({
  body:
    paragraph(words('Zqheading'), '<w:outlineLvl w:val="0"/>') +
    paragraph('Zqmother Zqrees failed to protect Zqchild from Zqfather.') +
    paragraph('The parents have a volatile relationship.', style('Zqstyle')),
})
const context = `behaviour-of: Zqfather
harm-to: Zqmother Zqrees
children: Zqchild
`
const files = {
  'a.md': markdown,
  'a.context.yml': context,
  'b.docx': docx,
  'b.context.yml': context,
  'bad.docx': 'Zqbad',
}

const forServers = ['github', 'gitlab', 'sarif', 'junit', 'checkstyle']

describe.each(forServers)('output for build servers in the format %s', (format) => {
  test('holds no name, heading or word of a report, and no private detail', async () => {
    folder = await folderOf(files)
    const {code, stdout} = await inFolder('.', '--info', '--format', format)
    expect(code).toBe(2)
    expect(stdout).toMatch(/failure-to-protect/)
    expect(stdout).toMatch(/volatile-relationship/)
    expect(stdout).not.toMatch(/zq|07700|900123/i)
  })

  test('shows words where that is asked for', async () => {
    folder = await folderOf(files)
    const {stdout} = await inFolder('a.md', '--format', format, '--excerpts', 'sentence')
    expect(stdout).toMatch(/Zqrees «failed to protect» Zqchild/)
    expect(stdout).not.toMatch(/07700|900123|Zqstreet/)
  })
})

test('every format is either for the desk or for build servers, and says so in the help', async () => {
  folder = await folderOf({})
  const {stdout} = await inFolder('--help')
  const help = stdout.replace(/\s+/g, ' ')
  expect(reporterNames.filter((name) => !help.includes(name))).toEqual([])
})

test('a configuration chooses rules, profile and packs by pattern, and flags win', async () => {
  folder = await folderOf({
    'safe-together-lint.config.yml':
      'rules: {custody: off}\nfail-on: warning\noverrides: [{files: "t/**", rules: {custody: info}}]',
    'a.md': 'She seeks joint custody.',
    't/b.md': 'She seeks joint custody.',
  })
  const severities = async (...argv: string[]) => {
    const {documents} = JSON.parse((await inFolder(...argv, '--format', 'json')).stdout)
    return documents.map(({findings}: {findings: {ruleId: string; severity: string}[]}) =>
      findings.flatMap(({ruleId, severity}) => (ruleId === 'custody' ? [severity] : [])),
    )
  }
  expect(await severities('a.md', 't')).toEqual([[], ['info']])
  expect((await inFolder('t')).code).toBe(0)
  expect(await severities('a.md', '--no-config')).toEqual([['warning']])
  expect((await inFolder('a.md', '--no-config')).code).toBe(1)
})

test('a configuration with a rule that there is not is refused', async () => {
  folder = await folderOf({
    'safe-together-lint.config.yml': 'rules: {volatile-relation: off}',
    'a.md': 'Cai is six.',
  })
  expect(await inFolder('a.md')).toMatchObject({
    code: 2,
    stderr:
      'safe-together-lint.config.yml: rules: there is no rule "volatile-relation". Perhaps "volatile-relationship" is meant.\n',
  })
})

test('what is ignored is passed over in a folder, and read when it is named', async () => {
  folder = await folderOf({
    '.gitignore': 'old',
    '.git/HEAD': '',
    'a.md': 'Cai is six.',
    'old/b.md': 'Cai is six.',
  })
  expect((await inFolder('.', '--format', 'json')).stdout).not.toContain('b.md')
  expect((await inFolder('old/b.md', '--format', 'json')).stdout).toContain('b.md')
})

test('--max-warnings fails a run that --fail-on would let pass', async () => {
  folder = await folderOf({'a.md': 'He has access on Saturdays. She seeks joint custody.'})
  const argv = ['a.md', '--fail-on', 'error', '--max-warnings']
  expect((await inFolder(...argv, '2')).code).toBe(0)
  expect(await inFolder(...argv, '1')).toMatchObject({
    code: 1,
    stderr: '2 places are usually worth changing, more than --max-warnings allows.\n',
  })
  expect((await inFolder('a.md', '--max-warnings', 'x')).code).toBe(2)
})

test('--output-file holds the output whole, without colours, and standard output nothing', async () => {
  folder = await folderOf({'a.md': 'They have a volatile relationship.'})
  const {stdout, code} = await inFolder('a.md', '--output-file', 'out.txt', '--color')
  expect({stdout, code}).toEqual({stdout: '', code: 1})
  expect(await readFile(join(folder.path, 'out.txt'), 'utf8')).toBe((await inFolder('a.md')).stdout)
  expect((await readdir(folder.path)).sort()).toEqual(['a.md', 'out.txt'])
})

test('fingerprints are those of the repository', async () => {
  folder = await folderOf({'a.md': 'They have a volatile relationship.'})
  const fingerprint = async () => {
    const {stdout} = await inFolder('a.md', '--format', 'gitlab')
    return JSON.parse(stdout)[0].fingerprint
  }
  const outside = await fingerprint()
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder.path,
    })
  git('init', '--quiet')
  git('commit', '--quiet', '--allow-empty', '--message', 'A')
  const inside = await fingerprint()
  expect(inside).not.toBe(outside)
  git('commit', '--quiet', '--allow-empty', '--message', 'B')
  expect(await fingerprint()).toBe(inside)
  await writeFile(join(folder.path, 'safe-together-lint.config.yml'), 'salt: our own words')
  expect([outside, inside]).not.toContain(await fingerprint())
})

test('a baseline keeps what stood there from being told again; what has gone can be pruned', async () => {
  const old = 'The parents have a volatile relationship.'
  folder = await folderOf({'a.md': old, 'b.md': 'She seeks joint custody.'})
  const {stdout, code} = await inFolder('baseline', '.')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^safe-together-lint-baseline\.json: \d+ places\.\n$/)
  const baseline = ['--baseline', 'safe-together-lint-baseline.json']
  expect(await inFolder('.', '--quiet', ...baseline)).toMatchObject({code: 0})
  await writeFile(join(folder.path, 'a.md'), `${old} It was a tiff.`)
  await writeFile(join(folder.path, 'b.md'), 'Cai is six.')
  const run2 = await inFolder('.', '--format', 'json', ...baseline)
  const {documents} = JSON.parse(run2.stdout)
  expect(run2.code).toBe(1)
  const [first, second] = documents
  expect([first.baseline.known > 0, first.baseline.gone]).toEqual([true, 0])
  expect([second.baseline.known, second.baseline.gone > 0]).toEqual([0, true])
  const found = first.findings.map(({actual}: {actual: string}) => actual)
  expect(found).toContain('tiff')
  expect(found.join()).not.toContain('volatile')
  await inFolder('baseline', '--prune', '.')
  const {documents: pruned} = JSON.parse(
    (await inFolder('.', '--format', 'json', ...baseline)).stdout,
  )
  expect(pruned[1].baseline).toEqual({known: 0, gone: 0})
  expect((await inFolder('.', ...baseline)).code).toBe(1)
  expect(await readFile(join(folder.path, 'safe-together-lint-baseline.json'), 'utf8')).not.toMatch(
    /volatile|tiff|custody/,
  )
})
