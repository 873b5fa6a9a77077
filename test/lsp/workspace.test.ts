import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import type {
  Diagnostic,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node'
import {type Folder, folderOf} from '../cli/command.ts'
import {type BuiltServer, buildServer} from './built-server.ts'
import {poor, rich} from './capable.ts'
import {uriOf} from './editor.ts'

let server: BuiltServer
let folder: Folder
beforeAll(async () => {
  server = await buildServer()
})
afterAll(() => server.remove())
beforeEach(async () => {
  folder = await folderOf({})
})
afterEach(() => folder.remove())

const sentence = 'Ms Rees failed to protect the children from his abuse.'
const start = (started: Parameters<BuiltServer['start']>[0]) =>
  server.start({folder: folder.path, ...started})

const itemsOf = (report: WorkspaceDocumentDiagnosticReport) =>
  report.kind === 'full' ? report.items : []

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({code}) => code)

const at = (line: number, character: number) => ({
  start: {line, character},
  end: {line, character},
})

describe('the workspace', () => {
  const files = async () => {
    await folder.remove()
    folder = await folderOf({
      'a.md': `# A\n\n${sentence}\n`,
      'b.txt': 'Cai likes football.\n',
      '.safe-together-lint-ignore': 'ignored.md\n',
      'ignored.md': sentence,
      'c.docx': await readFile('fixtures/section-7/report.docx'),
    })
  }

  test('is checked for an editor that asks, and what has not changed is not sent again', async () => {
    await files()
    const progressed: unknown[] = []
    const editor = await start({
      capabilities: rich,
      settings: () => ({workspaceDiagnostics: true}),
      prepare: (connection) =>
        connection.onNotification('$/progress', ({value}) => void progressed.push(value)),
    })
    const ask = (previousResultIds: unknown): Promise<WorkspaceDiagnosticReport> =>
      editor.connection.sendRequest('workspace/diagnostic', {
        previousResultIds,
        workDoneToken: 'work',
      })
    const {items} = await ask([])
    const names = items.map(({uri}) => uri.slice(uri.lastIndexOf('/') + 1))
    expect(names).toEqual(['a.md', 'b.txt', 'c.docx'])
    expect(items[0] && itemsOf(items[0])).toMatchObject([
      {code: 'failure-to-protect', range: {start: {line: 2, character: 8}}},
    ])
    // In a .docx no editor can go to a place, so it stands in words.
    expect(items[2] && itemsOf(items[2])[0]).toMatchObject({
      range: at(0, 0),
      message: expect.stringMatching(/^.+ › .+: /),
    })
    expect(progressed[0]).toMatchObject({kind: 'begin', title: 'Checking reports'})
    expect(progressed.at(-1)).toMatchObject({kind: 'end'})
    const known = items.map(({uri, resultId}) => ({uri, value: resultId}))
    const again = await ask([...known, {uri: 'file:///gone.md', value: '1'}])
    expect(again.items.map(({kind}) => kind)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'full',
    ])
  })

  test('is sent to one that does not', async () => {
    await files()
    const editor = await start({capabilities: poor, options: {workspaceDiagnostics: true}})
    const uri = uriOf(join(folder.path, 'a.md'))
    await expect
      .poll(() => codes(editor.history(uri).at(-1)?.diagnostics ?? []))
      .toEqual(['failure-to-protect'])
  })

  test('is left alone unless that is set', async () => {
    await files()
    const editor = await start({capabilities: rich, settings: () => null})
    expect(
      await editor.connection.sendRequest('workspace/diagnostic', {previousResultIds: []}),
    ).toEqual({items: []})
  })

  test('knows a file again however an editor writes its address', async () => {
    await folder.remove()
    folder = await folderOf({'a(1).md': sentence, 'b(1).md': sentence})
    const editor = await start({capabilities: rich, settings: () => ({workspaceDiagnostics: true})})
    const ask = (previousResultIds: unknown): Promise<WorkspaceDiagnosticReport> =>
      editor.connection.sendRequest('workspace/diagnostic', {previousResultIds})
    const encoded = (name: string) =>
      uriOf(join(folder.path, name)).replace('(', '%28').replace(')', '%29')
    const [a, b] = [encoded('a(1).md'), encoded('b(1).md')]
    const {items} = await ask([])
    const known = items.map(({resultId}, index) => ({uri: index === 0 ? a : b, value: resultId}))
    expect((await ask(known)).items).toMatchObject([
      {uri: a, kind: 'unchanged'},
      {uri: b, kind: 'unchanged'},
    ])
    editor.open(b, 'Cai likes football.')
    const again = (await ask(known)).items
    expect(again.map(({uri, kind}) => [uri, kind])).toEqual([
      [b, 'full'],
      [a, 'unchanged'],
    ])
  })

  test('has what stands in a file again when its document is closed', async () => {
    await files()
    const editor = await start({capabilities: poor, options: {workspaceDiagnostics: true}})
    const uri = uriOf(join(folder.path, 'a.md'))
    const last = () => codes(editor.history(uri).at(-1)?.diagnostics ?? [])
    await expect.poll(last).toEqual(['failure-to-protect'])
    editor.open('a.md', 'Cai likes football.')
    await expect.poll(last).toEqual([])
    await editor.connection.sendNotification('textDocument/didClose', {textDocument: {uri}})
    await expect.poll(last).toEqual(['failure-to-protect'])
  })

  test('says of a file that it cannot be checked, also where several things are wrong', async () => {
    await folder.remove()
    folder = await folderOf({
      'a.md': sentence,
      'safe-together-lint.config.yml': 'overrides: [{files: a.md, packs: [pack]}]\n',
      'pack/pack.yml': 'title: Team\n',
      'pack/words/one.yml': 'nonsense: 1\n',
      'pack/words/two.yml': 'nonsense: 2\n',
    })
    const editor = await start({capabilities: poor, options: {workspaceDiagnostics: true}})
    const uri = uriOf(join(folder.path, 'a.md'))
    await expect
      .poll(() => codes(editor.history(uri).at(-1)?.diagnostics ?? []))
      .toEqual(['setting-up'])
  })

  test('has what either reading of tracked changes has', async () => {
    await folder.remove()
    folder = await folderOf({
      'safe-together-lint.config.yml': 'tracked: both\n',
      'a.docx': await readFile('fixtures/word/office-tracked.docx'),
    })
    const editor = await start({capabilities: poor, options: {workspaceDiagnostics: true}})
    const uri = uriOf(join(folder.path, 'a.docx'))
    await expect
      .poll(() => codes(editor.history(uri).at(-1)?.diagnostics ?? []))
      .toEqual(['failure-to-protect', 'volatile-relationship', 'failure-to-protect'])
  })

  test('shows no progress where there is nothing to do', async () => {
    const progressed: unknown[] = []
    const editor = await start({
      capabilities: {window: {workDoneProgress: true}},
      prepare: (connection) =>
        connection.onRequest('window/workDoneProgress/create', (params) => {
          progressed.push(params)
          return null
        }),
    })
    await editor.published(editor.open('a.md', sentence))
    await editor.quit()
    expect(progressed).toEqual([])
  })

  test('follows its folders, also with an editor that refuses to watch files', async () => {
    await folder.remove()
    folder = await folderOf({'one/a.md': sentence, 'two/b.md': sentence})
    const editor = await start({
      folders: [join(folder.path, 'one')],
      options: {workspaceDiagnostics: true},
      capabilities: {
        workspace: {workspaceFolders: true, didChangeWatchedFiles: {dynamicRegistration: true}},
      },
      prepare: (connection) =>
        connection.onRequest('client/registerCapability', () => {
          throw new Error('refused')
        }),
    })
    const lastOf = (name: string) =>
      codes(editor.history(uriOf(join(folder.path, name))).at(-1)?.diagnostics ?? [])
    await expect.poll(() => lastOf('one/a.md')).toEqual(['failure-to-protect'])
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {added: [{uri: uriOf(join(folder.path, 'two')), name: 'two'}], removed: []},
    })
    await expect.poll(() => lastOf('two/b.md')).toEqual(['failure-to-protect'])
  })
})
