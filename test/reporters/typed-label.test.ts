import {expect, test} from 'vitest'
import {typedLabelLength} from '../../src/reporters/typed-label.ts'

test.each([
  ['4.2 The visit', '4.2', '4.2 '],
  ['4. The visit', '4', '4. '],
  ['4)  The visit', '4', '4)  '],
  ['4\tThe visit', '4', '4\t'],
  ['(4) The visit', '4', '(4) '],
  ['(a) The visit', '(a)', '(a) '],
  ['iii. The visit', 'iii', 'iii. '],
  ['4.', '4', '4.'],
  ['4 March was a Monday', '4', ''],
  ['40 people came', '4', ''],
  ['4.5 miles away', '4', ''],
  ['12 Castle Street', '1', ''],
  ['The visit', 'paragraph 3', ''],
  ['The visit', '', ''],
])('of “%s” the label %s is “%s”', (text, label, typed) => {
  expect(text.slice(0, typedLabelLength(text, label))).toBe(typed)
})

test('a heading may have a bare number', () => {
  expect(typedLabelLength('4 Wishes', '4', true)).toBe(2)
  expect(typedLabelLength('40 days', '4', true)).toBe(0)
})
