import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {writeZip} from '../../../src/annotate/package/write-zip.ts'
import {crc32} from '../../../src/readers/package/crc32.ts'
import {openZip} from '../../../src/readers/package/zip.ts'

const long = 'Seren said so. '.repeat(40)

const archive = zipSync(
  {
    mimetype: [strToU8('application/test'), {level: 0}],
    'a.xml': strToU8(long),
    'b/c.xml': [strToU8(long), {level: 9, mtime: '2024-03-01T10:00:00', os: 3, attrs: 0o644 << 16}],
  },
  {mtime: '2025-05-05T05:05:04', comment: 'kept'},
)

const texts = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]),
  )

/** What the directory says of each entry, without where it stands and how long it came out. */
const facts = (bytes: Uint8Array) =>
  openZip(bytes, 'x').entries.map(({name, method, time, externalAttributes, madeBy}) => ({
    name,
    method,
    time,
    externalAttributes,
    madeBy,
  }))

test('the checksum is that of the standard', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926)
})

describe('a written archive', () => {
  test('without changes is the archive, to the byte', () => {
    expect(writeZip(openZip(archive, 'x'), new Map())).toEqual(archive)
  })

  test('has the changed parts, the old order, and what is new last', () => {
    const changes = new Map([
      ['new.xml', strToU8('new')],
      ['A.xml', strToU8('changed')],
      ['mimetype', strToU8('application/other')],
    ])
    const written = writeZip(openZip(archive, 'x'), changes)
    expect(Object.entries(texts(written))).toEqual([
      ['mimetype', 'application/other'],
      ['a.xml', 'changed'],
      ['b/c.xml', long],
      ['new.xml', 'new'],
    ])
    expect(facts(written).slice(0, 3)).toEqual(facts(archive))
    expect(facts(written).at(-1)).toMatchObject({method: 8, time: 0x00210000})
  })

  test('keeps what is copied as it was compressed', () => {
    const [old, copy] = [archive, writeZip(openZip(archive, 'x'), new Map([['a.xml', undefined]]))]
      .map((bytes) => openZip(bytes, 'x'))
      .map((zip) => zip.entries.map((entry) => [entry.name, zip.raw(entry).data]))
    expect(copy).toEqual(old?.filter(([name]) => name !== 'a.xml'))
  })

  test('puts the sizes back in front of what a stream had written', () => {
    const streamed = archive.slice()
    const zip = openZip(streamed, 'x')
    const entry = zip.entries[1]
    if (!entry) throw new Error('Expected an entry')
    // The flag in both headers, and no sizes in the local one.
    const view = new DataView(streamed.buffer)
    const directory = streamed.length - 22
    const start = view.getUint32(directory + 16, true)
    const second =
      start +
      46 +
      view.getUint16(start + 28, true) +
      view.getUint16(start + 30, true) +
      view.getUint16(start + 32, true)
    view.setUint16(second + 8, 8, true)
    view.setUint16(entry.headerOffset + 6, 8, true)
    view.setUint32(entry.headerOffset + 14, 0, true)
    view.setUint32(entry.headerOffset + 18, 0, true)
    expect(writeZip(openZip(streamed, 'x'), new Map())).toEqual(archive)
  })

  test('is refused where entries are encrypted', () => {
    const locked = archive.slice()
    const view = new DataView(locked.buffer)
    const start = view.getUint32(locked.length - 22 + 16, true)
    view.setUint16(start + 8, 1, true)
    expect(() => writeZip(openZip(locked, 'x'), new Map())).toThrow('protected by a password')
  })
})
