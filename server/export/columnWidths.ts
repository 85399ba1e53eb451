import type { FigureColumn, FigureTable } from '../../shared/figures/figure.ts'
import { formatCell } from '../../shared/figures/formatCell.ts'

const widestLetter = 9

/** Widths in points that share the room by the longest text of each column. */
export function columnWidths(
  columns: readonly FigureColumn[],
  rows: FigureTable['rows'],
  room: number,
): number[] {
  const widest = isProse(columns) ? 90 : 34
  const needs = columns.map(({ head, numberFormat }, i) => {
    const longest = Math.max(
      0,
      ...rows.map((cells) => {
        const value = cells[i]
        return typeof value === 'number' ? formatCell(value, numberFormat).length : (value?.length ?? 0)
      }),
    )
    return Math.min(widest, Math.max(8, longest + 2, ...head.split(' ').map(({ length }) => length + 3)))
  })
  const sum = needs.reduce((total, need) => total + need, 0)
  // A few narrow columns stay together instead of lying a hand apart.
  const used = Math.min(room, sum * widestLetter)
  return needs.map((need) => (need / sum) * used)
}

/** Whether a table holds words alone, to be read and not compared: its cells begin at the top. */
export function isProse(columns: readonly FigureColumn[]): boolean {
  return columns.every(({ numberFormat }) => numberFormat === null)
}
