import {describe, expect, test} from 'vitest'
import {pointsIn} from '../../src/reporters/point.ts'

describe('pointsIn', () => {
  test.each([
    ['LF', 'ab\ncd\n\ne'],
    ['CR', 'ab\rcd\r\re'],
  ])('counts lines that end in %s', (_, text) => {
    const toPoint = pointsIn(text)
    expect([0, 1, 2, 3, 5, 6, 7].map(toPoint)).toEqual([
      {line: 1, column: 1},
      {line: 1, column: 2},
      {line: 1, column: 3},
      {line: 2, column: 1},
      {line: 2, column: 3},
      {line: 3, column: 1},
      {line: 4, column: 1},
    ])
  })

  test('counts CRLF as one end of line, and CR beside it', () => {
    const toPoint = pointsIn('a\r\nb\rc\n\rd')
    expect([...'a\r\nb\rc\n\rd'].map((_, offset) => toPoint(offset).line)).toEqual([
      1, 1, 1, 2, 2, 3, 3, 4, 5,
    ])
  })

  test('counts columns in UTF-16 units', () => {
    expect(pointsIn('\n😀é!')(4)).toEqual({line: 2, column: 4})
  })

  test('an empty text has one point', () => {
    expect(pointsIn('')(0)).toEqual({line: 1, column: 1})
  })
})
