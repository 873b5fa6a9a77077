import {afterEach, expect, test} from 'vitest'
import {contextFor, declaredOutside, readDeclarations} from '../../src/cli/declarations.ts'
import type {CommandIo} from '../../src/cli/io.ts'
import type {Flags} from '../../src/cli/program.ts'
import {emptyContext} from '../../src/core/context.ts'
import type {SourceDocument} from '../../src/core/types.ts'
import {type Folder, folderOf, run} from './command.ts'

let folder: Folder | undefined
afterEach(() => folder?.remove())

const text: SourceDocument = {
  name: 'report.docx',
  format: 'docx',
  text: '',
  blocks: [],
  segments: [],
  unread: [],
}

async function contextOf(
  files: Parameters<typeof folderOf>[0],
  flags: Partial<Flags> = {},
  document: SourceDocument = text,
) {
  folder = await folderOf(files)
  const io: CommandIo = {
    stdin: (async function* () {})(),
    stdout: {write: () => true},
    stderr: {write: () => true},
    env: {},
    cwd: folder.path,
    now: () => new Date(0),
  }
  const declarations = await readDeclarations(
    {format: 'pretty', failOn: 'warning', tracked: 'accepted', ...flags},
    io,
  )
  return contextFor(document, await declaredOutside({name: document.name}, declarations, {}, io))
}

const rees = {name: 'Ms Rees', aliases: [], role: 'survivor'}
const jones = {name: 'Mr Jones', aliases: ['Dad'], role: 'perpetrator'}

test('nothing declared anywhere is the empty context', async () => {
  expect(await contextOf({'other.context.yml': 'harm-to: Ms Rees'})).toBe(emptyContext)
})

test.each(['report.context.yml', 'report.docx.context.yml'])(
  '%s beside it is read, and holds for a copy of it',
  async (name) => {
    const expected = {...emptyContext, parties: [rees]}
    expect(await contextOf({[name]: 'harm-to: Ms Rees'})).toEqual(expected)
    const copy = {...text, name: 'report.reviewed.docx'}
    expect(await contextOf({[name]: 'harm-to: Ms Rees'}, {}, copy)).toEqual(expected)
  },
)

test('flags replace fields of the file beside it, and these of the front matter', async () => {
  const context = await contextOf(
    {'report.context.yml': 'harm-to: Ms Rees\nstatus: told'},
    {behaviourOf: ['Mr Jones, Dad'], status: 'found', eachAlleges: true},
    {...text, frontMatter: 'title: x\nharm-to: nobody here\nprofile: local-authority'},
  )
  expect(context).toEqual({
    parties: [jones, rees],
    eachAlleges: true,
    status: [{applies: 'document', value: 'found'}],
    mode: 'report',
    profile: 'local-authority',
  })
})

test('a flag given several times declares several people', async () => {
  const {parties} = await contextOf({}, {child: ['Cai, the boy', 'Seren'], other: ['Mrs Pugh']})
  expect(parties).toEqual([
    {name: 'Cai', aliases: ['the boy'], role: 'child'},
    {name: 'Seren', aliases: [], role: 'child'},
    {name: 'Mrs Pugh', aliases: [], role: 'other'},
  ])
})

test('--context is read in place of the file beside the report', async () => {
  const context = await contextOf(
    {'report.context.yml': 'status: found', 'case.yml': 'harm-to: Ms Rees'},
    {context: 'case.yml'},
  )
  expect(context).toEqual({...emptyContext, parties: [rees]})
})

test('a broken file beside one report stops that one and no other', async () => {
  folder = await folderOf({
    'a.txt': 'Cai likes football.',
    'a.context.yml': 'harm-too: Ms Rees',
    'b.txt': 'Cai likes football.',
    'c.txt': 'Cai likes football.',
    'c.context.yml': 'status: told',
    'c.txt.context.yml': 'status: found',
    'd.txt': 'Cai likes football.',
    'd.context.yml': new Uint8Array([0x68, 0xe9, 0x0a]),
  })
  const {code, stdout, stderr} = await run(['.', '--format', 'json'], {cwd: folder.path})
  expect(code).toBe(2)
  expect(JSON.parse(stdout).documents.map(({name}: {name: string}) => name)).toEqual(['b.txt'])
  expect(stderr.split('\n')).toEqual([
    expect.stringContaining('a.context.yml: the key "harm-too" is not known. Perhaps "harm-to"'),
    'c.context.yml: a second context file stands beside it, c.txt.context.yml. Keep one of the two.',
    'd.context.yml: the file is not in UTF-8. Save it as UTF-8.',
    '',
  ])
})

test('the output says how to declare who is who, until it is declared', async () => {
  folder = await folderOf({'a.txt': 'Cai likes football.'})
  const options = {cwd: folder.path}
  expect((await run(['a.txt'], options)).stdout).toContain('has not been declared')
  expect((await run(['a.txt', '--harm-to', 'Ms Rees'], options)).stdout).not.toContain('declared')
  expect((await run(['a.txt', '--each-alleges'], options)).stdout).not.toContain('declared')
})
