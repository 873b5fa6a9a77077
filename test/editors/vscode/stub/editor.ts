import {createDocument, type StubDocument} from './document.ts'
import {type AnyEdit, SnippetString, SnippetTextEdit, TextEdit, WorkspaceEdit} from './edits.ts'
import {CancellationError, CancellationTokenSource, Disposable, EventEmitter} from './events.ts'
import * as kinds from './kinds.ts'
import {Location, Position, Range, Uri} from './places.ts'
import {createRecord, type EditorRecord} from './record.ts'

interface Arranged {
  /** The folder that is open, as a path. */
  readonly folder: string
  /** Of the editor: section → key → value. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** What a person would press or choose, by the first words of the message; nothing by default. */
  readonly answers: Readonly<Record<string, unknown>>
}

const never = () => new EventEmitter<never>().event

/**
 * As much of the editor as the extension and its client ask for. It shows nothing and keeps all that they do;
 * what has no place here is undefined, so that whoever asks for more fails.
 */
export function createEditor({folder, settings = {}, answers = {}}: Partial<Arranged>) {
  const record = createRecord()
  const texts = createTexts()
  const arranged = {folder: folder ?? '/nowhere', settings, answers}
  const api = {
    version: '1.101.0',
    ...{Position, Range, Uri, Location, TextEdit, WorkspaceEdit, SnippetString, SnippetTextEdit},
    ...{CancellationError, CancellationTokenSource, Disposable, EventEmitter},
    ...kinds,
    ...kinds.enums,
    ...kinds.plainClasses,
    env: {
      appName: 'Stub',
      language: 'en',
      openExternal: async (uri: Uri) => record.openedOutside.push(uri.fsPath),
    },
    commands: commandsOf(record),
    languages: languagesOf(record),
    window: windowOf(record, texts, arranged),
    workspace: workspaceOf(texts, arranged),
  }
  return {api, record, ...texts.hands}
}

/** The open texts; what a person does to them are `hands`. */
function createTexts() {
  const documents: StubDocument[] = []
  const on = {
    tabs: new EventEmitter<object>(),
    opened: new EventEmitter<StubDocument>(),
    closed: new EventEmitter<StubDocument>(),
    changed: new EventEmitter<object>(),
    activated: new EventEmitter<{readonly document: StubDocument} | undefined>(),
  }
  const front = () => documents.at(-1)
  const activate = () => {
    const document = front()
    on.activated.fire(document && {document})
  }
  const hands = {
    /** Opens a text in front of the others. */
    open: (path: string, languageId: string, text: string): StubDocument => {
      const document = createDocument(Uri.file(path), languageId, text)
      documents.push(document)
      // As the editor does: first the tab, then the text.
      on.tabs.fire({opened: [{}], closed: [], changed: []})
      on.opened.fire(document)
      activate()
      return document
    },
    edit: (document: StubDocument, edits: readonly AnyEdit[]) => {
      const contentChanges = document.change(edits)
      on.changed.fire({document, contentChanges, reason: undefined})
    },
    close: (document: StubDocument) => {
      documents.splice(documents.indexOf(document), 1)
      on.tabs.fire({opened: [], closed: [{}], changed: []})
      on.closed.fire(document)
      activate()
    },
  }
  return {documents, on, front, hands}
}

type Texts = ReturnType<typeof createTexts>

const commandsOf = ({commands, executed}: EditorRecord) => ({
  registerCommand: (name: string, run: (...args: readonly unknown[]) => unknown) => {
    if (commands.has(name)) throw new Error(`The command ${name} is there already`)
    commands.set(name, run)
    return new Disposable(() => commands.delete(name))
  },
  executeCommand: async (name: string, ...args: unknown[]) => {
    executed.push([name, ...args])
    return commands.get(name)?.(...args)
  },
})

interface Filter {
  readonly language?: string
  readonly scheme?: string
}

function languagesOf({providers, diagnostics}: EditorRecord) {
  const register = (kind: string) => (_selector: unknown, provider: object) => {
    providers.set(kind, provider)
    return new Disposable(() => providers.delete(kind))
  }
  return {
    match: (selector: readonly Filter[], {languageId, uri}: StubDocument) =>
      selector.some(
        ({language = languageId, scheme = uri.scheme}) =>
          language === languageId && scheme === uri.scheme,
      )
        ? 10
        : 0,
    createDiagnosticCollection: (name: string) => ({
      name,
      set: (uri: Uri, found: readonly kinds.Diagnostic[] = []) =>
        diagnostics.set(uri.toString(), found),
      delete: (uri: Uri) => diagnostics.delete(uri.toString()),
      clear: () => diagnostics.clear(),
      dispose: () => diagnostics.clear(),
    }),
    registerCodeActionsProvider: register('CodeActions'),
    registerHoverProvider: register('Hover'),
    registerDocumentSymbolProvider: register('DocumentSymbol'),
    registerCodeLensProvider: register('CodeLens'),
    registerInlayHintsProvider: register('InlayHints'),
  }
}

function windowOf({log, messages, status}: EditorRecord, texts: Texts, {answers}: Arranged) {
  const say =
    (kind: string) =>
    async (message: string, ...rest: readonly unknown[]) => {
      messages.push([kind, message, ...rest.flatMap((one) => (typeof one === 'string' ? one : []))])
      return Object.entries(answers).find(([start]) => message.startsWith(start))?.[1]
    }
  const keep = (line: unknown) => void log.push(`${line}`)
  return {
    get activeTextEditor() {
      const document = texts.front()
      return document && {document}
    },
    get visibleTextEditors() {
      return texts.documents.map((document) => ({document}))
    },
    tabGroups: {
      get all() {
        return [{tabs: texts.documents.map(({uri}) => ({input: new kinds.TabInputText(uri)}))}]
      },
      onDidChangeTabs: texts.on.tabs.event,
      onDidChangeTabGroups: never(),
    },
    onDidChangeActiveTextEditor: texts.on.activated.event,
    onDidChangeVisibleTextEditors: never(),
    showInformationMessage: say('information'),
    showWarningMessage: say('warning'),
    showErrorMessage: say('error'),
    showOpenDialog: async () => answers['open dialog'],
    withProgress: async (_options: object, task: (progress: object, token: object) => unknown) =>
      task({report: () => undefined}, new CancellationTokenSource().token),
    createStatusBarItem: () =>
      Object.assign(status, {
        show: () => void Object.assign(status, {isShown: true}),
        hide: () => void Object.assign(status, {isShown: false}),
        dispose: () => void Object.assign(status, {isShown: false}),
      }),
    createOutputChannel: () => ({
      ...{error: keep, warn: keep, info: keep, debug: keep, trace: keep, appendLine: keep},
      ...{append: keep, show: () => undefined, dispose: () => undefined},
      logLevel: 3,
      onDidChangeLogLevel: never(),
    }),
  }
}

function workspaceOf({documents, on, hands}: Texts, {folder, settings}: Arranged) {
  const folders = [{uri: Uri.file(folder), name: 'reports', index: 0}]
  return {
    textDocuments: documents,
    notebookDocuments: [],
    workspaceFolders: folders,
    getWorkspaceFolder: ({path}: Uri) => (path.startsWith(folder) ? folders[0] : undefined),
    getConfiguration: (section: string | undefined) => {
      const values: Readonly<Record<string, unknown>> = section
        ? (settings[section] ?? {})
        : settings
      return {get: (key: string) => values[key], has: (key: string) => key in values}
    },
    applyEdit: async ({changes}: WorkspaceEdit) => {
      for (const {uri, edits} of changes) {
        const document = documents.find((each) => each.uri.toString() === uri.toString())
        if (document === undefined) return false
        hands.edit(document, edits)
      }
      return true
    },
    onDidOpenTextDocument: on.opened.event,
    onDidCloseTextDocument: on.closed.event,
    onDidChangeTextDocument: on.changed.event,
    ...{onWillSaveTextDocument: never(), onDidSaveTextDocument: never()},
    ...{onDidOpenNotebookDocument: never(), onDidCloseNotebookDocument: never()},
    ...{onDidChangeNotebookDocument: never(), onDidSaveNotebookDocument: never()},
    ...{onDidChangeConfiguration: never(), onDidChangeWorkspaceFolders: never()},
    ...{onDidCreateFiles: never(), onDidRenameFiles: never(), onDidDeleteFiles: never()},
    ...{onWillCreateFiles: never(), onWillRenameFiles: never(), onWillDeleteFiles: never()},
    createFileSystemWatcher: () => ({
      ...{onDidCreate: never(), onDidChange: never(), onDidDelete: never()},
      dispose: () => undefined,
    }),
  }
}
