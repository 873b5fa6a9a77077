import {dirname, sep} from 'node:path'
import {
  type Connection,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
  type WorkspaceFolder,
} from 'vscode-languageserver/node'
import {describeFailure} from '../cli/failures.ts'
import type {CommandIo} from '../cli/io.ts'
import {type Checking, createChecking} from './checking.ts'
import {type Client, clientOf, poorClient} from './client.ts'
import {createDocuments, type Documents, type OpenDocument, pathOf} from './documents.ts'
import {createEnvironments, type Environment} from './environments.ts'
import {type EditorSettings, readSettings, section} from './settings.ts'

/** A folder of the workspace. */
export interface Folder {
  readonly uri: string
  readonly path: string
}

/** What all that the server does has in common. */
export interface Session {
  readonly connection: Connection
  readonly documents: Documents
  readonly checking: Checking
  readonly client: () => Client
  readonly folders: () => readonly Folder[]
  readonly settingsOf: (document: OpenDocument) => Promise<EditorSettings>
  readonly settingsIn: (folder: Folder | undefined) => Promise<EditorSettings>
  readonly environmentOf: (document: OpenDocument) => Promise<Environment>
  readonly environmentIn: (folder: Folder) => Promise<Environment>
  /** Another one whenever what stands outside of documents may have changed. */
  readonly epoch: () => number
  /** A mistake of ours, without any text of a report. */
  readonly log: (error: unknown) => void
  readonly say: (message: string) => void
  readonly begin: (params: InitializeParams) => void
  /** What was found in them is to be forgotten, too. */
  readonly changeFolders: (
    added: readonly WorkspaceFolder[],
    removed: readonly WorkspaceFolder[],
  ) => void
  /** @param given with editors that are not asked */
  readonly changeSettings: (given: unknown) => void
  /** Everything is read anew. */
  readonly forget: () => void
}

export function createSession(connection: Connection, io: CommandIo): Session {
  const state = {client: poorClient, folders: [] as Folder[], epoch: 0}
  const environments = createEnvironments(io)
  const documents = createDocuments(() => state.client.encoding)
  const {say, log} = voiceOf(connection)
  const settings = createSettings(connection, () => state.client, say)
  const folderOf = ({path}: OpenDocument) => folderAround(path, state.folders)
  const settingsOf = (document: OpenDocument) => settings.of(folderOf(document))
  const environmentOf = async (document: OpenDocument) => {
    const folder = folderOf(document)?.path ?? (document.path ? dirname(document.path) : io.cwd)
    return environments.of(folder, await settingsOf(document))
  }
  const checking = createChecking(environmentOf, log)
  const forget = () => {
    state.epoch++
    environments.forget()
    checking.forget()
    for (const document of documents.all()) document.stamp = {}
  }
  return {
    ...{connection, documents, checking, settingsOf, environmentOf, log, say, forget},
    client: () => state.client,
    folders: () => state.folders,
    settingsIn: settings.of,
    environmentIn: async (folder) => environments.of(folder.path, await settings.of(folder)),
    epoch: () => state.epoch,
    begin: (params) => {
      state.client = clientOf(params)
      state.folders = foldersOf(params)
      settings.begin(params.initializationOptions)
    },
    changeFolders: (added, removed) => {
      const gone = new Set(removed.map(({uri}) => uri))
      const kept = state.folders.filter(({uri}) => !gone.has(uri))
      state.folders = [...kept, ...added.flatMap(toFolder)]
    },
    changeSettings: (given) => {
      settings.change(given)
      forget()
    },
  }
}

const voiceOf = (connection: Connection): Pick<Session, 'say' | 'log'> => ({
  say: (message) =>
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message,
    }),
  log: (error) => connection.console.error(describeFailure(error).trimEnd()),
})

function foldersOf({workspaceFolders, rootUri, rootPath}: InitializeParams): Folder[] {
  if (workspaceFolders) return workspaceFolders.flatMap(toFolder)
  if (rootUri) return toFolder({uri: rootUri})
  return rootPath ? [{uri: '', path: rootPath}] : []
}

function toFolder({uri}: Pick<WorkspaceFolder, 'uri'>): Folder[] {
  const path = pathOf(uri)
  return path === undefined ? [] : [{uri, path: path.replace(/(?<=.)[\\/]$/, '')}]
}

/** Of folders inside one another the innermost. */
function folderAround(path: string | undefined, folders: readonly Folder[]): Folder | undefined {
  if (path === undefined) return folders[0]
  const around = folders.filter((folder) => path.startsWith(`${folder.path}${sep}`))
  return around.toSorted((a, b) => b.path.length - a.path.length)[0]
}

/** Settings by folder: asked for where an editor answers, else what it has sent. */
function createSettings(
  connection: Connection,
  client: () => Client,
  say: (message: string) => void,
) {
  const known = new Map<string, Promise<EditorSettings>>()
  const said = new Set<string>()
  const state: {atStart: unknown; sent: unknown} = {atStart: undefined, sent: undefined}
  const usable = (...given: readonly unknown[]): EditorSettings => {
    const {settings, problems} = readSettings(Object.assign({}, ...given.map(withoutUnset)))
    for (const problem of problems) if (!said.has(problem)) say(problem)
    for (const problem of problems) said.add(problem)
    return settings
  }
  const ask = async (folder: Folder | undefined): Promise<EditorSettings> => {
    if (!client().configuration) return usable(state.atStart, state.sent)
    const scope = folder && folder.uri !== '' ? {scopeUri: folder.uri} : {}
    try {
      const answered: unknown = await connection.workspace.getConfiguration({...scope, section})
      return usable(state.atStart, answered)
    } catch {
      // An editor that refuses to answer is asked again when it says that something changed.
      return usable(state.atStart, state.sent)
    }
  }
  return {
    of: (folder: Folder | undefined) => {
      const key = folder?.path ?? ''
      const asking = known.get(key) ?? ask(folder)
      known.set(key, asking)
      return asking
    },
    begin: (options: unknown) => {
      state.atStart = ours(options)
    },
    change: (given: unknown) => {
      state.sent = ours(given)
      known.clear()
    },
  }
}

/** An editor may give all its settings, or ours alone. */
function ours(value: unknown): unknown {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return entries.find(([key]) => key === section)?.[1] ?? value
}

/** `null` is what nobody has set, and takes the place of nothing. */
const withoutUnset = (value: unknown): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
    : {}
