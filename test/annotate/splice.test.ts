import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type Edit, splice} from '../../src/annotate/splice.ts'

test('inserts, replaces and takes out in one pass', () => {
  const edits = [
    {at: 8, to: 9, text: ''},
    {at: 4, text: 'big '},
    {at: 0, to: 3, text: 'A'},
  ]
  expect(splice('The dogs.', edits).text).toBe('A big dogs')
})

test('at one place the lower rank comes first, and insertions before what replaces', () => {
  const edits = [
    {at: 1, to: 2, text: 'B'},
    {at: 1, text: '(', rank: 2},
    {at: 1, text: ')', rank: 1},
    {at: 1, text: '[', rank: 2},
  ]
  expect(splice('abc', edits).text).toBe('a)([Bc')
})

test('refuses edits that claim the same text', () => {
  const overlapping = [
    {at: 0, to: 2, text: ''},
    {at: 1, text: 'x'},
  ]
  expect(() => splice('abc', overlapping)).toThrow(RangeError)
  expect(() => splice('abc', [{at: 2, to: 9, text: ''}])).toThrow(RangeError)
})

const someEdits = fc
  .array(fc.tuple(fc.nat(6), fc.nat(4), fc.string({maxLength: 4}), fc.nat(2)), {maxLength: 12})
  .map((steps) => {
    let at = 0
    return steps.map(([gap, length, text, rank]): Edit => {
      const edit = {at: at + gap, to: at + gap + length, text, rank}
      at = edit.to
      return edit
    })
  })

test('the inverse gives the old text back', () => {
  fc.assert(
    fc.property(fc.string({minLength: 150, maxLength: 150}), someEdits, (old, edits) => {
      const {text, inverse} = splice(old, edits)
      expect(splice(text, inverse).text).toBe(old)
    }),
  )
})
