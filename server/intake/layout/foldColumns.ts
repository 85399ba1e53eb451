import { cleanText } from '../check/cleanText.ts'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Fold } from '../profiles/layout.ts'
import { readPeriodText } from './readPeriodText.ts'
import { columnAt, padded } from './table.ts'
import type { Table, TableRow } from './table.ts'

/** A column of figures, and the labels that its header stands for. */
interface Figures {
  readonly column: number
  readonly labels: readonly string[]
}

/** Makes a row of each figure: the columns that are no figures stay and are repeated, then labels, then the figure. */
export function foldColumns(table: Table, fold: Fold, quarters: 'calendar' | 'financial'): Table {
  const { names, figures } = figuresOf(table, fold, quarters)
  if (figures.length === 0) return table
  const folded = new Set(figures.map(({ column }) => column))
  const stay = table.headers.flatMap((_, column) => (folded.has(column) ? [] : [column]))
  const rows: TableRow[] = []
  for (const row of table.rows) {
    const cells = padded(row, table)
    const kept = stay.map((column) => cells[column] ?? '')
    for (const { column, labels } of figures)
      rows.push({ at: row.at, cells: [...kept, ...labels, cells[column] ?? ''] })
  }
  return { headers: [...stay.map((column) => table.headers[column] ?? ''), ...names, fold.value], rows }
}

/** How many columns of a header a fold would take; 0 says that this is not its table. */
export function foldedColumns(
  headers: readonly string[],
  fold: Fold,
  quarters: 'calendar' | 'financial',
): number {
  return figuresOf({ headers, rows: [] }, fold, quarters).figures.length
}

function figuresOf(
  { headers }: Table,
  fold: Fold,
  quarters: 'calendar' | 'financial',
): { names: string[]; figures: Figures[] } {
  switch (fold.kind) {
    case 'periods': {
      const figures = headers.flatMap((header, column) => {
        const period = readPeriodText(cleanText(header), quarters)
        return period === null ? [] : [{ column, labels: [period] }]
      })
      refuseRepeated(headers, figures)
      return { names: [fold.into], figures }
    }
    case 'named': {
      const names = [...new Set(fold.columns.flatMap(({ labels }) => Object.keys(labels)))]
      const figures = fold.columns.flatMap(({ header, labels }) => {
        const column = columnAt(headers, header)
        return column < 0 ? [] : [{ column, labels: names.map((name) => labels[name] ?? '') }]
      })
      return { names, figures }
    }
    case 'others': {
      const kept = new Set(fold.keep.map((name) => columnAt(headers, name)))
      const figures = headers.flatMap((header, column) =>
        kept.has(column) || cleanText(header) === '' ? [] : [{ column, labels: [cleanText(header)] }],
      )
      return { names: [fold.into], figures }
    }
  }
}

/** Two columns for one month: a publisher's slip, and which is right only the publisher knows. */
function refuseRepeated(headers: readonly string[], figures: readonly Figures[]): void {
  const first = new Map<string, number>()
  for (const { column, labels } of figures) {
    const period = labels.join()
    const other = first.get(period)
    if (other !== undefined) {
      throw new IntakeRefusal(
        `Columns ${other + 1} and ${column + 1} (‘${headers[other]}’, ‘${headers[column]}’) both are of ${period}, so one of them is wrongly labelled. Ask the publisher, correct it and send the file again.`,
      )
    }
    first.set(period, column)
  }
}
