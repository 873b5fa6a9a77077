import {execFileSync} from 'node:child_process'
import {readdir, readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {reporterNames} from '../../src/reporters/names.ts'
import {type Folder, folderOf, run} from './command.ts'
import {hostileName, markedReports} from './marked-reports.ts'

let folder: Folder
afterEach(() => folder.remove())
const inFolder = (...argv: string[]) => run(argv, {cwd: folder.path})

const forServers = ['github', 'gitlab', 'sarif', 'junit', 'checkstyle']
const files = {...markedReports, 'bad.docx': 'Zqbad'}
/** A search of a folder passes over what is mostly no draft; named files are read. */
const operands = ['.', 'd.fodt', 'g.pdf']
const details = /zq|07700|900123/i

/** As each format writes the path, which is the team’s own. */
const pathIn: Readonly<Record<string, string>> = {
  github: 'file=templates/x%3A%3Aerror%3A%3Ay%250A<b>&"#[1].md,',
  gitlab: JSON.stringify(hostileName),
  sarif: '"uri":"templates/x%3A%3Aerror%3A%3Ay%250A%3Cb%3E%26%22%23%5B1%5D.md"',
  junit: '<testsuite name="templates/x::error::y%0A&#x3C;b>&#x26;&#x22;#[1].md"',
  checkstyle: '<file name="templates/x::error::y%0A&#x3C;b>&#x26;&#x22;#[1].md">',
}

describe.each(forServers)('output for build servers in the format %s', (format) => {
  test('holds no name, heading or word of any kind of report, and no private detail', async () => {
    folder = await folderOf(files)
    const argv = [...operands, '--info', '--headers', '--tracked', 'both', '--format', format]
    const {code, stdout, stderr} = await inFolder(...argv)
    expect(code).toBe(2)
    for (const name of Object.keys(files))
      if (!name.endsWith('.yml') && name !== hostileName) expect(stdout).toContain(name)
    expect(stdout).toContain(pathIn[format])
    expect(stdout).toMatch(/failure-to-protect/)
    expect(stdout).toMatch(/volatile-relationship/)
    expect(stdout).toMatch(/asks-if-she-failed-to-protect/)
    expect(stdout + stderr).not.toMatch(details)
  })

  test('shows words where that is asked for, and no private detail', async () => {
    folder = await folderOf(files)
    const {stdout} = await inFolder('a.md', '--format', format, '--excerpts', 'sentence')
    expect(stdout).toMatch(/Zqrees «failed to protect» Zqchild/)
    expect(stdout).not.toMatch(/07700|900123|Zqstreet/)
  })
})

describe('excerpts by configuration', () => {
  const configured = {
    ...markedReports,
    'safe-together-lint.config.yml':
      'overrides: [{files: "t/**", mode: template, excerpts: sentence}, {files: m.md, excerpts: match}]',
    't/form.md':
      'Has zqmother failed to protect?\n\nMs Rees lives at 12 Heol y Zqbryn, Newport NP20 9ZZ, has the number 07700 900123, and failed to protect zqchild.',
    'm.md': 'The zqparents have a volatile relationship, said zqteacher.',
  }

  test.each(forServers)('are shown as %s for the files of an override alone', async (format) => {
    folder = await folderOf(configured)
    const others = Object.keys(markedReports).filter((name) => !name.endsWith('.yml'))
    const {stdout} = await inFolder(...others, '--info', '--format', format)
    expect(stdout).not.toMatch(details)
    const form = await inFolder('t/form.md', '--format', format)
    expect(form.stdout).toMatch(/«Has zqmother failed to protect»|Has zqmother «failed to protect»/)
    const one = await inFolder('m.md', '--format', format)
    expect(one.stdout).toContain('«volatile relationship»')
    expect(one.stdout).not.toMatch(details)
  })

  test.each(forServers)('show no private detail as %s', async (format) => {
    folder = await folderOf(configured)
    const {stdout, stderr} = await inFolder('t/form.md', '--info', '--format', format)
    expect(stdout).toContain('zqchild')
    expect(stdout + stderr).not.toMatch(/07700|900123|Zqbryn|NP20/)
  })

  test('are what the flag says, where there is one, also in the summary of a step', async () => {
    folder = await folderOf(configured)
    const env = {GITHUB_STEP_SUMMARY: join(folder.path, 'summary.md')}
    const argv = ['t/form.md', 'm.md', '--format', 'github']
    const quiet = await run([...argv, '--excerpts', 'none'], {cwd: folder.path, env})
    expect(quiet.stdout + (await readFile(env.GITHUB_STEP_SUMMARY, 'utf8'))).not.toMatch(/zq/i)
    await run(argv, {cwd: folder.path, env})
    const summary = await readFile(env.GITHUB_STEP_SUMMARY, 'utf8')
    expect(summary).toContain('zqchild')
    expect(summary).not.toMatch(/07700|900123|Zqbryn|NP20|zqparents|zqteacher/)
  })
})

test('a step summary holds no name, heading or word of any kind of report', async () => {
  folder = await folderOf({...files, 'summary.md': ''})
  const argv = [
    ...Object.keys(files).filter((name) => !name.endsWith('.yml')),
    '--info',
    '--headers',
  ]
  const env = {GITHUB_STEP_SUMMARY: join(folder.path, 'summary.md')}
  await run([...argv, '--format', 'github'], {cwd: folder.path, env})
  const summary = await readFile(join(folder.path, 'summary.md'), 'utf8')
  expect(summary).toContain('### `a.md`')
  expect(summary).toContain('| `failure-to-protect` |')
  expect(summary).toContain('One place is accepted with a reason.')
  expect(summary).toContain('### `bad.docx`')
  expect(summary).not.toMatch(details)
})

test('a baseline holds no name, heading or word of any kind of report, and no private detail', async () => {
  folder = await folderOf(markedReports)
  expect((await inFolder('baseline', ...operands)).code).toBe(0)
  const name = 'safe-together-lint-baseline.json'
  const {files: known} = JSON.parse(await readFile(join(folder.path, name), 'utf8'))
  expect(Object.keys(known).sort()).toEqual(
    Object.keys(markedReports)
      .filter((each) => !each.endsWith('.yml'))
      .sort(),
  )
  expect(await readFile(join(folder.path, name), 'utf8')).not.toMatch(details)
})

describe('the summary of a step', () => {
  const summaryOf = async (...argv: string[]) => {
    const env = {GITHUB_STEP_SUMMARY: 'summary.md'}
    const ran = await run(argv, {cwd: folder.path, env})
    return {...ran, summary: await readFile(join(folder.path, 'summary.md'), 'utf8')}
  }

  test('is written after what stands there, and with the format for GitHub alone', async () => {
    folder = await folderOf({
      'a.md': 'They have a volatile relationship.',
      'summary.md': 'Before.\n',
    })
    const {code, stdout, summary} = await summaryOf('a.md', '--format', 'github')
    expect([code, stdout.split('\n').length]).toEqual([1, 2])
    expect(summary).toMatch(/^Before\.\n## Language check\n[\s\S]*`volatile-relationship`/)
    expect((await summaryOf('a.md', '--format', 'sarif')).summary).toBe(summary)
  })

  test('that cannot be written is said', async () => {
    folder = await folderOf({'a.md': 'Cai is six.', 'summary.md/b': ''})
    const env = {GITHUB_STEP_SUMMARY: 'summary.md'}
    const ran = await run(['a.md', '--format', 'github'], {cwd: folder.path, env})
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(/^summary\.md: .*EISDIR/)
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

test('files that are there no longer go out of a baseline, and others stay', async () => {
  folder = await folderOf({'a.md': 'The couple have a volatile relationship.'})
  const standing = async () =>
    Object.keys(
      JSON.parse(await readFile(join(folder.path, 'safe-together-lint-baseline.json'), 'utf8'))
        .files,
    )
  await writeFile(join(folder.path, 'b.md'), 'It is a volatile relationship.')
  await inFolder('baseline', '.')
  expect(await standing()).toEqual(['a.md', 'b.md'])
  await rename(join(folder.path, 'a.md'), join(folder.path, 'c.md'))
  await inFolder('baseline', '--prune', 'c.md')
  expect(await standing()).toEqual(['b.md'])
  await inFolder('baseline', 'c.md')
  expect(await standing()).toEqual(['b.md', 'c.md'])
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
