import type { Figure, FigureCell, FigureColumn } from '../../../shared/figures/figure.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { line } from './sheetLine.ts'

/** One figure's table: numbers as numbers, markers as text in their place, and no empty cell. */
export function tableSheet(figure: Figure, number: number): Sheet {
  const { table, title, subtitle, state, reference } = figure
  const intro: SheetCell[][] = [
    line(`Table ${number}: ${title}`, { font: 'title' }),
    line(subtitle, {}),
    line(state, { font: 'bold' }),
    line(`${figure.source} Markers are explained in the sheet Notes.`, {}),
    ...(reference === null
      ? []
      : [[{ value: reference.link, look: { font: 'link' }, link: { address: reference.link } } as const]]),
  ]
  const headRow = intro.length + 1
  return {
    name: `Table ${number}`,
    widths: table.columns.map((column, i) => width(column, i, table.rows)),
    rows: [
      ...intro,
      table.columns.map(({ head, numberFormat }): SheetCell => ({
        value: head,
        look: { font: 'bold', wrap: true, align: numberFormat === null ? 'left' : 'right' },
      })),
      ...table.rows.map((cells) => cells.map((value, i) => cellOf(value, table.columns[i]))),
    ],
    table: { name: `Table_${number}`, headRow, lastRow: headRow + table.rows.length },
    landscape: table.columns.length > 6,
  }
}

function cellOf(value: FigureCell, column: FigureColumn | undefined): SheetCell {
  const format = column?.numberFormat ?? null
  if (format === null) return { value, look: {} }
  return { value, look: { align: 'right', ...(typeof value === 'number' ? { numberFormat: format } : {}) } }
}

function width({ head, numberFormat }: FigureColumn, index: number, rows: Figure['table']['rows']): number {
  if (numberFormat !== null) return Math.min(18, Math.max(11, Math.ceil(head.length / 2) + 3))
  return Math.min(44, Math.max(12, ...rows.map((cells) => String(cells[index] ?? '').length + 2)))
}
