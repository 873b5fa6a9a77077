import {existsSync, readFileSync} from 'node:fs'
import {copyFile, mkdir, writeFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {vsixFiles, zipped} from '../../../scripts/vsix/layout.ts'
import {writeCommand} from '../../../src/build/bundles.ts'
import {type Folder, folderOf, run} from '../../cli/command.ts'
import {unpack, until} from './load.ts'
import type {StubDocument} from './stub/document.ts'
import {createEditor} from './stub/editor.ts'
import {type AnyEdit, SnippetTextEdit} from './stub/edits.ts'
import type {Diagnostic} from './stub/kinds.ts'
import {Uri} from './stub/places.ts'

const text = `---
behaviour-of: Mr Hale
harm-to: Ms Hale
---

# Chronology

Ms Hale failed to protect the children.

![A plan of the flat](plan.png)
`

let folder: Folder
let unpacked: Awaited<ReturnType<typeof unpack>>
beforeAll(async () => {
  folder = await folderOf({'reports/report.md': text})
  const dist = join(folder.path, 'dist')
  await mkdir(dist)
  await writeCommand(resolve('.'), dist)
  unpacked = await unpack(zipped(await vsixFiles(resolve('.'), dist)))
}, 120_000)
afterAll(async () => {
  await unpacked.remove()
  await folder.remove()
})

const inReports = (name: string) => join(folder.path, 'reports', name)

let end: (() => Promise<void>) | undefined
afterEach(async () => {
  await end?.()
  end = undefined
})

async function start(arranged: Parameters<typeof createEditor>[0] = {}) {
  const editor = createEditor({folder: folder.path, ...arranged})
  const activated = await unpacked.activateIn(editor)
  end = activated.end
  return editor
}

type Editor = Awaited<ReturnType<typeof start>>

const shownIn = ({record}: Editor, path: string) =>
  record.diagnostics.get(Uri.file(path).toString())

async function openReport(editor: Editor) {
  const path = inReports('report.md')
  const document = editor.open(path, 'markdown', text)
  const found = await until(() => {
    const shown = shownIn(editor, path)
    return shown && shown.length > 0 && shown
  })
  return {path, document, found}
}

/** Takes one of the actions at a place, as a person would from the list. */
async function apply(
  editor: Editor,
  document: StubDocument,
  place: Diagnostic | undefined,
  title: RegExp,
): Promise<readonly AnyEdit[]> {
  const actions = editor.record.providers.get('CodeActions')
  if (!place || !actions?.provideCodeActions) throw new Error('Expected a place and its actions')
  const {token} = new editor.api.CancellationTokenSource()
  const context = {diagnostics: [place], triggerKind: 1}
  const offered = await actions.provideCodeActions(document, place.range, context, token)
  const taken = offered.find((action) => title.test(action.title))
  if (!taken) throw new Error(`Expected ${title} among ${offered.map((each) => each.title)}`)
  const resolved = taken.edit ? taken : await actions.resolveCodeAction?.(taken, token)
  if (!resolved?.edit) throw new Error('Expected the action to change something')
  expect(await editor.api.workspace.applyEdit(resolved.edit)).toBe(true)
  return resolved.edit.changes.flatMap(({edits}) => edits)
}

describe('a Markdown report that is opened', () => {
  test('shows what the command finds in it, at the same words', async () => {
    const editor = await start()
    const {found, document} = await openReport(editor)
    const {stdout} = await run([inReports('report.md'), '--format', 'json'])
    const {findings} = JSON.parse(stdout).documents[0]
    const expected = findings.map(({ruleId, actual}: {ruleId: string; actual: string}) => [
      ruleId,
      actual,
    ])
    const shown = found.map(({code, range}) => [
      code,
      document.getText().slice(document.offsetAt(range.start), document.offsetAt(range.end)),
    ])
    expect(shown).toEqual(expected)
    expect(shown).toContainEqual(['failure-to-protect', 'failed to protect'])
  })

  test('has its places, and what was not read of it, in the status bar', async () => {
    const editor = await start()
    await openReport(editor)
    const {status} = editor.record
    await until(() => status.text.includes('place'))
    expect(status).toMatchObject({
      text: '1 place · one image not read',
      tooltip: [
        '1 place worth changing',
        'Not read: one image.',
        'Checked on this machine. Nothing is sent.',
      ].join('\n'),
      command: 'workbench.actions.view.problems',
      isShown: true,
    })
  })

  test('is asked about again after each edit, and the status follows', async () => {
    const editor = await start()
    const {document, path, found} = await openReport(editor)
    const [first] = found
    editor.edit(
      document,
      first ? [editor.api.TextEdit.replace(first.range, 'was at home with')] : [],
    )
    await until(() => shownIn(editor, path)?.length === 0)
    await until(() => editor.record.status.text.startsWith('0 places'))
    expect(editor.record.status.tooltip).toContain(
      'That says little about what a report leaves out.',
    )
  })

  test('is offered wording with blanks as a snippet, behind its sentence', async () => {
    const editor = await start()
    const {document, found} = await openReport(editor)
    const title = /^Insert wording to fill in, if you were told it/
    const edits = await apply(editor, document, found[0], title)
    expect(edits.map((edit) => edit instanceof SnippetTextEdit)).toEqual([true])
    expect(document.getText()).toBe(
      text.replace(
        'protect the children.',
        'protect the children. Ms Hale told me that Mr Hale ___ and that, to keep the child safe, Ms Hale ___.',
      ),
    )
  })

  test('has no place left where another word was taken', async () => {
    const editor = await start({settings: {safeTogetherLint: {showInfo: true}}})
    const lesson = '# School\n\nCai had a lesson about domestic violence.\n'
    const path = inReports('lesson.md')
    const document = editor.open(path, 'markdown', lesson)
    const [place] = await until(() => {
      const shown = shownIn(editor, path)
      return shown && shown.length > 0 && shown
    })
    await apply(editor, document, place, /^Write “domestic abuse”$/)
    expect(document.getText()).toBe(lesson.replace('violence', 'abuse'))
    await until(() => shownIn(editor, path)?.length === 0)
  })

  test('says why on hover', async () => {
    const editor = await start()
    const {document, found} = await openReport(editor)
    const {token} = new editor.api.CancellationTokenSource()
    const hover = await editor.record.providers
      .get('Hover')
      ?.provideHover?.(document, found[0]?.range.start, token)
    expect(hover?.contents).toMatchObject({value: expect.stringContaining('Why it matters')})
  })
})

test('a command of the server is about the text in front', async () => {
  const editor = await start()
  await openReport(editor)
  await editor.api.commands.executeCommand('safeTogetherLint.showUnread')
  await until(() => editor.record.messages.length > 0)
  expect(editor.record.messages).toEqual([['information', 'Not checked: one image.']])
})

describe('the status bar', () => {
  test('says nothing about a text that is not checked', async () => {
    const editor = await start()
    await openReport(editor)
    await until(() => editor.record.status.isShown)
    editor.open(inReports('program.ts'), 'typescript', 'failed to protect')
    expect(editor.record.status.isShown).toBe(false)
  })

  test('says that nothing is checked where the check is turned off', async () => {
    const editor = await start({settings: {safeTogetherLint: {enable: false}}})
    editor.open(inReports('report.md'), 'markdown', text)
    expect(editor.record.status).toMatchObject({
      text: 'not checked',
      command: {command: 'workbench.action.openSettings', arguments: ['safeTogetherLint.enable']},
    })
  })
})

test('the check starts again when it is asked to, and finds the same', async () => {
  const editor = await start()
  const {path} = await openReport(editor)
  const restarted = editor.api.commands.executeCommand('safeTogetherLint.restart')
  await until(() => (shownIn(editor, path) ?? []).length === 0)
  await restarted
  await until(() => shownIn(editor, path)?.length === 1)
})

describe('a copy with comments', () => {
  const annotate = (editor: Editor, path?: string) =>
    editor.api.commands.executeCommand('safeTogetherLint.annotate', path && Uri.file(path))

  async function newReport(name: string, copy?: string) {
    await copyFile('fixtures/section-7/report.docx', inReports(name))
    if (copy !== undefined) await writeFile(inReports(copy), 'old')
    return inReports(name)
  }

  test('is written beside the document, said, and opened when that is wanted', async () => {
    const path = await newReport('a.docx')
    const copy = inReports('a.reviewed.docx')
    const editor = await start({answers: {[`${copy}:`]: 'Open the copy'}})
    await annotate(editor, path)
    expect(readFileSync(path)).toEqual(readFileSync('fixtures/section-7/report.docx'))
    expect(existsSync(copy)).toBe(true)
    expect(editor.record.messages).toEqual([
      ['information', expect.stringContaining(copy), 'Open the copy', 'Show in its folder'],
    ])
    expect(editor.record.openedOutside).toEqual([copy])
  })

  test('asks for the document where none was chosen, and can show the folder', async () => {
    const path = await newReport('b.docx')
    const copy = inReports('b.reviewed.docx')
    const answers = {'open dialog': [Uri.file(path)], [`${copy}:`]: 'Show in its folder'}
    const editor = await start({answers})
    await annotate(editor)
    expect(editor.record.executed.at(-1)).toEqual(['revealFileInOS', Uri.file(copy)])
  })

  test('leaves a copy alone that stands there, unless it may be written over', async () => {
    const path = await newReport('c.docx', 'c.reviewed.docx')
    const copy = inReports('c.reviewed.docx')
    const careful = await start()
    await annotate(careful, path)
    expect(careful.record.messages).toEqual([
      ['warning', 'c.reviewed.docx stands there already.', 'Write over it'],
    ])
    expect(readFileSync(copy, 'utf8')).toBe('old')
    await end?.()
    const bold = await start({answers: {'c.reviewed.docx stands there': 'Write over it'}})
    await annotate(bold, path)
    expect(readFileSync(copy).subarray(0, 2).toString()).toBe('PK')
  })

  test('of something that is no document is refused with what to do', async () => {
    await writeFile(inReports('d.docx'), 'no document')
    const editor = await start()
    await annotate(editor, inReports('d.docx'))
    expect(editor.record.messages).toEqual([['error', expect.stringContaining('d.docx')]])
    expect(existsSync(inReports('d.reviewed.docx'))).toBe(false)
  })
})
