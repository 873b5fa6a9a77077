import * as v from 'valibot'
import {
  type CancellationToken,
  type CodeAction,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node'
import {en} from '../core/catalogue/en.ts'
import {actionData, actionsAt} from './actions.ts'
import type {Outcome} from './checking.ts'
import {editOfData, execute} from './commands.ts'
import type {OpenDocument} from './documents.ts'
import {hoverOf} from './hover.ts'
import {placedIn} from './places.ts'
import {offsetAt, toOffsets} from './positions.ts'
import type {Publishing} from './publishing.ts'
import {hintsOf, lensesOf, symbolsOf} from './sections.ts'
import type {Session} from './session.ts'
import type {EditorSettings} from './settings.ts'
import {pullWorkspace} from './workspace-diagnostics.ts'

const {problems} = en.editor

interface Ready {
  readonly document: OpenDocument
  readonly outcome: Outcome
  readonly settings: EditorSettings
}

/** Answers what an editor asks about a document, of its present text and of no other. */
export function answerRequests(
  session: Session,
  publishing: Publishing,
  recheck: () => void,
): void {
  const {connection, client} = session
  const ready = (uri: string, token: CancellationToken) =>
    unlessCancelled(token, readyFor(session, uri))
  connection.onHover(async ({textDocument: {uri}, position}, token) => {
    const now = await ready(uri, token)
    if (!now) return null
    const start = offsetAt(now.outcome.lines, position)
    const placed = placedIn(now.outcome, now.settings, {start, end: start})
    return hoverOf(now.outcome, placed, client())
  })
  connection.onDocumentSymbol(async ({textDocument: {uri}}, token) => {
    const now = await ready(uri, token)
    return now ? symbolsOf(now.outcome, uri, now.settings, client().nestedSymbols) : null
  })
  connection.onCodeLens(async ({textDocument: {uri}}, token) => {
    const now = await ready(uri, token)
    return now ? lensesOf(now.outcome, now.settings) : null
  })
  connection.languages.inlayHint.on(async ({textDocument: {uri}, range}, token) => {
    const now = await ready(uri, token)
    return now ? hintsOf(now.outcome, now.settings, toOffsets(now.outcome.lines, range)) : null
  })
  answerActions(session, ready)
  answerPulls(session, publishing)
  connection.onExecuteCommand(({command, arguments: given}, token) =>
    unlessCancelled(token, execute(session, recheck, {command, ...(given && {arguments: given})})),
  )
}

function answerActions(
  session: Session,
  ready: (uri: string, token: CancellationToken) => Promise<Ready | undefined>,
): void {
  const {connection, client} = session
  connection.onCodeAction(async ({textDocument: {uri}, range, context}, token) => {
    const now = await ready(uri, token)
    if (!now) return null
    const environment = await session.environmentOf(now.document)
    return actionsAt({...now, client: client(), environment}, {range, context})
  })
  connection.onCodeActionResolve(async (action, token): Promise<CodeAction> => {
    const {success, output} = v.safeParse(actionData, action.data)
    if (!success) return action
    const edit = await unlessCancelled(token, editOfData(session, output))
    return {...action, ...(edit && {edit})}
  })
}

function answerPulls(session: Session, publishing: Publishing): void {
  const {diagnostics} = session.connection.languages
  diagnostics.on(async ({textDocument: {uri}, previousResultId}, token) => {
    const document = session.documents.get(uri)
    if (!document) return {kind: 'full', items: []}
    const marked = await unlessCancelled(token, publishing.markedIn(document))
    if (!marked) throw new ResponseError(LSPErrorCodes.ServerCancelled, problems.edited, again)
    const {items, resultId} = {items: marked.diagnostics, resultId: idOf(marked.diagnostics)}
    const report: DocumentDiagnosticReport =
      resultId === previousResultId
        ? {kind: 'unchanged', resultId}
        : {kind: 'full', resultId, items}
    return report
  })
  diagnostics.onWorkspace((params, token, progress, partial) =>
    pullWorkspace(session, publishing, params, {
      token,
      progress,
      partly: partial && ((report) => partial.report(report)),
    }),
  )
}

const again = {retriggerRequest: true} as const

/** The same for the same diagnostics: a sum over their text, which need not be secret. */
function idOf(diagnostics: readonly unknown[]): string {
  let sum = 5381
  const text = JSON.stringify(diagnostics)
  for (let index = 0; index < text.length; index++)
    sum = (Math.imul(sum, 33) + text.charCodeAt(index)) >>> 0
  return `${text.length} ${sum}`
}

/** @returns undefined for what is not checked. @throws {ResponseError} where the text is edited meanwhile */
async function readyFor(session: Session, uri: string): Promise<Ready | undefined> {
  const document = session.documents.get(uri)
  if (!document) return undefined
  const settings = await session.settingsOf(document)
  if (!settings.enable) return undefined
  const outcome = await session.checking.outcomeOf(document)
  if (!outcome) throw new ResponseError(LSPErrorCodes.ContentModified, problems.edited)
  return {document, outcome, settings}
}

/** Answers at once when the editor does not want to know any more. */
function unlessCancelled<T>(token: CancellationToken, answer: Promise<T>): Promise<T> {
  return new Promise((give, refuse) => {
    const cancelled = new ResponseError(LSPErrorCodes.RequestCancelled, problems.edited)
    if (token.isCancellationRequested) refuse(cancelled)
    const watching = token.onCancellationRequested(() => refuse(cancelled))
    answer.then(give, refuse).finally(() => watching.dispose())
  })
}
