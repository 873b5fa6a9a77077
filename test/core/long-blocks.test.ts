import fc from 'fast-check'
import {expect, test} from 'vitest'
import {inPieces} from '../../src/core/long-blocks.ts'
import type {Block} from '../../src/core/types.ts'
import {lint, readText} from '../../src/index.ts'

const blockOf = (text: string, start: number): Block => ({
  kind: 'paragraph',
  range: {start, end: start + text.length},
  text,
  section: ['Analysis'],
  label: '4.2',
  language: 'en',
})

test('the pieces of a long block are the block, in order, each of a length that can be parsed', () => {
  const word = fc.oneof(
    fc.constantFrom('a. ', 'mother ', '😀', 'x'.repeat(3000)),
    fc.string({unit: 'grapheme'}),
  )
  fc.assert(
    fc.property(fc.array(word, {minLength: 1, maxLength: 60}), fc.nat(1000), (words, start) => {
      const block = blockOf(words.join('').repeat(20), start)
      const pieces = inPieces(block)
      expect(pieces.map(({text}) => text).join('')).toBe(block.text)
      expect(Math.max(...pieces.map(({text}) => text.length))).toBeLessThanOrEqual(10_000)
      for (const [index, {range, text}] of pieces.entries()) {
        expect(range.end - range.start).toBe(text.length)
        expect(range.start).toBe(pieces[index - 1]?.range.end ?? start)
        expect(text).not.toMatch(/^[\uDC00-\uDFFF]/)
      }
    }),
  )
})

test.each([
  ['a paragraph of a hundred thousand characters', 'The school is near the park. '.repeat(4000)],
  ['a sentence of a thousand words', 'and then there was tea '.repeat(200)],
])('%s is read to its end', (_, before) => {
  const text = `${before}They have a volatile relationship.`
  const {document, findings} = lint(readText(new TextEncoder().encode(text), 'report.txt'))
  const found = findings.filter(({ruleId}) => ruleId === 'volatile-relationship')
  expect(found.map(({actual}) => actual)).toEqual(['volatile relationship'])
  expect(found.map(({range}) => document.text.slice(range.start, range.end))).toEqual([
    'volatile relationship',
  ])
})

test('a quotation longer than one piece is a quotation to its end, and no further', () => {
  const quoted = 'They have a volatile relationship. '.repeat(900)
  const text = `Ms Rees said: “${quoted}” They have a toxic relationship.`
  const {findings} = lint(readText(new TextEncoder().encode(text), 'report.txt'))
  expect(findings.map(({actual}) => actual)).toEqual(['toxic relationship'])
})

test('what others will replace keeps its place in the piece where it stands', () => {
  const text = `${'The school is near. '.repeat(600)}Mr Hughes came.`
  const at = text.indexOf('Mr Hughes')
  const block = {
    ...blockOf(text, 0),
    fields: [
      {start: 4, end: 10},
      {start: at, end: at + 9},
    ],
  }
  const words = inPieces(block).flatMap((piece) =>
    (piece.fields ?? []).map(({start, end}) => piece.text.slice(start, end)),
  )
  expect(words).toEqual(['school', 'Mr Hughes'])
})
