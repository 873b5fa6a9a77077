import mammoth from 'mammoth'
import {expect, test} from 'vitest'
import {corpus, differenceOf} from './compare.ts'
import {mammothDifferences as differences} from './mammoth-differences.ts'

test.each(corpus)('%s reads as mammoth reads it, but for what is listed', async (name, bytes) => {
  // Its plain text of what it cannot read is none.
  const text = await mammoth.extractRawText({buffer: Buffer.from(bytes)}).then(
    ({value}) => value,
    () => '',
  )
  const {because, ...expected} = differences[name] ?? {ours: [], theirs: [], because: 'alike'}
  expect(differenceOf(name, bytes, text), because).toEqual(expected)
})
