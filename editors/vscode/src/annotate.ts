import {existsSync} from 'node:fs'
import {basename} from 'node:path'
import {commands, env, ProgressLocation, Uri, window} from 'vscode'
import {type Ran, runCommand} from './run-command.ts'
import {words} from './words.ts'

const said = words.annotate

/**
 * Makes a copy of a document with the findings in its margin, says where it lies, and offers to open it.
 * @param start the command that the extension brings, as a file
 * @param chosen in the explorer; without it the person is asked
 */
export async function annotateCopy(start: string, chosen: Uri | undefined): Promise<void> {
  const document = chosen ?? (await askForDocument())
  if (document === undefined) return
  const path = document.fsPath
  const copy = copyPath(path)
  // A document that is itself a copy would be its own copy; the command says what to do then.
  if (copy !== path && existsSync(copy) && !(await mayReplace(copy))) return
  const ran = await runWithProgress(start, path, copy)
  if (ran === undefined) return
  if (ran.code !== 0) {
    await window.showErrorMessage(inOneLine(ran.stderr))
    return
  }
  await offer(copy, inOneLine(ran.stdout))
}

async function askForDocument(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    openLabel: said.choose,
    canSelectMany: false,
    filters: {[said.documents]: ['docx', 'odt']},
  })
  return chosen?.[0]
}

/** "report.docx" gives "report.reviewed.docx", as the command names it. */
const copyPath = (path: string) =>
  path.replace(/\.(?:reviewed|cleaned)(?=\.\w+$)/i, '').replace(/(?=\.\w+$)/, '.reviewed')

async function mayReplace(copy: string): Promise<boolean> {
  const detail = said.standingDetail
  const options = {modal: true, detail}
  const answer = await window.showWarningMessage(
    said.standing(basename(copy)),
    options,
    said.replace,
  )
  return answer === said.replace
}

async function runWithProgress(
  start: string,
  path: string,
  copy: string,
): Promise<Ran | undefined> {
  const title = said.working(basename(path))
  const isReplaced = copy !== path && existsSync(copy)
  const args = ['annotate', path, '--output', copy, ...(isReplaced ? ['--force'] : [])]
  try {
    return await window.withProgress({location: ProgressLocation.Window, title}, () =>
      runCommand(start, args, path),
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : `${error}`
    await window.showErrorMessage(said.unstarted(reason))
    return undefined
  }
}

/** A message of the editor has no lines: each becomes a sentence. */
const inOneLine = (text: string) =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => (/[.:?]$/.test(line) ? line : `${line}.`))
    .join(' ')

async function offer(copy: string, message: string): Promise<void> {
  const answer = await window.showInformationMessage(message, said.open, said.show)
  if (answer === said.open) await env.openExternal(Uri.file(copy))
  if (answer === said.show) await commands.executeCommand('revealFileInOS', Uri.file(copy))
}
