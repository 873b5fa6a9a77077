import {expect, test} from 'vitest'
import {emptyContext} from '../../src/core/context.ts'
import {unfinishedIn} from '../../src/core/unfinished.ts'
import {readText} from '../../src/readers/text.ts'

const read = (text: string) => readText(new TextEncoder().encode(text), 'report.txt')

test('a blank of a frame is named by the passage it stands in; a line to sign on is none', () => {
  const document = read(
    '1.1 Ms Rees told me that ___.\n\n1.2 Cai is six.\n\n1.3 On ___ Mr Jones ___.\n\nSigned: ________',
  )
  expect(unfinishedIn(document, emptyContext)).toEqual({comments: 0, blanks: ['1.1', '1.3']})
})

test('comments of ours that are still in the file are counted', () => {
  expect(unfinishedIn({...read('Cai is six.'), ownComments: 2}, emptyContext)).toEqual({
    comments: 2,
    blanks: [],
  })
})

test('nothing is left in a finished report, and a template keeps its blanks', () => {
  expect(unfinishedIn(read('Cai is six.'), emptyContext)).toBeUndefined()
  expect(unfinishedIn(read('Child: ___'), {...emptyContext, mode: 'template'})).toBeUndefined()
})
