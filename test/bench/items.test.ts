import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {declaredContext, halfOf, readCorpus, readLabels} from '../../bench/accuracy/items.ts'
import {emptyContext} from '../../src/core/context.ts'
import {labelOf} from './labels.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'labels-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

function fileOf(...lines: readonly string[]): string {
  const path = join(folder, 'p1.jsonl')
  writeFileSync(path, lines.join('\n'))
  return path
}

test('the half is told by the first byte of the SHA-256', () => {
  // ba7816bf… and e3b0c442…, the published test vectors of “abc” and of nothing
  expect([halfOf('abc'), halfOf('')]).toEqual(['work', 'measured'])
})

describe('a file of labels', () => {
  test('has one on each line, and what is left out is empty', () => {
    const path = fileOf(
      '{"text": "She stayed.", "flag": true, "category": ["VB"], "span": ["stayed"], "kind": "sentence"}',
      '',
      '{"text": "It rained.", "flag": false, "why": "weather"}',
    )
    expect(readLabels(path)).toEqual([
      {text: 'She stayed.', flag: true, category: ['VB'], span: ['stayed'], why: ''},
      {text: 'It rained.', flag: false, category: [], span: [], why: 'weather'},
    ])
  })

  test.each([
    ['{"text": "Private words."', 'is not JSON'],
    ['{"text": "Private words."}', 'flag is not as test/corpus/README.md says'],
    ['{"text": "Private words.", "flag": true}', 'a flagged item needs a span'],
    [
      '{"text": "Private words.", "flag": true, "span": ["public"]}',
      'a span does not stand in the text',
    ],
  ])('is refused by line and field, and not quoted: %s', (line, problem) => {
    const path = fileOf('{"text": "It rained.", "flag": false}', line)
    expect(() => readLabels(path)).toThrow(new Error(`${path}, line 2: ${problem}`))
  })
})

describe('what is declared', () => {
  const people = {'behaviour-of': ['Mr Pryce'], 'harm-to': ['Ms Rees'], children: [], others: []}

  test('is what the label says, without empty lists', () => {
    const context = declaredContext(labelOf(true, {context: {...people, status: 'found'}}))
    expect(context?.parties.map(({name, role}) => `${name}: ${role}`)).toEqual([
      'Mr Pryce: perpetrator',
      'Ms Rees: survivor',
    ])
    expect(context?.status).toEqual([{applies: 'document', value: 'found'}])
  })

  test('is nothing where the label has none, and is not there where it contradicts itself', () => {
    expect(declaredContext(labelOf(true))).toEqual(emptyContext)
    const twice = {...people, 'harm-to': ['Mr Pryce']}
    expect(declaredContext(labelOf(true, {context: twice}))).toBe(undefined)
  })
})

describe('the corpus of this repository', () => {
  const items = readCorpus('test/corpus')

  test('can be read whole', () => {
    expect(items.length).toBeGreaterThanOrEqual(3363)
  })

  test('has no text twice, so that none stands in both halves', () => {
    expect(new Set(items.map(({text}) => text)).size).toBe(items.length)
  })
})
