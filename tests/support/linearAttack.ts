import type { Viewer } from '../../shared/access/viewer.ts'
import { westYorkshire } from '../../shared/partnership/westYorkshire.ts'
import { fromIndex } from '../../shared/periods/month.ts'
import type { Point, SeriesResult } from '../../shared/series/series.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { windowOf } from '../../server/metrics/window.ts'
import type { TestInstallation } from './installation.ts'

/** One number a reader holds: a sum over months of one or all areas, and one or all lines. */
export interface Observation {
  readonly area: string
  readonly line: string
  readonly months: readonly string[]
  readonly value: number
}

/** Everything that these queries tell a viewer, as sums of months. Counts of shares are read as two lines. */
export async function observe(
  held: TestInstallation,
  queries: readonly SeriesQueryInput[],
  viewer: Viewer,
): Promise<Observation[]> {
  const found: Observation[] = []
  for (const query of queries) found.push(...observationsOf(await held.ask(query, viewer)))
  return found
}

/** What one answer tells, as sums of months. */
export function observationsOf({ query, series }: SeriesResult): Observation[] {
  const dimension = query.breakdown.find((name) => name !== 'area')
  return series.flatMap(({ key, points }) =>
    points.flatMap((point) => {
      const { from, to } = windowOf(point.period, query.grain, query.transform)
      const months = Array.from({ length: to - from + 1 }, (_, i) => fromIndex(from + i))
      const own = { area: key['area'] ?? '', months }
      if (dimension) return counted(point, (value) => ({ ...own, line: key[dimension] ?? '', value }))
      return counted(point, (value) => ({ ...own, line: '', value }))
    }),
  )
}

function counted({ numerator }: Point, make: (value: number) => Observation): Observation[] {
  return numerator === null ? [] : [make(numerator)]
}

/** What a reader would hold if nothing but the small numbers themselves were hidden. */
export function smallHidden(observations: readonly Observation[], threshold = 5): Observation[] {
  return observations.filter(({ value }) => value === 0 || value >= threshold)
}

/**
 * The cells (area, line, month) that follow from the observations by adding and subtracting alone, with their values:
 * the attack of somebody with a spreadsheet. The whole is the sum of its areas, and of its lines.
 */
export function workedOut(observations: readonly Observation[]): Map<string, number> {
  const whole = westYorkshire.code
  const areas = [...new Set(observations.map(({ area }) => area))].filter((area) => area !== whole)
  const lines = [...new Set(observations.map(({ line }) => line))].filter((line) => line !== '')
  const columns = new Map<string, number>()
  const columnOf = (name: string) => {
    const column = columns.get(name) ?? columns.size
    columns.set(name, column)
    return column
  }
  const rows = observations.map(({ area, line, months, value }) => {
    const row = new Map<number, number>()
    for (const each of area === whole && areas.length > 0 ? areas : [area])
      for (const part of line === '' && lines.length > 0 ? lines : [line])
        for (const month of months) row.set(columnOf([each, part, month].join(' ')), 1)
    return { row, value }
  })
  const solved = reduce(rows, columns.size)
  const names = [...columns.keys()]
  return new Map([...solved].map(([column, value]) => [names[column] ?? '', value]))
}

/** The unknowns that have one value, by Gauss and Jordan. */
function reduce(
  equations: readonly { readonly row: ReadonlyMap<number, number>; readonly value: number }[],
  width: number,
): Map<number, number> {
  const table = equations.map(({ row, value }) => {
    const line = new Float64Array(width + 1)
    for (const [column, times] of row) line[column] = times
    line[width] = value
    return line
  })
  let next = 0
  const leading: number[] = []
  for (let column = 0; column < width && next < table.length; column++) {
    let best = next
    for (let i = next; i < table.length; i++)
      if (Math.abs(table[i]![column]!) > Math.abs(table[best]![column]!)) best = i
    const pivot = table[best]!
    if (Math.abs(pivot[column]!) < 1e-6) continue
    table[best] = table[next]!
    table[next] = pivot
    const scale = pivot[column]!
    for (let k = column; k <= width; k++) pivot[k]! /= scale
    for (const [i, line] of table.entries()) {
      const factor = line[column]!
      if (i === next || Math.abs(factor) < 1e-9) continue
      for (let k = column; k <= width; k++) line[k]! -= factor * pivot[k]!
    }
    leading.push(column)
    next++
  }
  const found = new Map<number, number>()
  leading.forEach((column, i) => {
    const line = table[i]!
    const others = line.subarray(0, width).some((value, k) => k !== column && Math.abs(value) > 1e-6)
    if (!others) found.set(column, line[width]!)
  })
  return found
}
