import type {ClientCapabilities} from 'vscode-languageserver-protocol/node'

/** As Neovim 0.7 and eglot are: diagnostics are sent to them, and edits come with the actions. */
export const poor: ClientCapabilities = {}

export const middling: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {relatedInformation: true},
    codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ['', 'quickfix']}}},
    hover: {contentFormat: ['plaintext']},
  },
}

/** Everything that the server can make use of. */
export const rich: ClientCapabilities = {
  general: {positionEncodings: ['utf-16']},
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: {dynamicRegistration: true},
    didChangeWatchedFiles: {dynamicRegistration: true},
    diagnostics: {refreshSupport: true},
    codeLens: {refreshSupport: true},
    inlayHint: {refreshSupport: true},
    workspaceEdit: {
      documentChanges: true,
      snippetEditSupport: true,
      resourceOperations: ['create', 'rename', 'delete'],
    },
  },
  textDocument: {
    diagnostic: {relatedInformation: true, codeDescriptionSupport: true, dataSupport: true},
    publishDiagnostics: {relatedInformation: true, codeDescriptionSupport: true},
    codeAction: {
      codeActionLiteralSupport: {codeActionKind: {valueSet: ['', 'quickfix']}},
      dataSupport: true,
      resolveSupport: {properties: ['edit']},
    },
    hover: {contentFormat: ['markdown', 'plaintext']},
    documentSymbol: {hierarchicalDocumentSymbolSupport: true},
  },
  window: {workDoneProgress: true, showDocument: {support: true}, showMessage: {}},
}
