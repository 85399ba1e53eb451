import { localAnalyst } from '../../shared/access/viewer.ts'
import { metricById } from '../../shared/metrics/catalogue.ts'
import { forceWide, notPlaced, type Partnership } from '../../shared/partnership/partnership.ts'
import { toIndex } from '../../shared/periods/month.ts'
import { figureSource } from '../metrics/figureSource.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { planQuery } from '../metrics/plan.ts'
import { breather } from './breather.ts'
import { timeCells, type TimeCell } from './timeAxis.ts'

/** A metric's figures of every published period by area and line, as they are; NaN where none is shown to anybody. */
export interface LoadedCounts {
  /** The values of the breakdown; one empty one without. */
  readonly parts: readonly string[]
  /** The figures of an area (or the whole) and part, in the order of the periods. */
  of(area: string, part: string): { readonly numerator: Float64Array; readonly denominator: Float64Array }
}

/** All places that figures are given for, below the whole. */
export function placesOf({ areas }: Pick<Partnership, 'areas'>): string[] {
  return [...areas.map(({ code }) => code), forceWide, notPlaced]
}

/** Every period of which anything was supplied, for all metrics alike, so that their tables line up. */
export function suppliedPeriods({ register }: Pick<MetricsReader, 'register'>): TimeCell[] {
  const months = register
    .visible(null)
    .flatMap(({ coverage }) => [
      ...coverage.months.map(toIndex),
      ...coverage.quarters.map(toIndex).flatMap((month) => [month, month + 2]),
    ])
  if (months.length === 0) return []
  const [from, to] = months.reduce(
    ([low, high], month) => [Math.min(low, month), Math.max(high, month)],
    [Infinity, -Infinity],
  )
  return timeCells({ from, to })
}

/** Reads a metric's figures, as an analyst sees them, for the whole and every place. */
export async function loadCounts(
  reader: MetricsReader,
  request: {
    readonly metric: string
    readonly dimension: string | null
    readonly periods: readonly TimeCell[]
  },
): Promise<LoadedCounts> {
  const { metric, dimension, periods } = request
  const breathe = breather()
  const held = new Map<string, { numerator: Float64Array; denominator: Float64Array }>()
  const parts = new Set<string>(dimension === null ? [''] : [])
  const empty = new Float64Array(periods.length).fill(NaN)
  const whole = reader.partnership.code
  for (const [grain, places] of Map.groupBy(periods.keys(), (place) => periods[place]?.grain ?? 'month')) {
    const query = { metric, grain, breakdown: ['area', ...(dimension === null ? [] : [dimension])] }
    const source = await figureSource(reader, planQuery(query, reader.partnership, localAnalyst))
    if (source.range === null) continue
    const windows = places.flatMap((place) => periods[place] ?? [])
    for (const area of [whole, ...placesOf(reader.partnership)]) {
      const isExtra = area === forceWide || area === notPlaced
      if (isExtra && !source.holds(area)) continue
      for (const breakdown of source.breakdownsOf(area)) {
        await breathe()
        const part = breakdown[0] ?? ''
        parts.add(part)
        const line = held.get(`${area} ${part}`) ?? { numerator: empty.slice(), denominator: empty.slice() }
        held.set(`${area} ${part}`, line)
        const figures = await source.figures({ area, breakdown }, windows)
        figures.forEach(({ supply, numerator, denominator }, i) => {
          if (supply.status !== 'final' && supply.status !== 'provisional') return
          const place = places[i] ?? 0
          if (numerator !== null) line.numerator[place] = numerator
          if (denominator !== null) line.denominator[place] = denominator
        })
      }
    }
  }
  return {
    parts: [...parts],
    of: (area, part) => held.get(`${area} ${part}`) ?? { numerator: empty, denominator: empty },
  }
}

/** Throws on an id that is no metric: ids come from the catalogue. */
export function metricOf(id: string) {
  const metric = metricById(id)
  if (!metric) throw new Error(`unknown metric: ${id}`)
  return metric
}
