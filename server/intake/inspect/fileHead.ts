import { open } from 'node:fs/promises'
import { csvHead } from '../layout/csvRows.ts'
import type { Rows } from '../layout/findTable.ts'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Limits } from '../limits.ts'
import { sniffCsv } from '../readers/sniffCsv.ts'
import { isWorkbook, readWorkbook } from '../readers/workbook/readWorkbook.ts'

/** What a file is, and the first rows of each of its sheets: enough to choose a profile and to show it at work. */
export interface FileHead {
  /** 'CSV', 'XLSX', 'XLS' or 'ODS'. */
  readonly kind: string
  /** Of a CSV file, as guessed from its beginning; blank for a workbook. */
  readonly encoding: string
  readonly delimiter: string
  readonly sheets: readonly HeadSheet[]
}

export interface HeadSheet extends Rows {
  /** Rows of the whole sheet; null for a CSV file, which has been read only at its beginning. */
  readonly total: number | null
}

/** More than are shown: a publisher's table may begin with hundreds of totals. */
const keptRows = 2_000
const longestCell = 400

/** Reads the beginning of a file. Refuses, with a sentence, what no import could take: a bomb, a picture, a web page. */
export async function readFileHead(path: string, limits: Limits): Promise<FileHead> {
  const handle = await open(path)
  try {
    const mark = Buffer.alloc(8)
    await handle.read(mark, 0, mark.length, 0)
    if (!isWorkbook(mark)) {
      const shape = await sniffCsv(handle, limits)
      const rows = await csvHead({ handle, shape, limits, rows: keptRows })
      return {
        kind: 'CSV',
        encoding: shape.guess.encoding,
        delimiter: shape.delimiter,
        sheets: [{ name: '', rows: rows.map(shortened), total: null }],
      }
    }
    const { size } = await handle.stat()
    if (size > limits.workbook.fileBytes) {
      const most = (limits.workbook.fileBytes / 1024 ** 2).toFixed(0)
      throw new IntakeRefusal(`The workbook is larger than ${most} MB. Send the table as CSV.`)
    }
    const bytes = Buffer.alloc(size)
    const { bytesRead } = await handle.read(bytes, 0, size, 0)
    const { kind, sheets } = readWorkbook(bytes.subarray(0, bytesRead), limits)
    return {
      kind,
      encoding: '',
      delimiter: '',
      sheets: sheets.map(({ name, rows }) => ({
        name,
        rows: rows.slice(0, keptRows).map(shortened),
        total: rows.length,
      })),
    }
  } finally {
    await handle.close()
  }
}

function shortened(row: readonly string[]): string[] {
  return row.map((cell) => (cell.length > longestCell ? `${cell.slice(0, longestCell - 1)}…` : cell))
}
