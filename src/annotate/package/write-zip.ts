import {utf8ToBytes} from '@noble/hashes/utils.js'
import {deflateSync} from 'fflate'
import {files} from '../../core/catalogue/files.ts'
import {crc32} from '../../readers/package/crc32.ts'
import {isEncrypted, type Zip, type ZipEntry} from '../../readers/package/zip.ts'
import {refuse} from '../../readers/refuse.ts'

/** New bytes by the name of the entry; undefined takes the entry out. */
export type PackageChanges = ReadonlyMap<string, Uint8Array | undefined>

/** An entry as it goes into the new archive. */
interface Written {
  readonly entry: Omit<ZipEntry, 'name' | 'headerOffset'>
  readonly data: Uint8Array
  /** Of the local header. */
  readonly extra: Uint8Array
}

/**
 * The archive with some entries changed, added or taken out. Every other entry is copied as it
 * stands, still compressed, in the same order; names ignore letter case, as when reading. The same
 * archive and changes give the same bytes.
 * @throws {ReadError} for an archive with encrypted entries
 */
export function writeZip(zip: Zip, changes: PackageChanges): Uint8Array {
  if (zip.entries.some(isEncrypted)) refuse(zip.name, files.oldWord)
  const left = new Map([...changes].map(([name, bytes]) => [name.toLowerCase(), {name, bytes}]))
  const written: Written[] = []
  for (const entry of zip.entries) {
    const change = left.get(entry.name.toLowerCase())
    left.delete(entry.name.toLowerCase())
    if (change && !change.bytes) continue
    written.push(change?.bytes ? changed(entry, change.bytes) : copied(zip, entry))
  }
  for (const {name, bytes} of left.values()) if (bytes) written.push(added(name, bytes))
  return assemble(written, zip.comment)
}

/** General purpose flags: sizes follow the data; the name is UTF-8. */
const flag = {sizesFollow: 0x0008, utf8: 0x0800} as const
const method = {stored: 0, deflated: 8} as const
const none = new Uint8Array()

function copied(zip: Zip, entry: ZipEntry): Written {
  const {data, extra} = zip.raw(entry)
  const flags = entry.flags & ~flag.sizesFollow
  return {
    entry: {...entry, flags, extra: withoutZip64(entry.extra)},
    data,
    extra: withoutZip64(extra),
  }
}

/** What was stored stays stored: readers of OpenDocument look for the plain bytes of `mimetype`. */
function changed(entry: ZipEntry, bytes: Uint8Array): Written {
  const isStored = entry.method === method.stored
  return {
    entry: {...entry, ...packed(bytes, isStored), flags: entry.flags & flag.utf8, extra: none},
    data: isStored ? bytes : deflateSync(bytes),
    extra: none,
  }
}

/** Midnight of 1 January 1980, the first day that a zip knows. */
const firstDay = 0x00210000

function added(name: string, bytes: Uint8Array): Written {
  const data = deflateSync(bytes)
  const nameBytes = utf8ToBytes(name)
  const entry = {
    ...packed(bytes, false),
    nameBytes,
    madeBy: 20,
    flags: nameBytes.length === name.length ? 0 : flag.utf8,
    time: firstDay,
    internalAttributes: 0,
    externalAttributes: 0,
    extra: none,
    comment: none,
    compressedSize: data.length,
  }
  return {entry, data, extra: none}
}

const packed = (bytes: Uint8Array, isStored: boolean) => ({
  needed: 20,
  method: isStored ? method.stored : method.deflated,
  crc: crc32(bytes),
  size: bytes.length,
})

const zip64 = 0x0001

/** The sizes of the directory hold, and are small. */
function withoutZip64(extra: Uint8Array): Uint8Array {
  const kept: number[] = []
  for (let at = 0; at < extra.length; ) {
    const [id, length] = [extra.subarray(at, at + 2), extra.subarray(at + 2, at + 4)].map(
      ([low = 0, high = 0]) => low + high * 256,
    )
    const end = at + 4 + (length ?? 0)
    if (id !== zip64 || at + 4 > extra.length) kept.push(...extra.subarray(at, end))
    at = end
  }
  return Uint8Array.from(kept)
}

const lengths = {local: 30, directory: 46, end: 22} as const

/** Local headers with their data, the directory, the end of the directory. */
function assemble(written: readonly Written[], comment: Uint8Array): Uint8Array {
  const size = written.reduce(
    (sum, {entry, data, extra}) =>
      sum + lengths.local + extra.length + data.length + directorySize(entry),
    lengths.end + comment.length,
  )
  const output = new Uint8Array(size)
  const view = new DataView(output.buffer)
  const offsets: number[] = []
  let at = 0
  for (const one of written) {
    offsets.push(at)
    at = writeLocal(output, view, at, one)
  }
  const directoryStart = at
  for (const [index, one] of written.entries()) {
    at = writeDirectory(output, view, at, one, offsets[index] ?? 0)
  }
  writeEnd(view, at, written.length, directoryStart, comment.length)
  output.set(comment, at + lengths.end)
  return output
}

const directorySize = ({nameBytes, extra, comment}: Written['entry']) =>
  lengths.directory + 2 * nameBytes.length + extra.length + comment.length

function writeLocal(output: Uint8Array, view: DataView, at: number, written: Written): number {
  const {entry, data, extra} = written
  view.setUint32(at, 0x04034b50, true)
  writeShared(view, at + 4, written, extra.length)
  return append(output, at + lengths.local, [entry.nameBytes, extra, data])
}

function writeDirectory(
  output: Uint8Array,
  view: DataView,
  at: number,
  written: Written,
  headerOffset: number,
): number {
  const {entry} = written
  view.setUint32(at, 0x02014b50, true)
  view.setUint16(at + 4, entry.madeBy, true)
  writeShared(view, at + 6, written, entry.extra.length)
  view.setUint16(at + 32, entry.comment.length, true)
  view.setUint16(at + 36, entry.internalAttributes, true)
  view.setUint32(at + 38, entry.externalAttributes, true)
  view.setUint32(at + 42, headerOffset, true)
  return append(output, at + lengths.directory, [entry.nameBytes, entry.extra, entry.comment])
}

/** What stands alike in a local header and in the directory. */
function writeShared(view: DataView, at: number, {entry, data}: Written, extra: number): void {
  view.setUint16(at, entry.needed, true)
  view.setUint16(at + 2, entry.flags, true)
  view.setUint16(at + 4, entry.method, true)
  view.setUint32(at + 6, entry.time, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, data.length, true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, entry.nameBytes.length, true)
  view.setUint16(at + 24, extra, true)
}

function append(output: Uint8Array, start: number, pieces: readonly Uint8Array[]): number {
  let at = start
  for (const piece of pieces) {
    output.set(piece, at)
    at += piece.length
  }
  return at
}

function writeEnd(
  view: DataView,
  at: number,
  count: number,
  directoryStart: number,
  comment: number,
): void {
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, count, true)
  view.setUint16(at + 10, count, true)
  view.setUint32(at + 12, at - directoryStart, true)
  view.setUint32(at + 16, directoryStart, true)
  view.setUint16(at + 20, comment, true)
}
