import {Inflate} from 'fflate'
import {en} from '../../core/catalogue/en.ts'
import {files} from '../../core/catalogue/files.ts'
import {limits} from '../../core/limits.ts'
import {refuse} from '../refuse.ts'
import {crc32} from './crc32.ts'
import {longNumbers} from './zip64.ts'

const said = en.reading.package

/** A zip whose directory was read and found within the limits; nothing is inflated before `read`. */
export interface Zip {
  /** The file's name, for errors. */
  readonly name: string
  /** Bytes of the archive as it stands. */
  readonly size: number
  /** The bytes of an entry, or undefined where there is none. Part names ignore letter case. */
  readonly read: (entryName: string) => Uint8Array | undefined
  /** Whether there is an entry of the name, even one that `read` refuses. */
  readonly has: (entryName: string) => boolean
  /** All entries in the order of the directory, those too that `read` refuses or passes over. */
  readonly entries: readonly ZipEntry[]
  /** An entry as it stands in the archive. Refuses one that reaches beyond the file. */
  readonly raw: (entry: ZipEntry) => RawEntry
  /** What the archive says of itself after its directory. */
  readonly comment: Uint8Array
}

/** One line of the directory. Its numbers are the archive's own, and may lie. */
export interface ZipEntry {
  readonly name: string
  readonly nameBytes: Uint8Array
  readonly madeBy: number
  readonly needed: number
  readonly flags: number
  readonly method: number
  /** Date and time as MS-DOS writes them, four bytes. */
  readonly time: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
  readonly internalAttributes: number
  readonly externalAttributes: number
  readonly extra: Uint8Array
  readonly comment: Uint8Array
  readonly headerOffset: number
}

interface RawEntry {
  /** Still compressed. */
  readonly data: Uint8Array
  /** The extra fields of the local header, which may be others than the directory's. */
  readonly extra: Uint8Array
}

interface Archive {
  readonly bytes: Uint8Array
  readonly view: DataView
  /** The file's name, for errors. */
  readonly name: string
}

/** fflate lists entries too, but cannot stop one that inflates to more than it declares. */
export function openZip(bytes: Uint8Array, name: string): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const archive = {bytes, view, name}
  const {all, comment} = listEntries(archive)
  const entries = new Map<string, ZipEntry>()
  const repeated = new Set<string>()
  for (const entry of all.filter(({name}) => isPlainPath(name))) {
    const key = entry.name.toLowerCase()
    if (entries.has(key)) repeated.add(key)
    entries.set(key, entry)
  }
  const read = (entryName: string) => {
    const key = entryName.toLowerCase()
    // Two programs could read two different reports from such a file.
    if (repeated.has(key)) refuse(name, said.repeatedPart)
    const entry = entries.get(key)
    return entry && readEntry(archive, entry)
  }
  const raw = (entry: ZipEntry) => rawEntry(archive, entry)
  const has = (entryName: string) => entries.has(entryName.toLowerCase())
  return {name, size: bytes.length, read, has, entries: all, raw, comment}
}

const signatures = {local: 0x04034b50, directory: 0x02014b50, end: 0x06054b50} as const
const lengths = {local: 30, directory: 46, end: 22, longestComment: 65_535} as const

function listEntries(archive: Archive): {all: ZipEntry[]; comment: Uint8Array} {
  const {bytes, view, name} = archive
  const end = findDirectoryEnd(archive)
  const count = view.getUint16(end + 10, true)
  if (count > limits.maxZipEntries) refuse(name, said.tooManyEntries)

  const all: ZipEntry[] = []
  let offset = view.getUint32(end + 16, true)
  let inflatedBytes = 0
  let packedBytes = 0
  for (let index = 0; index < count; index++) {
    const {entry, next} = readDirectoryEntry(archive, offset)
    inflatedBytes += entry.size
    packedBytes += entry.compressedSize
    if (inflatedBytes > limits.maxInflatedBytes) refuse(name, said.inflatesTooFar)
    all.push(entry)
    offset = next
  }
  // Entries that overlap would be inflated again and again.
  if (packedBytes > bytes.length) refuse(name, said.damaged)
  const commentStart = end + lengths.end
  const comment = bytes.subarray(commentStart, commentStart + view.getUint16(end + 20, true))
  return {all, comment}
}

function findDirectoryEnd({view, name}: Archive): number {
  const last = view.byteLength - lengths.end
  const first = Math.max(0, last - lengths.longestComment)
  for (let offset = last; offset >= first; offset--) {
    if (view.getUint32(offset, true) === signatures.end) return offset
  }
  return refuse(name, said.damaged)
}

function readDirectoryEntry({bytes, view, name}: Archive, offset: number) {
  const nameStart = offset + lengths.directory
  if (nameStart > view.byteLength || view.getUint32(offset, true) !== signatures.directory) {
    refuse(name, said.damaged)
  }
  const nameEnd = nameStart + view.getUint16(offset + 28, true)
  const extraEnd = nameEnd + view.getUint16(offset + 30, true)
  const next = extraEnd + view.getUint16(offset + 32, true)
  const nameBytes = bytes.subarray(nameStart, nameEnd)
  const extra = bytes.subarray(nameEnd, extraEnd)
  const {size, compressedSize, headerOffset} = longNumbers(extra, {
    size: view.getUint32(offset + 24, true),
    compressedSize: view.getUint32(offset + 20, true),
    headerOffset: view.getUint32(offset + 42, true),
  })
  const entry: ZipEntry = {
    name: new TextDecoder().decode(nameBytes),
    nameBytes,
    madeBy: view.getUint16(offset + 4, true),
    needed: view.getUint16(offset + 6, true),
    flags: view.getUint16(offset + 8, true),
    method: view.getUint16(offset + 10, true),
    time: view.getUint32(offset + 12, true),
    crc: view.getUint32(offset + 16, true),
    compressedSize,
    size,
    internalAttributes: view.getUint16(offset + 36, true),
    externalAttributes: view.getUint32(offset + 38, true),
    extra,
    comment: bytes.subarray(extraEnd, next),
    headerOffset,
  }
  return {entry, next}
}

/** Nothing is ever written to disk, yet a name that climbs out of the package is no part of it. */
const isPlainPath = (path: string) =>
  !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..')

/** Whether the bytes of an entry are locked by a password. */
export const isEncrypted = ({flags}: ZipEntry): boolean => (flags & 1) === 1

function readEntry(archive: Archive, entry: ZipEntry): Uint8Array {
  const {name} = archive
  const {compressedSize, size, method} = entry
  if (isEncrypted(entry)) refuse(name, files.oldWord)
  const {data} = rawEntry(archive, entry)
  const isKnown = method === 8 || (method === 0 && compressedSize === size)
  if (!isKnown) refuse(name, said.damaged)
  const content = method === 8 ? inflate(data, size, name) : data
  if (crc32(content) !== entry.crc) refuse(name, said.damaged)
  return content
}

function rawEntry({bytes, view, name}: Archive, entry: ZipEntry): RawEntry {
  const {headerOffset, compressedSize} = entry
  const headerEnd = headerOffset + lengths.local
  if (headerEnd > view.byteLength || view.getUint32(headerOffset, true) !== signatures.local) {
    refuse(name, said.damaged)
  }
  const extraStart = headerEnd + view.getUint16(headerOffset + 26, true)
  const start = extraStart + view.getUint16(headerOffset + 28, true)
  if (start + compressedSize > view.byteLength) refuse(name, said.damaged)
  // Programs that go by one name and programs that go by the other would read two reports.
  if (!isEqual(bytes.subarray(headerEnd, extraStart), entry.nameBytes)) refuse(name, said.damaged)
  const data = bytes.subarray(start, start + compressedSize)
  return {data, extra: bytes.subarray(extraStart, start)}
}

const isEqual = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

/** Small enough that one chunk cannot inflate far beyond a limit before it is noticed. */
const chunkBytes = 16_384

/** `size` is what the directory declares; its sum over all entries was checked. */
function inflate(data: Uint8Array, size: number, name: string): Uint8Array {
  const output = new Uint8Array(size)
  let length = 0
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length <= size) output.set(chunk, length)
    length += chunk.length
  })
  for (let offset = 0; offset < data.length && length <= size; offset += chunkBytes) {
    const end = offset + chunkBytes
    pushChunk(inflater, data.subarray(offset, end), end >= data.length, name)
  }
  if (length !== size) refuse(name, said.damaged)
  return output
}

function pushChunk(inflater: Inflate, chunk: Uint8Array, isLast: boolean, name: string): void {
  try {
    inflater.push(chunk, isLast)
  } catch {
    // fflate throws on bad compressed data only; the callback above throws nothing.
    refuse(name, said.damaged)
  }
}
