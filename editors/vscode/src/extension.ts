import {commands, type ExtensionContext, type Uri} from 'vscode'
import type {LanguageClient} from 'vscode-languageclient/node'
import {annotateCopy} from './annotate.ts'
import {createClient} from './client.ts'
import {showStatus} from './status.ts'

let running: LanguageClient | undefined

/** Called by the editor when a text that is checked is opened first. */
export async function activate(context: ExtensionContext): Promise<void> {
  const start = context.asAbsolutePath('server/start.cjs')
  const client = createClient(start)
  running = client
  context.subscriptions.push(
    showStatus(client),
    commands.registerCommand('safeTogetherLint.annotate', (chosen?: Uri) =>
      annotateCopy(start, chosen),
    ),
    commands.registerCommand('safeTogetherLint.restart', () =>
      client.needsStop() ? client.restart() : client.start(),
    ),
  )
  // The client has said what went wrong, and the status bar says that nothing is checked.
  await client.start().catch(() => undefined)
}

/** Called by the editor when it closes, which waits a moment for the server to end. */
export async function deactivate(): Promise<void> {
  if (running?.needsStop()) await running.dispose()
  running = undefined
}
