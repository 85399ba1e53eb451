import type { Metric } from '../../shared/metrics/metric.ts'
import type { Variation } from '../../shared/series/scorecard.ts'
import type { Point } from '../../shared/series/series.ts'
import type { SeriesQuery } from '../../shared/series/seriesQuery.ts'
import { chartOf } from './chartOf.ts'

/** What the chart said before the newest final point was there: judged anew, as a run marks all of its points at once. */
export function variationBefore(
  points: readonly Point[],
  metric: Metric,
  query: Pick<SeriesQuery, 'grain' | 'transform' | 'basis'>,
): Variation {
  const newest = points.findLastIndex(({ status, value }) => status === 'final' && value !== null)
  if (newest < 1) return { kind: 'unjudged', reason: 'No earlier final figure is held to judge.' }
  return chartOf(points.slice(0, newest), metric, query).variation
}
