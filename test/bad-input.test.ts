import {randomBytes} from 'node:crypto'
import {truncate} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {cleanSentence, type Folder, folderOf, run} from './cli/command.ts'
import {filesOf, makeDocx, paragraph, part, zip} from './readers/docx/make-docx.ts'

/** Stands in every file that has words, and must never come back in an error. */
const secret = 'Ms Rees told me that Mr Hughes hit her.'

const docx = makeDocx({body: paragraph(secret).repeat(50)})
const oldWord = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
const documentType = `<!DOCTYPE a [<!ENTITY b "${secret}">]><a>&b;</a>`
const block = new Uint8Array(70 * 1024 * 1024)

/** Unpacks to 210 MB from a few hundred kilobytes. */
const bomb = () => zip({...filesOf({body: paragraph(secret)}), a: block, b: block, c: block})

const inWord = (xml: string) => zip({...filesOf({body: ''}), 'word/document.xml': xml})

const megabytes = 1024 * 1024

interface Case {
  readonly named: string
  readonly files: () => Readonly<Record<string, string | Uint8Array>>
  /** How the error begins: where it is, and what is wrong. */
  readonly says: string
}

const cases: readonly Case[] = [
  {
    named: 'empty.txt',
    files: () => ({'empty.txt': ''}),
    says: 'empty.txt: there is no text in this file. ',
  },
  {
    named: 'blank.md',
    files: () => ({'blank.md': '\ufeff \r\n\t\n'}),
    says: 'blank.md: there is no text in this file. ',
  },
  {
    named: 'empty.docx',
    files: () => ({'empty.docx': ''}),
    says: 'empty.docx: there is no text in this file. ',
  },
  {
    named: 'text.docx',
    files: () => ({'text.docx': secret}),
    says: 'text.docx: the file is named as a Word document but is not one. ',
  },
  {
    named: 'zip.docx',
    files: () => ({'zip.docx': zip({'notes.txt': secret})}),
    says: 'zip.docx: the file is named as a Word document but is not one. ',
  },
  {
    named: 'protected.docx',
    files: () => ({'protected.docx': Buffer.concat([oldWord, Buffer.from(secret)])}),
    says: 'protected.docx: the file is an older Word document (.doc), or is protected by a password. ',
  },
  {
    named: 'truncated.docx',
    files: () => ({'truncated.docx': docx.subarray(0, docx.length - 100)}),
    says: 'truncated.docx: the file is damaged or was not saved completely. ',
  },
  {
    named: 'bomb.docx',
    files: () => ({'bomb.docx': bomb()}),
    says: 'bomb.docx: the file unpacks to more than 200 MB. ',
  },
  {
    named: 'entities.docx',
    files: () => ({'entities.docx': inWord(documentType)}),
    says: 'entities.docx: the part word/document.xml declares a document type, ',
  },
  {
    named: 'broken.docx',
    files: () => ({'broken.docx': inWord(part('document', `<w:body>${secret}`))}),
    says: 'broken.docx: the part word/document.xml cannot be read, ',
  },
  {
    named: 'large.txt',
    files: () => ({'large.txt': secret}),
    says: 'large.txt: the file is larger than 50 MB. ',
  },
  {
    named: 'binary.txt',
    files: () => ({'binary.txt': Buffer.concat([Buffer.from(secret), randomBytes(5000)])}),
    says: 'binary.txt: this is not a text file. ',
  },
  {
    named: 'missing.txt',
    files: () => ({}),
    says: 'missing.txt: there is no such file or folder. ',
  },
  {
    // Whoever runs as root may read every file, but not a link to itself.
    named: 'unreadable.txt',
    files: () => ({'unreadable.txt': '-> unreadable.txt'}),
    says: 'unreadable.txt: the file cannot be read (ELOOP). ',
  },
  {
    named: 'report.xyz',
    files: () => ({'report.xyz': secret}),
    says: 'report.xyz: this kind of file is not read. ',
  },
  {
    named: 'link.txt',
    files: () => ({'link.txt': '-> gone.txt'}),
    says: 'link.txt: there is no such file or folder. ',
  },
  {
    named: 'indented.txt',
    files: () => ({
      'indented.txt': secret,
      'indented.context.yml': 'harm-to: Ms Rees\n children: Cai\n',
    }),
    says: 'indented.context.yml: line ',
  },
  {
    named: 'unclosed.txt',
    files: () => ({'unclosed.txt': secret, 'unclosed.context.yml': 'harm-to: "Ms Rees\n'}),
    says: 'unclosed.context.yml: line ',
  },
  {
    named: 'role.txt',
    files: () => ({'role.txt': secret, 'role.context.yml': 'victim: Ms Rees\n'}),
    says: 'role.context.yml: the key "victim" is not known. Perhaps "harm-to" is meant. ',
  },
  {
    named: 'status.txt',
    files: () => ({'status.txt': secret, 'status.context.yml': 'status: fond\n'}),
    says: 'status.context.yml: status: the value "fond" is not known. Perhaps "found" is meant. ',
  },
  {
    named: 'matter.md',
    files: () => ({'matter.md': `---\nharm-to: [Ms Rees\n---\n\n${secret}\n`}),
    says: 'matter.md: line ',
  },
  {
    named: 'folder',
    files: () => ({'folder/notes.pdf': secret}),
    says: 'folder: there is nothing to check in this folder. ',
  },
]

let folder: Folder
beforeAll(async () => {
  const files = cases.map((each) => each.files())
  folder = await folderOf(Object.assign({'other.txt': cleanSentence}, ...files))
  // Sparse: it costs no room on the disk.
  await truncate(join(folder.path, 'large.txt'), 60 * megabytes)
}, 60_000)
afterAll(() => folder.remove())

const namesOf = (json: string): string[] =>
  JSON.parse(json).documents.map(({name}: {name: string}) => name)

test.each(cases.map(({named, says}) => [named, says]))(
  '%s is one error with place and remedy, and the other report is checked',
  async (named, says) => {
    const argv = [named, 'other.txt', '--format', 'json']
    const {code, stdout, stderr} = await run(argv, {cwd: folder.path})
    expect({code, checked: namesOf(stdout)}).toEqual({code: 2, checked: ['other.txt']})
    expect(stderr.slice(0, says.length)).toBe(says)
    // One line, whose last sentence says what to do.
    expect(stderr).toMatch(/^[^\n]+\. [A-Z"-][^\n]*\.\n$/)
    expect(stderr).not.toMatch(/Rees|Hughes|hit her/)
  },
  20_000,
)

test('all of them in one run are an error each, and still the other report is checked', async () => {
  const argv = [...cases.map(({named}) => named), 'other.txt', '--format', 'json']
  const {code, stdout, stderr} = await run(argv, {cwd: folder.path})
  expect({code, checked: namesOf(stdout)}).toEqual({code: 2, checked: ['other.txt']})
  const lines = stderr.trimEnd().split('\n').sort()
  const expected = cases.map(({says}) => says).sort()
  expect(lines.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected)
}, 60_000)

test('what a person reads holds the other report too', async () => {
  const {code, stdout, stderr} = await run(['truncated.docx', 'other.txt'], {cwd: folder.path})
  expect(code).toBe(2)
  expect(stdout).toContain('other.txt')
  expect(stdout).not.toContain('truncated.docx')
  expect(stderr).toContain('truncated.docx')
})
