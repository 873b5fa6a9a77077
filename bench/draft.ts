import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {createDraft, type Draft, type DraftEdit} from '../src/draft/index.ts'
import {lint} from '../src/lint.ts'
import {readMarkdown} from '../src/readers/markdown.ts'
import {readText} from '../src/readers/text.ts'
import {median} from './processes.ts'

/** How long findings take after a keystroke, beside a fresh run over the same text. In milliseconds. */
export interface Typing {
  readonly name: string
  readonly words: number
  readonly findings: number
  readonly keystrokes: number
  readonly median: number
  readonly ninetyNinth: number
  readonly slowest: number
  readonly whole: number
}

const formats = {
  md: {format: 'markdown', read: readMarkdown},
  txt: {format: 'text', read: readText},
} as const

const files = ['report.md', 'report.txt', 'words-100k.md', 'words-100k.txt']

/** Two reports of 6,000 words and two of 100,000, typed into. */
export const measureTyping = (folder: string, keystrokes: number): Typing[] =>
  files.map((name) => typingIn(readFileSync(join(folder, name), 'utf8'), name, keystrokes))

function typingIn(text: string, name: string, keystrokes: number): Typing {
  const {format, read} = formats[name.endsWith('.md') ? 'md' : 'txt']
  const draft = createDraft(text, {name, format})
  check(draft)
  const times: number[] = []
  for (let count = -warmUp; count < keystrokes; count++) {
    const edit = keystrokeAt(draft.text(), count + warmUp)
    const start = performance.now()
    draft.edit([edit])
    check(draft)
    if (count >= 0) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const start = performance.now()
  const result = lint(read(new TextEncoder().encode(draft.text()), name))
  return {
    name,
    words: text.match(/\S+/g)?.length ?? 0,
    findings: result.findings.length,
    keystrokes,
    median: median(times),
    ninetyNinth: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN,
    slowest: times.at(-1) ?? Number.NaN,
    whole: performance.now() - start,
  }
}

const warmUp = 40

function check(draft: Draft): number {
  const running = draft.check({})
  let step = running.next()
  while (!step.done) step = running.next()
  return step.value.findings.length
}

const sentence = ' He lost his temper and she was pushed against the wall. '
const paragraph =
  '\n\nThe father told me that the mother had provoked him, and the children were present during the incident.\n\n'

/** Words typed letter by letter, mostly in the middle; now and then a new line, a letter deleted, a paragraph pasted. */
function keystrokeAt(text: string, count: number): DraftEdit {
  const place = [0.5, 0.02, 0.98][Math.floor(count / 60) % 3] ?? 0.5
  const around = text.indexOf('. ', Math.floor(text.length * place))
  const base = around < 0 ? text.length - 1 : around + 1
  const step = count % 60
  if (step === 50) return {start: base, end: base, text: paragraph}
  if (step === 52) return {start: base, end: base, text: '\n\n'}
  if (step === 54) return {start: base, end: base + 2, text: ''}
  if (step > 54) return {start: base - 1, end: base, text: ''}
  return {start: base + step, end: base + step, text: sentence.charAt(step % sentence.length)}
}
