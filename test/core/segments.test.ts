import {describe, expect, test} from 'vitest'
import {sourceRange, toSource} from '../../src/core/segments.ts'

describe('without segments', () => {
  test('the text is the source', () => {
    expect(sourceRange({segments: []}, {start: 3, end: 7})).toEqual({start: 3, end: 7})
    expect(toSource({segments: []}, 5)).toBe(5)
  })
})

describe('with segments', () => {
  // "She &amp; Cai" and, after what joins two blocks, "hid".
  const segments = [
    {start: 0, end: 4, sourceStart: 10, sourceEnd: 14},
    {start: 4, end: 5, sourceStart: 14, sourceEnd: 19},
    {start: 5, end: 9, sourceStart: 19, sourceEnd: 23},
    {start: 11, end: 14, sourceStart: 40, sourceEnd: 43},
  ]

  test.each([
    ['characters of one segment', {start: 1, end: 3}, {start: 11, end: 13}],
    ['a whole segment', {start: 0, end: 4}, {start: 10, end: 14}],
    ['a reference', {start: 4, end: 5}, {start: 14, end: 19}],
    ['several segments', {start: 2, end: 7}, {start: 12, end: 21}],
    ['all of it', {start: 0, end: 14}, {start: 10, end: 43}],
    ['across two blocks', {start: 7, end: 12}, {start: 21, end: 41}],
    ['an end between two blocks', {start: 7, end: 10}, {start: 21, end: 23}],
    ['a start between two blocks', {start: 10, end: 12}, {start: 40, end: 41}],
    ['nothing', {start: 6, end: 6}, {start: 20, end: 20}],
    ['nothing at the end', {start: 14, end: 14}, {start: 43, end: 43}],
  ])('leads back from %s', (_, range, expected) => {
    expect(sourceRange({segments}, range)).toEqual(expected)
  })

  test('leads back from one character', () => {
    expect([0, 3, 4, 5, 8, 9, 11, 13, 14].map((offset) => toSource({segments}, offset))).toEqual([
      10, 13, 14, 19, 22, 40, 40, 42, 43,
    ])
  })

  test('keeps a reference to two units whole', () => {
    const emoji = [{start: 0, end: 2, sourceStart: 0, sourceEnd: 9}]
    expect(sourceRange({segments: emoji}, {start: 0, end: 1})).toEqual({start: 0, end: 9})
    expect(sourceRange({segments: emoji}, {start: 1, end: 2})).toEqual({start: 0, end: 9})
  })
})
