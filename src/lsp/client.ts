import type {ClientCapabilities, InitializeParams} from 'vscode-languageserver/node'
import type {Encoding} from './positions.ts'

/** What an editor can do, as far as it changes what it is given. */
export interface Client {
  readonly encoding: Encoding
  /** It asks for diagnostics; else they are sent. */
  readonly pulls: boolean
  readonly refreshesDiagnostics: boolean
  readonly relatedInformation: boolean
  readonly codeDescription: boolean
  readonly markdown: boolean
  readonly actionLiterals: boolean
  /** Edits of code actions may come when one is chosen. */
  readonly resolvesEdits: boolean
  readonly actionData: boolean
  readonly documentChanges: boolean
  readonly createsFiles: boolean
  readonly snippets: boolean
  readonly nestedSymbols: boolean
  readonly configuration: boolean
  readonly configurationEvents: boolean
  readonly watches: boolean
  readonly folderEvents: boolean
  readonly progress: boolean
  readonly showsDocuments: boolean
  readonly refreshesLenses: boolean
  readonly refreshesHints: boolean
}

/** What holds until an editor has said anything. */
export const poorClient: Client = clientOf({capabilities: {}})

export function clientOf({capabilities}: Pick<InitializeParams, 'capabilities'>): Client {
  const {textDocument = {}, workspace = {}, window = {}} = capabilities
  return {
    ...diagnosticsOf(capabilities),
    ...actionsOf(capabilities),
    encoding: encodingOf(capabilities.general?.positionEncodings),
    markdown: textDocument.hover?.contentFormat?.[0] === 'markdown',
    nestedSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    configuration: workspace.configuration === true,
    configurationEvents: workspace.didChangeConfiguration?.dynamicRegistration === true,
    watches: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    folderEvents: workspace.workspaceFolders === true,
    progress: window.workDoneProgress === true,
    showsDocuments: window.showDocument?.support === true,
    refreshesLenses: workspace.codeLens?.refreshSupport === true,
    refreshesHints: workspace.inlayHint?.refreshSupport === true,
  }
}

function diagnosticsOf({textDocument = {}, workspace = {}}: ClientCapabilities) {
  const {diagnostic, publishDiagnostics} = textDocument
  const said = diagnostic ?? publishDiagnostics
  const either = [diagnostic, publishDiagnostics]
  return {
    pulls: diagnostic !== undefined,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    relatedInformation:
      said !== undefined && either.some((each) => each?.relatedInformation === true),
    codeDescription:
      said !== undefined && either.some((each) => each?.codeDescriptionSupport === true),
  }
}

function actionsOf({textDocument = {}, workspace = {}}: ClientCapabilities) {
  const {codeAction} = textDocument
  const {workspaceEdit} = workspace
  return {
    actionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits: codeAction?.resolveSupport?.properties.includes('edit') === true,
    actionData: codeAction?.dataSupport === true,
    documentChanges: workspaceEdit?.documentChanges === true,
    createsFiles: workspaceEdit?.resourceOperations?.includes('create') === true,
    snippets: workspaceEdit?.documentChanges === true && workspaceEdit.snippetEditSupport === true,
  }
}

/** UTF-16 is what all can do; UTF-8 where an editor likes that better. */
function encodingOf(offered: readonly string[] | undefined): Encoding {
  const first = offered?.find((each) => each === 'utf-8' || each === 'utf-16')
  return first === 'utf-8' ? 'utf-8' : 'utf-16'
}
