import {expect, test} from 'vitest'
import {inAscii} from '../../src/build/bundles.ts'

const run = (code: string): unknown => new Function(`return ${code}`)()

test.each([
  ['in a set', "/[–’]s/.exec('a’s')[0]"],
  ['behind a backslash', "/\\’s/.exec('a’s')[0]"],
  ['behind a backslash that is meant', "/\\\\’/.exec('a\\\\’')[0]"],
  ['beyond sixteen bits', "/^[😀]$/u.exec('😀')[0]"],
  ['in a template', '`“1”`'],
  ['in a comment', '1 // Don’t'],
])('A character that is not ASCII %s means the same without it', (_, code) => {
  const ascii = inAscii(code)
  expect(ascii).toMatch(/^[\x00-\x7f]*$/)
  expect(run(ascii)).toEqual(run(code))
})
