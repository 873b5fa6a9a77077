import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {halfOf, readCorpus} from '../../bench/accuracy/items.ts'
import {parseRounds, readRounds} from '../../bench/accuracy/rounds.ts'

const entry = `
- round: police
  register: plain
  date: 2026-01-31
  flagged: 50
  innocent: 50
  undeclared: {told: 20, told-or-asked: 38, told-on-innocent: 1, asked-on-innocent: 4}
`
const undeclared = {
  told: 20,
  'told-or-asked': 38,
  'told-on-innocent': 1,
  'asked-on-innocent': 4,
}

describe('rounds.yml', () => {
  test('is a list of rounds with their first counts', () => {
    expect(parseRounds('[]', 'rounds.yml')).toEqual([])
    expect(parseRounds(entry, 'rounds.yml')).toEqual([
      {
        round: 'police',
        register: 'plain',
        date: '2026-01-31',
        flagged: 50,
        innocent: 50,
        undeclared,
        note: '',
      },
    ])
  })

  test.each([
    ['told: 20', 'told: 39', 'rounds.yml: 0: counts more sentences than the round has'],
    ['innocent: 50', 'innocent: 3', 'rounds.yml: 0: counts more sentences than the round has'],
    ['register: plain', 'register: formal', /^rounds\.yml: 0\.register: /],
    ['flagged: 50', 'flagged: 0.5', /^rounds\.yml: 0\.flagged: /],
    ['date: 2026-01-31', 'date: January', /^rounds\.yml: 0\.date: /],
    ['  flagged: 50\n', '', /^rounds\.yml: 0\.flagged: /],
    ['flagged: 50', 'flagged: 50\n  recall: 0.9', /^rounds\.yml: 0\.recall: /],
    ['asked-on', 'asked-of', /^rounds\.yml: 0\.undeclared/],
  ])('is refused with “%s” as “%s”', (before, after, problem) => {
    expect(() => parseRounds(entry.replace(before, after), 'rounds.yml')).toThrow(problem)
  })

  test('names a round once', () => {
    expect(() => parseRounds(entry + entry, 'rounds.yml')).toThrow(
      'rounds.yml: police stands there twice',
    )
  })
})

describe('a folder with rounds', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rounds-'))
    mkdirSync(join(folder, 'rounds'))
  })
  afterEach(() => rmSync(folder, {recursive: true}))

  const label = JSON.stringify({text: '', flag: false})
  const writeRound = (name: string, line = label) =>
    writeFileSync(join(folder, 'rounds', `${name}.jsonl`), line)

  test('has none without rounds.yml', () => {
    expect(readRounds(folder)).toEqual([])
  })

  test('has a file for each entry, and an entry for each file', () => {
    writeFileSync(join(folder, 'rounds.yml'), entry)
    expect(() => readRounds(folder)).toThrow('names a round without')
    writeRound('police')
    expect(readRounds(folder).map(({round}) => round)).toEqual(['police'])
    writeRound('judge')
    expect(() => readRounds(folder)).toThrow('has no first figures of')
  })

  test('has all sentences of a round in the work half, whatever their hash', () => {
    const text = ['a', 'b', 'c', 'd', 'e'].find((each) => halfOf(each) === 'measured') ?? ''
    writeFileSync(join(folder, 'rounds.yml'), entry)
    writeRound('police', JSON.stringify({text, flag: false}))
    writeFileSync(join(folder, 'p1.jsonl'), JSON.stringify({text: `${text}`, flag: false}))
    expect(readCorpus(folder).map(({file, register, half}) => ({file, register, half}))).toEqual([
      {file: 'p1', register: 'plain', half: 'measured'},
      {file: 'police', register: 'plain', half: 'work'},
    ])
  })
})
