import { read, SSF } from '@e965/xlsx'
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx'
import { IntakeRefusal } from '../../intakeRefusal.ts'
import type { Limits } from '../../limits.ts'
import { dateText } from './spreadsheetDate.ts'
import { workbookParts } from './workbookParts.ts'

/** One sheet's cells as text, row by row; `rows[i]` is row i + 1 of the sheet, and blank rows are empty lists. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** Formula cells that hold no value; a formula is never evaluated. */
  readonly unvalued: number
}

export interface Workbook {
  /** 'XLSX', 'XLS' or 'ODS'. */
  readonly kind: string
  readonly sheets: readonly Sheet[]
}

const oldMark = 'd0cf11e0a1b11ae1'

/** Whether the first bytes are those of a workbook that `readWorkbook` takes, or of something packed like one. */
export function isWorkbook(head: Buffer): boolean {
  const mark = head.toString('hex', 0, 8)
  return mark.startsWith('504b0304') || mark === oldMark
}

/**
 * Reads a workbook (XLSX, XLS, ODS) whole: values as they were saved, dates in ISO form, nothing evaluated. Refuses with
 * a sentence what is damaged, protected, or built to exhaust the machine.
 */
export function readWorkbook(bytes: Buffer, limits: Limits): Workbook {
  if (bytes.length > limits.workbook.fileBytes) {
    throw new IntakeRefusal(
      `The workbook has ${megabytes(bytes.length)} MB; the limit for workbooks is ${megabytes(limits.workbook.fileBytes)} MB. Send the table as CSV.`,
    )
  }
  const isOld = bytes.toString('hex', 0, 8) === oldMark
  if (isOld) refuseProtected(bytes)
  const parts = isOld ? bytes : workbookParts(bytes, limits.workbook)
  const book = parse(parts, limits)
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets = book.SheetNames.map((name) => sheetOf(name, book.Sheets[name], { limits, is1904 }))
  if (sheets.every(({ rows }) => rows.length === 0))
    throw new IntakeRefusal('No sheet of the workbook holds anything.')
  return { kind: isOld ? 'XLS' : book.bookType === 'ods' ? 'ODS' : 'XLSX', sheets }
}

function parse(bytes: Buffer, limits: Limits): WorkBook {
  const options: ParsingOptions = {
    dense: true,
    cellFormula: true,
    cellHTML: false,
    cellNF: true,
    cellText: false,
    bookVBA: false,
    sheetRows: Math.min(limits.rows, 1_048_576) + 1,
  }
  try {
    return read(bytes, options)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (/password|encrypt/i.test(message)) throw protectedFile()
    throw new IntakeRefusal(
      'The workbook is damaged or was cut off: it cannot be read to its end. Open it where it came from, save it again and send that.',
    )
  }
}

/** An encrypted workbook is an old container with a package of that name in it. */
function refuseProtected(bytes: Buffer): void {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw protectedFile()
}

function protectedFile(): IntakeRefusal {
  return new IntakeRefusal(
    'The workbook is protected with a password. Save it without one and send it by a safe way.',
  )
}

type DenseRow = readonly (CellObject | undefined)[]

function sheetOf(
  name: string,
  sheet: WorkSheet | undefined,
  { limits, is1904 }: { limits: Limits; is1904: boolean },
): Sheet {
  const dense = (sheet?.['!data'] ?? []) as readonly (DenseRow | undefined)[]
  if (dense.length > limits.rows) {
    throw new IntakeRefusal(
      `The sheet ‘${name}’ has more than ${limits.rows.toLocaleString('en-GB')} rows. Send it in parts, one period each.`,
    )
  }
  const rows: string[][] = []
  let unvalued = 0
  for (let at = 0; at < dense.length; at++) {
    const cells: string[] = []
    // A stray cell in the last column must not cost a row of sixteen thousand: only cells that are there are visited.
    dense[at]?.forEach((cell, column) => {
      if (cell === undefined || column >= limits.columns) return
      if (cell.f !== undefined && cell.v === undefined) unvalued++
      const text = textOf(cell, is1904)
      if (text === '') return
      while (cells.length < column) cells.push('')
      cells[column] = text
    })
    rows.push(cells)
  }
  while (rows.at(-1)?.length === 0) rows.pop()
  return { name, rows, unvalued }
}

function textOf(cell: CellObject, is1904: boolean): string {
  switch (cell.t) {
    case 's':
      return String(cell.v ?? '')
    case 'b':
      return cell.v === true ? 'TRUE' : 'FALSE'
    case 'n':
      return numberText(Number(cell.v), cell.z, is1904)
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v ?? '')
    case 'e':
      return cell.w ?? '#ERROR'
    default:
      return ''
  }
}

function numberText(value: number, format: string | number | undefined, is1904: boolean): string {
  const shown = typeof format === 'string' ? format : ''
  if (shown !== '' && SSF.is_date(shown)) return dateText(value, shown, is1904) ?? String(value)
  return String(value)
}

function megabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(1)
}
