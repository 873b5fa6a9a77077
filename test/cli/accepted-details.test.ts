import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {reporterNames} from '../../src/reporters/names.ts'
import {type Folder, folderOf, run} from './command.ts'

let folder: Folder
afterEach(() => folder.remove())
const inFolder = (...argv: string[]) => run(argv, {cwd: folder.path})

const report = `# Contact

Cai is six.

Ms Rees’s number is 07700 900123, and she can be rung there.

# Home

Her own number is 07700 900321. They have a volatile relationship.
`
const details = /07700|900123|900321/

const entry = (rule: string, section: string) =>
  `- rule: ${rule}\n  section: ${section}\n  reason: she agrees to it\n`
const filesWith = (accepted: string) => ({'r.md': report, 'r.accepted.yml': accepted})

/** The places that are told, of the rule about addresses and numbers. */
const told = async () => {
  const {stdout} = await inFolder('r.md', '--format', 'json')
  const [document] = JSON.parse(stdout).documents
  return document.findings
    .filter(({ruleId}: {ruleId: string}) => ruleId === 'private-contact-details')
    .map(({label}: {label: string}) => label)
}

describe('a private detail is accepted by its place in a file beside the report', () => {
  test.each([
    ['paragraph 2', ['paragraph 3']],
    ['Contact', ['paragraph 3']],
    ['Elsewhere', ['paragraph 2', 'paragraph 3']],
  ])('%s', async (section, left) => {
    folder = await folderOf(filesWith(entry('private-contact-details', section)))
    expect(await told()).toEqual(left)
  })

  test('no output shows it, and the list for a supervisor has rule, place and reason', async () => {
    folder = await folderOf({
      ...filesWith(entry('private-contact-details', 'paragraph 2')),
      'safe-together-lint.config.yml': 'excerpts: sentence\n',
    })
    const {stdout} = await inFolder('accepted', 'r.md')
    expect(stdout).toBe('r.md\n  paragraph 2: private-contact-details she agrees to it\n')
    for (const format of reporterNames) {
      const ran = await inFolder('r.md', '--info', '--format', format)
      expect(ran.stdout + ran.stderr, format).not.toMatch(details)
    }
    expect((await inFolder('baseline', 'r.md')).code).toBe(0)
    const baseline = await readFile(join(folder.path, 'safe-together-lint-baseline.json'), 'utf8')
    expect(baseline).not.toMatch(details)
  })

  test('one that nothing needs any more is said', async () => {
    folder = await folderOf(filesWith(entry('private-contact-details', 'paragraph 9')))
    const {stdout} = await inFolder('r.md')
    expect(stdout).toContain(
      'r.accepted.yml, entry 1: nothing there needs “accept private-contact-details”.',
    )
  })
})

test('another rule cannot be accepted by a place alone, and that fails a run', async () => {
  folder = await folderOf(filesWith(entry('volatile-relationship', 'Home')))
  const {stdout, code} = await inFolder('r.md', '--fail-on', 'never', '--max-warnings', '3')
  const said =
    'r.accepted.yml, entry 1: “volatile-relationship” is accepted by words or a fingerprint; only private details are by their place alone.'
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(said)
  expect(stdout).toContain('volatile relationship')
  expect(code).toBe(0)
  const ran = await inFolder('r.md', '--format', 'github', '--fail-on', 'warning')
  expect(ran.stderr).toContain(said)
  expect(ran.code).toBe(1)
})
