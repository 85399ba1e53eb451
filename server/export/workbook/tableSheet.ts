import type { Figure, FigureCell, FigureColumn, FigureTable } from '../../../shared/figures/figure.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { line } from './sheetLine.ts'

/** The sheets of one figure's numbers: what is recorded, and apart from it what is forecast. */
export function tableSheets(figure: Figure, number: number): Sheet[] {
  const { title, source, forecast } = figure
  const recorded = numbersSheet(figure, {
    name: `Table ${number}`,
    table: figure.table,
    title,
    about: `${source} Markers are explained in the sheet Notes.`,
  })
  if (forecast === undefined) return [recorded]
  const expected = numbersSheet(figure, {
    name: `Forecast ${number}`,
    table: forecast,
    title: 'What is expected if things go on as they did',
    about: `Nothing here is recorded: Table ${number} holds the recorded figures. The sheet Notes says how it was worked out.`,
  })
  return [recorded, expected]
}

interface Numbers {
  readonly name: string
  readonly table: FigureTable
  readonly title: string
  readonly about: string
}

/** Numbers as numbers, markers as text in their place, and no empty cell. */
function numbersSheet({ subtitle, state, reference }: Figure, { name, table, title, about }: Numbers): Sheet {
  const intro: SheetCell[][] = [
    line(`${name}: ${title}`, { font: 'title' }),
    line(subtitle, {}),
    line(state, { font: 'bold' }),
    line(about, {}),
    ...(reference === null
      ? []
      : [[{ value: reference.link, look: { font: 'link' }, link: { address: reference.link } } as const]]),
  ]
  const headRow = intro.length + 1
  return {
    name,
    widths: table.columns.map((column, i) => width(column, i, table.rows)),
    rows: [
      ...intro,
      table.columns.map(({ head, numberFormat }): SheetCell => ({
        value: head,
        look: { font: 'bold', wrap: true, align: numberFormat === null ? 'left' : 'right' },
      })),
      ...table.rows.map((cells) => cells.map((value, i) => cellOf(value, table.columns[i]))),
    ],
    table: { name: name.replace(' ', '_'), headRow, lastRow: headRow + table.rows.length },
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
