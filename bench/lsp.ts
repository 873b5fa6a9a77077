import {readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Editor, startEditor} from '../test/lsp/editor.ts'

const mebibyte = 1024 * 1024

/** Keys that are pressed before anything is measured: the program is compiled meanwhile. */
const warmUp = 50

/** What somebody types, again and again; some of it is found. */
const typed = 'She said that he shouted. The mother failed to protect the child from it. '

interface Measured {
  readonly name: string
  readonly words: number
  readonly diagnostics: number
  readonly keys: number
  /** In milliseconds, sorted. */
  readonly times: readonly number[]
}

/** Keystroke to diagnostics over a real process without a pause, and memory after many edits. */
export async function measureEditor(texts: string, command: string): Promise<string> {
  const measured: Measured[] = []
  for (const ending of ['md', 'txt', 'html'] as const) {
    const [short, long] = [textOf(texts, 'report', ending), textOf(texts, 'words-100k', ending)]
    measured.push(await typeInto(`report.${ending}`, short, 500, command))
    measured.push(await typeInto(`words-100k.${ending}`, long, 100, command))
  }
  const memory = await measureMemory(textOf(texts, 'report', 'md'), command)
  return [
    '### In an editor',
    'From a keystroke to the diagnostics of the text with it, over standard input and output, without a pause; each key is pressed when the diagnostics of the one before are there.',
    '| document | words | diagnostics | keys | median | 99th percentile | slowest |\n| --- | --: | --: | --: | --: | --: | --: |',
    ...measured.map(rowOf),
    'Memory of the server, after garbage was collected, with a report of 6,000 words:',
    '| edits | heap | process |\n| --: | --: | --: |',
    ...memory,
  ].reduce(
    (page, part) => `${page}${part.startsWith('| ') && page.endsWith('|') ? '\n' : '\n\n'}${part}`,
  )
}

/** Of the web page no text is kept: it is the plain one, a paragraph in each element. */
function textOf(texts: string, name: string, ending: 'md' | 'txt' | 'html'): string {
  if (ending !== 'html') return readFileSync(join(texts, `${name}.${ending}`), 'utf8')
  const paragraphs = textOf(texts, name, 'txt').split(/\n{2,}/)
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
}

function rowOf({name, words, diagnostics, keys, times}: Measured): string {
  const at = (share: number) => `${(times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(1)} ms`
  const cells = [name, words, diagnostics, keys, at(0.5), at(0.99), at(1)]
  return `| ${cells.map((cell) => cell.toLocaleString('en-GB')).join(' | ')} |`
}

const start = (command: string, node: readonly string[] = []) =>
  startEditor({command, folder: tmpdir(), node, options: {debounce: 0}})

/** The middle of a line in the middle of the text, as a position. */
function middleOf(text: string): {readonly line: number; readonly character: number} {
  const lines = text.split('\n')
  const half = Math.floor(lines.length / 2)
  const line = lines.findIndex((each, index) => index >= half && each.length > 60)
  return {line, character: lines[line]?.indexOf(' ', 30) ?? 0}
}

async function typeInto(
  name: string,
  text: string,
  keys: number,
  command: string,
): Promise<Measured> {
  const editor = await start(command)
  const language = name.endsWith('md') ? 'markdown' : name.endsWith('html') ? 'html' : 'plaintext'
  const uri = editor.open(name, text, language)
  const diagnostics = (await editor.published(uri)).length
  const times = await press(editor, uri, middleOf(text), keys + warmUp)
  await editor.quit()
  const words = text.split(/\s+/).length
  return {name, words, diagnostics, keys, times: times.slice(warmUp).toSorted((a, b) => a - b)}
}

/** Types, and takes away what was typed when a sentence is done, so that the text keeps its length. */
async function press(
  editor: Editor,
  uri: string,
  {line, character}: {readonly line: number; readonly character: number},
  keys: number,
): Promise<readonly number[]> {
  const times: number[] = []
  for (let key = 0; key < keys; key++) {
    const done = key % (typed.length + 1)
    const from = done === typed.length ? character : character + done
    const range = {start: {line, character: from}, end: {line, character: character + done}}
    const before = performance.now()
    editor.change(uri, [{range, text: typed.charAt(done)}])
    await editor.published(uri)
    times.push(performance.now() - before)
  }
  return times
}

/** Loaded into the server: on a signal garbage is collected, and memory said. */
const hook = `process.on('SIGUSR2', () => {
  for (let turn = 0; turn < 3; turn++) globalThis.gc()
  const {rss, heapUsed} = process.memoryUsage()
  process.stderr.write(JSON.stringify({rss, heapUsed}) + '\\n')
})`

async function measureMemory(text: string, command: string): Promise<readonly string[]> {
  const file = join(tmpdir(), `safe-together-memory-${process.pid}.cjs`)
  writeFileSync(file, hook)
  const editor = await start(command, ['--expose-gc', '--require', file])
  const uri = editor.open('report.md', text)
  await editor.published(uri)
  const rows: string[] = []
  let edits = 0
  for (const until of [1_000, 10_000]) {
    await press(editor, uri, middleOf(text), until - edits)
    edits = until
    const {rss, heapUsed} = await memoryOf(editor)
    const said = [heapUsed, rss].map((bytes) => `${(bytes / mebibyte).toFixed(1)} MiB`)
    rows.push(`| ${until.toLocaleString('en-GB')} | ${said.join(' | ')} |`)
  }
  await editor.quit()
  return rows
}

async function memoryOf(
  editor: Editor,
): Promise<{readonly rss: number; readonly heapUsed: number}> {
  const before = editor.stderr().length
  editor.process.kill('SIGUSR2')
  while (!editor.stderr().slice(before).includes('\n'))
    await new Promise((resume) => setTimeout(resume, 20))
  return JSON.parse(editor.stderr().slice(before))
}
