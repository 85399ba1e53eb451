import { pushVarint } from './thrift.ts'

/** The pages of one column in one row group, before compression. */
export interface Pages {
  /** The different values, for a column whose data are places among them. */
  readonly dictionary: { readonly bytes: Buffer; readonly count: number } | null
  readonly data: Buffer
}

const lengthBytes = 4

/** Whole numbers of 32 bits (also days); `none` stands for null. */
export function integerPages(values: Int32Array, none: number): Pages {
  const rows = values.length
  const kept = new Int32Array(rows)
  const present = new Uint8Array(rows)
  let count = 0
  for (let row = 0; row < rows; row++) {
    const value = values[row] as number
    if (value === none) continue
    present[row] = 1
    kept[count++] = value
  }
  return { dictionary: null, data: Buffer.concat([levels(present, count), bytesOf(kept.subarray(0, count))]) }
}

/** Numbers; NaN stands for null. */
export function doublePages(values: Float64Array): Pages {
  const present = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1))
  const kept = values.filter((value) => !Number.isNaN(value))
  return { dictionary: null, data: Buffer.concat([levels(present, kept.length), bytesOf(kept)]) }
}

/** Yes (1) and no (0); `none` stands for null. */
export function flagPages(values: Int32Array, none: number): Pages {
  const rows = values.length
  const present = new Uint8Array(rows)
  const bits = Buffer.alloc(Math.ceil(rows / 8))
  let count = 0
  for (let row = 0; row < rows; row++) {
    const value = values[row] as number
    if (value === none) continue
    present[row] = 1
    bits[count >> 3] = (bits[count >> 3] as number) | (value << (count & 7))
    count++
  }
  return {
    dictionary: null,
    data: Buffer.concat([levels(present, count), bits.subarray(0, Math.ceil(count / 8))]),
  }
}

/** Row numbers from `first`, as 64 bits. */
export function sequencePages(first: number, rows: number): Pages {
  const values = BigInt64Array.from({ length: rows }, (_, row) => BigInt(first + row))
  return { dictionary: null, data: Buffer.concat([everyRow(rows), bytesOf(values)]) }
}

/** Hashes of 16 bytes, every row with one. */
export function uuidPages(values: Int32Array): Pages {
  return { dictionary: null, data: Buffer.concat([everyRow(values.length / 4), bytesOf(values)]) }
}

const alphabet = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
const hashBytes = 16
const hashCharacters = 22

/** Hashes of 16 bytes as text of 22 characters (base64url); sixteen zero bytes stand for null. */
export function hashTextPages(values: Int32Array): Pages {
  const rows = values.length / 4
  const source = bytesOf(values)
  const present = new Uint8Array(rows)
  const texts = Buffer.allocUnsafe(rows * (lengthBytes + hashCharacters))
  let count = 0
  let at = 0
  for (let row = 0; row < rows; row++) {
    const word = row * 4
    if (values[word] === 0 && values[word + 1] === 0 && values[word + 2] === 0 && values[word + 3] === 0)
      continue
    present[row] = 1
    count++
    texts[at] = hashCharacters
    texts[at + 1] = 0
    texts[at + 2] = 0
    texts[at + 3] = 0
    at += lengthBytes
    const from = row * hashBytes
    for (let byte = from; byte < from + 15; byte += 3) {
      const three =
        ((source[byte] as number) << 16) | ((source[byte + 1] as number) << 8) | (source[byte + 2] as number)
      texts[at] = alphabet[three >> 18] as number
      texts[at + 1] = alphabet[(three >> 12) & 63] as number
      texts[at + 2] = alphabet[(three >> 6) & 63] as number
      texts[at + 3] = alphabet[three & 63] as number
      at += 4
    }
    const last = source[from + 15] as number
    texts[at] = alphabet[last >> 2] as number
    texts[at + 1] = alphabet[(last & 3) << 4] as number
    at += 2
  }
  return { dictionary: null, data: Buffer.concat([levels(present, count), texts.subarray(0, at)]) }
}

/** Texts as places (from 1) in a dictionary; `none` stands for null. Only the texts that occur are written. */
export function textPages(places: Int32Array, none: number, dictionary: readonly string[]): Pages {
  const rows = places.length
  const present = new Uint8Array(rows)
  const local = new Int32Array(dictionary.length + 1)
  const used: string[] = []
  const indexes = new Int32Array(rows)
  let count = 0
  for (let row = 0; row < rows; row++) {
    const place = places[row] as number
    if (place === none) continue
    present[row] = 1
    if (local[place] === 0) local[place] = used.push(dictionary[place - 1] as string)
    indexes[count++] = (local[place] as number) - 1
  }
  const data = Buffer.concat([levels(present, count), packed(indexes.subarray(0, count), used.length)])
  return { dictionary: { bytes: plainTexts(used), count: used.length }, data }
}

/** A column without any value. */
export function emptyPages(rows: number): Pages {
  return { dictionary: null, data: levels(new Uint8Array(rows), 0) }
}

function everyRow(rows: number): Buffer {
  return levels(new Uint8Array(rows).fill(1), rows)
}

/** Which rows have a value (definition levels): one run where all or none have, else a bit each. */
function levels(present: Uint8Array, count: number): Buffer {
  const rows = present.length
  const header: number[] = []
  if (count === 0 || count === rows) {
    pushVarint(rows * 2, header)
    header.push(count === 0 ? 0 : 1)
    return withLength(Buffer.from(header))
  }
  const bits = Buffer.alloc(Math.ceil(rows / 8))
  for (let row = 0; row < rows; row++)
    bits[row >> 3] = (bits[row >> 3] as number) | ((present[row] as number) << (row & 7))
  pushVarint(bits.length * 2 + 1, header)
  return withLength(Buffer.concat([Buffer.from(header), bits]))
}

/** Places in a dictionary of so many values, each in as few bits as that takes; one run where there is but one. */
function packed(indexes: Int32Array, size: number): Buffer {
  const width = Math.max(1, 32 - Math.clz32(Math.max(0, size - 1)))
  const header = [width]
  if (size <= 1) {
    pushVarint(indexes.length * 2, header)
    return Buffer.from([...header, 0])
  }
  const groups = Math.ceil(indexes.length / 8)
  pushVarint(groups * 2 + 1, header)
  const bytes = Buffer.alloc(header.length + groups * width)
  bytes.set(header)
  let at = header.length
  let waiting = 0
  let bits = 0
  for (let i = 0; i < indexes.length; i++) {
    waiting |= (indexes[i] as number) << bits
    bits += width
    while (bits >= 8) {
      bytes[at++] = waiting & 255
      waiting >>>= 8
      bits -= 8
    }
  }
  if (bits > 0) bytes[at] = waiting & 255
  return bytes
}

function plainTexts(texts: readonly string[]): Buffer {
  return Buffer.concat(texts.map((value) => withLength(Buffer.from(value))))
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32LE(bytes.length)
  return Buffer.concat([length, bytes])
}

function bytesOf(values: Int32Array | Float64Array | BigInt64Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength)
}
