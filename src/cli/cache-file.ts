import {createCipheriv, createDecipheriv, createHmac, randomBytes} from 'node:crypto'

/**
 * The file of a cache: a line that says what it is, then entries. What an entry holds can be read only by
 * who has the report that it is about: it is enciphered (AES-256-GCM) with a key made from the report's content, and
 * the name by which it is found, made from the same, does not lead to that key.
 */
export interface CacheFile {
  /** What was kept under a key of 32 bytes; undefined where there is nothing, or it was damaged. */
  readonly get: (key: Uint8Array) => string | undefined
  readonly put: (key: Uint8Array, text: string) => void
  /** Undefined where nothing has been put. */
  readonly toBytes: () => Uint8Array | undefined
}

interface Entry {
  /** How often the file has been written since the entry was last of use. */
  age: number
  readonly sealed: Uint8Array
}

const head = Buffer.from('safe-together-lint cache, form 1\n')
const idBytes = 32
const ivBytes = 12
const tagBytes = 16
/** Of a place in the file: id, age, length. */
const placeBytes = idBytes + 1 + 4
/** Entries of reports that have changed, or are no longer checked, go when they get older. */
const oldest = 20

/** Whether a file with this beginning is a cache, of whatever form. */
export const isCache = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 24)).equals(head.subarray(0, 24))

/** What a damaged file, or one of another form, held is forgotten. */
export function readCacheFile(bytes: Uint8Array): CacheFile {
  const entries = readEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const used = new Set<string>()
  let isChanged = false
  return {
    get: (key) => {
      const {id, secret} = derived(key)
      const entry = entries.get(id)
      if (entry === undefined) return undefined
      used.add(id)
      return opened(entry.sealed, secret)
    },
    put: (key, text) => {
      const {id, secret} = derived(key)
      used.add(id)
      entries.set(id, {age: 0, sealed: sealedWith(text, secret)})
      isChanged = true
    },
    toBytes: () => (isChanged ? writeEntries(entries, used) : undefined),
  }
}

function derived(key: Uint8Array): {readonly id: string; readonly secret: Uint8Array} {
  const made = (purpose: string) => createHmac('sha256', key).update(purpose).digest()
  return {id: made('name').toString('hex'), secret: made('secret')}
}

function sealedWith(text: string, secret: Uint8Array): Uint8Array {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', secret, iv)
  const data = [cipher.update(text, 'utf8'), cipher.final()]
  return Buffer.concat([iv, cipher.getAuthTag(), ...data])
}

function opened(sealed: Uint8Array, secret: Uint8Array): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, ivBytes))
    decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
    const data = decipher.update(sealed.subarray(ivBytes + tagBytes))
    decipher.final()
    return data.toString('utf8')
  } catch {
    return undefined
  }
}

function readEntries(bytes: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  if (!bytes.subarray(0, head.length).equals(head)) return entries
  let at = head.length
  while (at + placeBytes <= bytes.length) {
    const id = bytes.toString('hex', at, at + idBytes)
    const age = bytes.readUInt8(at + idBytes)
    const start = at + placeBytes
    at = start + bytes.readUInt32LE(at + idBytes + 1)
    if (at > bytes.length) break
    entries.set(id, {age, sealed: bytes.subarray(start, at)})
  }
  return entries
}

function writeEntries(entries: ReadonlyMap<string, Entry>, used: ReadonlySet<string>): Uint8Array {
  const parts: Uint8Array[] = [head]
  for (const [id, {age, sealed}] of entries) {
    const now = used.has(id) ? 0 : age + 1
    if (now > oldest) continue
    const place = Buffer.alloc(placeBytes)
    place.write(id, 'hex')
    place.writeUInt8(now, idBytes)
    place.writeUInt32LE(sealed.length, idBytes + 1)
    parts.push(place, sealed)
  }
  return Buffer.concat(parts)
}
