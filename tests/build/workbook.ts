import { deflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import type { BookType, WorkSheet } from '@e965/xlsx'
import { storeZip } from '../../server/intake/readers/workbook/storeZip.ts'

type CellValue =
  | string
  | number
  | boolean
  | null
  | { readonly f: string; readonly v?: number; readonly t: 'n' | 's' }

export interface BuiltWorkbook {
  readonly type?: BookType
  readonly is1904?: boolean
  /** Number formats by cell address. */
  readonly formats?: Readonly<Record<string, string>>
}

/** A workbook with these sheets, written by the same library that spreadsheets are read with. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  { type = 'xlsx', is1904 = false, formats = {} }: BuiltWorkbook = {},
): Buffer {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet: WorkSheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    for (const [address, format] of Object.entries(formats)) if (sheet[address]) sheet[address].z = format
    utils.book_append_sheet(book, sheet, name)
  }
  book.Workbook = { ...book.Workbook, WBProps: { date1904: is1904 } }
  return write(book, { type: 'buffer', bookType: type, compression: true }) as Buffer
}

/** A zip archive of one deflated entry that says it unpacks to `stated` bytes, whatever it really does. */
export function zipOf(name: string, content: Buffer, stated = content.length): Buffer {
  const packed = deflateRawSync(content, { level: 9 })
  const zip = storeZip([{ name, bytes: packed }])
  const directory = zip.length - 22 - 46 - Buffer.byteLength(name)
  zip.writeUInt16LE(8, 8)
  zip.writeUInt32LE(stated, 22)
  zip.writeUInt16LE(8, directory + 10)
  zip.writeUInt32LE(stated, directory + 24)
  return zip
}
