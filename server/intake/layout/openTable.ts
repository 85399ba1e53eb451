import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Feed } from '../../../shared/feeds/feed.ts'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Limits } from '../limits.ts'
import type { PrepareRequest } from '../prepare.ts'
import type { Profile } from '../profiles/profile.ts'
import { findProfile, profileNames } from '../profiles/profiles.ts'
import { scanFile } from '../readers/scanFile.ts'
import { sniffCsv } from '../readers/sniffCsv.ts'
import type { CsvShape } from '../readers/sniffCsv.ts'
import { isWorkbook, readWorkbook } from '../readers/workbook/readWorkbook.ts'
import { csvHead, csvRows } from './csvRows.ts'
import { findTable } from './findTable.ts'
import type { Rows, WhereToLook } from './findTable.ts'
import { listOfRecords } from './listOfRecords.ts'
import { suggestProfile } from './suggestProfile.ts'
import { writeRecords } from './writeRecords.ts'

/** A file that can be read record by record, with the profile to read it by. */
export interface OpenTable {
  readonly handle: FileHandle
  readonly shape: CsvShape
  readonly profile: Profile
  /** What the records were made from; null where the file is read as it stands. */
  readonly laidOut: LaidOutTable | null
  /** Deletes what was made on the way. */
  readonly close: () => Promise<void>
}

export interface LaidOutTable {
  readonly rowOf: (record: number) => number
  readonly notes: readonly string[]
  /** SHA-256 of the sender's file, hexadecimal. */
  readonly hash: string
  readonly encoding: string
  readonly delimiter: string
}

export interface TableRequest {
  readonly request: PrepareRequest
  readonly feed: Feed
  readonly limits: Limits
  readonly original: FileHandle
  readonly onBytes: (bytes: number, totalBytes: number) => void
}

/**
 * Chooses how a file is read. A CSV file with one record a line is read as it stands; a workbook, or a table that is no
 * plain list, is laid out anew as one first, beside the place where its accepted rows go.
 */
export async function openTable(asked: TableRequest): Promise<OpenTable> {
  const { original, request } = asked
  const where = { sheet: request.sheet ?? null, headerRow: request.headerRow ?? null }
  const head = Buffer.alloc(8)
  await original.read(head, 0, head.length, 0).catch(() => null)
  return isWorkbook(head) ? fromWorkbook(asked, where) : fromCsv(asked, where)
}

async function fromWorkbook(asked: TableRequest, where: WhereToLook): Promise<OpenTable> {
  const { original, limits, request, onBytes } = asked
  const { size } = await original.stat()
  if (size > limits.workbook.fileBytes) {
    const most = (limits.workbook.fileBytes / 1024 ** 2).toFixed(0)
    throw new IntakeRefusal(`The workbook is larger than ${most} MB. Send the table as CSV.`)
  }
  const bytes = Buffer.alloc(size)
  const { bytesRead } = await original.read(bytes, 0, size, 0)
  onBytes(bytesRead, size)
  const book = readWorkbook(bytes.subarray(0, bytesRead), limits)
  refuseUnknownSheet(book.sheets, where)
  const profile = chooseProfile(request.profile, { ...asked, sheets: book.sheets, where })
  const laid = listOfRecords(book.sheets, profile, where)
  const unvalued = book.sheets.find(({ name }) => name === laid.sheet)?.unvalued ?? 0
  const notes = [
    `Read the sheet ‘${laid.sheet}’ of ${book.sheets.length}, header in row ${laid.headerRow}.`,
    ...(unvalued > 0
      ? [
          `${unvalued} cells hold a formula without a saved value and were read as blank: formulas are never worked out.`,
        ]
      : []),
    ...laid.notes,
  ]
  const source = {
    hash: createHash('sha256').update(bytes).digest('hex'),
    encoding: book.kind,
    delimiter: '',
  }
  return finish({ ...laid, notes }, { asked, profile, source })
}

async function fromCsv(asked: TableRequest, where: WhereToLook): Promise<OpenTable> {
  const { original, limits, request, onBytes } = asked
  const shape = await sniffCsv(original, limits)
  const sheets = [{ name: '', rows: await csvHead({ handle: original, shape, limits }) }]
  const profile = chooseProfile(request.profile, { ...asked, sheets, where })
  if (!mustBeLaidOut(profile, sheets, where))
    return { handle: original, shape, profile, laidOut: null, close: async () => {} }
  if (shape.fileBytes > limits.laidOutBytes) {
    throw new IntakeRefusal(
      `The file is too large to be laid out anew (the limit is ${(limits.laidOutBytes / 1024 ** 2).toFixed(0)} MB). Send it in parts, or as a plain list with the header in the first row.`,
    )
  }
  const { hash, encoding } = await scanFile({
    handle: original,
    guess: shape.guess,
    fileBytes: shape.fileBytes,
    lineBytes: limits.recordBytes,
    onBytes: (bytes) => onBytes(bytes, shape.fileBytes),
  })
  const rows = await csvRows({ handle: original, shape, encoding, limits })
  const laid = listOfRecords([{ name: '', rows }], profile, where)
  return finish(laid, { asked, profile, source: { hash, encoding, delimiter: shape.delimiter } })
}

/** A profile with a layout, a header that was told, or one below titles. */
function mustBeLaidOut(profile: Profile, sheets: readonly Rows[], where: WhereToLook): boolean {
  if (profile.layout !== undefined || where.headerRow !== null) return true
  const found = findTable(sheets, profile, where)
  const isFilled = (row: readonly string[]) => row.join('').trim() !== '' && !/^sep=.?$/i.test(row.join(''))
  return found !== null && found.headerStart > (sheets[0]?.rows.findIndex(isFilled) ?? 0)
}

function chooseProfile(
  stated: string | Profile | null,
  {
    feed,
    sheets,
    where,
    request: { saved = [] },
  }: { feed: Feed; sheets: readonly Rows[]; where: WhereToLook; request: Pick<PrepareRequest, 'saved'> },
): Profile {
  if (stated === null) stated = suggestProfile(feed, sheets, { ...where, saved }) ?? 'template'
  const profile = typeof stated === 'string' ? findProfile(stated, feed, saved) : stated
  if (profile === null) {
    const names = [...profileNames(), ...saved.map(({ name }) => name)]
    throw new IntakeRefusal(`There is no profile ‘${String(stated)}’. There are: ${names.join(', ')}.`)
  }
  if (profile.feed !== feed.id) {
    throw new IntakeRefusal(
      `The profile ${profile.name} reads the feed ${profile.feed}, not ${feed.id}. State --feed ${profile.feed}, or another profile.`,
    )
  }
  return profile
}

function refuseUnknownSheet(sheets: readonly Rows[], { sheet }: WhereToLook): void {
  if (sheet === null || sheets.some(({ name }) => name.trim().toLowerCase() === sheet.trim().toLowerCase()))
    return
  throw new IntakeRefusal(
    `The workbook has no sheet ‘${sheet}’. It has: ${sheets.map(({ name }) => name).join(', ')}.`,
  )
}

interface Finishing {
  readonly asked: TableRequest
  readonly profile: Profile
  readonly source: Pick<LaidOutTable, 'hash' | 'encoding' | 'delimiter'>
}

async function finish(
  laid: ReturnType<typeof listOfRecords>,
  { asked, profile, source }: Finishing,
): Promise<OpenTable> {
  const path = `${asked.request.out}.table.csv`
  const remove = () => rm(path, { force: true })
  try {
    const fileBytes = await writeRecords(path, laid)
    const handle = await open(path)
    const places = Int32Array.from(laid.rows, ({ at }) => at)
    return {
      handle,
      shape: { guess: { encoding: 'UTF-8', marked: false, skip: 0 }, delimiter: ',', fileBytes },
      profile,
      laidOut: { ...source, notes: laid.notes, rowOf: (record) => places[record - 2] ?? record },
      close: async () => {
        await handle.close()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}
