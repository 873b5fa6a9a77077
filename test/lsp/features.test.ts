import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import type {
  CodeAction,
  CodeLens,
  Command,
  Diagnostic,
  DocumentDiagnosticReport,
  InlayHint,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node'
import {type Folder, folderOf} from '../cli/command.ts'
import {type BuiltServer, buildServer} from './built-server.ts'
import {middling, poor, rich} from './capable.ts'
import {type Editor, uriOf} from './editor.ts'

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

/** As servers of today answer. */
interface HoverAnswer {
  readonly contents: {readonly kind: string; readonly value: string}
  readonly range: unknown
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({code}) => code)
const at = (line: number, character: number) => ({
  start: {line, character},
  end: {line, character},
})

const actionsAt = (
  {connection}: Editor,
  uri: string,
  range: ReturnType<typeof at>,
  context: {readonly diagnostics: readonly Diagnostic[]; readonly only?: readonly string[]} = {
    diagnostics: [],
  },
): Promise<(CodeAction & Command)[]> =>
  connection.sendRequest('textDocument/codeAction', {textDocument: {uri}, range, context})

const titled = <T extends {readonly title: string}>(actions: readonly T[], title: RegExp): T => {
  const found = actions.find((action) => title.test(action.title))
  if (!found) throw new Error(`Expected ${title} among ${actions.map((each) => each.title)}`)
  return found
}

/** A text of one encoding with an edit applied, as an editor would. */
function applied(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  const changes = edit?.changes?.[uri] ?? []
  const documentChanges = (edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? change.edits : [],
  )
  const lines = text.split('\n')
  const offset = ({line, character}: {line: number; character: number}) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character
  return [...changes, ...documentChanges]
    .map((each) => ({
      from: offset(each.range.start),
      to: offset(each.range.end),
      text: 'newText' in each ? each.newText : each.snippet.value,
    }))
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (whole, {from, to, text: inserted}) => whole.slice(0, from) + inserted + whole.slice(to),
      text,
    )
}

describe('diagnostics', () => {
  test('are sent to an editor that cannot ask, with what it can show', async () => {
    const editor = await start({
      capabilities: poor,
      options: {rulePages: 'https://pages.test/rules/'},
    })
    expect(editor.server.capabilities.diagnosticProvider).toBeUndefined()
    const uri = editor.open('report.md', `# A\n\n${sentence}\n`)
    expect(await editor.published(uri)).toMatchObject([
      {
        severity: 1,
        code: 'failure-to-protect',
        source: 'safe-together-lint',
        message: 'Makes one parent answerable for the harm that the other did.',
        range: {start: {line: 2, character: 8}, end: {line: 2, character: 25}},
      },
    ])
    expect(editor.history(uri)[0]?.diagnostics[0]?.codeDescription).toBeUndefined()
  })

  test('are asked for by one that can, and never sent to it as well', async () => {
    const editor = await start({
      capabilities: rich,
      settings: () => ({rulePages: 'https://pages.test/{category}#{rule}'}),
    })
    expect(editor.server.capabilities.diagnosticProvider).toMatchObject({
      workspaceDiagnostics: true,
    })
    const uri = editor.open('report.md', sentence)
    const ask = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
      editor.connection.sendRequest('textDocument/diagnostic', {
        textDocument: {uri},
        previousResultId,
      })
    const first = await ask()
    expect(first).toMatchObject({
      kind: 'full',
      items: [{codeDescription: {href: 'https://pages.test/victim-blaming#failure-to-protect'}}],
    })
    expect(await ask(first.resultId)).toEqual({kind: 'unchanged', resultId: first.resultId})
    editor.change(uri, [{text: 'Cai likes football.'}])
    expect(await ask(first.resultId)).toMatchObject({kind: 'full', items: []})
    expect(editor.history(uri)).toEqual([])
  })

  test('of the same words again and again name each other', async () => {
    const text = Array.from({length: 3}, () => 'The volatile relationship went on.').join('\n\n')
    const editor = await start({capabilities: middling})
    const uri = editor.open('report.md', text)
    const related = (await editor.published(uri)).map(({relatedInformation = []}) =>
      relatedInformation.map(({location}) => location.range.start.line),
    )
    expect(related).toEqual([[2, 4], [0], [0]])
    const other = await start({capabilities: poor})
    const plain = await other.published(other.open('report.md', text))
    expect(plain.map(({relatedInformation}) => relatedInformation)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('show nothing of a private detail, and nor does anything else', async () => {
    const number = '07700 900123'
    const editor = await start({capabilities: middling})
    const uri = editor.open(
      'report.md',
      `# Ring ${number}\n\nMs Rees lives in fear. Ring the mother on ${number}.\n`,
    )
    const diagnostics = await editor.published(uri)
    expect(codes(diagnostics)).toContain('private-contact-details')
    const place = {line: 2, character: 47}
    const said = [
      diagnostics,
      await editor.connection.sendRequest('textDocument/hover', {
        textDocument: {uri},
        position: place,
      }),
      await actionsAt(editor, uri, {start: place, end: place}),
      await actionsAt(editor, uri, {
        start: {line: 2, character: 42},
        end: {line: 2, character: 54},
      }),
      await editor.connection.sendRequest('textDocument/documentSymbol', {textDocument: {uri}}),
    ]
    expect(JSON.stringify(said)).not.toMatch(/07700|900123/)
  })

  test('stand for the configuration, context file and accepted wording that the command would read', async () => {
    await folder.remove()
    folder = await folderOf({
      'safe-together-lint.config.yml':
        'overrides:\n  - files: quiet.md\n    rules: {failure-to-protect: off}\n',
      'kept.accepted.yml':
        '- rule: failure-to-protect\n  words: failed to protect\n  reason: it is quoted\n',
      'wrong.context.yml': 'behaviour: Mr Jones\n',
    })
    const editor = await start({capabilities: poor})
    const codesOf = async (name: string) =>
      codes(await editor.published(editor.open(name, sentence)))
    expect(await codesOf('loud.md')).toEqual(['failure-to-protect'])
    expect(await codesOf('quiet.md')).toEqual([])
    expect(await codesOf('kept.md')).toEqual([])
    const wrong = await editor.published(editor.open('wrong.md', sentence))
    expect(wrong).toMatchObject([{code: 'setting-up', severity: 1, range: at(0, 0)}])
    expect(wrong[0]?.message).toContain('wrong.context.yml: the key "behaviour" is not known')
    await writeFile(join(folder.path, 'wrong.context.yml'), 'behaviour-of: Mr Jones\n')
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{uri: uriOf(join(folder.path, 'wrong.context.yml')), type: 2}],
    })
    const uri = uriOf(join(folder.path, 'wrong.md'))
    await expect
      .poll(() => codes(editor.history(uri).at(-1)?.diagnostics ?? []))
      .toEqual(['failure-to-protect'])
  })

  test('of each folder are by its own settings', async () => {
    await folder.remove()
    folder = await folderOf({
      'one/safe-together-lint.config.yml': 'rules: {failure-to-protect: off}\n',
      'two/a.md': '',
    })
    const folders = ['one', 'two', 'three'].map((name) => join(folder.path, name))
    const editor = await start({
      folders,
      capabilities: {workspace: {configuration: true, workspaceFolders: true}},
      settings: (scope) => ({enable: !scope?.endsWith('three')}),
    })
    const found = await Promise.all(
      ['one/a.md', 'two/a.md', 'three/a.md'].map(async (name) =>
        codes(await editor.published(editor.open(name, sentence))),
      ),
    )
    expect(found).toEqual([[], ['failure-to-protect'], []])
  })

  test('follow the folders of the workspace, and the settings of those that come', async () => {
    await folder.remove()
    folder = await folderOf({
      'one/a.md': sentence,
      'two/b.md': sentence,
    })
    const asFolder = (name: string) => ({uri: uriOf(join(folder.path, name)), name})
    const editor = await start({
      folders: [join(folder.path, 'one')],
      capabilities: {workspace: {configuration: true, workspaceFolders: true}},
      settings: (scope) => ({workspaceDiagnostics: true, enable: !scope?.endsWith('two')}),
    })
    const [open, closed] = ['two/open.md', 'one/a.md'].map((name) => uriOf(join(folder.path, name)))
    const lastOf = (uri = '') => codes(editor.history(uri).at(-1)?.diagnostics ?? [])
    expect(codes(await editor.published(editor.open('two/open.md', sentence)))).toEqual([
      'failure-to-protect',
    ])
    await expect.poll(() => lastOf(closed)).toEqual(['failure-to-protect'])
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {added: [asFolder('two')], removed: [asFolder('one')]},
    })
    await expect.poll(() => [lastOf(open), lastOf(closed)]).toEqual([[], []])
  })

  test('follow settings as they change, and an unknown one is told once', async () => {
    const editor = await start({capabilities: poor, options: {debounce: 0, showQuestion: true}})
    const uri = editor.open('report.md', sentence)
    expect(codes(await editor.published(uri))).toEqual(['failure-to-protect'])
    await editor.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: {safeTogetherLint: {enable: false}},
    })
    await expect.poll(() => editor.history(uri).at(-1)?.diagnostics).toEqual([])
    expect(editor.messages).toEqual([
      'settings: there is no setting “showQuestion”. Perhaps “showQuestions” is meant.',
    ])
  })

  test('are taken away when a document is closed', async () => {
    const editor = await start({capabilities: poor})
    const uri = editor.open('report.md', sentence)
    await editor.published(uri)
    await editor.connection.sendNotification('textDocument/didClose', {textDocument: {uri}})
    await expect.poll(() => editor.history(uri).at(-1)).toEqual({uri, diagnostics: []})
  })

  test('of a document that is being typed come once, after a pause', async () => {
    const editor = await start({capabilities: poor, options: {debounce: 60}})
    const uri = editor.open('report.md', 'A')
    await editor.published(uri)
    for (const [index, letter] of [...' sentence'].entries())
      editor.change(uri, [{range: at(0, index + 1), text: letter}])
    await editor.published(uri)
    expect(editor.history(uri).map(({version}) => version)).toEqual([1, 10])
  })
})

describe('hovering', () => {
  const hoverAt = async (capabilities: typeof poor, character: number) => {
    const editor = await start({
      capabilities,
      ...(capabilities.workspace?.configuration && {settings: () => null}),
    })
    const uri = editor.open('report.md', sentence)
    const hover: HoverAnswer = await editor.connection.sendRequest('textDocument/hover', {
      textDocument: {uri},
      position: {line: 0, character},
    })
    return hover
  }

  test('says why, asks, and gives wording, an example, sources and when not to follow', async () => {
    const {contents, range} = await hoverAt(poor, 10)
    expect(contents.kind).toBe('plaintext')
    expect(range).toEqual({start: {line: 0, character: 8}, end: {line: 0, character: 25}})
    for (const part of [
      'Failure to protect · worth changing',
      'Why it matters:',
      'Ask:',
      'If you were told it:',
      'An example of wording that is left alone:',
      'When not to follow this:',
      'Sources:',
    ])
      expect(contents.value).toContain(part)
  })

  test('is Markdown where an editor shows that, with blanks that stay blanks', async () => {
    const {contents} = await hoverAt(rich, 10)
    expect(contents.kind).toBe('markdown')
    expect(contents.value).toContain('**Why it matters:**')
    expect(contents.value).toMatch(/told me that .* (?:\\_){3}/)
  })

  test('says nothing elsewhere', async () => {
    expect(await hoverAt(poor, 2)).toBeNull()
  })
})

describe('code actions', () => {
  const emoji = `Dad 😀 was kind. ${sentence}`

  test('are worked out when chosen, where an editor can wait', async () => {
    const editor = await start({capabilities: rich, settings: () => null})
    const uri = editor.open('report.md', emoji)
    const actions = await actionsAt(editor, uri, at(0, 30))
    const told = titled(actions, /told/)
    expect(told).toMatchObject({
      title: expect.stringMatching(/^Insert wording to fill in, if you were told it: /),
      kind: 'quickfix',
      data: {version: 1},
    })
    expect(actions.filter(({edit}) => edit)).toEqual([])
    const resolved: CodeAction = await editor.connection.sendRequest('codeAction/resolve', told)
    expect(resolved.edit).toMatchObject({documentChanges: [{textDocument: {uri, version: 1}}]})
    // A snippet: each blank a tab stop.
    expect(applied(emoji, resolved.edit, uri)).toMatch(
      /his abuse\. The person .* \$\{1:___\} .* \$\{2:___\}\.\$0$/,
    )
    editor.change(uri, [{range: at(0, 0), text: 'x'}])
    await expect(editor.connection.sendRequest('codeAction/resolve', told)).rejects.toMatchObject({
      code: -32600,
    })
  })

  test('come with their edits to one that cannot, as plain text', async () => {
    const editor = await start({capabilities: middling})
    const uri = editor.open('report.md', emoji)
    const diagnostics = await editor.published(uri)
    // Echoed with columns of bytes, as Neovim 0.7 does.
    const shifted = diagnostics.map((each) => ({
      ...each,
      range: {start: {line: 0, character: 27}, end: {line: 0, character: 44}},
    }))
    const actions = await actionsAt(editor, uri, at(0, 30), {diagnostics: shifted})
    const keep = titled(actions, /^Keep this wording/)
    expect(keep.diagnostics).toEqual(shifted)
    expect(applied(emoji, keep.edit, uri)).toBe(
      `<!-- language check: accept failure-to-protect: ___ -->\n${emoji}`,
    )
    const told = titled(actions, /told/)
    expect(applied(emoji, told.edit, uri)).toMatch(
      /^Dad 😀 was kind\. Ms Rees failed to protect the children from his abuse\. The person .* ___ .*\.$/,
    )
  })

  test('offer literal replacements one at a time', async () => {
    const text = 'Ü 😀 The GP asked about domestic violence at the first visit.'
    const editor = await start({capabilities: middling, options: {showInfo: true}})
    const uri = editor.open('report.md', text)
    const places = (await editor.published(uri)).map(({range}) => range)
    const all = await Promise.all(places.map((range) => actionsAt(editor, uri, range)))
    const writing = all.flat().filter(({title}) => title.startsWith('Write'))
    expect(writing.map(({title, edit}) => [title, applied(text, edit, uri)])).toEqual([
      ['Write “domestic abuse”', text.replace('domestic violence', 'domestic abuse')],
    ])
  })

  test.each([
    'The GP asked about **domestic** violence at the first visit.',
    'The GP asked about domestic [violence](a.md) at the first visit.',
  ])('offer no literal replacement of words with marks between them: %s', async (text) => {
    const editor = await start({capabilities: middling, options: {showInfo: true}})
    const uri = editor.open('report.md', text)
    const [place] = await editor.published(uri)
    const titles = (await actionsAt(editor, uri, place?.range ?? at(0, 0))).map(({title}) => title)
    expect(titles).not.toEqual([])
    expect(titles.filter((title) => title.startsWith('Write'))).toEqual([])
  })

  test('are commands where an editor knows nothing else, and the server makes the edit', async () => {
    let edit: WorkspaceEdit | undefined
    const editor = await start({
      capabilities: {workspace: {applyEdit: true}},
      prepare: (connection) =>
        connection.onRequest('workspace/applyEdit', (params) => {
          edit = params.edit
          return {applied: true}
        }),
    })
    const uri = editor.open('report.md', sentence)
    const keep = titled(await actionsAt(editor, uri, at(0, 10)), /^Keep/)
    const {command, arguments: given} = keep
    expect(
      await editor.connection.sendRequest('workspace/executeCommand', {command, arguments: given}),
    ).toBe(true)
    expect(applied(sentence, edit, uri)).toBe(
      `<!-- language check: accept failure-to-protect: ___ -->\n${sentence}`,
    )
  })

  test('of another kind than asked for are left out', async () => {
    const editor = await start({capabilities: middling})
    const uri = editor.open('report.md', sentence)
    expect(await actionsAt(editor, uri, at(0, 10), {diagnostics: [], only: ['refactor']})).toEqual(
      [],
    )
    expect(
      (await actionsAt(editor, uri, at(0, 10), {diagnostics: [], only: ['quickfix']})).length,
    ).toBeGreaterThan(2)
    expect(await actionsAt(editor, uri, at(0, 50))).toEqual([])
  })

  test('applied, take the finding away', async () => {
    const editor = await start({capabilities: middling, options: {debounce: 0}})
    const uri = editor.open('report.md', sentence)
    const keep = titled(await actionsAt(editor, uri, at(0, 10)), /^Keep/)
    const text = applied(sentence, keep.edit, uri)
    editor.change(uri, [{text}])
    expect(codes(await editor.published(uri)).toSorted()).toEqual([
      'accepted-wording',
      'failure-to-protect',
    ])
    editor.change(uri, [{text: text.replace('___', 'the words of a record')}])
    expect(await editor.published(uri)).toEqual([])
  })
})

describe('declaring', () => {
  test('a role goes into the front matter of Markdown', async () => {
    const text = 'Mr Jones shouted.\n'
    const editor = await start({capabilities: middling})
    const uri = editor.open('report.md', text)
    const actions = await actionsAt(editor, uri, at(0, 5))
    const declare = titled(actions, /^Declare “Mr Jones” as the person whose behaviour/)
    expect(applied(text, declare.edit, uri)).toBe(
      '---\nbehaviour-of: Mr Jones\n---\n\nMr Jones shouted.\n',
    )
  })

  test('of other texts, into a file beside the report, which is made', async () => {
    const editor = await start({capabilities: rich, settings: () => null})
    const uri = editor.open('report.txt', 'Mr Jones shouted.\n', 'plaintext')
    const [declare] = (await actionsAt(editor, uri, at(0, 5))).filter(({title}) =>
      title.startsWith('Declare'),
    )
    const {edit}: CodeAction = await editor.connection.sendRequest('codeAction/resolve', declare)
    const beside = uriOf(join(folder.path, 'report.context.yml'))
    expect(edit).toEqual({
      documentChanges: [
        {kind: 'create', uri: beside, options: {ignoreIfExists: true}},
        {
          textDocument: {uri: beside, version: null},
          edits: [{range: at(0, 0), newText: 'behaviour-of: Mr Jones\n'}],
        },
      ],
    })
  })

  test('stands in the file beside a report where there is one, since that comes before front matter', async () => {
    await folder.remove()
    const beside = 'mode: report # so\r\nharm-to: Ms Rees\r\n'
    folder = await folderOf({'report.context.yml': beside})
    const editor = await start({capabilities: middling})
    const uri = editor.open('report.md', '---\ntitle: A\n---\n\nMr Jones shouted.\n')
    const {edit} = titled(
      await actionsAt(editor, uri, at(4, 5)),
      /^Declare “Mr Jones” as the person whose behaviour/,
    )
    const file = uriOf(join(folder.path, 'report.context.yml'))
    expect(Object.keys(edit?.changes ?? {})).toEqual([file])
    expect(applied(beside, edit, file)).toBe(`${beside}behaviour-of: Mr Jones\r\n`)
  })

  test('is not offered where it could not be written, and all else is', async () => {
    const editor = await start({capabilities: middling})
    const text = `---\nhim: &him Dad\nbehaviour-of: *him\n---\n\nMr Jones shouted. ${sentence}\n`
    const uri = editor.open('report.md', text)
    const said = async (character: number) =>
      (await actionsAt(editor, uri, at(5, character))).map(({title}) => title.split(',')[0])
    expect(await said(5)).toEqual([
      'Declare “Mr Jones” as the person who was harmed',
      'Declare “Mr Jones” as a child',
      'Declare “Mr Jones” as somebody else',
    ])
    expect(await said(18 + sentence.indexOf('failed'))).toContain('Keep this wording')
  })

  test('of a text that has not been saved is refused, with what to do', async () => {
    const editor = await start({capabilities: middling})
    const uri = editor.open('untitled:Untitled-1', 'Mr Jones shouted.\n', 'plaintext')
    await editor.published(uri)
    await expect(
      editor.connection.sendRequest('workspace/executeCommand', {
        command: 'safeTogetherLint.setStatus',
        arguments: [uri, 'found'],
      }),
    ).rejects.toThrow('it has not been saved yet. Save it, and try again.')
  })

  test('the status is asked for, and written', async () => {
    let edit: WorkspaceEdit | undefined
    const text = '---\n# of May\ntitle: A\n---\n\nMr Jones shouted.\n'
    const editor = await start({
      capabilities: poor,
      prepare: (connection) => {
        connection.onRequest('window/showMessageRequest', ({actions}) =>
          actions.find(({title}: {title: string}) => title === 'If it was admitted'),
        )
        connection.onRequest('workspace/applyEdit', (params) => {
          edit = params.edit
          return {applied: true}
        })
      },
    })
    const uri = editor.open('report.md', text)
    const command = 'safeTogetherLint.setStatus'
    await editor.connection.sendRequest('workspace/executeCommand', {command, arguments: [uri]})
    expect(applied(text, edit, uri)).toBe(
      '---\n# of May\ntitle: A\nstatus: admitted\n---\n\nMr Jones shouted.\n',
    )
  })
})

describe('sections', () => {
  const text = `# One\n\n${sentence}\n\n## Inner\n\n${sentence}\n\n# Two\n\nCai likes football.\n`

  test('have the number of their places, one inside the other where an editor can show that', async () => {
    const editor = await start({capabilities: rich, settings: () => null})
    const uri = editor.open('report.md', text)
    expect(
      await editor.connection.sendRequest('textDocument/documentSymbol', {textDocument: {uri}}),
    ).toMatchObject([
      {
        name: 'One',
        detail: '2 places',
        children: [{name: 'Inner', detail: '1 place', children: []}],
      },
      {name: 'Two', detail: '', children: []},
    ])
    const other = await start({capabilities: poor})
    const flat = other.open('report.md', text)
    expect(
      await other.connection.sendRequest('textDocument/documentSymbol', {
        textDocument: {uri: flat},
      }),
    ).toMatchObject([{name: 'One (2 places)'}, {name: 'Inner (1 place)'}, {name: 'Two'}])
  })

  test('have it above or behind them, where that is set', async () => {
    const ask = async (sectionCounts: string) => {
      const editor = await start({options: {sectionCounts}})
      const uri = editor.open('report.md', text)
      const range = {start: {line: 0, character: 0}, end: {line: 5, character: 0}}
      const lenses: readonly CodeLens[] = await editor.connection.sendRequest(
        'textDocument/codeLens',
        {
          textDocument: {uri},
        },
      )
      const hints: readonly InlayHint[] = await editor.connection.sendRequest(
        'textDocument/inlayHint',
        {
          textDocument: {uri},
          range,
        },
      )
      return [lenses.map(({command}) => command?.title), hints.map(({label}) => label)]
    }
    expect(await ask('off')).toEqual([[], []])
    expect(await ask('codeLens')).toEqual([['2 places', '1 place', '0 places'], []])
    expect(await ask('inlayHint')).toEqual([[], ['2 places', '1 place']])
  })
})

describe('commands', () => {
  test('say what was not checked, what a rule is for, and where words stand again', async () => {
    const editor = await start({capabilities: middling})
    const text = `${Array.from({length: 3}, () => 'The volatile relationship went on.').join('\n\n')}\n\n\`\`\`\ncode\n\`\`\`\n`
    const uri = editor.open('report.md', text)
    const execute = <T>(command: string, ...given: unknown[]): Promise<T> =>
      editor.connection.sendRequest('workspace/executeCommand', {
        command,
        arguments: [uri, ...given],
      })
    expect(await execute('safeTogetherLint.showUnread')).toBe('Not checked: one passage of code.')
    expect(await execute('safeTogetherLint.showRule', 'volatile-relationship')).toContain(
      'When not to follow this:',
    )
    const show = titled(await actionsAt(editor, uri, at(2, 6)), /^Show all 3 places/)
    const {command = '', arguments: given} = show.command ? Object(show.command) : show
    expect(
      (await execute<readonly Location[]>(command, ...given.slice(1))).map(
        ({range}) => range.start.line,
      ),
    ).toEqual([0, 2, 4])
    expect(editor.messages.length).toBe(3)
    await expect(execute('safeTogetherLint.nonsense')).rejects.toMatchObject({code: -32600})
  })

  test('are told of every kind of file that findings depend on', async () => {
    const registered: unknown[] = []
    const editor = await start({
      capabilities: {workspace: {didChangeWatchedFiles: {dynamicRegistration: true}}},
      prepare: (connection) =>
        connection.onRequest('client/registerCapability', ({registrations}) => {
          registered.push(...registrations)
          return null
        }),
    })
    await editor.published(editor.open('report.md', sentence))
    await expect.poll(() => registered).toMatchObject([{method: 'workspace/didChangeWatchedFiles'}])
    const globs = JSON.stringify(registered)
    for (const kind of ['yml', 'json', '.gitignore', '.safe-together-lint-ignore', 'docx', 'md'])
      expect(globs).toContain(kind.replace(/^\./, ''))
  })

  test('check again what has changed without anybody telling', async () => {
    const editor = await start({
      capabilities: {workspace: {didChangeWatchedFiles: {dynamicRegistration: true}}},
    })
    const uri = editor.open('report.md', sentence)
    await editor.published(uri)
    await writeFile(
      join(folder.path, 'report.accepted.yml'),
      '- rule: failure-to-protect\n  words: failed to protect\n  reason: it is quoted\n',
    )
    await editor.connection.sendRequest('workspace/executeCommand', {
      command: 'safeTogetherLint.recheck',
    })
    await expect.poll(() => editor.history(uri).at(-1)?.diagnostics).toEqual([])
  })
})

test('an editor is told what is checked and what is not, in numbers', async () => {
  const told: unknown[] = []
  const editor = await start({
    capabilities: poor,
    prepare: (connection) =>
      connection.onNotification('safeTogetherLint/checked', (params) => void told.push(params)),
  })
  const uri = editor.open('report.md', `${sentence}\n\n\`\`\`\ncode\n\`\`\`\n`)
  await editor.published(uri)
  expect(told).toEqual([
    {
      uri,
      version: 1,
      counts: {error: 1, warning: 0, info: 0, question: 0},
      unread: [{kind: 'code', count: 1, words: 'one passage of code'}],
    },
  ])
})

test('an editor is told why a text is not checked', async () => {
  const told: unknown[] = []
  const editor = await start({
    capabilities: poor,
    prepare: (connection) =>
      connection.onNotification('safeTogetherLint/checked', (params) => void told.push(params)),
  })
  const uri = editor.open('report.md', `---\nstatus: nonsense\n---\n\n${sentence}\n`)
  const [diagnostic] = await editor.published(uri)
  expect(told).toMatchObject([{uri, problem: diagnostic?.message}])
})

test('settings that an editor refuses to give are those it gave at the start', async () => {
  const editor = await start({
    capabilities: {workspace: {configuration: true}},
    options: {showInfo: true, debounce: 0},
    settings: () => {
      throw new Error('refused')
    },
  })
  const uri = editor.open('report.md', `${sentence} Contact broke down.`)
  expect(codes(await editor.published(uri))).toContain('failure-to-protect')
  editor.change(uri, [{text: sentence}])
  expect(codes(await editor.published(uri))).toEqual(['failure-to-protect'])
})
