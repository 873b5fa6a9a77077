import type {Readable, Writable} from 'node:stream'
import {
  type DataCallback,
  ErrorCodes,
  type Message,
  type MessageReader,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import {en} from '../core/catalogue/en.ts'

const {problems} = en.editor

/** How far the conversation has come. */
export interface Conversation {
  hasBegun: boolean
  hasShutDown: boolean
}

/**
 * The messages of an editor. What the library would take for granted is looked at first: text that is no message is
 * answered, and so is a request that comes too early or too late.
 */
export function messagesBetween(input: Readable, output: Writable, conversation: Conversation) {
  const inner = new StreamMessageReader(input)
  const writer = new StreamMessageWriter(output)
  const refuse = (id: string | number | null, code: number, message: string) =>
    void writer.write({jsonrpc: '2.0', ...{id, error: {code, message}}})
  inner.onError(() => refuse(null, ErrorCodes.ParseError, problems.notJson))
  const reader: MessageReader = {
    onError: () => ({dispose: () => undefined}),
    onClose: inner.onClose,
    onPartialMessage: inner.onPartialMessage,
    dispose: () => inner.dispose(),
    listen: (callback: DataCallback) =>
      inner.listen((message) => {
        const {id, method, isMessage} = look(message)
        if (!isMessage) return refuse(null, ErrorCodes.InvalidRequest, problems.notMessage)
        const isRequest = method !== undefined && id !== undefined
        if (isRequest && method === 'initialize' && conversation.hasBegun)
          return refuse(id, ErrorCodes.InvalidRequest, problems.begun)
        if (method === 'initialize') conversation.hasBegun = true
        if (isRequest && !conversation.hasBegun)
          return refuse(id, ErrorCodes.ServerNotInitialized, problems.notInitialised)
        if (isRequest && conversation.hasShutDown)
          return refuse(id, ErrorCodes.InvalidRequest, problems.shutDown)
        const isEarly = method !== undefined && !conversation.hasBegun && method !== 'exit'
        if (!isEarly) callback(message)
        if (method === 'shutdown') conversation.hasShutDown = true
      }),
  }
  return {reader, writer}
}

function look(message: Message | null) {
  const fields: readonly (readonly [string, unknown])[] =
    typeof message === 'object' && message !== null && !Array.isArray(message)
      ? Object.entries(message)
      : []
  const of = (name: string) => fields.find(([key]) => key === name)?.[1]
  const id = of('id')
  const method = of('method')
  const isAsked = typeof method === 'string'
  const isAnswer = 'result' in Object.fromEntries(fields) || of('error') !== undefined
  // The library would log it with all that it holds.
  const isOdd = isAsked && id !== undefined && typeof id !== 'string' && typeof id !== 'number'
  return {
    id: typeof id === 'string' || typeof id === 'number' ? id : undefined,
    method: isAsked ? method : undefined,
    isMessage: of('jsonrpc') === '2.0' && !isOdd && (isAsked || isAnswer),
  }
}
