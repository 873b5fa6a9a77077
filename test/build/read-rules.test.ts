import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {readRules} from '../../src/build/read-rules.ts'
import {RuleFileError} from '../../src/core/errors.ts'

const ruleOf = (domain: string) => `
title: Let it happen
domain: [${domain}]
severity: warning
lenses: [child-impact]
message: M.
why: W.
ask: A?
match: {patterns: [let it happen]}
examples:
  - bad: She [[let it happen]].
  - bad: They [[let it happen]].
  - bad: We [[let it happen]].
  - good: She let the flat.
    why: A flat.
  - good: It happened.
  - good: She rang.
sources: [S1]
`

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rules-'))
  mkdirSync(join(root, 'test-only'))
  writeFileSync(join(root, 'sources.yml'), 'S1: A page\n')
  writeFileSync(join(root, 'lexicon.yml'), 'not: [not]\n')
  writeFileSync(join(root, 'official-names.yml'), 'names: [Cafcass Cymru]\n')
  writeFileSync(
    join(root, 'catalogue.yml'),
    'categories: {VB: Blaming}\nrows: {VB01: {severity: warning, title: Let it happen}}\n',
  )
})
afterEach(() => rmSync(root, {recursive: true}))

const write = (domain: string) =>
  writeFileSync(join(root, 'test-only/let-it-happen.yml'), ruleOf(domain))

test('a rule names rows of the catalogue, or checks of whole reports', () => {
  write('VB01, D13')
  expect(readRules(root).rules.map(({id, domain}) => [id, domain])).toEqual([
    ['let-it-happen', ['VB01', 'D13']],
  ])
})

test('a rule that names a row the catalogue does not have is refused', () => {
  write('VB01, VB02')
  expect(() => readRules(root)).toThrow(
    new RuleFileError(
      'rules/test-only/let-it-happen.yml: domain',
      'names the row VB02, which rules/catalogue.yml does not have',
      'Correct the row; docs/coverage.md lists them all',
    ),
  )
})
