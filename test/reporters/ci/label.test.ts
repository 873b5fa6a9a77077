import {expect, test} from 'vitest'
import {numbersAlone} from '../../../src/reporters/ci/label.ts'

test.each([
  ['4.2', '4.2'],
  ['4.2(a)', '4.2(a)'],
  ['(iv)', '(iv)'],
  ['AA', 'AA'],
  ['paragraph 14', 'paragraph 14'],
  ['page 3, table 2, row 3', 'page 3, table 2, row 3'],
  ['text box 1', 'text box 1'],
  ['header', 'header'],
  ['Article 5', '5'],
  ['Mr Jones’s account 4(b)', '4(b)'],
  ['Jones1', ''],
  ['Tŷ –', ''],
  ['', ''],
])('%j leaves the desk as %j', (label, shown) => {
  expect(numbersAlone(label)).toBe(shown)
})
