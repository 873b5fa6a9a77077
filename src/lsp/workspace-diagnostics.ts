import type {
  CancellationToken,
  WorkDoneProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node'
import type {Publishing} from './publishing.ts'
import type {Session} from './session.ts'
import {checkWorkspace, type FileReport} from './workspace.ts'

interface Pulled {
  readonly token: CancellationToken
  readonly progress: WorkDoneProgressReporter
  /** Takes reports as they come, where the editor does. */
  readonly partly: ((report: WorkspaceDiagnosticReport) => void) | undefined
}

/** For an editor that asks: open documents as they are, then the files. */
export async function pullWorkspace(
  session: Session,
  publishing: Publishing,
  {previousResultIds}: WorkspaceDiagnosticParams,
  {token, progress, partly}: Pulled,
): Promise<WorkspaceDiagnosticReport> {
  const known = new Map(previousResultIds.map(({uri, value}) => [uri, value]))
  const items: WorkspaceDocumentDiagnosticReport[] = []
  const seen = new Set<string>()
  const add = (item: WorkspaceDocumentDiagnosticReport) => {
    seen.add(item.uri)
    if (partly) partly({items: [item]})
    else items.push(item)
  }
  for (const document of session.documents.all()) {
    seen.add(document.uri)
    const marked = (await session.settingsOf(document)).workspaceDiagnostics
      ? await publishing.markedIn(document)
      : undefined
    const {uri} = document
    if (marked) add({kind: 'full', uri, version: marked.outcome.version, items: marked.diagnostics})
  }
  await checkWorkspace(session, {
    isCancelled: () => token.isCancellationRequested,
    known,
    report: (file) => add(toReport(file)),
    progress,
  })
  // What is gone has nothing any more.
  if (!token.isCancellationRequested)
    for (const uri of known.keys())
      if (!seen.has(uri)) add({kind: 'full', uri, version: null, items: []})
  return {items}
}

const toReport = ({uri, resultId, diagnostics}: FileReport): WorkspaceDocumentDiagnosticReport =>
  diagnostics
    ? {kind: 'full', uri, version: null, resultId, items: diagnostics}
    : {kind: 'unchanged', uri, version: null, resultId}

/** For an editor that does not ask: what has changed since it was sent. One round at a time. */
export function createWorkspacePush(session: Session): () => Promise<void> {
  const {connection, client} = session
  const sent = new Map<string, string>()
  let round = 0
  return async () => {
    const own = ++round
    if (client().pulls) return
    const seen = new Set<string>()
    const progress = client().progress
      ? await connection.window.createWorkDoneProgress()
      : silentProgress
    const isCancelled = () =>
      own !== round || ('token' in progress && progress.token.isCancellationRequested)
    await checkWorkspace(session, {
      isCancelled,
      known: sent,
      report: ({uri, resultId, diagnostics}) => {
        seen.add(uri)
        sent.set(uri, resultId)
        if (diagnostics) void connection.sendDiagnostics({uri, diagnostics})
      },
      progress,
    })
    if (isCancelled()) return
    for (const uri of [...sent.keys()].filter((each) => !seen.has(each))) {
      sent.delete(uri)
      if (!session.documents.get(uri)) void connection.sendDiagnostics({uri, diagnostics: []})
    }
  }
}

const silentProgress = {begin: () => undefined, report: () => undefined, done: () => undefined}
