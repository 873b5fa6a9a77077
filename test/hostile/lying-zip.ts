import {deflateRawSync} from 'node:zlib'
import {crc32} from '../../src/readers/package/crc32.ts'

/** What a header says of an entry; all of it can be a lie. */
interface Header {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
  readonly extra: Uint8Array
  readonly comment: Uint8Array
  readonly headerOffset: number
}

export interface LyingEntry {
  readonly name: string
  readonly data: string | Uint8Array
  /** 0 is stored, 8 deflated. */
  readonly method?: 0 | 8
  /** Bytes as they stand in the archive, instead of `data` compressed. */
  readonly packed?: Uint8Array
  /** Where they differ from the truth. */
  readonly local?: Partial<Header>
  readonly directory?: Partial<Header>
  /** Stands in the archive, and not in the directory. */
  readonly isUnlisted?: boolean
  /** Stands in the directory, and has no bytes of its own. */
  readonly isListedOnly?: boolean
}

export interface Lies {
  /** Bytes before the first header; offsets count them unless `directoryOffset` says otherwise. */
  readonly before?: Uint8Array
  readonly count?: number
  readonly directoryOffset?: number
  readonly comment?: Uint8Array
  readonly commentLength?: number
}

const none = new Uint8Array()

/** A zip in which every number may be a lie: the directory of it is written by hand. */
export function lyingZip(entries: readonly LyingEntry[], lies: Lies = {}): Uint8Array {
  const {before = none, comment = none} = lies
  const pieces: Uint8Array[] = [before]
  const records: Uint8Array[] = []
  let offset = before.length
  for (const entry of entries) {
    const {header, packed} = truthOf(entry, offset)
    if (!entry.isUnlisted) records.push(directoryRecord({...header, ...entry.directory}))
    if (entry.isListedOnly) continue
    const local = localHeader({...header, ...entry.local})
    pieces.push(local, packed)
    offset += local.length + packed.length
  }
  const end = numbers([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, lies.count ?? records.length],
    [2, lies.count ?? records.length],
    [4, records.reduce((sum, {length}) => sum + length, 0)],
    [4, lies.directoryOffset ?? offset],
    [2, lies.commentLength ?? comment.length],
  ])
  return Buffer.concat([...pieces, ...records, end, comment])
}

function truthOf(entry: LyingEntry, headerOffset: number) {
  const {name, method = 8} = entry
  const data = typeof entry.data === 'string' ? Buffer.from(entry.data) : entry.data
  const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data)
  const header: Header = {
    name,
    flags: 0,
    method,
    crc: crc32(data),
    compressedSize: packed.length,
    size: data.length,
    extra: none,
    comment: none,
    headerOffset,
  }
  return {header, packed}
}

const shared = ({flags, method, crc, compressedSize, size, extra, name}: Header) =>
  [
    [2, 20],
    [2, flags],
    [2, method],
    [4, 0x00210000],
    [4, crc],
    [4, compressedSize],
    [4, size],
    [2, Buffer.byteLength(name)],
    [2, extra.length],
  ] as const

const localHeader = (header: Header) =>
  Buffer.concat([
    numbers([[4, 0x04034b50], ...shared(header)]),
    Buffer.from(header.name),
    header.extra,
  ])

const directoryRecord = (header: Header) =>
  Buffer.concat([
    numbers([
      [4, 0x02014b50],
      [2, 20],
      ...shared(header),
      [2, header.comment.length],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, header.headerOffset],
    ]),
    Buffer.from(header.name),
    header.extra,
    header.comment,
  ])

/** Little-endian, each with its length in bytes. */
export function numbers(fields: readonly (readonly [2 | 4 | 8, number])[]): Uint8Array {
  const buffer = Buffer.alloc(fields.reduce((sum, [length]) => sum + length, 0))
  let at = 0
  for (const [length, value] of fields) {
    if (length === 8) buffer.writeBigUInt64LE(BigInt(value), at)
    else buffer.writeUIntLE(value, at, length)
    at += length
  }
  return buffer
}
