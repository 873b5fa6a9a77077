import {expect, test} from 'vitest'
import {compare, hashesOf, readBaseline, writeBaseline} from '../../src/core/baseline.ts'
import {ConfigError} from '../../src/core/errors.ts'
import {lint, readText} from '../../src/index.ts'

const salt = '0123456789abcdef0123456789abcdef'
const findingsIn = (text: string) =>
  lint(readText(new TextEncoder().encode(text), 'a.txt')).findings

const old = 'The parents have a volatile relationship. She seeks joint custody.'

const baselineOf = (text: string) =>
  readBaseline(writeBaseline({salt, files: {'a.txt': [...hashesOf(findingsIn(text), salt)]}}), 'b')

test('what stood there is known, also where lines were put in above', () => {
  const later = findingsIn(`Cai is six.\n\n${old}`)
  expect(compare(later, baselineOf(old), 'a.txt')).toEqual({
    findings: [],
    known: hashesOf(findingsIn(old), salt).length,
    gone: 0,
  })
})

test('what is new is told, and what has gone is counted', () => {
  const later = findingsIn('The parents have a volatile relationship. It was a tiff.')
  const {findings, known, gone} = compare(later, baselineOf(old), 'a.txt')
  expect(findings.map(({actual}) => actual)).toContain('tiff')
  expect(findings.map(({actual}) => actual)).not.toContain('volatile relationship')
  expect([known > 0, gone > 0]).toEqual([true, true])
})

test('another file has another baseline', () => {
  expect(compare(findingsIn(old), baselineOf(old), 'b.txt').findings).toEqual(findingsIn(old))
})

test('a baseline holds no word of a report and no name of a rule', () => {
  const written = writeBaseline({salt, files: {'a.txt': [...hashesOf(findingsIn(old), salt)]}})
  expect(written).not.toMatch(/volatile|custody|relationship/)
})

test.each(['', '[]', '{"version": 2}', '{"version": 1, "salt": "x", "files": {}}'])(
  '%j is no baseline',
  (text) => {
    expect(() => readBaseline(text, 'b.json')).toThrow(ConfigError)
  },
)
