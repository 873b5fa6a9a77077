import type {Diagnostic} from 'vscode-languageserver/node'
import {en} from '../core/catalogue/en.ts'
import {severities} from '../core/types.ts'
import type {Outcome} from './checking.ts'
import {diagnosticsOf} from './diagnostics.ts'
import type {OpenDocument} from './documents.ts'
import type {Session} from './session.ts'

/** What an editor marks in a document, of the version that it has. */
interface Marked {
  readonly outcome: Outcome
  readonly diagnostics: Diagnostic[]
}

export interface Publishing {
  /** Undefined where the document is edited meanwhile. */
  readonly markedIn: (document: OpenDocument) => Promise<Marked | undefined>
  /** Sends diagnostics once nobody has typed for a while; for editors that do not ask for them. */
  readonly soon: (document: OpenDocument) => Promise<void>
  readonly now: (document: OpenDocument) => void
  readonly clear: (uri: string) => void
}

export function createPublishing(session: Session): Publishing {
  const {connection, checking, client, settingsOf} = session
  const markedIn = async (document: OpenDocument): Promise<Marked | undefined> => {
    const {stamp} = document
    const settings = await settingsOf(document)
    if (document.stamp !== stamp) return undefined
    if (!settings.enable) {
      const {version, lines} = document
      return {outcome: {version, lines}, diagnostics: []}
    }
    const outcome = await checking.outcomeOf(document)
    if (!outcome || document.stamp !== stamp) return undefined
    tell(session, document.uri, outcome)
    return {outcome, diagnostics: diagnosticsOf(outcome, document.uri, client(), settings)}
  }
  const publish = async (document: OpenDocument) => {
    const marked = await markedIn(document)
    if (!marked) return
    const {uri} = document
    const {outcome, diagnostics} = marked
    await connection.sendDiagnostics({uri, version: outcome.version, diagnostics})
  }
  const after = (document: OpenDocument, delay: number) => {
    clearTimeout(document.timer)
    if (client().pulls || document.isClosed) return
    document.timer = setTimeout(() => void publish(document).catch(session.log), delay)
  }
  return {
    markedIn,
    soon: async (document) => {
      const {debounce} = await settingsOf(document)
      after(document, debounce)
    },
    now: (document) => after(document, 0),
    clear: (uri) => {
      if (!client().pulls) void connection.sendDiagnostics({uri, diagnostics: []})
    },
  }
}

const told = new WeakSet<Outcome>()

/** For a status line: numbers and our own words, and no text of the report. */
function tell({connection}: Session, uri: string, outcome: Outcome): void {
  if (told.has(outcome)) return
  told.add(outcome)
  const {result} = outcome.checked ?? {}
  const counts = Object.fromEntries(severities.map((each) => [each, 0]))
  for (const {severity, alsoAt = []} of result?.findings ?? [])
    counts[severity] = (counts[severity] ?? 0) + 1 + alsoAt.length
  const unread = (result?.unread ?? []).map((each) => ({
    ...each,
    words: en.editor.unreadWords(each),
  }))
  const {version, problem} = outcome
  void connection.sendNotification('safeTogetherLint/checked', {
    ...{uri, version, counts, unread},
    ...(problem && {problem: problem.message}),
  })
}
