import type {Readable, Writable} from 'node:stream'
import {
  CodeLensRefreshRequest,
  createConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  ProposedFeatures,
} from 'vscode-languageserver/node'
import type {CommandIo} from '../cli/io.ts'
import {version} from '../cli/version.ts'
import {answerRequests} from './answers.ts'
import {capabilitiesFor} from './capabilities.ts'
import {type Conversation, messagesBetween} from './messages.ts'
import {createPublishing, type Publishing} from './publishing.ts'
import {createSession, type Session} from './session.ts'
import {section} from './settings.ts'
import {isRead, isReport, watchedFiles} from './watching.ts'
import {createWorkspacePush, type WorkspacePush} from './workspace-diagnostics.ts'

interface Served {
  readonly input: Readable
  readonly output: Writable
  readonly io: CommandIo
}

/** Speaks to an editor until it says `exit` or is gone; the process ends then. */
export function serve({input, output, io}: Served): Promise<never> {
  const conversation: Conversation = {hasBegun: false, hasShutDown: false}
  keepOutputClean()
  // The library does so only where it opens the streams itself.
  input.on('end', () => process.exit(conversation.hasShutDown ? 0 : 1))
  const {reader, writer} = messagesBetween(input, output, conversation)
  const connection = createConnection(ProposedFeatures.all, reader, writer)
  const session = createSession(connection, io)
  const publishing = createPublishing(session)
  const workspace = createWorkspacePush(session)
  const recheck = () => {
    session.forget()
    checkAll(session, publishing, workspace)
  }
  connection.onInitialize((params: InitializeParams) => {
    session.begin(params)
    const serverInfo = {name: 'safe-together-lint', version}
    return {capabilities: capabilitiesFor(session.client()), serverInfo}
  })
  connection.onInitialized(() => {
    void register(session, recheck).catch(session.log)
    void workspace.round().catch(session.log)
  })
  followDocuments(session, {publishing, workspace}, recheck)
  followSettings(session, recheck, workspace)
  answerRequests(session, publishing, recheck)
  connection.listen()
  return new Promise<never>(() => undefined)
}

/** Libraries that write to the console would break the conversation. */
function keepOutputClean(): void {
  for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table'] as const)
    console[name] = () => undefined
}

/** Everything again: what has changed may have changed it all. */
function checkAll(
  {client, connection, documents, log}: Session,
  publishing: Publishing,
  workspace: WorkspacePush,
): void {
  const {pulls, refreshesDiagnostics, refreshesLenses, refreshesHints} = client()
  if (!pulls) for (const document of documents.all()) publishing.now(document)
  if (pulls && refreshesDiagnostics) void connection.languages.diagnostics.refresh().catch(log)
  if (refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type).catch(log)
  if (refreshesHints) void connection.languages.inlayHint.refresh().catch(log)
  void workspace.round().catch(log)
}

function followDocuments(
  session: Session,
  {publishing, workspace}: {readonly publishing: Publishing; readonly workspace: WorkspacePush},
  recheck: () => void,
): void {
  const {connection, documents, client, log} = session
  connection.onDidOpenTextDocument(({textDocument}) => {
    const document = documents.open(textDocument)
    if (document) publishing.now(document)
  })
  connection.onDidChangeTextDocument(({textDocument, contentChanges}) => {
    const document = documents.change(textDocument, contentChanges)
    if (document) void publishing.soon(document).catch(log)
  })
  connection.onDidCloseTextDocument(({textDocument: {uri}}) => {
    if (!documents.close(uri)) return
    publishing.clear(uri)
    // What it holds as a file of the workspace is shown again.
    void workspace.closed(uri).catch(log)
  })
  // Where nobody tells of files that change, those that are saved here may be such.
  connection.onDidSaveTextDocument(({textDocument: {uri}}) => {
    if (!client().watches || isRead(uri)) recheck()
  })
}

function followSettings(session: Session, recheck: () => void, workspace: WorkspacePush): void {
  const {connection} = session
  connection.onDidChangeConfiguration(({settings}) => {
    session.changeSettings(settings)
    recheck()
  })
  connection.onDidChangeWatchedFiles(({changes}) => {
    if (changes.some(({uri}) => isRead(uri))) recheck()
    else if (changes.some(({uri}) => isReport(uri))) void workspace.round().catch(session.log)
  })
}

async function register(session: Session, recheck: () => void): Promise<void> {
  const {connection} = session
  const client = session.client()
  // First, since an editor may refuse the others.
  if (client.folderEvents)
    connection.workspace.onDidChangeWorkspaceFolders(({added, removed}) => {
      session.changeFolders(added, removed)
      recheck()
    })
  if (client.configurationEvents)
    await connection.client.register(DidChangeConfigurationNotification.type, {section})
  if (client.watches)
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watchedFiles.map((globPattern) => ({globPattern})),
    })
}
