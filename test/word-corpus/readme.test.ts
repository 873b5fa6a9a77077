import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {holds} from '../../scripts/word-corpus/holds.ts'
import {readme} from '../../scripts/word-corpus/readme.ts'
import {corpus} from './compare.ts'
import {mammothDifferences} from './mammoth-differences.ts'
import {pandocDifferences} from './pandoc-differences.ts'

test('the page lists every document, and is as the script writes it', () => {
  expect(Object.keys(holds)).toEqual(corpus.map(([name]) => name))
  expect(readFileSync('fixtures/word/README.md', 'utf8')).toBe(readme())
})

test('every difference is of a document that there is', () => {
  const listed = [...Object.keys(mammothDifferences), ...Object.keys(pandocDifferences)]
  expect(listed.filter((name) => holds[name] === undefined)).toEqual([])
})
