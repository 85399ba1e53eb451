import type { FileHandle } from 'node:fs/promises'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Limits } from '../limits.ts'
import { binaryKind } from './binaryKind.ts'
import { CsvSplitter } from './csvSplitter.ts'
import { guessEncoding, type EncodingGuess } from './encoding.ts'

const sampleBytes = 256 * 1024
const sampleRecords = 30

/** The characters that may separate columns. */
const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

export interface CsvShape {
  readonly guess: EncodingGuess
  readonly delimiter: Delimiter
  readonly fileBytes: number
}

/** Judges a file by its size and first bytes; refuses what is plainly not a table in text. */
export async function sniffCsv(handle: FileHandle, limits: Limits): Promise<CsvShape> {
  const stat = await handle.stat()
  if (!stat.isFile()) throw new IntakeRefusal('This is a folder or device, not a file.')
  if (stat.size === 0)
    throw new IntakeRefusal('The file is empty: it has no bytes. Check that it was saved or sent completely.')
  if (stat.size > limits.fileBytes) {
    throw new IntakeRefusal(
      `The file has ${gigabytes(stat.size)}; the limit is ${gigabytes(limits.fileBytes)}. Send it in parts, one period each.`,
    )
  }
  const head = Buffer.alloc(Math.min(sampleBytes, stat.size))
  const { bytesRead } = await handle.read(head, 0, head.length, 0)
  const bytes = head.subarray(0, bytesRead)
  const kind = binaryKind(bytes)
  if (kind !== null)
    throw new IntakeRefusal(`This is ${kind}, not CSV. Open it where it came from and save the table as CSV.`)
  const guess = guessEncoding(bytes)
  const text = sampleText(bytes, guess)
  if (hasControls(text))
    throw new IntakeRefusal('This is a binary file, not CSV. Export the table as CSV and send that.')
  if (text.trim() === '') throw new IntakeRefusal('The file holds nothing but blank space.')
  return { guess, delimiter: delimiterOf(Buffer.from(text), limits), fileBytes: stat.size }
}

function gigabytes(bytes: number): string {
  return bytes < 1024 ** 3 ? `${(bytes / 1024 ** 2).toFixed(1)} MB` : `${(bytes / 1024 ** 3).toFixed(1)} GB`
}

function sampleText(bytes: Buffer, { encoding, skip }: EncodingGuess): string {
  // Latin-1 keeps every byte, whatever a file without a mark turns out to be: only ASCII matters here.
  if (encoding === 'UTF-8') return bytes.toString('latin1', skip)
  return new TextDecoder(encoding.toLowerCase()).decode(bytes.subarray(skip))
}

/** Control characters other than tab, line ends and the end-of-file mark of old systems: more than one in a thousand. */
function hasControls(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 26 && code !== 0)
      controls++
  }
  return controls > text.length / 1000
}

/** The delimiter under which the first records have most columns and agree on how many. */
function delimiterOf(sample: Buffer, limits: Limits): Delimiter {
  const stated = /^sep=([,;\t|])\r?\n/i.exec(sample.toString('latin1', 0, 16))?.[1]
  const named = delimiters.find((delimiter) => delimiter === stated)
  if (named !== undefined) return named
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const [width, agreeing] = widthOf(Buffer.from(sample), delimiter)
    if (width > limits.columns) {
      throw new IntakeRefusal(
        `The first line has more than ${limits.columns.toLocaleString('en-GB')} columns, which no table of records has. Check that this is the right file.`,
      )
    }
    const score = (width - 1) * agreeing
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}

/** How many columns the first record has, and how many of the first records have as many. */
function widthOf(sample: Buffer, delimiter: Delimiter): [width: number, agreeing: number] {
  const splitter = new CsvSplitter(delimiter.charCodeAt(0), 0)
  splitter.feed(sample, 0, sample.length)
  let width = 0
  let agreeing = 0
  for (let record = 0; record < sampleRecords; record++) {
    const found = splitter.next(false)
    if (found === 'end') break
    if (width === 0) width = splitter.fields
    if (splitter.fields === width) agreeing++
    if (found === 'partial') break
  }
  return [width, agreeing]
}
