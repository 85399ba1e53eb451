import type { Grain } from '../periods/period.ts'
import type { Series } from '../series/series.ts'
import { niceTicks } from './niceTicks.ts'
import { timeTicks, type TimeTick } from './timeTicks.ts'

export interface StackedLayer {
  readonly id: string
  readonly name: string
  /** Fill from dark to light: shades of ink, since colour means variation only. */
  readonly fill: string
}

export interface StackedModel {
  readonly layers: readonly StackedLayer[]
  /** One row a period: `x` and the value of every layer; a period with a missing part has no bar at all. */
  readonly rows: readonly Readonly<Record<string, number | null>>[]
  readonly yTicks: readonly number[]
  readonly xTicks: readonly TimeTick[]
}

export const shades = ['#3f464e', '#6c727a', '#9aa0a7', '#c2c6ca', '#dfe1e3']
const othersId = 'others'

/**
 * Parts stacked to the whole: the four largest by name, all further ones together. A period in which any part is
 * missing or hidden is left out, because its height would be read as a total.
 */
export function stackedModel(series: readonly Series[], dimension: string, grain: Grain): StackedModel {
  const named = series.slice(0, series.length <= shades.length ? shades.length : shades.length - 1)
  const others = series.slice(named.length)
  const layers = named.map((each, index) => ({
    id: `part${index}`,
    name: each.labels[dimension] ?? '',
    fill: shades[index] ?? '#dfe1e3',
  }))
  if (others.length > 0)
    layers.push({ id: othersId, name: `${others.length} others`, fill: shades.at(-1) ?? '' })
  const periods = series[0]?.points.map(({ period }) => period) ?? []
  const rows = periods.map((_, x) => {
    const whole = series.every(({ points }) => points[x]?.value != null)
    const row: Record<string, number | null> = { x }
    named.forEach(({ points }, index) => {
      row[`part${index}`] = whole ? (points[x]?.value ?? null) : null
    })
    if (others.length > 0) {
      row[othersId] = whole ? others.reduce((sum, { points }) => sum + (points[x]?.value ?? 0), 0) : null
    }
    return row
  })
  const totals = rows.map((row) => layers.reduce((sum, { id }) => sum + (row[id] ?? 0), 0))
  return {
    layers,
    rows,
    yTicks: niceTicks(0, Math.max(0, ...totals), { most: 6 }),
    xTicks: timeTicks(periods, grain),
  }
}
