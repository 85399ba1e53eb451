import type { Sheet, SheetCell } from '../workbook/sheet.ts'
import { workbookFile } from '../workbook/workbookFile.ts'
import { chartGrid, monthFormat } from './chartGrid.ts'
import type { DrawnChart } from './drawnChart.ts'

export const embeddedSheet = { name: 'Chart data', headRow: 1 } as const

/** The workbook that PowerPoint and Word open for "Edit data": the grid of the chart and nothing else. */
export function embeddedWorkbook(chart: DrawnChart): Uint8Array {
  const { head, rows } = chartGrid(chart)
  const sheet: Sheet = {
    name: embeddedSheet.name,
    widths: head.map(() => 16),
    rows: [
      head.map((value): SheetCell => ({ value, look: { font: 'bold', wrap: true } })),
      ...rows.map((cells) =>
        cells.map((value, i): SheetCell => ({
          value,
          look: { numberFormat: i === 0 && chart.months !== null ? monthFormat : chart.numberFormat },
        })),
      ),
    ],
    table: { name: 'Chart_data', headRow: 1, lastRow: rows.length + 1 },
  }
  return workbookFile([sheet], null)
}
