import { closeSync, openSync, writeSync } from 'node:fs'
import { constants, zstdCompressSync } from 'node:zlib'
import type { Pages } from './pages.ts'
import { encodeThrift, i32, i64, list, struct, text } from './thrift.ts'
import type { Thrift } from './thrift.ts'

export type ParquetType = 'text' | 'integer' | 'bigint' | 'double precision' | 'boolean' | 'date' | 'uuid'

export interface ParquetColumn {
  readonly name: string
  readonly type: ParquetType
}

/** Numbers of the Parquet format (parquet.thrift). */
const physical = {
  boolean: 0,
  integer: 1,
  date: 1,
  bigint: 2,
  'double precision': 5,
  text: 6,
  uuid: 7,
} as const
const optional = 1
const plain = 0
const rle = 3
const dictionaryPlaces = 8
const zstd = 6
const dataPage = 0
const dictionaryPage = 2
const mark = Buffer.from('PAR1')

const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/**
 * Writes a Parquet file row group by row group: what columns hold in memory goes out as it is, dictionaries included,
 * three times as fast as through a database.
 */
export class ParquetFile {
  private readonly columns: readonly ParquetColumn[]
  private readonly file: number
  private readonly groups: Thrift[] = []
  private position = 0
  private rows = 0

  constructor(path: string, columns: readonly ParquetColumn[]) {
    this.columns = columns
    this.file = openSync(path, 'w', 0o600)
    this.write(mark)
  }

  /** Writes the pages of every column, in the order of the columns, for so many rows. */
  writeGroup(pages: Iterable<Pages>, rows: number): void {
    const chunks: Thrift[] = []
    let bytes = 0
    let index = 0
    for (const column of pages) {
      const chunk = this.writeChunk(this.columns[index++] as ParquetColumn, column, rows)
      chunks.push(struct([2, i64(chunk.start)], [3, chunk.meta]))
      bytes += chunk.size
    }
    this.groups.push(struct([1, list('struct', chunks)], [2, i64(bytes)], [3, i64(rows)]))
    this.rows += rows
  }

  /** Writes the footer, without which the file cannot be read, and closes it. */
  finish(): void {
    const root = struct([4, text('records')], [5, i32(this.columns.length)])
    const footer = encodeThrift(
      struct(
        [1, i32(1)],
        [2, list('struct', [root, ...this.columns.map(schemaOf)])],
        [3, i64(this.rows)],
        [4, list('struct', this.groups)],
        [6, text('partnership-performance-dashboard')],
      ),
    )
    const length = Buffer.alloc(4)
    length.writeUInt32LE(footer.length)
    this.write(footer)
    this.write(length)
    this.write(mark)
    this.abandon()
  }

  /** Closes the file as it is. */
  abandon(): void {
    closeSync(this.file)
  }

  private writeChunk(
    { name, type }: ParquetColumn,
    { dictionary, data }: Pages,
    rows: number,
  ): { start: number; size: number; meta: Thrift } {
    const start = this.position
    let size = 0
    if (dictionary !== null) {
      size += this.writePage(dictionaryPage, dictionary.bytes, [
        7,
        struct([1, i32(dictionary.count)], [2, i32(plain)]),
      ])
    }
    const dataStart = this.position
    const encoding = dictionary === null ? plain : dictionaryPlaces
    size += this.writePage(dataPage, data, [
      5,
      struct([1, i32(rows)], [2, i32(encoding)], [3, i32(rle)], [4, i32(rle)]),
    ])
    const encodings = dictionary === null ? [plain, rle] : [plain, rle, dictionaryPlaces]
    const meta = struct(
      [1, i32(physical[type])],
      [2, list('i32', encodings.map(i32))],
      [3, list('text', [text(name)])],
      [4, i32(zstd)],
      [5, i64(rows)],
      [6, i64(size)],
      [7, i64(this.position - start)],
      [9, i64(dataStart)],
      ...(dictionary === null ? [] : [[11, i64(start)] as const]),
    )
    return { start, size, meta }
  }

  /** Writes one page and returns its size before compression, header included. */
  private writePage(kind: number, body: Buffer, header: readonly [id: number, value: Thrift]): number {
    const compressed = zstdCompressSync(body, compression)
    const head = encodeThrift(
      struct([1, i32(kind)], [2, i32(body.length)], [3, i32(compressed.length)], header),
    )
    this.write(head)
    this.write(compressed)
    return head.length + body.length
  }

  private write(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) at += writeSync(this.file, bytes, at)
    this.position += bytes.length
  }
}

/** A column of the schema: every one may hold nulls. */
function schemaOf({ name, type }: ParquetColumn): Thrift {
  const base = [[1, i32(physical[type])]] as const
  const named = [
    [3, i32(optional)],
    [4, text(name)],
  ] as const
  switch (type) {
    case 'text':
      return struct(...base, ...named, [6, i32(0)], [10, struct([1, struct()])])
    case 'date':
      return struct(...base, ...named, [6, i32(6)], [10, struct([6, struct()])])
    case 'uuid':
      return struct(...base, [2, i32(16)], ...named, [10, struct([14, struct()])])
    case 'integer':
    case 'bigint':
    case 'double precision':
    case 'boolean':
      return struct(...base, ...named)
  }
}
