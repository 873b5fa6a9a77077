import {expect, test} from 'vitest'
import {type Item, type Line, linesOf} from '../../../src/readers/pdf/lines.ts'
import {paragraphsOf} from '../../../src/readers/pdf/paragraphs.ts'

const item = (text: string, x: number, y: number, height = 10): Item => ({
  text,
  x,
  y,
  width: 5,
  height,
})

test('what stands side by side is one line, without the raised number of a note', () => {
  const items = [
    item('He', 0, 100),
    item(' ', 5, 100, 0),
    item('left', 10, 100),
    item('1', 15, 104, 6),
    item('She stayed', 0, 88),
  ]
  expect(linesOf(items, 2)).toEqual([
    {page: 2, text: 'He left', left: 0, right: 15, y: 100, size: 10},
    {page: 2, text: 'She stayed', left: 0, right: 5, y: 88, size: 10},
  ])
})

test('a page of a hundred thousand letters in one line is read as fast as any', () => {
  const letters = Array.from({length: 100_000}, (_, index) => item('x', 5 * index, 100))
  const [line, ...others] = linesOf(letters, 1)
  expect({length: line?.text.length, right: line?.right, others}).toEqual({
    length: 100_000,
    right: 500_000,
    others: [],
  })
})

test('so is a report of half a million lines', () => {
  const lines = Array.from(
    {length: 500_000},
    (_, index): Line => ({
      page: 1 + Math.floor(index / 50),
      text: 'It was said.',
      left: 0,
      right: 90,
      y: 1000 - 12 * (index % 50),
      size: 10,
    }),
  )
  expect(paragraphsOf(lines).length).toBeGreaterThan(0)
})
