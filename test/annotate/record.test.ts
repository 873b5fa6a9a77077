import {strToU8} from 'fflate'
import {describe, expect, test} from 'vitest'
import {openPart} from '../../src/annotate/package/part-text.ts'
import {changedPart, hashOf, readRecord, restore, writeRecord} from '../../src/annotate/record.ts'
import {splice} from '../../src/annotate/splice.ts'

const oldText = '<?xml version="1.0"?>\r\n<a>é\t<b x="1"/>&amp;</a>'
const edits = [
  {at: 26, text: '<!-- note -->'},
  {at: 28, to: 38, text: '<c/>'},
]
const name = 'word/a "1".xml'

function written(bytes: Uint8Array) {
  const {xml, encode} = openPart(bytes, 'x', name)
  const {text, inverse} = splice(xml, edits)
  const after = encode(text)
  const added = {name: 'b.xml', sha256: hashOf(strToU8('b'))}
  return {after, record: {changed: [changedPart(name, bytes, after, inverse)], added: [added]}}
}

const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))

const reading =
  (parts: Readonly<Record<string, Uint8Array>>) =>
  (part: string): Uint8Array | undefined =>
    parts[part]

describe('a record', () => {
  test('is read as it was written', () => {
    const {record} = written(strToU8(oldText))
    const xml = writeRecord(record)
    expect(readRecord({file: 'x', part: 'item1.xml', xml})).toEqual(record)
    expect(record.changed[0]?.inverse.map(({text}) => text)).toEqual(['', '<b x="1"/>'])
  })

  test.each([
    ['UTF-8', strToU8(oldText)],
    ['UTF-8 with a mark', strToU8(`\ufeff${oldText}`)],
    ['UTF-16', utf16(oldText)],
  ])('brings every byte back: %s', (_, before) => {
    const {after, record} = written(before)
    const restored = restore(record, reading({[name]: after, 'b.xml': strToU8('b')}), 'x')
    expect(restored).toEqual(
      new Map([
        ['b.xml', undefined],
        [name, before],
      ]),
    )
  })

  test('brings nothing back where a part has changed since, or is gone', () => {
    const {after, record} = written(strToU8(oldText))
    const changed = strToU8(`${new TextDecoder().decode(after)} `)
    const b = strToU8('b')
    expect(restore(record, reading({[name]: changed, 'b.xml': b}), 'x')).toBeUndefined()
    expect(restore(record, reading({[name]: after, 'b.xml': changed}), 'x')).toBeUndefined()
    expect(restore(record, reading({[name]: after}), 'x')).toBeUndefined()
  })

  test('that lies brings nothing back', () => {
    const {after, record} = written(strToU8(oldText))
    const lies = [
      [{at: 3, to: 1, text: ''}],
      [
        {at: 3, to: 5, text: ''},
        {at: 4, to: 6, text: ''},
      ],
      [{at: 0, to: 9999, text: ''}],
      [{at: 0, to: 2, text: 'invented'}],
    ]
    const read = reading({[name]: after, 'b.xml': strToU8('b')})
    for (const inverse of lies) {
      const changed = record.changed.map((part) => ({...part, inverse}))
      expect(restore({...record, changed}, read, 'x')).toBeUndefined()
    }
  })

  test('is nothing else, and nothing that is not understood', () => {
    const xml = writeRecord(written(strToU8(oldText)).record)
    const read = (text: string) => readRecord({file: 'x', part: 'item1.xml', xml: text})
    expect(read(xml.replace('urn:safe', 'urn:other'))).toBeUndefined()
    expect(read(xml.replace(/ at="\d+"/, ' at="-1"'))).toBeUndefined()
  })
})

test('a part in another encoding is read, and not written', () => {
  const rewrite = (bytes: Uint8Array) => openPart(bytes, 'x', 'a.xml').encode('<a/>')
  const part = (encoding: string, text: string) =>
    Uint8Array.from(
      Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`, 'latin1'),
    )
  expect(() => rewrite(part('windows-1252', 'é'))).toThrow('character encoding')
  expect(() => rewrite(part('us-ascii', 'e'))).toThrow('character encoding')
})
