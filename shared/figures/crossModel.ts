import type { Point, Series, SeriesResult } from '../series/series.ts'
import { crossTable, type CrossPart } from './crossTable.ts'
import { exploredParts } from './exploredParts.ts'

interface Asked {
  readonly first: string
  readonly second: string
  /** How many rows stand by themselves; the others together make the last. Null: all. */
  readonly top: number | null
  readonly share: boolean
  readonly additive: boolean
}

/** Two dimensions against each other at the newest period. */
export interface CrossModel {
  readonly columns: readonly CrossPart[]
  readonly rows: readonly {
    readonly code: string
    readonly name: string
    /** By column; undefined where nothing is said of the pair. */
    readonly points: readonly (Point | undefined)[]
  }[]
  /** The sum of each column, null where a cell has no figure; empty where the parts do not add up. */
  readonly totals: readonly (number | null)[]
}

/** The newest figure of every pair, the largest rows by themselves, as counts or as shares of each column. */
export function crossModel(parts: SeriesResult, asked: Asked): CrossModel {
  const { first, second, additive } = asked
  const whole = crossTable(parts.series, first, second)
  const order = whole.rows.map(({ code }) => code)
  const columns = whole.columns.map((column) => {
    const cells = whole.rows.flatMap(
      (row) => whole.cell(row.code, column.code) ?? emptyCell(parts, row, { first, additive }),
    )
    const shown = exploredParts(cells, { ...asked, dimension: first, order })
    return new Map(shown.map((each) => [each.key[first] ?? '', each]))
  })
  const rows = [...new Map(columns.flatMap((held) => [...held])).values()]
  return {
    columns: whole.columns,
    rows: rows.map(({ key, labels }) => {
      const code = key[first] ?? ''
      return {
        code,
        name: labels[first] ?? code,
        points: columns.map((held) => held.get(code)?.points.at(-1)),
      }
    }),
    totals: additive
      ? whole.columns.map((column) =>
          totalOf(whole.rows.flatMap((row) => whole.cell(row.code, column.code) ?? [])),
        )
      : [],
  }
}

/**
 * A pair of values that no record has: 0 where counts add up, every pair is shown as it is, and the months were
 * supplied. Else nothing is said of it.
 */
function emptyCell(
  { series, disclosure }: SeriesResult,
  row: CrossPart,
  { first, additive }: Pick<Asked, 'first' | 'additive'>,
): Series[] {
  const period = series[0]?.points.at(-1)?.period
  const supplied = series.every(({ points }) => points.at(-1)?.value != null)
  if (!additive || !supplied || disclosure !== 'unprotected' || period === undefined) return []
  return [
    {
      key: { [first]: row.code },
      labels: { [first]: row.name },
      points: [{ period, value: 0, numerator: 0, denominator: null, status: 'final' }],
    },
  ]
}

function totalOf(series: readonly Series[]): number | null {
  return series.reduce<number | null>((sum, { points }) => {
    const value = points.at(-1)?.value ?? null
    return sum === null || value === null ? null : sum + value
  }, 0)
}
