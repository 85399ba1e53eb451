import type { DrawnChart } from './drawnChart.ts'

/** Where a chart stands and what it reads. */
export interface ChartSetting {
  readonly chart: DrawnChart
  /** Title inside the chart, for files in which nothing beside it says so; null for none. */
  readonly title: { readonly text: string; readonly subtitle: string } | null
  /** The sheet that holds its grid, and the row of the grid's head. */
  readonly sheet: { readonly name: string; readonly headRow: number }
  /** Relationship id of the embedded workbook; null where the chart lies in the workbook itself. */
  readonly embedded: string | null
  /** Points; and the picture's width and height in points, to keep labels apart. */
  readonly textSize: number
  readonly size: readonly [number, number]
}
