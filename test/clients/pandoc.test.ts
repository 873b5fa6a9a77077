import {expect, test} from 'vitest'
import {corpus, differenceOf} from '../word-corpus/compare.ts'
import {pandocDifferences as differences} from '../word-corpus/pandoc-differences.ts'
import {linesOfPandoc} from './pandoc-text.ts'
import {runProgram} from './programs.ts'

/** What it cannot read at all has no text. */
const cannotRead = ['hand-other-prefix', 'hand-strict', 'hand-utf16']

test.each(corpus)('%s reads as pandoc reads it, but for what is listed', (name, bytes) => {
  const args = ['--from', 'docx', '--to', 'json', '--track-changes=accept']
  const read = () => runProgram('pandoc', [...args, `fixtures/word/${name}.docx`])
  if (cannotRead.includes(name)) expect(read).toThrow()
  const text = cannotRead.includes(name) ? '' : linesOfPandoc(read())
  const {because, ...expected} = differences[name] ?? {ours: [], theirs: [], because: 'alike'}
  expect(differenceOf(name, bytes, text), because).toEqual(expected)
})
