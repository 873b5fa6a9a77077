import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {afterEach, expect, test} from 'vitest'
import {readDocx, readOdt} from '../../src/index.ts'
import {makeDocx, paragraph} from '../readers/docx/make-docx.ts'
import {makeOdt, paragraph as odtParagraph} from '../readers/odt/make-odt.ts'
import {type Folder, folderOf, run} from './command.ts'

let folder: Folder
afterEach(() => folder.remove())

const docx = makeDocx({
  body: paragraph('Ms Rees failed to protect Cai.') + paragraph('The child lives with an aunt.'),
})

const inFolder = (...argv: string[]) => run(argv, {cwd: folder.path})
const fileIn = (name: string) => readFile(join(folder.path, name))
const declared = ['--behaviour-of', 'Mr Hughes', '--harm-to', 'Ms Rees', '--child', 'Cai']

test('a copy beside the report holds the findings as comments, and the report stays as it is', async () => {
  folder = await folderOf({'report.docx': docx})
  const {code, stdout, stderr} = await inFolder('annotate', 'report.docx', ...declared)
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  expect(stdout).toMatch(/^report\.reviewed\.docx: one comment\. Nothing else was changed\.\n/)
  expect(await readdir(folder.path)).toEqual(['report.docx', 'report.reviewed.docx'])
  expect(new Uint8Array(await fileIn('report.docx'))).toEqual(docx)
  const copy = readDocx(await fileIn('report.reviewed.docx'), 'copy')
  expect(copy.text).toBe(readDocx(docx, 'report').text)
  expect(copy.ownComments).toBe(1)
})

test('check says first that a copy still holds comments', async () => {
  folder = await folderOf({'report.docx': docx})
  await inFolder('annotate', 'report.docx', ...declared)
  const {stdout} = await inFolder('report.reviewed.docx', ...declared)
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /^report\.reviewed\.docx Before filing: this file still holds one comment of this check\. “safe-together-lint annotate --clean” takes the comments out\./,
  )
  const json = JSON.parse((await inFolder('report.reviewed.docx', '--format', 'json')).stdout)
  expect(json.documents[0].unfinished).toEqual({comments: 1, blanks: []})
})

test('--clean gives back every part of the report', async () => {
  folder = await folderOf({'report.docx': docx})
  await inFolder('annotate', 'report.docx', ...declared)
  const {code, stdout} = await inFolder('annotate', '--clean', 'report.reviewed.docx')
  expect({code, stdout}).toEqual({
    code: 0,
    stdout:
      'report.cleaned.docx: one comment of this check taken out. The copy is what the report was before, part for part.\n',
  })
  expect(unzipSync(await fileIn('report.cleaned.docx'))).toEqual(unzipSync(docx))
})

test('an OpenDocument text is found in a folder, annotated and cleaned as a Word document is', async () => {
  const odt = makeOdt({body: odtParagraph('Ms Rees failed to protect Cai.')})
  folder = await folderOf({'report.odt': odt})
  const {code, stdout} = await inFolder('annotate', '.', ...declared)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^report\.reviewed\.odt: one comment\. Nothing else was changed\.\n/)
  const copy = readOdt(await fileIn('report.reviewed.odt'), 'copy')
  expect([copy.text, copy.ownComments]).toEqual(['Ms Rees failed to protect Cai.', 1])
  expect((await inFolder('.', '--format', 'compact', ...declared)).stdout).toContain('report.odt')
  await inFolder('annotate', '--clean', 'report.reviewed.odt')
  expect(unzipSync(await fileIn('report.cleaned.odt'))).toEqual(unzipSync(odt))
})

test('annotating a copy again replaces its comments', async () => {
  folder = await folderOf({'report.docx': docx})
  await inFolder('annotate', 'report.docx', ...declared)
  const first = await fileIn('report.reviewed.docx')
  const again = ['annotate', 'report.reviewed.docx', '-o', 'report.reviewed.docx', ...declared]
  expect((await inFolder(...again)).stderr).toMatch(/^report\.reviewed\.docx: there is such a file/)
  expect(await inFolder(...again, '--force')).toMatchObject({code: 0, stderr: ''})
  expect(await fileIn('report.reviewed.docx')).toEqual(first)
})

test('the copy is for the same eyes as the report', async () => {
  folder = await folderOf({'report.docx': docx})
  const {chmod} = await import('node:fs/promises')
  await chmod(join(folder.path, 'report.docx'), 0o640)
  await inFolder('annotate', 'report.docx', ...declared)
  const {mode} = await stat(join(folder.path, 'report.reviewed.docx'))
  expect(mode & 0o777).toBe(0o640)
})

test.each([
  [['annotate'], 'the command line: no report is named'],
  [['annotate', 'notes.md'], 'notes.md: only Word and OpenDocument files can hold comments'],
  [['annotate', 'gone.docx'], 'gone.docx: there is no such file or folder'],
  [['annotate', 'a.docx', 'b.docx', '-o', 'c.docx'], '--output: several reports cannot become one'],
  [['annotate', 'a.docx', '-o', 'folder'], 'folder: this is a folder'],
  [['annotate', 'a.docx', '-o', 'none/a.docx'], 'none/a.docx: the file cannot be written (ENOENT)'],
  [['annotate', 'a.docx', '-o', 'b.docx'], 'b.docx: there is such a file already'],
  [['annotate', 'a.docx', '--tracked', 'both'], '--tracked: a copy has one reading'],
  [['annotate', 'bad.docx'], 'bad.docx: the file is named as a Word document but is not one'],
])('%j fails with code 2 and leaves nothing behind', async (argv, message) => {
  const files = {
    'a.docx': docx,
    'b.docx': docx,
    'bad.docx': 'Cai',
    'notes.md': 'Cai',
    'folder/x.txt': 'x',
  }
  folder = await folderOf(files)
  const {code, stdout, stderr} = await inFolder(...argv)
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  expect(stderr.startsWith(message)).toBe(true)
  expect((await readdir(folder.path)).sort()).toEqual(
    ['a.docx', 'b.docx', 'bad.docx', 'folder', 'notes.md'].sort(),
  )
})

test('one report that cannot be copied does not keep the others from it', async () => {
  folder = await folderOf({'a.docx': docx, 'bad.docx': 'Cai'})
  const {code, stdout, stderr} = await inFolder('annotate', 'bad.docx', 'a.docx')
  expect(code).toBe(2)
  expect(stdout).toMatch(/^a\.reviewed\.docx: /)
  expect(stderr).toMatch(/^bad\.docx: /)
})

test('SOURCE_DATE_EPOCH dates the comments', async () => {
  folder = await folderOf({'report.docx': docx})
  const argv = ['annotate', 'report.docx', ...declared]
  await run(argv, {cwd: folder.path, env: {SOURCE_DATE_EPOCH: '1700000000'}})
  const {'word/comments.xml': comments} = unzipSync(await fileIn('report.reviewed.docx'))
  expect(new TextDecoder().decode(comments)).toContain('w:date="2023-11-14T22:13:20Z"')
})

const insertion = '<w:ins w:id="1" w:author="A"><w:r><w:t>took steps to protect</w:t></w:r></w:ins>'
const deletion =
  '<w:del w:id="2" w:author="A"><w:r><w:delText>failed to protect</w:delText></w:r></w:del>'
const tracked = makeDocx({
  body: `<w:p><w:r><w:t xml:space="preserve">Ms Rees </w:t></w:r>${deletion}${insertion}<w:r><w:t xml:space="preserve"> Cai.</w:t></w:r></w:p>`,
})

test('--tracked chooses the reading; both give what stands in each, once', async () => {
  folder = await folderOf({'report.docx': tracked})
  const found = async (reading: string) => {
    const argv = ['report.docx', '--tracked', reading, '--format', 'json', ...declared]
    const {documents} = JSON.parse((await inFolder(...argv)).stdout)
    return documents.map(
      ({tracked: which, findings}: {tracked?: string; findings: {actual: string}[]}) => [
        which,
        findings.map(({actual}) => actual),
      ],
    )
  }
  expect(await found('accepted')).toEqual([[undefined, []]])
  expect(await found('original')).toEqual([['original', ['failed to protect']]])
  expect(await found('both')).toEqual([
    [undefined, []],
    ['original', ['failed to protect']],
  ])
})
