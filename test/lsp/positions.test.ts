import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createDocuments} from '../../src/lsp/documents.ts'
import {linesOf, offsetAt, positionAt} from '../../src/lsp/positions.ts'
import {pointAt} from './command-findings.ts'

const text = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r', '€', ' '), {
  maxLength: 60,
})
const encoding = fc.constantFrom('utf-8' as const, 'utf-16' as const)

describe('positions', () => {
  test('count as the protocol says, there and back', () => {
    fc.assert(
      fc.property(text, encoding, fc.nat(60), (pieces, counted, at) => {
        const whole = pieces.join('')
        const offset = pieces.slice(0, at).join('').length
        // Between \r and \n is no position.
        fc.pre(!(whole.charAt(offset) === '\n' && whole.charAt(offset - 1) === '\r'))
        const lines = linesOf(whole, counted)
        const [line, character] = pointAt(whole, offset, counted)
        expect(positionAt(lines, offset)).toEqual({line, character})
        expect(offsetAt(lines, {line, character})).toBe(offset)
      }),
    )
  })

  test('beyond a line are its end, and beyond the text the end of that', () => {
    const lines = linesOf('ab\r\ncé\n', 'utf-8')
    const at = (line: number, character: number) => offsetAt(lines, {line, character})
    expect([at(0, 99), at(1, 99), at(2, 99), at(9, 0), at(-1, 5)]).toEqual([2, 6, 7, 7, 0])
  })

  test('in the middle of a character are its start', () => {
    expect(offsetAt(linesOf('a😀b', 'utf-8'), {line: 0, character: 3})).toBe(1)
  })
})

test('edits one after the other give the text that an editor has', () => {
  const change = fc.record({
    at: fc.nat(60),
    length: fc.nat(9),
    text: fc.constantFrom('', 'ü', '😀\n', 'x\r\n'),
  })
  fc.assert(
    fc.property(text, encoding, fc.array(change, {maxLength: 12}), (pieces, counted, changes) => {
      const documents = createDocuments(() => counted)
      const opened = documents.open({
        uri: 'file:///r.md',
        languageId: 'markdown',
        version: 1,
        text: pieces.join(''),
      })
      let expected: readonly string[] = pieces
      for (const [index, {at, length, text: inserted}] of changes.entries()) {
        const [before, after] = [expected.slice(0, at), expected.slice(at + length)]
        const whole = expected.join('')
        const first = before.join('').length
        const last = whole.length - after.join('').length
        const isApart = (offset: number) =>
          !(whole.charAt(offset) === '\n' && whole.charAt(offset - 1) === '\r')
        if (!isApart(first) || !isApart(last)) continue
        const [line, character] = pointAt(whole, first, counted)
        const [toLine, toCharacter] = pointAt(whole, last, counted)
        const range = {start: {line, character}, end: {line: toLine, character: toCharacter}}
        documents.change({uri: 'file:///r.md', version: index + 2}, [{range, text: inserted}])
        expected = [...before, inserted, ...after]
      }
      expect(opened?.lines).toEqual(linesOf(expected.join(''), counted))
    }),
  )
})

test('a document that is opened twice is the later one alone', () => {
  const documents = createDocuments(() => 'utf-16')
  const open = (uri: string) =>
    documents.open({uri, languageId: 'markdown', version: 1, text: 'Cai.'})
  const first = open('file:///a(1).md')
  const second = open('file:///a%281%29.md')
  expect([first?.isClosed, second?.isClosed]).toEqual([true, false])
  expect(documents.all()).toEqual([second])
})
