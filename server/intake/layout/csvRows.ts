import type { FileHandle } from 'node:fs/promises'
import type { Limits } from '../limits.ts'
import { CsvSplitter } from '../readers/csvSplitter.ts'
import type { Encoding } from '../readers/encoding.ts'
import { readCsv } from '../readers/readCsv.ts'
import type { CsvShape } from '../readers/sniffCsv.ts'

const headBytes = 256 * 1024
const headRows = 80

export interface CsvHeadRequest {
  readonly handle: FileHandle
  readonly shape: CsvShape
  readonly limits: Limits
  /** The most rows that are wanted; left out: enough to find the header by. */
  readonly rows?: number
}

/** The first rows of a CSV file. What its encoding cannot say there is refused when the whole is read, not here. */
export async function csvHead(request: CsvHeadRequest): Promise<string[][]> {
  const { handle, shape, limits, rows: wanted = headRows } = request
  const bytes = Buffer.alloc(Math.min(headBytes, shape.fileBytes))
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
  const body = bytes.subarray(Math.min(shape.guess.skip, bytesRead), bytesRead)
  const whole = body.subarray(0, body.length - (shape.guess.encoding === 'UTF-8' ? 0 : body.length % 2))
  const text =
    shape.guess.encoding === 'UTF-8'
      ? Buffer.from(whole)
      : Buffer.from(new TextDecoder(shape.guess.encoding.toLowerCase(), { ignoreBOM: true }).decode(whole))
  const splitter = new CsvSplitter(shape.delimiter.charCodeAt(0), limits.columns)
  splitter.feed(text, 0, text.length)
  const rows: string[][] = []
  while (rows.length < wanted && splitter.next(bytesRead === shape.fileBytes) === 'record')
    rows.push(cellsOf(splitter))
  return rows
}

export interface CsvRowsRequest {
  readonly handle: FileHandle
  readonly shape: CsvShape
  readonly encoding: Encoding
  readonly limits: Limits
}

/** Every row of a CSV file, in memory: only for tables that must be laid out anew. Refuses as `readCsv` does. */
export async function csvRows({ handle, shape, encoding, limits }: CsvRowsRequest): Promise<string[][]> {
  const splitter = new CsvSplitter(shape.delimiter.charCodeAt(0), limits.columns)
  const rows: string[][] = []
  await readCsv(
    {
      handle,
      encoding,
      fileBytes: shape.fileBytes,
      skip: shape.guess.skip,
      splitter,
      limits,
      onBytes: () => {},
    },
    async (last) => {
      while (splitter.next(last) === 'record') rows.push(cellsOf(splitter))
    },
  )
  return rows
}

function cellsOf(splitter: CsvSplitter): string[] {
  return Array.from({ length: Math.min(splitter.fields, splitter.starts.length) }, (_, field) =>
    splitter.text(field),
  )
}
