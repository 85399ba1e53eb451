import type { Metric } from '../../shared/metrics/metric.ts'
import type { Point } from '../../shared/series/series.ts'
import type { SeriesQuery } from '../../shared/series/seriesQuery.ts'
import {
  judgedSeries,
  type CountedPoint,
  type JudgedSeries,
  type JudgementRefusal,
} from '../../shared/statistics/judgedSeries.ts'

/** How charts are judged unless a page asks otherwise. */
export const profile = 'Making Data Count'

type Judged = Pick<SeriesQuery, 'grain' | 'basis'> & {
  readonly transform: 'none' | 'rolling12' | 'yearToDate'
}

/** A disclosed series as the partnership judges it: per day, without season; only final points enter, from each step anew. */
export function judgedOf(
  points: readonly Point[],
  {
    metric,
    query,
    rebase,
  }: { readonly metric: Metric; readonly query: Judged; readonly rebase: readonly string[] },
): JudgedSeries | JudgementRefusal {
  const counted = points.map((point): CountedPoint => ({
    x: point.period,
    y: point.value,
    excluded: point.status !== 'final',
    ...(eventsBehind(point, metric) === undefined ? {} : { count: eventsBehind(point, metric) ?? null }),
  }))
  const direction = ({ up: 'increase', down: 'decrease', neutral: 'neutral' } as const)[
    metric.polarity.direction
  ]
  const measure = metric.measure.kind === 'additive' ? 'volume' : 'other'
  const { grain, transform } = query
  return judgedSeries(counted, { profile, direction, grain, measure, transform, rebase })
}

/** Shares and rates are judged on the events behind them; medians on nothing but themselves. */
function eventsBehind(point: Point, metric: Metric): number | null | undefined {
  return metric.measure.kind === 'median' || metric.measure.kind === 'meanGain' ? undefined : point.numerator
}
