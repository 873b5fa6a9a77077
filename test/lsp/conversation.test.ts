import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type BuiltServer, buildServer} from './built-server.ts'
import {startProcess} from './editor.ts'

let server: BuiltServer
beforeAll(async () => {
  server = await buildServer()
})
afterAll(() => server.remove())

const sentence = 'Ms Rees failed to protect the children from his abuse.'

/** A process to which bytes are sent as they are. */
function rawProcess() {
  const child = startProcess({command: server.command, folder: server.folder.path})
  let stdout = Buffer.alloc(0)
  let stderr = ''
  const looking = new Set<() => void>()
  child.stdout.on('data', (data) => {
    stdout = Buffer.concat([stdout, data])
    for (const look of looking) look()
  })
  child.stderr.on('data', (data) => (stderr += data))
  const exitCode = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return {
    child,
    exitCode,
    stderr: () => stderr,
    send: (message: unknown) => {
      const text = typeof message === 'string' ? message : JSON.stringify(message)
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
    },
    /** The first so many messages; fails where anything else stands between them. */
    messages: (number: number) =>
      new Promise<readonly unknown[]>((resolve) => {
        const look = () => {
          const messages = messagesIn(stdout)
          if (messages.length < number) return
          looking.delete(look)
          resolve(messages)
        }
        looking.add(look)
        look()
      }),
  }
}

function messagesIn(bytes: Buffer): unknown[] {
  const messages: unknown[] = []
  let rest = bytes
  while (rest.length > 0) {
    const header =
      /^(?:[\w-]+: [^\r\n]*\r\n)*Content-Length: (\d+)\r\n(?:[\w-]+: [^\r\n]*\r\n)*\r\n/.exec(
        rest.toString('latin1'),
      )
    if (!header) {
      expect(rest.toString('utf8', 0, 16)).toMatch(/^Content-/)
      return messages
    }
    const from = header[0].length
    const to = from + Number(header[1])
    if (rest.length < to) return messages
    messages.push(JSON.parse(rest.toString('utf8', from, to)))
    rest = rest.subarray(to)
  }
  return messages
}

const idOf = (message: unknown): number =>
  typeof message === 'object' && message !== null && 'id' in message ? Number(message.id) : 0

const initialize = {
  ...{jsonrpc: '2.0', id: 1, method: 'initialize'},
  params: {processId: null, rootUri: null, capabilities: {}},
}
const request = (id: number, method: string, params?: unknown) => ({
  jsonrpc: '2.0',
  id,
  method,
  params,
})
const note = (method: string, params?: unknown) => ({jsonrpc: '2.0', method, params})

describe('a conversation', () => {
  test('ends with 0 after shutdown, and with 1 without', async () => {
    const polite = await server.start()
    expect(await polite.quit()).toBe(0)
    const abrupt = await server.start()
    await abrupt.connection.sendNotification('exit')
    expect(await abrupt.exitCode).toBe(1)
  })

  test('ends with 1 when the editor is gone, and with 0 where it had said so', async () => {
    const {process, exitCode} = await server.start()
    process.stdin?.end()
    expect(await exitCode).toBe(1)
    const other = await server.start()
    await other.connection.sendRequest('shutdown')
    other.process.stdin?.end()
    expect(await other.exitCode).toBe(0)
  })

  test('needs --stdio', async () => {
    const {main} = await import('../../src/cli/main.ts')
    expect(main).toBeTypeOf('function')
    const {run} = await import('../cli/command.ts')
    expect(await run(['lsp'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'lsp: how to speak to the editor is not said. Start it with --stdio: safe-together-lint lsp --stdio\n',
    })
  })

  test('goes on where a killed server is started again', async () => {
    const first = await server.start()
    const text = `# A\n\n${sentence}\n`
    const before = await first.published(first.open('report.md', text))
    first.process.kill('SIGKILL')
    await first.exitCode
    const second = await server.start()
    expect(await second.published(second.open('report.md', text))).toEqual(before)
    expect(before.map(({code}) => code)).toEqual(['failure-to-protect'])
  })
})

describe('by the protocol', () => {
  test('a request before initialize, one after shutdown, and an unknown one are refused', async () => {
    const raw = rawProcess()
    raw.send(request(7, 'textDocument/hover', {}))
    raw.send(note('textDocument/didOpen', {}))
    raw.send(initialize)
    raw.send(note('initialized', {}))
    raw.send(request(2, 'textDocument/nonsense', {}))
    raw.send({...initialize, id: 5})
    raw.send(note('$/nonsense', {}))
    raw.send(note('textDocument/nonsense', {}))
    raw.send(request(3, 'shutdown'))
    raw.send(request(4, 'textDocument/hover', {}))
    const messages = await raw.messages(6)
    // Refusals need not wait for what was asked before.
    expect(messages.toSorted((a, b) => idOf(a) - idOf(b))).toMatchObject([
      {id: 1, result: {serverInfo: {name: 'safe-together-lint'}}},
      {id: 2, error: {code: -32601}},
      {id: 3, result: null},
      {id: 4, error: {code: -32600}},
      {id: 5, error: {code: -32600}},
      {id: 7, error: {code: -32002}},
    ])
    raw.send(note('exit'))
    expect(await raw.exitCode).toBe(0)
  })

  test('what is no message is answered, and the conversation goes on', async () => {
    const raw = rawProcess()
    raw.send('{"jsonrpc": "2.0", "id": 1,')
    raw.send('[1, 2]')
    raw.send('{"id": 5}')
    raw.send(initialize)
    const messages = await raw.messages(4)
    expect(messages).toMatchObject([
      {id: null, error: {code: -32700}},
      {id: null, error: {code: -32600}},
      {id: null, error: {code: -32600}},
      {id: 1, result: {}},
    ])
    raw.child.stdin.end()
    expect(await raw.exitCode).toBe(1)
  })

  test('parameters that make no sense are an error, and no end; nothing of the report is logged', async () => {
    const raw = rawProcess()
    raw.send(initialize)
    raw.send(note('initialized', {}))
    raw.send(
      note('textDocument/didOpen', {
        textDocument: {uri: 'file:///a.md', languageId: 'markdown', version: 1, text: sentence},
      }),
    )
    raw.send(note('textDocument/didChange', {textDocument: 5, contentChanges: sentence}))
    raw.send(note('textDocument/didOpen', {textDocument: {uri: 7, text: sentence}}))
    raw.send({...note('textDocument/didOpen', {textDocument: {text: sentence}}), id: null})
    raw.send(
      request(2, 'textDocument/hover', {textDocument: {uri: 'file:///a.md'}, position: sentence}),
    )
    raw.send(request(3, 'workspace/executeCommand', {command: 'nonsense'}))
    raw.send(
      request(4, 'workspace/executeCommand', {
        command: 'safeTogetherLint.showRule',
        arguments: [1],
      }),
    )
    raw.send(request(5, 'shutdown'))
    await expect
      .poll(async () => JSON.stringify(await raw.messages(0)), {timeout: 30_000})
      .toContain('"id":5')
    raw.send(note('exit'))
    expect(await raw.exitCode).toBe(0)
    expect(JSON.stringify(await raw.messages(0))).not.toContain('failed to protect')
    expect(raw.stderr()).toBe('')
  })
})

test('a request that is cancelled is answered at once', async () => {
  const editor = await server.start()
  const uri = editor.open(
    'long.md',
    `# A\n\n${`${sentence} The couple had a volatile relationship.\n\n`.repeat(3000)}`,
  )
  const {CancellationTokenSource} = await import('vscode-languageserver-protocol/node')
  const source = new CancellationTokenSource()
  const position = {line: 2, character: 15}
  const asked = editor.connection.sendRequest(
    'textDocument/hover',
    {textDocument: {uri}, position},
    source.token,
  )
  source.cancel()
  await expect(asked).rejects.toMatchObject({code: -32800})
  expect(editor.history(uri)).toEqual([])
  // The check itself goes on.
  expect((await editor.published(uri)).length).toBeGreaterThan(3000)
  expect(await editor.quit()).toBe(0)
}, 120_000)

test('a document of 100,000 words is checked, and edits of it while that goes on are not lost', async () => {
  const paragraph = `${'Mr Jones took the children to school and then went to work in the town. '.repeat(6)}\n\n`
  const text = `# A\n\n${paragraph.repeat(1200)}`
  expect(text.split(/\s+/).length).toBeGreaterThan(100_000)
  const editor = await server.start({options: {debounce: 0}})
  const uri = editor.open('long.md', text)
  const start = {line: 2, character: 0}
  for (let number = 0; number < 5; number++)
    editor.change(uri, [{range: {start, end: start}, text: `${sentence} `}])
  const diagnostics = await editor.published(uri)
  expect(diagnostics.filter(({code}) => code === 'failure-to-protect').length).toBe(5)
  // None of an older version came after one of a newer.
  const versions = editor.history(uri).map(({version}) => version ?? 0)
  expect(versions).toEqual(versions.toSorted((a, b) => a - b))
  expect(await editor.quit()).toBe(0)
}, 240_000)

test('200 open documents each have their own findings', async () => {
  const editor = await server.start()
  const uris = Array.from({length: 200}, (_, index) =>
    editor.open(`report-${index}.md`, `${'\n'.repeat(index)}${sentence}\n`),
  )
  const lines = await Promise.all(
    uris.map(async (uri) => (await editor.published(uri)).map(({range}) => range.start.line)),
  )
  expect(lines).toEqual(uris.map((_, index) => [index]))
  for (const uri of uris)
    void editor.connection.sendNotification('textDocument/didClose', {textDocument: {uri}})
  expect(await editor.quit()).toBe(0)
}, 120_000)
