import {readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {makeDocx, paragraph, run as words} from '../readers/docx/make-docx.ts'
import {makeFlat, makeOdt, paragraph as odtParagraph} from '../readers/odt/make-odt.ts'
import {type Folder, folderOf, run} from './command.ts'

let folder: Folder
afterEach(() => folder.remove())
const inFolder = (...argv: string[]) => run(argv, {cwd: folder.path})

const line = '[language check: accept custody: the order of 1989 says so]'
const comment =
  '<w:comment w:id="4" w:author="A"><w:p><w:r><w:t>Language check: accept custody: the order of 1989 says so</w:t></w:r></w:p></w:comment>'
const start = '<w:commentRangeStart w:id="4"/>'
const end = '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'

const annotation = (name = '') =>
  `<office:annotation${name}><dc:creator>K. Lewis</dc:creator><text:p>Language check: accept custody:</text:p><text:p>the order of 1989 says so</text:p></office:annotation>`
const onWords = [
  'Cai is six.',
  `She ${annotation(' office:name="1"')}seeks joint custody<office:annotation-end office:name="1"/>.`,
  'He seeks joint custody.',
]
const atAPoint = [
  'Cai is six.',
  `She seeks joint custody.${annotation()}`,
  'He seeks joint custody.',
]
const odtBody = (paragraphs: readonly string[]) =>
  paragraphs.map((each) => odtParagraph(each)).join('')

const forms = {
  'a.txt': `Cai is six.\n\n${line}\n\nShe seeks joint custody.\n\nHe seeks joint custody.`,
  'a.md':
    'Cai is six.\n\n<!-- language check: accept custody: the order of 1989 says so -->\n\nShe seeks joint custody.\n\nHe seeks joint custody.',
  'line.docx': makeDocx({
    body: ['Cai is six.', line, 'She seeks joint custody.', 'He seeks joint custody.']
      .map((each) => paragraph(each))
      .join(''),
  }),
  'comment.docx': makeDocx({
    body:
      paragraph('Cai is six.') +
      paragraph(`${words('She seeks ')}${start}${words('joint custody')}${end}${words('.')}`) +
      paragraph('He seeks joint custody.'),
    comments: comment,
  }),
  'a.html':
    '<p>Cai is six.</p>\n<!-- language check: accept custody: the order of 1989 says so -->\n<p>She seeks joint custody.</p><p>He seeks joint custody.</p>',
  'on-words.odt': makeOdt({body: odtBody(onWords)}),
  'at-a-point.odt': makeOdt({body: odtBody(atAPoint)}),
  'flat.fodt': makeFlat({body: odtBody(onWords)}),
}

/** A report, and beside it a file that accepts some of its wording. */
const besides = (
  entry: string,
  report = 'She seeks joint custody.\n\nHe seeks joint custody.',
) => ({
  'r.md': report,
  'r.accepted.yml': entry,
})
const bySomeone = '- rule: custody\n  words: She seeks joint custody\n  reason: the order says so\n'

test.each(Object.entries(forms))(
  'in %s a wording is accepted where that is said, and nowhere else',
  async (name, content) => {
    folder = await folderOf({[name]: content})
    const {stdout} = await inFolder(name, '--format', 'json')
    const [document] = JSON.parse(stdout).documents
    const custody = ({ruleId}: {ruleId: string}) => ruleId === 'custody'
    expect(document.findings.filter(custody).length).toBe(1)
    const accepted = document.accepted.map(({actual, reason}: {actual: string; reason: string}) => [
      actual,
      reason,
    ])
    expect(accepted).toEqual([['seeks joint custody', 'the order of 1989 says so']])
    expect(document.acceptanceProblems).toBeUndefined()
    expect(document.unread.map(({kind}: {kind: string}) => kind)).not.toContain('comments')
    expect((await inFolder('accepted', name)).stdout).toMatch(
      /^\S+\n {2}\S.*: custody «seeks joint custody» the order of 1989 says so\n$/,
    )
  },
)

test('an acceptance that does not hold is said to its author', async () => {
  folder = await folderOf({
    'a.md': '<!-- language check: accept custdy: because -->\n\nCai is six.',
  })
  expect((await inFolder('a.md')).stdout).toContain(
    'there is no rule “custdy” to accept. Perhaps “custody” is meant.',
  )
  expect((await inFolder('accepted', 'a.md')).stdout).toBe(
    'a.md\n  paragraph 1: there is no rule “custdy” to accept. Perhaps “custody” is meant.\nNothing is accepted in these files.\n',
  )
})

test('SARIF keeps what is accepted, and its reason where words may be shown', async () => {
  folder = await folderOf({'a.md': forms['a.md']})
  const suppressed = async (...flags: string[]) => {
    const {stdout} = await inFolder('a.md', '--format', 'sarif', ...flags)
    const [{results}] = JSON.parse(stdout).runs
    return results.flatMap(({suppressions}: {suppressions?: unknown[]}) => suppressions ?? [])
  }
  expect(await suppressed()).toEqual([
    {
      kind: 'inSource',
      status: 'accepted',
      justification: 'Accepted by the author, with a reason that the file gives.',
    },
  ])
  expect(await suppressed('--excerpts', 'match')).toEqual([
    {kind: 'inSource', status: 'accepted', justification: 'the order of 1989 says so'},
  ])
})

describe('a file beside the report', () => {
  const judged = async (...argv: string[]) => {
    const {stdout, stderr, code} = await inFolder('r.md', '--format', 'json', ...argv)
    if (code === 2) return stderr
    const [document] = JSON.parse(stdout).documents
    return {
      left: document.findings
        .filter(({ruleId}: {ruleId: string}) => ruleId === 'custody')
        .map(({label}: {label: string}) => label),
      accepted: document.accepted?.map(({label, reason, kind, until}: Record<string, string>) =>
        `${label} ${reason} ${kind} ${until ?? ''}`.trim(),
      ),
      problems: document.acceptanceProblems,
    }
  }

  test('accepts the words that it has, wherever they stand by now', async () => {
    folder = await folderOf(besides(bySomeone))
    const accepted = {left: ['paragraph 2'], accepted: ['paragraph 1 the order says so external']}
    expect(await judged()).toEqual({...accepted, problems: undefined})
    await writeFile(
      join(folder.path, 'r.md'),
      'He seeks joint custody.\n\nCai is six.\n\nThis year she seeks\njoint  custody.',
    )
    expect(await judged()).toMatchObject({left: ['paragraph 1'], problems: undefined})
  })

  test('is listed for a supervisor, kept in SARIF as from outside the file, and no report itself', async () => {
    folder = await folderOf(besides(bySomeone))
    const {stdout} = await inFolder('accepted', 'r.md', 'r.accepted.yml')
    expect(stdout).toBe('r.md\n  paragraph 1: custody «seeks joint custody» the order says so\n')
    const sarif = JSON.parse((await inFolder('r.md', '--format', 'sarif')).stdout)
    const suppressions = sarif.runs[0].results.flatMap(
      (result: {suppressions?: unknown[]}) => result.suppressions ?? [],
    )
    expect(suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'Accepted by the author, with a reason that the file gives.',
      },
    ])
    await inFolder('baseline', 'r.md')
    const baseline = await readFile(join(folder.path, 'safe-together-lint-baseline.json'), 'utf8')
    await rm(join(folder.path, 'r.accepted.yml'))
    await inFolder('baseline', 'r.md')
    const without = await readFile(join(folder.path, 'safe-together-lint-baseline.json'), 'utf8')
    const count = (text: string) => JSON.parse(text).files['r.md'].length
    expect(count(without) - count(baseline)).toBe(1)
  })

  test('accepts no other wording than its own: an entry that fits none is unused', async () => {
    folder = await folderOf(besides(bySomeone, 'She seeks sole custody.'))
    expect(await judged()).toEqual({
      left: ['paragraph 1'],
      accepted: undefined,
      problems: [{problem: 'unused', label: 'r.accepted.yml, entry 1', ruleId: 'custody'}],
    })
  })

  test('may hold in one section, to a day, or for one finding by its fingerprint', async () => {
    const report =
      '# 4.10 Contact\n\nShe seeks joint custody.\n\n# Wishes\n\nShe seeks joint custody.'
    folder = await folderOf(besides(`${bySomeone}  section: 4.10\n`, report))
    expect(await judged()).toMatchObject({left: ['paragraph 2']})
    const accept = (text: string) => writeFile(join(folder.path, 'r.accepted.yml'), text)
    await accept(`${bySomeone}  section: wishes\n`)
    expect(await judged()).toMatchObject({left: ['paragraph 1']})
    await accept(`${bySomeone}  section: paragraph 1\n  until: 15 January 2026\n`)
    expect(await judged()).toMatchObject({
      left: ['paragraph 2'],
      accepted: ['paragraph 1 the order says so external 2026-01-15'],
    })
    await accept(`${bySomeone}  until: 2026-01-14\n`)
    expect(await judged()).toMatchObject({
      left: ['paragraph 1', 'paragraph 2'],
      problems: [{problem: 'expired', label: 'r.accepted.yml, entry 1'}],
    })
    await rm(join(folder.path, 'r.accepted.yml'))
    const {documents} = JSON.parse((await inFolder('r.md', '--format', 'json')).stdout)
    const last = documents[0].findings
      .filter(({ruleId}: {ruleId: string}) => ruleId === 'custody')
      .at(-1)
    await accept(`- rule: custody\n  fingerprint: ${last.fingerprint}\n  reason: as ordered\n`)
    expect(await judged()).toMatchObject({left: ['paragraph 1'], problems: undefined})
  })

  test.each([
    [
      '- rule: custody\n  word: x\n  reason: y',
      'r.accepted.yml, entry 1: the key "word" is not known. Perhaps "words" is meant.',
    ],
    ['- She seeks custody: x', 'r.accepted.yml, entry 1: there is a key that is not known. '],
    ['- rule: custody\n  words: x', 'r.accepted.yml, entry 1: reason: is missing. '],
    ['- rule: custody\n  reason: y', 'r.accepted.yml, entry 1: says neither which words '],
    ['- custody', 'r.accepted.yml, entry 1: an entry is a list of keys'],
    ['rule: custody', 'r.accepted.yml: holds no list of accepted wording. '],
    ['- [a', 'r.accepted.yml: line 1: '],
    [
      '- rule: custody\n  fingerprint: she hit him\n  reason: y',
      'r.accepted.yml, entry 1: fingerprint: cannot be used: is no fingerprint',
    ],
  ])('%j is refused', async (entry, said) => {
    folder = await folderOf(besides(entry))
    const stderr = await judged()
    expect(stderr).toContain(said)
    expect(stderr).not.toMatch(/She seeks|she hit/)
  })

  test('with a rule that there is not is said, and a second file is refused', async () => {
    folder = await folderOf(besides(bySomeone.replace('custody', 'custdy')))
    expect(await judged()).toMatchObject({
      problems: [
        {
          problem: 'unknown-rule',
          label: 'r.accepted.yml, entry 1',
          ruleId: 'custdy',
          meant: 'custody',
        },
      ],
    })
    await writeFile(join(folder.path, 'r.md.accepted.yml'), bySomeone)
    expect(await judged()).toContain('r.accepted.yml: a second file of accepted wording')
  })
})
