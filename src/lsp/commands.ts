import * as v from 'valibot'
import {
  ErrorCodes,
  type Location,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  ShowMessageRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import {en} from '../core/catalogue/en.ts'
import {sourceRange} from '../core/segments.ts'
import {type Status, statusValues} from '../core/types.ts'
import {actionData, editFor} from './actions.ts'
import type {Outcome} from './checking.ts'
import {commands} from './command-names.ts'
import {declarationEdit} from './declaring.ts'
import {pageOf} from './diagnostics.ts'
import type {OpenDocument} from './documents.ts'
import {ruleInWords, rulesOf} from './hover.ts'
import {marked} from './places.ts'
import {toLspRange} from './positions.ts'
import type {Session} from './session.ts'

const words = en.editor

/** A document, and what it was found to hold. */
interface Current {
  readonly document: OpenDocument
  readonly outcome: Outcome
}

type Carry = (session: Session, given: readonly unknown[]) => Promise<unknown>

const onDocument = v.looseTuple([v.string()])
const statusArguments = v.looseTuple([v.string(), v.optional(v.nullable(v.picklist(statusValues)))])
const ruleArguments = v.looseTuple([v.string(), v.string()])
const placeArguments = v.looseTuple([v.string(), v.string(), v.number()])

const carry: Readonly<Record<string, Carry>> = {
  [commands.showUnread]: async (session, given) => {
    const [uri] = argumentsOf(onDocument, given)
    const {outcome} = await currentOf(session, uri)
    const unread = (outcome.checked?.result.unread ?? []).map(words.unreadWords)
    return inform(session, words.unread(unread))
  },
  [commands.showRule]: async (session, given) => {
    const [uri, ruleId] = argumentsOf(ruleArguments, given)
    const {document, outcome} = await currentOf(session, uri)
    const text = ruleInWords(outcome, ruleId)
    if (text === undefined) throw invalid(words.problems.unknownCommand)
    const {rulePages} = await session.settingsOf(document)
    const category = rulesOf(outcome).get(ruleId)?.rule.category ?? ''
    const page = pageOf(rulePages, category, ruleId)
    if (page === undefined || !session.client().showsDocuments) return inform(session, text)
    await session.connection.window.showDocument({uri: page, external: true})
    return text
  },
  [commands.showPlaces]: async (session, given): Promise<Location[]> => {
    const [uri, ruleId, start] = argumentsOf(placeArguments, given)
    const {document, outcome} = await currentOf(session, uri)
    const settings = await session.settingsOf(document)
    const finding = marked(outcome, settings).find(
      (each) => each.ruleId === ruleId && each.range.start === start,
    )
    const read = outcome.checked?.result.document
    if (!finding || !read) throw invalid(words.problems.edited)
    const places = [finding, ...(finding.alsoAt ?? [])]
    const ranges = places.map(({range}) => toLspRange(outcome.lines, sourceRange(read, range)))
    const lines = ranges.map((range) => range.start.line + 1)
    inform(session, words.allPlaces(finding.message, lines))
    return ranges.map((range) => ({uri, range}))
  },
  [commands.setStatus]: async (session, given) => {
    const [uri, asked] = argumentsOf(statusArguments, given)
    const {document, outcome} = await currentOf(session, uri)
    if (document.format !== 'markdown' && document.path === undefined) throw invalid(words.notSaved)
    const status = asked ?? (await askStatus(session))
    if (status === undefined || !outcome.file) return null
    const {io} = await session.environmentOf(document)
    const client = session.client()
    const edit = await declarationEdit(document, outcome.file.target, {status}, {client, io})
    return apply(session, edit)
  },
  [commands.apply]: async (session, given) => {
    const [data] = argumentsOf(v.looseTuple([actionData]), given)
    return apply(session, await editOfData(session, data))
  },
}

/** @param recheck everything is read and checked anew */
export async function execute(
  session: Session,
  recheck: () => void,
  {
    command,
    arguments: given = [],
  }: {readonly command: string; readonly arguments?: readonly unknown[]},
): Promise<unknown> {
  if (command === commands.recheck) {
    recheck()
    return null
  }
  const known = Object.hasOwn(carry, command) ? carry[command] : undefined
  if (!known) throw invalid(words.problems.unknownCommand)
  return known(session, given)
}

/** The edit of an action that was offered without one. @throws {ResponseError} where the text has changed since */
export async function editOfData(
  session: Session,
  {uri, version, deed}: v.InferOutput<typeof actionData>,
): Promise<WorkspaceEdit | undefined> {
  const {document, outcome} = await currentOf(session, uri)
  if (outcome.version !== version) throw invalid(words.problems.edited)
  const [settings, environment] = await Promise.all([
    session.settingsOf(document),
    session.environmentOf(document),
  ])
  return editFor({document, outcome, settings, client: session.client(), environment}, deed)
}

async function currentOf({documents, checking}: Session, uri: string): Promise<Current> {
  const document = documents.get(uri)
  if (!document) throw invalid(words.noDocument)
  const outcome = await checking.outcomeOf(document)
  if (!outcome) throw invalid(words.problems.edited)
  return {document, outcome}
}

async function apply({connection}: Session, edit: WorkspaceEdit | undefined): Promise<boolean> {
  if (!edit) throw invalid(words.cannotDeclare)
  return (await connection.workspace.applyEdit(edit)).applied
}

function inform({connection}: Session, message: string): string {
  void connection.sendNotification(ShowMessageNotification.type, {type: MessageType.Info, message})
  return message
}

async function askStatus({connection}: Session): Promise<Status | undefined> {
  const actions = statusValues.map((status) => ({title: words.statusTitle(status)}))
  const message = words.chooseStatus
  const chosen = await connection.sendRequest(ShowMessageRequest.type, {
    ...{type: MessageType.Info, message, actions},
  })
  return statusValues.find((status) => words.statusTitle(status) === chosen?.title)
}

function argumentsOf<T>(shape: v.GenericSchema<unknown, T>, given: readonly unknown[]): T {
  const {success, output} = v.safeParse(shape, given)
  if (success) return output
  throw new ResponseError(ErrorCodes.InvalidParams, words.problems.wrongSetting)
}

const invalid = (message: string) => new ResponseError(ErrorCodes.InvalidRequest, message)
