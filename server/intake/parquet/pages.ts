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
  const { levels, count } = presence(values.length, (row) => values[row] !== none)
  const kept = new Int32Array(count)
  let at = 0
  for (const value of values) if (value !== none) kept[at++] = value
  return { dictionary: null, data: Buffer.concat([levels, bytesOf(kept)]) }
}

/** Numbers; NaN stands for null. */
export function doublePages(values: Float64Array): Pages {
  const { levels } = presence(values.length, (row) => !Number.isNaN(values[row]))
  return {
    dictionary: null,
    data: Buffer.concat([levels, bytesOf(values.filter((value) => !Number.isNaN(value)))]),
  }
}

/** Yes (1) and no (0); `none` stands for null. */
export function flagPages(values: Int32Array, none: number): Pages {
  const { levels, count } = presence(values.length, (row) => values[row] !== none)
  const bits = Buffer.alloc(Math.ceil(count / 8))
  let at = 0
  for (const value of values) {
    if (value === none) continue
    if (value === 1) bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7))
    at++
  }
  return { dictionary: null, data: Buffer.concat([levels, bits]) }
}

/** Row numbers from `first`, as 64 bits. */
export function sequencePages(first: number, rows: number): Pages {
  const values = new BigInt64Array(rows)
  for (let row = 0; row < rows; row++) values[row] = BigInt(first + row)
  return { dictionary: null, data: Buffer.concat([presence(rows, () => true).levels, bytesOf(values)]) }
}

/** Hashes of 16 bytes, every row with one. */
export function uuidPages(values: Int32Array): Pages {
  return {
    dictionary: null,
    data: Buffer.concat([presence(values.length / 4, () => true).levels, bytesOf(values)]),
  }
}

const alphabet = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
const hashText = 22

/** Hashes of 16 bytes as text of 22 characters (base64url); sixteen zero bytes stand for null. */
export function hashTextPages(values: Int32Array): Pages {
  const rows = values.length / 4
  const isPresent = (row: number) => {
    const at = row * 4
    return (
      ((values[at] as number) |
        (values[at + 1] as number) |
        (values[at + 2] as number) |
        (values[at + 3] as number)) !==
      0
    )
  }
  const { levels, count } = presence(rows, isPresent)
  const source = bytesOf(values)
  const data = Buffer.allocUnsafe(levels.length + count * (lengthBytes + hashText))
  data.set(levels)
  let at = levels.length
  for (let row = 0; row < rows; row++) {
    if (!isPresent(row)) continue
    data.writeUInt32LE(hashText, at)
    at += lengthBytes
    const from = row * 16
    for (let byte = from; byte < from + 15; byte += 3) {
      const three =
        ((source[byte] as number) << 16) | ((source[byte + 1] as number) << 8) | (source[byte + 2] as number)
      data[at] = alphabet[three >> 18] as number
      data[at + 1] = alphabet[(three >> 12) & 63] as number
      data[at + 2] = alphabet[(three >> 6) & 63] as number
      data[at + 3] = alphabet[three & 63] as number
      at += 4
    }
    const last = source[from + 15] as number
    data[at] = alphabet[last >> 2] as number
    data[at + 1] = alphabet[(last & 3) << 4] as number
    at += 2
  }
  return { dictionary: null, data }
}

/** Texts as places (from 1) in a dictionary; `none` stands for null. Only the texts that occur are written. */
export function textPages(places: Int32Array, none: number, dictionary: readonly string[]): Pages {
  const { levels, count } = presence(places.length, (row) => places[row] !== none)
  const local = new Int32Array(dictionary.length + 1)
  const used: string[] = []
  const indexes = new Int32Array(count)
  let at = 0
  for (const place of places) {
    if (place === none) continue
    let index = local[place] as number
    if (index === 0) {
      index = used.push(dictionary[place - 1] as string)
      local[place] = index
    }
    indexes[at++] = index - 1
  }
  return {
    dictionary: { bytes: plainTexts(used), count: used.length },
    data: Buffer.concat([levels, packed(indexes, used.length)]),
  }
}

/** A column without any value. */
export function emptyPages(rows: number): Pages {
  return { dictionary: null, data: presence(rows, () => false).levels }
}

/** Which rows have a value (definition levels), as one run where all or none have; and how many have. */
function presence(rows: number, isPresent: (row: number) => boolean): { levels: Buffer; count: number } {
  let count = 0
  const bits = Buffer.alloc(Math.ceil(rows / 8))
  for (let row = 0; row < rows; row++) {
    if (!isPresent(row)) continue
    bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7))
    count++
  }
  const header: number[] = []
  const uniform = count === 0 || count === rows
  if (uniform) {
    pushVarint(rows * 2, header)
    header.push(count === 0 ? 0 : 1)
  } else pushVarint(bits.length * 2 + 1, header)
  const body = uniform ? Buffer.from(header) : Buffer.concat([Buffer.from(header), bits])
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32LE(body.length)
  return { levels: Buffer.concat([length, body]), count }
}

/** Places in a dictionary, each in as few bits as its size allows. */
function packed(indexes: Int32Array, size: number): Buffer {
  const width = Math.max(1, 32 - Math.clz32(Math.max(0, size - 1)))
  const header = [width]
  const groups = Math.ceil(indexes.length / 8)
  pushVarint(groups * 2 + 1, header)
  const bytes = Buffer.alloc(header.length + groups * width)
  bytes.set(header)
  let at = header.length
  let waiting = 0
  let bits = 0
  for (const index of indexes) {
    waiting |= index << bits
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
  return Buffer.concat(
    texts.flatMap((value) => {
      const utf8 = Buffer.from(value)
      const length = Buffer.alloc(lengthBytes)
      length.writeUInt32LE(utf8.length)
      return [length, utf8]
    }),
  )
}

function bytesOf(values: Int32Array | Float64Array | BigInt64Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength)
}
