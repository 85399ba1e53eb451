import type { DrawnChart } from './drawnChart.ts'

export type GridCell = number | string | null

/** The cells that a chart reads, and where in them each series stands. */
export interface ChartGrid {
  readonly head: readonly string[]
  readonly rows: readonly (readonly GridCell[])[]
  /** By series: the column of its values, and of the lengths of its intervals below and above; null without any. */
  readonly places: readonly { readonly values: number; readonly interval: readonly [number, number] | null }[]
}

/**
 * The data behind a chart as a spreadsheet holds it: categories, then one column a series with numbers only, because a
 * chart draws text as zero. A value that is absent is an empty cell, and the column of markers says why.
 */
export function chartGrid({ categories, months, categoryHead, series }: DrawnChart): ChartGrid {
  const head = [categoryHead]
  const columns: (readonly GridCell[])[] = [months === null ? categories : months.map(daySerial)]
  const add = (name: string, cells: readonly GridCell[]): number => {
    head.push(uniqueName(name, head))
    columns.push(cells)
    return columns.length - 1
  }
  const places = series.map(({ name, values, interval }) => {
    const at = add(name, values)
    if (!interval) return { values: at, interval: null }
    const below = values.map((value, i) => distance(value, interval.lower[i]))
    const above = values.map((value, i) => distance(interval.upper[i] ?? null, value))
    return {
      values: at,
      interval: [
        add(`${name}: 95% interval, length below`, below),
        add(`${name}: 95% interval, length above`, above),
      ] as const,
    }
  })
  for (const { name, markers } of series)
    if (markers?.some((marker) => marker !== null)) add(`${name}: marker`, markers)
  return { head, rows: categories.map((_, i) => columns.map((cells) => cells[i] ?? null)), places }
}

/** How a month is written where it is stored as a date. */
export const monthFormat = 'mmm yyyy'

/** The first day of a month as spreadsheets count days. */
function daySerial(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 86_400_000 + 25_569
}

function distance(from: number | null, to: number | null | undefined): number | null {
  return from === null || to == null ? null : Number((from - to).toPrecision(12))
}

/** Heads of a spreadsheet's table must differ, whatever the case of their letters. */
function uniqueName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()))
  let unique = name
  for (let n = 2; used.has(unique.toLowerCase()); n += 1) unique = `${name} (${n})`
  return unique
}
