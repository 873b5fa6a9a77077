import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {deskLines} from '../../bench/accuracy/desk.ts'
import {halfOf} from '../../bench/accuracy/items.ts'
import {listedOf, sentenceAround} from '../../bench/accuracy/listing.ts'
import {readText} from '../../src/readers/text.ts'
import {findingOf, itemOf, labelOf} from './labels.ts'

test('no list takes a sentence of the measured half', () => {
  const outcomes = (['work', 'measured'] as const).map((half) => ({
    item: itemOf(labelOf(true), {half}),
    told: [],
    asked: [],
  }))
  expect(listedOf(outcomes, () => true).map(({item}) => item.half)).toEqual(['work'])
})

describe('the desk', () => {
  /** The first of these sentences that the hash puts into a half. */
  const sentenceIn = (half: string, rest: string) =>
    ['Ann', 'Beth', 'Cara', 'Dina', 'Elin', 'Fay', 'Gwen', 'Hana', 'Iris', 'Jo', 'Kay', 'Lou']
      .map((name) => `${name} ${rest}`)
      .find((text) => halfOf(text) === half) ?? ''
  const missed = 'quietly mended the gate.'
  const wrong = 'has a volatile relationship with Mr Pryce.'
  const sentences = ['work', 'measured'].map((half) => ({
    half,
    missed: sentenceIn(half, missed),
    wrong: sentenceIn(half, wrong),
  }))

  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-'))
    const lines = sentences.flatMap((each) => [
      {text: each.missed, flag: true, category: ['VB'], span: ['mended']},
      {text: each.wrong, flag: false, why: 'invented'},
    ])
    writeFileSync(join(folder, 'p1.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'))
  })
  afterAll(() => rmSync(folder, {recursive: true}))

  const said = (...args: readonly string[]) =>
    [...deskLines(['--corpus', folder, ...args])].join('\n')

  test('shows misses and false alarms of the work half, and no sentence of the other', () => {
    const [work, measured] = sentences
    const text = said('--missed', '--wrong', '--asked', '--by-category', '--by-rule')
    for (const sentence of [work?.missed, work?.wrong]) expect(text).toContain(sentence)
    for (const sentence of [measured?.missed, measured?.wrong]) {
      expect(sentence).toMatch(/^\w+ \w/)
      expect(text).not.toContain(sentence)
    }
  })

  test('counts both halves, or one; both modes, or one', () => {
    const titles = (...args: readonly string[]) =>
      said(...args).match(/^\w+, \w+ half, \w+(?=: precision 0\.000 recall 0\.000)/gm)
    expect(titles()).toEqual([
      'plain, work half, declared',
      'plain, measured half, declared',
      'plain, work half, undeclared',
      'plain, measured half, undeclared',
    ])
    expect(titles('--work', '--undeclared')).toEqual(['plain, work half, undeclared'])
    expect(said('--subtle')).toBe('')
    expect(said('--file', 'p2')).toBe('')
  })

  test('counts a fresh round whole and shows none of it', () => {
    const path = join(folder, 'p1.jsonl')
    const text = [...deskLines(['--round', path, '--date', '2026-01-31'])].join('\n')
    expect(text).toContain('round: p1\n  register: plain\n  date: 2026-01-31\n  flagged: 2\n')
    expect(text).toContain('told-on-innocent: 2')
    expect(text).not.toContain('Pryce')
    expect(text).not.toContain('gate')
  })
})

test('a finding is shown with its sentence, past titles', () => {
  const text = 'It rained. Mrs. Rees and  Mr. Pryce left! They came back.'
  const document = readText(new TextEncoder().encode(text), 'a.txt')
  expect(sentenceAround(document, findingOf(text, 'Pryce'))).toBe('Mrs. Rees and Mr. Pryce left!')
  expect(sentenceAround(document, findingOf(text, 'came'))).toBe('They came back.')
})
