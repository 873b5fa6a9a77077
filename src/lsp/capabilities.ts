import {
  CodeActionKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node'
import {en} from '../core/catalogue/en.ts'
import type {Client} from './client.ts'
import {commands} from './command-names.ts'

/** What an editor is offered: of two ways to do a thing the one that it knows. */
export const capabilitiesFor = (client: Client): ServerCapabilities => ({
  positionEncoding: client.encoding,
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: {includeText: false},
  },
  hoverProvider: true,
  codeActionProvider: client.actionLiterals
    ? {
        codeActionKinds: [CodeActionKind.QuickFix],
        ...(client.resolvesEdits && client.actionData && {resolveProvider: true}),
      }
    : true,
  documentSymbolProvider: {label: en.editor.source},
  codeLensProvider: {resolveProvider: false},
  inlayHintProvider: {resolveProvider: false},
  executeCommandProvider: {commands: Object.values(commands)},
  workspace: {workspaceFolders: {supported: true, changeNotifications: true}},
  ...(client.pulls && {
    diagnosticProvider: {
      identifier: en.editor.source,
      interFileDependencies: false,
      workspaceDiagnostics: true,
      workDoneProgress: true,
    },
  }),
})
