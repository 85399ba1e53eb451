import { spelling } from '../../../shared/feeds/findCode.ts'
import { cleanText } from '../check/cleanText.ts'

/** A table on its way to a list of records: headers, rows of the same order, and where in the file each row stood. */
export interface Table {
  readonly headers: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  readonly cells: readonly string[]
  /** The row of the file or sheet, from 1. */
  readonly at: number
}

/** Where a header stands, whatever its case, spaces and punctuation; −1 where the table has none of that name. */
export function columnAt(headers: readonly string[], name: string): number {
  const wanted = spelling(name)
  return headers.findIndex((header) => spelling(cleanText(header)) === wanted)
}

/** The table with one more column. */
export function withColumn(table: Table, name: string, value: (row: TableRow) => string): Table {
  return {
    headers: [...table.headers, name],
    rows: table.rows.map((row) => ({ at: row.at, cells: [...padded(row, table), value(row)] })),
  }
}

/** A row's cells, as many as there are headers. */
export function padded({ cells }: TableRow, { headers }: Pick<Table, 'headers'>): string[] {
  return headers.map((_, column) => cells[column] ?? '')
}
