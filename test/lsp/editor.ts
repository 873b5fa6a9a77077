import {type ChildProcess, spawn} from 'node:child_process'
import {pathToFileURL} from 'node:url'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

/** An editor that has started the server as a process of its own. */
export interface Editor {
  readonly connection: ProtocolConnection
  readonly process: ChildProcess
  readonly server: InitializeResult
  readonly open: (name: string, text: string, languageId?: string) => string
  /** Edits one after the other, each in the text that the one before left; gives the version. */
  readonly change: (uri: string, contentChanges: readonly Change[]) => number
  /** The diagnostics that were sent for the present version, as soon as they are there. */
  readonly published: (uri: string) => Promise<readonly Diagnostic[]>
  /** All that were sent for a document, in order. */
  readonly history: (uri: string) => readonly PublishDiagnosticsParams[]
  readonly messages: readonly string[]
  /** Shutdown and exit; gives the exit code. */
  readonly quit: () => Promise<number | null>
  readonly exitCode: Promise<number | null>
  readonly stderr: () => string
}

interface Change {
  readonly range?: {readonly start: Point; readonly end: Point}
  readonly text: string
}

interface Point {
  readonly line: number
  readonly character: number
}

export interface Started {
  /** The file of the command. */
  readonly command: string
  readonly folder: string
  /** Options of Node itself. */
  readonly node?: readonly string[]
  readonly capabilities?: ClientCapabilities
  readonly options?: unknown
  /** What the editor answers when asked for its settings. */
  readonly settings?: (scope: string | undefined) => unknown
  readonly folders?: readonly string[]
  readonly prepare?: (connection: ProtocolConnection) => void
}

export const uriOf = (path: string) => pathToFileURL(path).href

export const startProcess = ({
  command,
  folder,
  node = [],
}: Pick<Started, 'command' | 'folder' | 'node'>) =>
  spawn(process.execPath, [...node, command, 'lsp', '--stdio'], {cwd: folder, stdio: 'pipe'})

export async function startEditor(started: Started): Promise<Editor> {
  const child = startProcess(started)
  let stderr = ''
  child.stderr.on('data', (data) => (stderr += data))
  const exitCode = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.onError(() => undefined)
  const messages: string[] = []
  connection.onNotification('window/showMessage', ({message}) => void messages.push(message))
  const documents = documentsOf(connection, started.folder)
  answer(connection, started)
  connection.listen()
  const server: InitializeResult = await connection.sendRequest('initialize', paramsOf(started))
  await connection.sendNotification('initialized', {})
  return {
    ...{connection, process: child, server, messages, exitCode},
    ...documents,
    stderr: () => stderr,
    quit: async () => {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      return exitCode
    },
  }
}

const paramsOf = ({folder, folders, capabilities = {}, options}: Started): InitializeParams => ({
  processId: process.pid,
  rootUri: uriOf(folder),
  capabilities,
  ...(folders && {workspaceFolders: folders.map((path) => ({uri: uriOf(path), name: path}))}),
  ...(options !== undefined && {initializationOptions: options}),
})

/** What the server asks of its editor. */
function answer(connection: ProtocolConnection, {settings, prepare}: Started): void {
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('window/workDoneProgress/create', () => null)
  if (settings)
    connection.onRequest('workspace/configuration', ({items}) =>
      items.map(({scopeUri}: {scopeUri?: string}) => settings(scopeUri)),
    )
  prepare?.(connection)
}

/** Its texts, and the diagnostics that are sent for them. */
function documentsOf(
  connection: ProtocolConnection,
  folder: string,
): Pick<Editor, 'history' | 'open' | 'change' | 'published'> {
  const versions = new Map<string, number>()
  const sent = sentDiagnostics(connection)
  return {
    history: sent.of,
    open: (name, text, languageId = 'markdown') => {
      const uri = name.includes(':') ? name : uriOf(`${folder}/${name}`)
      versions.set(uri, 1)
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: {uri, languageId, version: 1, text},
      })
      return uri
    },
    change: (uri, contentChanges) => {
      const version = (versions.get(uri) ?? 0) + 1
      versions.set(uri, version)
      void connection.sendNotification('textDocument/didChange', {
        textDocument: {uri, version},
        contentChanges,
      })
      return version
    },
    published: (uri) =>
      sent.when(() => {
        const last = sent.of(uri).at(-1)
        return last?.version === versions.get(uri) ? last?.diagnostics : undefined
      }),
  }
}

function sentDiagnostics(connection: ProtocolConnection) {
  const sent = new Map<string, PublishDiagnosticsParams[]>()
  const waiting = new Set<() => void>()
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: PublishDiagnosticsParams) => {
      const list = sent.get(params.uri) ?? []
      list.push(params)
      sent.set(params.uri, list)
      for (const look of waiting) look()
    },
  )
  return {
    of: (uri: string): readonly PublishDiagnosticsParams[] => sent.get(uri) ?? [],
    /** Looks again whenever something is sent, until there is something to see. */
    when: <Seen>(see: () => Seen | undefined): Promise<Seen> =>
      new Promise((resolve) => {
        const look = () => {
          const seen = see()
          if (seen === undefined) return
          waiting.delete(look)
          resolve(seen)
        }
        waiting.add(look)
        look()
      }),
  }
}
