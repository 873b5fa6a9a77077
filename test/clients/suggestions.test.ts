import {spawn} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {annotate, clean} from '../../src/annotate/index.ts'
import {eachPlace} from '../../src/core/repeats.ts'
import type {Finding} from '../../src/core/types.ts'
import {readDocx} from '../../src/index.ts'
import {convertByOffice, program, runProgram} from './programs.ts'
import {
  commentTexts,
  lossy,
  options,
  plain,
  type WordCase,
  wordCases,
  workFolder,
} from './word-cases.ts'

/** Few rules offer words, so here each offers its own in brackets: what is put in tells what was taken out. */
const offering = (finding: Finding): Finding => ({
  ...finding,
  severity: 'warning',
  voice: 'author',
  replacements: [`[[${finding.actual}]]`],
})

/** LibreOffice takes its time over many tracked changes. */
const enough = 150

function suggested({name, bytes, document, findings}: WordCase) {
  const places = eachPlace(findings).slice(0, enough).map(offering)
  const written = annotate(bytes, document, places, {...options, suggest: true})
  return {name, copy: written.bytes, suggestions: written.suggestions, of: places.length}
}

const cases = wordCases.map(suggested).filter(({name}) => !lossy.includes(name))
const replaceable = wordCases.filter(({name}) => name === 'hand-replaceable')

const {profile, path, read, remove} = workFolder()
interface Outcome {
  readonly rejected: readonly string[]
  readonly accepted: readonly string[]
}
let outcomes: Readonly<Record<string, Outcome>> = {}
const outcomeOf = (folder: string, name: string): Outcome => {
  const outcome = outcomes[path(folder, `${name}.docx`)]
  if (!outcome) throw new Error(`Expected LibreOffice to have read ${folder}/${name}`)
  // Where a document begins with a table, LibreOffice may put an empty paragraph above it.
  const linesOf = (lines: readonly string[]) => lines.map(plain).filter((line) => line !== '')
  return {rejected: linesOf(outcome.rejected), accepted: linesOf(outcome.accepted)}
}

/** LibreOffice lets nobody accept or reject in a document that is protected. */
const locked = ['hand-protected']
const open = cases.filter(({name}) => !locked.includes(name))

beforeAll(() => {
  for (const folder of ['original', 'copy', 'saved-original', 'saved-copy']) mkdirSync(path(folder))
  const files: string[] = []
  const write = (folder: string, name: string, bytes: Uint8Array) => {
    files.push(path(folder, `${name}.docx`))
    writeFileSync(path(folder, `${name}.docx`), bytes)
  }
  for (const {name, copy} of cases) write('copy', name, copy)
  for (const {name, bytes} of wordCases) write('original', name, bytes)
  for (const {bytes, document, findings} of replaceable)
    write('copy', 'real', annotate(bytes, document, findings, {...options, suggest: true}).bytes)
  const word = 'docx:MS Word 2007 XML'
  const filesIn = (folder: string) => cases.map(({name}) => path(folder, `${name}.docx`))
  convertByOffice(filesIn('copy'), word, path('saved-copy'), profile)
  convertByOffice(filesIn('original'), word, path('saved-original'), profile)
  outcomes = afterAllChanges(files)
})
afterAll(remove)

/** What each file reads after all its tracked changes were rejected, and accepted, in one LibreOffice. */
function afterAllChanges(files: readonly string[]): Readonly<Record<string, Outcome>> {
  const pipe = `safe-together-${process.pid}`
  const office = spawn(program('soffice'), [
    '--headless',
    '--norestore',
    `-env:UserInstallation=file://${profile}`,
    `--accept=pipe,name=${pipe};urp;`,
  ])
  try {
    const args = ['test/clients/tracked-changes.py', pipe, ...files]
    return JSON.parse(runProgram('python', args, {seconds: 240}))
  } finally {
    office.kill()
  }
}

test('what rules offer: rejecting gives the report as it was, accepting the words offered', () => {
  expect(outcomeOf('copy', 'real')).toEqual({
    rejected: outcomeOf('original', 'hand-replaceable').rejected,
    accepted: [
      'The school had training about domestic abuse in May.',
      'Domestic abuse was the subject; the GP asked about domestic abuse, too.',
      'There is a leaflet about domestic violence.',
    ],
  })
})

test('most words can be replaced', () => {
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  const possible = total(cases.map(({suggestions}) => suggestions))
  expect(possible / total(cases.map(({of}) => of))).toBeGreaterThan(0.8)
})

describe.each(open)('$name', ({name, suggestions}) => {
  test('all rejected, it reads as it did', () => {
    const {rejected} = outcomeOf('original', name)
    expect(outcomeOf('copy', name).rejected).toEqual(rejected)
  })

  test('all accepted, exactly the words of the suggestions are others', () => {
    const {accepted} = outcomeOf('copy', name)
    const brackets = accepted.join('\n').match(/\[\[/g) ?? []
    expect(brackets.length).toBe(suggestions)
    const back = accepted.map((line) => line.replaceAll(/\[\[|\]\]/g, ''))
    expect(back).toEqual(outcomeOf('original', name).accepted)
  })
})

describe.each(cases)('$name', ({name}) => {
  test('after LibreOffice saved it, all of ours is taken back', () => {
    const cleaned = clean(read('saved-copy', `${name}.docx`), name).bytes
    const original = read('saved-original', `${name}.docx`)
    expect(readDocx(cleaned, name).ownComments ?? 0).toBe(0)
    for (const tracked of ['accepted', 'original'] as const)
      expect(readDocx(cleaned, name, {tracked}).text).toBe(readDocx(original, name, {tracked}).text)
    expect(commentTexts(cleaned)).toEqual(commentTexts(original))
  })
})
