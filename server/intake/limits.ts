import { constants } from 'node:buffer'

/** How much a workbook may ask of the machine: it is packed, and it is read as a whole. */
export interface WorkbookLimits {
  readonly fileBytes: number
  /** Files packed into it. */
  readonly entries: number
  /** What all of it may unpack to. */
  readonly unpackedBytes: number
  /** What one sheet may unpack to: it is read as one text, and the engine holds none longer. */
  readonly sheetBytes: number
}

/** How much a file may ask of the machine before it is refused. */
export interface Limits {
  readonly fileBytes: number
  /** One record, quoted line breaks included. */
  readonly recordBytes: number
  readonly columns: number
  readonly rows: number
  /** A table that must be laid out anew is held in memory as a whole. */
  readonly laidOutBytes: number
  readonly workbook: WorkbookLimits
}

export const defaultLimits: Limits = {
  fileBytes: 2 * 1024 ** 3,
  recordBytes: 1024 ** 2,
  columns: 1_000,
  rows: 20_000_000,
  laidOutBytes: 256 * 1024 ** 2,
  workbook: {
    fileBytes: 128 * 1024 ** 2,
    entries: 5_000,
    unpackedBytes: 768 * 1024 ** 2,
    sheetBytes: constants.MAX_STRING_LENGTH,
  },
}
