import {
  type Command,
  Disposable,
  languages,
  StatusBarAlignment,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import {type LanguageClient, State} from 'vscode-languageclient/node'
import {type Checked, checkedNotification} from './checked.ts'
import {checkedTexts, section} from './selector.ts'
import {type Standing, statusText} from './status-text.ts'
import {words} from './words.ts'

const commands: Readonly<Record<Standing['is'], string | Command>> = {
  stopped: 'safeTogetherLint.restart',
  off: {
    command: 'workbench.action.openSettings',
    title: words.name,
    arguments: [`${section}.enable`],
  },
  waiting: 'workbench.actions.view.problems',
  checked: 'workbench.actions.view.problems',
}

/** The item that says of the text in front what is checked of it, and what is not. */
export function showStatus(client: LanguageClient): Disposable {
  const item = window.createStatusBarItem(`${section}.checked`, StatusBarAlignment.Right, 100)
  item.name = words.name
  const last = new Map<string, Checked>()
  const show = () => {
    const document = window.activeTextEditor?.document
    if (document === undefined || languages.match(checkedTexts, document) === 0) {
      item.hide()
      return
    }
    const standing = standingOf(document, client, last)
    const {text, tooltip} = statusText(standing)
    item.text = text
    item.tooltip = tooltip.join('\n')
    item.command = commands[standing.is]
    item.show()
  }
  const forget = ({uri}: TextDocument) => last.delete(uri.toString())
  const listening = [
    client.onNotification(checkedNotification, (checked) => {
      last.set(client.protocol2CodeConverter.asUri(checked.uri).toString(), checked)
      show()
    }),
    client.onDidChangeState(show),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidChangeConfiguration(show),
    workspace.onDidCloseTextDocument(forget),
  ]
  show()
  return Disposable.from(item, ...listening)
}

function standingOf(
  {uri}: TextDocument,
  client: LanguageClient,
  last: ReadonlyMap<string, Checked>,
): Standing {
  if (workspace.getConfiguration(section, uri).get('enable') === false) return {is: 'off'}
  if (client.state === State.Stopped || client.state === State.StartFailed) return {is: 'stopped'}
  const checked = last.get(uri.toString())
  return checked === undefined ? {is: 'waiting'} : {is: 'checked', checked}
}
