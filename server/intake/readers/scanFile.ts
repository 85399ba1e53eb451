import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Encoding, EncodingGuess } from './encoding.ts'
import { LineGuard } from './lineGuard.ts'
import { Utf8Census } from './utf8Census.ts'

const chunkBytes = 4 * 1024 ** 2
const again = 'Export the file again as CSV in UTF-8.'

export interface Scan {
  /** SHA-256 of every byte, hexadecimal. */
  readonly hash: string
  readonly encoding: Encoding
}

export interface ScanRequest {
  readonly handle: FileHandle
  readonly guess: EncodingGuess
  readonly fileBytes: number
  /** The longest line accepted, in bytes. */
  readonly lineBytes: number
  /** Hears how many bytes have been read; may throw to stop. */
  readonly onBytes: (bytes: number) => void
}

/**
 * Reads a file once from end to end before any of it is interpreted: its hash, its encoding, no NUL bytes, no endless
 * line. Stops at the first thing that rules the file out, in memory that does not grow with it.
 */
export async function scanFile({ handle, guess, fileBytes, lineBytes, onBytes }: ScanRequest): Promise<Scan> {
  const wide = guess.encoding !== 'UTF-8'
  const hash = createHash('sha256')
  const census = new Utf8Census()
  const lines = new LineGuard(lineBytes)
  const chunk = Math.min(chunkBytes, fileBytes)
  const buffer = Buffer.allocUnsafe(chunk + 4)
  let carried = 0
  let offset = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, carried, chunk, offset)
    const fresh = buffer.subarray(carried, carried + bytesRead)
    hash.update(fresh)
    if (!lines.take(fresh)) throw endless(lineBytes)
    if (!wide) {
      const nul = fresh.indexOf(0)
      if (nul >= 0) {
        const line = await lineAt(handle, offset + nul)
        throw new IntakeRefusal(
          `Line ${line} holds a NUL byte, which no text has: the file is binary or damaged. ${again}`,
        )
      }
      const all = buffer.subarray(0, carried + bytesRead)
      const keep = census.take(all, offset - carried, bytesRead === 0)
      buffer.copyWithin(0, all.length - keep, all.length)
      carried = keep
    }
    if (bytesRead === 0) break
    offset += bytesRead
    onBytes(offset)
  }
  if (wide && (offset - guess.skip) % 2 !== 0) {
    throw new IntakeRefusal(
      `The file is ${guess.encoding} text but ends in the middle of a character: it was cut off. Send it again.`,
    )
  }
  return { hash: hash.digest('hex'), encoding: wide ? guess.encoding : await settle(census, guess, handle) }
}

/** UTF-8 where every byte is; Windows-1252 where none beyond ASCII is; anything between cannot be told. */
async function settle(census: Utf8Census, guess: EncodingGuess, handle: FileHandle): Promise<Encoding> {
  if (census.firstInvalid < 0) return 'UTF-8'
  const line = await lineAt(handle, census.firstInvalid)
  if (guess.marked) {
    throw new IntakeRefusal(
      `The file says that it is UTF-8, but line ${line} holds bytes that are not. ${again}`,
    )
  }
  if (census.hasUndefined) {
    throw new IntakeRefusal(
      `Line ${line} holds bytes that are text in neither UTF-8 nor Windows-1252, so the encoding is not known. ${again}`,
    )
  }
  if (census.hasCharacters) {
    throw new IntakeRefusal(
      `The file mixes encodings: it holds UTF-8, but line ${line} is not UTF-8. ${again}`,
    )
  }
  return 'Windows-1252'
}

function endless(lineBytes: number): IntakeRefusal {
  return new IntakeRefusal(
    `A line is longer than ${lineBytes.toLocaleString('en-GB')} bytes, which no table of records has. Check that this is a CSV file with one record a line.`,
  )
}

/** The number of the line that the byte at `place` is on. */
async function lineAt(handle: FileHandle, place: number): Promise<number> {
  const buffer = Buffer.allocUnsafe(chunkBytes)
  let line = 1
  for (let offset = 0; offset < place;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(chunkBytes, place - offset), offset)
    if (bytesRead === 0) break
    const bytes = buffer.subarray(0, bytesRead)
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) line++
    offset += bytesRead
  }
  return line
}
