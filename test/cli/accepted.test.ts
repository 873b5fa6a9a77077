import {afterEach, expect, test} from 'vitest'
import {makeDocx, paragraph, run as words} from '../readers/docx/make-docx.ts'
import {type Folder, folderOf, run} from './command.ts'

let folder: Folder
afterEach(() => folder.remove())
const inFolder = (...argv: string[]) => run(argv, {cwd: folder.path})

const line = '[language check: accept custody: the order of 1989 says so]'
const comment =
  '<w:comment w:id="4" w:author="A"><w:p><w:r><w:t>Language check: accept custody: the order of 1989 says so</w:t></w:r></w:p></w:comment>'
const start = '<w:commentRangeStart w:id="4"/>'
const end = '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'

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
}

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
    expect((await inFolder('accepted', '.')).stdout).toMatch(
      /^\S+\n {2}\S.*: custody «seeks joint custody» the order of 1989 says so\n$/,
    )
  },
)

test('an acceptance that does not hold is said to its author', async () => {
  folder = await folderOf({
    'a.md': '<!-- language check: accept custdy: because -->\n\nCai is six.',
  })
  expect((await inFolder('a.md')).stdout).toContain('there is no rule “custdy” to accept.')
  expect((await inFolder('accepted', 'a.md')).stdout).toBe('Nothing is accepted in these files.\n')
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
