import { chartsOf } from '../../../shared/figures/chartsOf.ts'
import type { Figure } from '../../../shared/figures/figure.ts'
import { chartGrid, monthFormat, type ChartGrid } from '../chart/chartGrid.ts'
import { drawnChart, type DrawnChart } from '../chart/drawnChart.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { line } from './sheetLine.ts'

interface Request {
  readonly figure: Figure
  readonly chart: DrawnChart
  readonly number: number
  readonly name: string
  /** Which of several small charts; null for the one chart of a figure. */
  readonly panel: string | null
}

/** A figure's native charts, each on a sheet beside the numbers that it reads. */
export function chartSheets(figure: Figure, number: number): Sheet[] {
  return chartsOf(figure).map(({ name: panel, chart }, i) =>
    chartSheet({
      figure,
      chart: drawnChart(chart),
      number,
      panel,
      name: panel === null ? `Chart ${number}` : `Chart ${number}.${i + 1}`,
    }),
  )
}

/** A native chart beside the numbers that it reads: change one and the chart follows. */
function chartSheet({ figure, chart, number, name, panel }: Request): Sheet {
  const grid = chartGrid(chart)
  const title = panel === null ? figure.title : `${panel}: ${figure.title}`
  const intro = [
    line(`${name}: ${title}`, { font: 'title' }),
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
    table: { name: name.replace(/[ .]/g, '_'), headRow, lastRow: headRow + grid.rows.length },
    chart: {
      setting: {
        chart,
        title: { text: title, subtitle: figure.subtitle },
        sheet: { name, headRow },
        textSize: 10,
      },
      name,
      altText: panel === null ? figure.altText : `${panel}. ${figure.altText}`,
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
