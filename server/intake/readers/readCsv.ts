import type { FileHandle } from 'node:fs/promises'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Limits } from '../limits.ts'
import type { CsvSplitter } from './csvSplitter.ts'
import { decoderOf, type Decoder, type Encoding } from './encoding.ts'

const chunkBytes = 1024 ** 2
/** One byte of Windows-1252 or two of UTF-16 become at most three of UTF-8. */
const widening = 3

export interface CsvSource {
  readonly handle: FileHandle
  readonly encoding: Encoding
  readonly fileBytes: number
  /** Bytes of the byte order mark. */
  readonly skip: number
  readonly splitter: CsvSplitter
  readonly limits: Limits
  /** Hears how many bytes have been read; may throw to stop. */
  readonly onBytes: (bytes: number) => void
}

/**
 * Reads a file chunk by chunk as UTF-8 and lets `take` draw the records of each chunk from the splitter, until it answers
 * other than 'record'. Memory is bounded by the longest record allowed. A quote that is never closed refuses the file.
 */
export async function readCsv(source: CsvSource, take: (last: boolean) => Promise<void>): Promise<void> {
  const { splitter, limits, onBytes } = source
  const chunk = Math.min(chunkBytes, source.fileBytes)
  const buffer = Buffer.allocUnsafe(
    Math.min(limits.recordBytes, source.fileBytes * widening) + chunk * widening,
  )
  const fill = source.encoding === 'UTF-8' ? fillPlain(source, chunk) : fillDecoded(source, chunk)
  let held = 0
  for (let last = false; !last;) {
    const read = await fill(buffer, held)
    last = read.last
    onBytes(read.position)
    splitter.feed(buffer, 0, held + read.length)
    await take(last)
    const left = held + read.length - splitter.at
    if (left > limits.recordBytes || (last && left > 0)) throw unfinished(splitter, limits)
    // A fresh buffer would cost more than moving the few bytes of a record that goes on.
    buffer.copyWithin(0, splitter.at, splitter.at + left)
    held = left
  }
}

interface Filled {
  readonly length: number
  readonly position: number
  readonly last: boolean
}

type Fill = (buffer: Buffer, at: number) => Promise<Filled>

function fillPlain({ handle, skip }: CsvSource, chunk: number): Fill {
  let position = skip
  return async (buffer, at) => {
    const { bytesRead } = await handle.read(buffer, at, chunk, position)
    position += bytesRead
    return { length: bytesRead, position, last: bytesRead === 0 }
  }
}

function fillDecoded({ handle, skip, encoding }: CsvSource, chunk: number): Fill {
  const raw = Buffer.allocUnsafe(chunk)
  const decoder = decoderOf(encoding)
  let position = skip
  return async (buffer, at) => {
    const { bytesRead } = await handle.read(raw, 0, chunk, position)
    position += bytesRead
    const last = bytesRead === 0
    const text = decode(decoder, raw.subarray(0, bytesRead), last, encoding)
    return { length: buffer.write(text, at, 'utf8'), position, last }
  }
}

function decode(decoder: Decoder, bytes: Buffer, last: boolean, encoding: Encoding): string {
  try {
    return decoder(bytes, last)
  } catch {
    throw new IntakeRefusal(
      `The file holds bytes that are not ${encoding} text. Export it again as CSV in UTF-8.`,
    )
  }
}

function unfinished(splitter: CsvSplitter, limits: Limits): IntakeRefusal {
  const row = splitter.records + 1
  if (splitter.inQuotes) {
    return new IntakeRefusal(
      `A quotation mark opened in row ${row} is never closed: the file was cut off there or its quotes are wrong. Nothing after it can be read; send the file again.`,
    )
  }
  return new IntakeRefusal(
    `Row ${row} is longer than ${limits.recordBytes.toLocaleString('en-GB')} bytes, which no record is. Check that this is a CSV file with one record a line.`,
  )
}
