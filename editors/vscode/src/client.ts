import {window} from 'vscode'
import {
  LanguageClient,
  RevealOutputChannelOn,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node'
import {checkedTexts, section} from './selector.ts'
import {words} from './words.ts'

/** @param start the command that the extension brings, as a file */
export function createClient(start: string): LanguageClient {
  // Standard input and output: anything else would open a pipe or a port.
  const server: ServerOptions = {module: start, args: ['lsp'], transport: TransportKind.stdio}
  return new LanguageClient(section, words.name, server, {
    documentSelector: checkedTexts,
    diagnosticPullOptions: {onChange: true},
    // What goes wrong is said in the status bar, not in a window over the report.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      // From the list of commands one comes without the text that it is about.
      executeCommand: (command, args, next) =>
        next(command, args.length > 0 ? args : textInFront()),
    },
  })
}

function textInFront(): string[] {
  const document = window.activeTextEditor?.document
  return document ? [document.uri.toString()] : []
}
