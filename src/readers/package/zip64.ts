/** What a directory says of an entry in numbers that may have no room there. */
interface LongNumbers {
  readonly size: number
  readonly compressedSize: number
  readonly headerOffset: number
}

/** Stands in the directory where the number stands in the extra fields. */
const elsewhere = 0xffffffff
const zip64 = 0x0001

/**
 * The numbers of an entry, those that stand elsewhere in eight bytes each. Some programs write small
 * ones so, too. Without the bytes a number stays what it is, and is far too large for any file.
 */
export function longNumbers(extra: Uint8Array, short: LongNumbers): LongNumbers {
  const field = fieldOf(extra)
  let at = 0
  // Only those are there that are asked for, in this order.
  const read = (number: number) => {
    if (number !== elsewhere || !field || at + 8 > field.byteLength) return number
    at += 8
    return Number(field.getBigUint64(at - 8, true))
  }
  const size = read(short.size)
  const compressedSize = read(short.compressedSize)
  return {size, compressedSize, headerOffset: read(short.headerOffset)}
}

function fieldOf(extra: Uint8Array): DataView | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.length; ) {
    const start = at + 4
    const end = start + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === zip64 && end <= extra.length) {
      return new DataView(extra.buffer, extra.byteOffset + start, end - start)
    }
    at = end
  }
  return undefined
}
