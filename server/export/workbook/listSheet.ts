import type { FigureTable } from '../../../shared/figures/figure.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { line, wrapped } from './sheetLine.ts'

interface List {
  readonly title: string
  readonly table: FigureTable
  readonly note: string | null
}

/** Facts that are no figure, as one table of a sheet. */
export function listSheet({ title, table, note }: List, number: number): Sheet {
  const intro = [
    line(`List ${number}: ${title}`, { font: 'title' }),
    line('This sheet holds one table.', {}),
    ...(note === null ? [] : [line(note, {})]),
  ]
  const headRow = intro.length + 1
  return {
    name: `List ${number}`,
    widths: table.columns.map(({ numberFormat, head }, i) =>
      numberFormat === null
        ? Math.min(70, Math.max(14, head.length + 2, ...table.rows.map((row) => String(row[i]).length + 2)))
        : 14,
    ),
    rows: [
      ...intro,
      table.columns.map(({ head, numberFormat }): SheetCell => ({
        value: head,
        look: { font: 'bold', wrap: true, align: numberFormat === null ? 'left' : 'right' },
      })),
      ...table.rows.map((cells) =>
        cells.map((value, i): SheetCell => {
          const format = table.columns[i]?.numberFormat ?? null
          if (format === null) return { value, look: { ...wrapped, align: 'left' } }
          return {
            value,
            look: { align: 'right', ...(typeof value === 'number' ? { numberFormat: format } : {}) },
          }
        }),
      ),
    ],
    table: { name: `List_${number}`, headRow, lastRow: headRow + table.rows.length },
    landscape: true,
  }
}
