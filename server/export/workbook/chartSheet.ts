import type { Figure } from '../../../shared/figures/figure.ts'
import { chartGrid, monthFormat, type ChartGrid } from '../chart/chartGrid.ts'
import type { DrawnChart } from '../chart/drawnChart.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { line } from './sheetLine.ts'

interface Request {
  readonly figure: Figure
  readonly chart: DrawnChart
  readonly number: number
}

/** A native chart beside the numbers that it reads: change one and the chart follows. */
export function chartSheet({ figure, chart, number }: Request): Sheet {
  const grid = chartGrid(chart)
  const name = `Chart ${number}`
  const intro = [
    line(`Chart ${number}: ${figure.title}`, { font: 'title' }),
    line(figure.subtitle, {}),
    line(figure.state, { font: 'bold' }),
    line(
      `The chart reads the table below. An empty cell is a gap in the chart; Table ${number} says why with a marker.`,
      {},
    ),
    ...(figure.forecast === undefined
      ? []
      : [
          line(
            `What is forecast stands in columns of its own. Its lines open at the last final figure, which they repeat; Forecast ${number} holds the forecast alone.`,
            {},
          ),
        ]),
  ]
  const headRow = intro.length + 1
  return {
    name,
    widths: grid.head.map((head, i) =>
      i === 0 ? 16 : Math.min(18, Math.max(11, Math.ceil(head.length / 2) + 3)),
    ),
    rows: [
      ...intro,
      grid.head.map((value, i): SheetCell => ({
        value,
        look: { font: 'bold', wrap: true, align: isText(grid, i) ? 'left' : 'right' },
      })),
      ...grid.rows.map((cells) =>
        cells.map((value, i): SheetCell => ({
          value,
          look:
            typeof value === 'number'
              ? {
                  align: i === 0 ? 'left' : 'right',
                  numberFormat: i === 0 ? monthFormat : chart.numberFormat,
                }
              : { align: 'left' },
        })),
      ),
    ],
    table: { name: `Chart_${number}`, headRow, lastRow: headRow + grid.rows.length },
    chart: {
      setting: {
        chart,
        title: { text: figure.title, subtitle: figure.subtitle },
        sheet: { name, headRow },
        textSize: 10,
      },
      name,
      altText: figure.altText,
      from: [grid.head.length + 1, headRow - 1],
      size: [
        760,
        chart.form === 'bars' ? Math.max(300, 110 + chart.categories.length * chart.series.length * 20) : 400,
      ],
    },
    landscape: true,
  }
}

/** Categories and markers stand left, numbers right. */
function isText({ rows }: ChartGrid, column: number): boolean {
  return column === 0 || rows.some((cells) => typeof cells[column] === 'string')
}
