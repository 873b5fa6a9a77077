import {randomBytes} from 'node:crypto'
import {expect, test} from 'vitest'
import {readCacheFile} from '../../src/cli/cache-file.ts'

const key = (name: string) => Buffer.from(name.padEnd(32, '.'))

const written = (bytes: Uint8Array, ...puts: readonly (readonly [string, string])[]) => {
  const file = readCacheFile(bytes)
  for (const [name, text] of puts) file.put(key(name), text)
  return file.toBytes() ?? bytes
}

test('gives back what was put under a key, and nothing under another', () => {
  const file = readCacheFile(written(new Uint8Array(), ['a', 'Ünë «words»'], ['b', '']))
  expect(file.get(key('a'))).toBe('Ünë «words»')
  expect(file.get(key('b'))).toBe('')
  expect(file.get(key('c'))).toBe(undefined)
  expect(file.toBytes()).toBe(undefined)
})

test('an entry is the same length and never the same bytes', () => {
  const one = written(new Uint8Array(), ['a', 'the same words'])
  const other = written(new Uint8Array(), ['a', 'the same words'])
  expect(other.length).toBe(one.length)
  expect(Buffer.from(other).equals(one)).toBe(false)
})

test('what nothing needed for twenty writings goes', () => {
  let bytes = written(new Uint8Array(), ['old', 'old'], ['used', 'used'])
  const holds = (name: string) => readCacheFile(bytes).get(key(name))
  for (let round = 0; round < 20; round++) {
    const file = readCacheFile(bytes)
    file.get(key('used'))
    file.put(key(`new ${round}`), 'new')
    bytes = file.toBytes() ?? bytes
  }
  expect([holds('old'), holds('used')]).toEqual(['old', 'used'])
  bytes = written(bytes, ['one more', ''])
  expect([holds('old'), holds('used')]).toEqual([undefined, 'used'])
})

test('bytes of any kind are a cache with nothing in it', () => {
  for (let length = 0; length < 300; length += 7)
    expect(readCacheFile(randomBytes(length)).get(key('a'))).toBe(undefined)
})
