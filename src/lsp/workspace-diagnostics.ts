import type {
  CancellationToken,
  WorkDoneProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node'
import {keyOf} from './documents.ts'
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
  const known = new Map(previousResultIds.map(({uri, value}) => [keyOf(uri), value]))
  const spelled = new Map(previousResultIds.map(({uri}) => [keyOf(uri), uri]))
  const items: WorkspaceDocumentDiagnosticReport[] = []
  const seen = new Set<string>()
  const add = (item: WorkspaceDocumentDiagnosticReport) => {
    seen.add(keyOf(item.uri))
    if (partly) partly({items: [item]})
    else items.push(item)
  }
  for (const document of session.documents.all()) {
    seen.add(keyOf(document.uri))
    const marked = (await session.settingsOf(document)).workspaceDiagnostics
      ? await publishing.markedIn(document)
      : undefined
    const {uri} = document
    if (marked) add({kind: 'full', uri, version: marked.outcome.version, items: marked.diagnostics})
  }
  await checkWorkspace(session, {
    isCancelled: () => token.isCancellationRequested,
    known,
    // As the editor writes it.
    report: (file) => add(toReport({...file, uri: spelled.get(keyOf(file.uri)) ?? file.uri})),
    progress,
  })
  // What is gone has nothing any more.
  if (!token.isCancellationRequested)
    for (const [key, uri] of spelled)
      if (!seen.has(key)) add({kind: 'full', uri, version: null, items: []})
  return {items}
}

const toReport = ({uri, resultId, diagnostics}: FileReport): WorkspaceDocumentDiagnosticReport =>
  diagnostics
    ? {kind: 'full', uri, version: null, resultId, items: diagnostics}
    : {kind: 'unchanged', uri, version: null, resultId}

export interface WorkspacePush {
  /** For an editor that does not ask: what has changed since it was sent. One round at a time. */
  readonly round: () => Promise<void>
  /** What was sent of it has been taken away. */
  readonly closed: (uri: string) => Promise<void>
}

export function createWorkspacePush(session: Session): WorkspacePush {
  const {connection, client} = session
  const sent = new Map<string, Sent>()
  let current = 0
  const round = async () => {
    const own = ++current
    if (client().pulls) return
    const seen = new Set<string>()
    const progress = await progressFor(session, sent.size > 0)
    const isCancelled = () =>
      own !== current || ('token' in progress && progress.token.isCancellationRequested)
    await checkWorkspace(session, {
      isCancelled,
      known: new Map([...sent].map(([key, {resultId}]) => [key, resultId])),
      report: ({uri, resultId, diagnostics}) => {
        seen.add(keyOf(uri))
        sent.set(keyOf(uri), {uri, resultId})
        if (diagnostics) void connection.sendDiagnostics({uri, diagnostics})
      },
      progress,
    })
    if (isCancelled()) return
    for (const [key, {uri}] of [...sent].filter(([each]) => !seen.has(each))) {
      sent.delete(key)
      if (!session.documents.get(uri)) void connection.sendDiagnostics({uri, diagnostics: []})
    }
  }
  return {
    round,
    closed: (uri) => {
      sent.delete(keyOf(uri))
      return round()
    },
  }
}

interface Sent {
  readonly uri: string
  readonly resultId: string
}

/** None is made where there is nothing to do. */
async function progressFor({connection, client, folders, settingsIn}: Session, hasSent: boolean) {
  const settings = await Promise.all(folders().map(settingsIn))
  const isWanted = hasSent || settings.some((each) => each.enable && each.workspaceDiagnostics)
  return isWanted && client().progress
    ? await connection.window.createWorkDoneProgress()
    : silentProgress
}

const silentProgress = {begin: () => undefined, report: () => undefined, done: () => undefined}
