import {describe, expect, test, vi} from 'vitest'
import manifest from '../../package.json' with {type: 'json'}
import {describeFailure} from '../../src/cli/failures.ts'
import * as library from '../../src/index.ts'
import * as engine from '../../src/lint.ts'
import {cleanSentence, folderOf, run} from './command.ts'

const [rule] = library.rules
if (!rule) throw new Error('There are no rules')

describe('--help', () => {
  test('says what it is for, shows examples and exit codes, and that nothing leaves', async () => {
    const {code, stdout, stderr} = await run(['--help'])
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    for (const part of [
      'draft family-court reports',
      '$ safe-together-lint report.docx --behaviour-of "Mr Jones, the father" --harm-to "Ms Rees"',
      '$ safe-together-lint --explain failure-to-protect',
      '1  something found at or above --fail-on',
      'Nothing leaves this machine',
    ]) {
      expect(stdout.replace(/\s+/g, ' ')).toContain(part.replace(/\s+/g, ' '))
    }
  })

  test('names every option that is read', async () => {
    const {stdout} = await run(['-h'])
    for (const option of [
      'behaviour-of',
      'harm-to',
      'child',
      'other',
      'each-alleges',
      'status',
      'context',
      'profile',
      'date',
      'rules',
      'format',
      'fail-on',
      'max-warnings',
      'report-unused',
      'quiet',
      'info',
      'color',
      'no-color',
      'stdin-filename',
      'explain',
      'version',
      'help',
    ]) {
      expect(stdout).toMatch(new RegExp(`^ .*--${option}\\b`, 'm'))
    }
  })
})

test('--version prints the version of the package', async () => {
  expect(await run(['--version'])).toEqual({code: 0, stdout: `${manifest.version}\n`, stderr: ''})
})

describe('explain', () => {
  test('says everything about a rule, with sources, as option and as command', async () => {
    const option = await run(['--explain', rule.id])
    expect(option).toMatchObject({code: 0, stderr: ''})
    const flat = option.stdout.replace(/\s+/g, ' ')
    expect(flat).toContain(rule.title)
    expect(flat).toContain(rule.message.replace(/\{.*/, '').replace(/\s+/g, ' '))
    for (const key of rule.sources) {
      expect(flat).toContain(`${key} ${library.sources[key]}`.replace(/\s+/g, ' '))
    }
    expect(option.stdout).not.toMatch(/\[\[|\]\]|\{\w+\}/)
    expect(await run(['explain', rule.id])).toEqual(option)
    expect(await run(['explain', `${rule.category}/${rule.id}`])).toEqual(option)
  })

  test('names the rule that was probably meant', async () => {
    expect(await run(['--explain', `${rule.id}s`])).toEqual({
      code: 2,
      stdout: '',
      stderr: `${rule.id}s: there is no rule of this name. Perhaps "${rule.id}" is meant. safe-together-lint rules lists all rules.\n`,
    })
  })

  test('needs a rule', async () => {
    expect(await run(['explain'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^explain: no rule is named\. /),
    })
    expect(await run(['--explain'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^--explain: a value is missing/),
    })
  })
})

describe('rules', () => {
  test('lists every rule under its category', async () => {
    const {code, stdout} = await run(['rules'])
    expect(code).toBe(0)
    const listed = [...stdout.matchAll(/^ {2}(\S+) /gm)].map(([, id]) => id)
    expect(listed).toEqual(library.rules.map(({id}) => id))
    const headings = new Set(library.rules.map(({category}) => category.replaceAll('-', ' ')))
    expect(stdout.match(/^[a-z][a-z ]+$/gm)).toEqual([...headings])
  })

  test('lists them for programs', async () => {
    const {version, rules} = JSON.parse((await run(['rules', '--format', 'json'])).stdout)
    expect(version).toBe(1)
    expect(rules.map(({id}: {id: string}) => id)).toEqual(library.rules.map(({id}) => id))
    expect(rules[0]).toMatchObject({title: rule.title, severity: rule.severity})
  })

  test('has no compact form, and takes no further words', async () => {
    expect(await run(['rules', '--format', 'compact'])).toMatchObject({
      code: 2,
      stderr: '--format: a list of rules has no format "compact". Choose pretty or json.\n',
    })
    expect(await run(['rules', 'more'])).toMatchObject({code: 2, stdout: ''})
  })
})

describe('a mistake of the program', () => {
  test('is said with its trace and without a word of the report', () => {
    const words = 'Ms Rees told me\n    at home that he hit her'
    const output = describeFailure(new TypeError(words))
    expect(output).toMatch(
      /^This is a mistake in safe-together-lint .*\nTypeError\n {4}at .*main\.test\.ts/,
    )
    expect(output).not.toMatch(/Rees|home|hit her/)
  })

  test('does not stop the other reports, and exits 2', async () => {
    const folder = await folderOf({'a.txt': cleanSentence, 'b.txt': cleanSentence})
    const lint: typeof engine.lint = (document, options) => {
      if (document.name === 'b.txt') return engine.lint(document, options)
      throw new Error(document.text)
    }
    vi.resetModules()
    vi.doMock('../../src/lint.ts', () => ({...engine, lint}))
    const {run: runBroken} = await import('./command.ts')
    const {code, stdout, stderr} = await runBroken(['a.txt', 'b.txt'], {cwd: folder.path})
    vi.doUnmock('../../src/lint.ts')
    await folder.remove()
    expect(code).toBe(2)
    expect(stdout).toContain('b.txt\n')
    expect(stderr).toMatch(/^a\.txt: could not be checked\. This is a mistake in/)
    expect(stderr).not.toContain('football')
  })
})
