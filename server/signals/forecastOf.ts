import type { Metric } from '../../shared/metrics/metric.ts'
import type { ForecastView } from '../../shared/series/metricPage.ts'
import type { Point } from '../../shared/series/series.ts'
import type { SeriesQuery } from '../../shared/series/seriesQuery.ts'

/** A forecast after the last final point, or why none is given. */
export function forecastOf(_points: readonly Point[], _metric: Metric, _query: SeriesQuery): ForecastView {
  return { refused: 'Forecasts are not given yet.' }
}
