import { inflateRawSync } from 'node:zlib'
import { IntakeRefusal } from '../../intakeRefusal.ts'
import type { WorkbookLimits } from '../../limits.ts'

/** One entry of an archive, unpacked. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Buffer
}

interface Listed {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly packed: number
  readonly unpacked: number
  readonly header: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const entryLength = 46
const localLength = 30
const stored = 0
const deflated = 8
const wide = 0xffffffff
const damaged =
  'The workbook is damaged or was cut off: its contents do not agree with its own list. Send it again.'

/** The names in an archive, judged by its central directory alone; nothing is unpacked. */
export function listZip(bytes: Buffer, limits: WorkbookLimits): readonly string[] {
  return directoryOf(bytes, limits).map(({ name }) => name)
}

/**
 * Unpacks the entries of an archive that `wanted` asks for, under hard limits: how many entries, how much they may unpack
 * to (as listed and in fact), no entry that says less than it holds, none that shares its bytes with another.
 */
export function unpackZip(
  bytes: Buffer,
  limits: WorkbookLimits,
  wanted: (name: string) => boolean,
): readonly ZipEntry[] {
  const listed = directoryOf(bytes, limits)
  let left = limits.unpackedBytes
  return listed
    .filter(({ name }) => wanted(name))
    .map((entry) => {
      const unpacked = unpack(bytes, entry, left)
      left -= unpacked.length
      return { name: entry.name, bytes: unpacked }
    })
}

function directoryOf(bytes: Buffer, limits: WorkbookLimits): readonly Listed[] {
  const end = endOf(bytes)
  if (end < 0) throw new IntakeRefusal('The workbook was cut off: its end is missing. Send it again.')
  const count = bytes.readUInt16LE(end + 10)
  const offset = bytes.readUInt32LE(end + 16)
  if (count === 0xffff || offset === wide) throw tooLarge(limits)
  if (count > limits.entries) {
    throw new IntakeRefusal(
      `The file packs ${number(count)} files into one; the limit is ${number(limits.entries)}. It is no workbook of figures.`,
    )
  }
  const listed: Listed[] = []
  let at = offset
  for (let index = 0; index < count; index++) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entrySignature)
      throw new IntakeRefusal(damaged)
    const nameLength = bytes.readUInt16LE(at + 28)
    listed.push({
      name: bytes.toString('utf8', at + entryLength, at + entryLength + nameLength),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      header: bytes.readUInt32LE(at + 42),
    })
    at += entryLength + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  const total = listed.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (total > limits.unpackedBytes) throw tooLarge(limits)
  refuseShared(listed)
  return listed
}

/** Where the end record begins: it is the last thing in the file but for a comment of at most 64 KB; −1 for none. */
function endOf(bytes: Buffer): number {
  for (let at = bytes.length - endLength; at >= Math.max(0, bytes.length - endLength - 0xffff); at--) {
    if (bytes.readUInt32LE(at) === endSignature) return at
  }
  return -1
}

/** Bombs of one kind let many entries unpack the same bytes. */
function refuseShared(listed: readonly Listed[]): void {
  const ordered = listed.toSorted((a, b) => a.header - b.header)
  let reached = 0
  for (const { header, packed, name } of ordered) {
    if (header < reached) {
      throw new IntakeRefusal(
        `The file is built to swell when it is opened: ‘${name}’ shares its bytes with another part. It was not opened.`,
      )
    }
    reached = header + localLength + packed
  }
}

function unpack(bytes: Buffer, entry: Listed, left: number): Buffer {
  if (entry.encrypted)
    throw new IntakeRefusal(
      'The file is protected with a password. Save it without one and send it by a safe way.',
    )
  const { header, packed } = entry
  if (header + localLength > bytes.length || bytes.readUInt32LE(header) !== localSignature)
    throw new IntakeRefusal(damaged)
  const from = header + localLength + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
  if (from + packed > bytes.length) throw new IntakeRefusal(damaged)
  const data = bytes.subarray(from, from + packed)
  const unpacked = inflate(data, entry, left)
  if (unpacked.length !== entry.unpacked) throw lying(entry)
  return unpacked
}

function inflate(data: Buffer, entry: Listed, left: number): Buffer {
  if (entry.method === stored) return data
  if (entry.method !== deflated)
    throw new IntakeRefusal(
      'The workbook is packed in a way that no spreadsheet program uses. Save it again as .xlsx.',
    )
  try {
    // One byte more than it says, so that a lie shows without unpacking it.
    return inflateRawSync(data, { maxOutputLength: Math.max(1, Math.min(left, entry.unpacked + 1)) })
  } catch (error) {
    if (error instanceof RangeError) throw lying(entry)
    throw new IntakeRefusal(damaged)
  }
}

function lying({ name }: Listed): IntakeRefusal {
  return new IntakeRefusal(
    `The file is built to swell when it is opened: ‘${name}’ holds more than it says. It was not opened.`,
  )
}

function tooLarge({ unpackedBytes }: WorkbookLimits): IntakeRefusal {
  return new IntakeRefusal(
    `The file would unpack to more than ${number(Math.round(unpackedBytes / 1024 ** 2))} MB, which no workbook of figures does. Send the table as CSV.`,
  )
}

function number(value: number): string {
  return value.toLocaleString('en-GB')
}
