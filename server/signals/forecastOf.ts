import type { Metric } from '../../shared/metrics/metric.ts'
import { addMonths } from '../../shared/periods/month.ts'
import { lastMonthOf, monthsPerPeriod, periodOf } from '../../shared/periods/period.ts'
import type { ForecastView } from '../../shared/series/metricPage.ts'
import type { Point } from '../../shared/series/series.ts'
import type { SeriesQuery } from '../../shared/series/seriesQuery.ts'
import { rememberedForecast } from './rememberedForecast.ts'

const monthsAhead = 6

/**
 * A forecast from final points alone, beginning after the last of them, so that provisional months are forecast too;
 * or, as a sentence, why none is given.
 */
export function forecastOf(points: readonly Point[], metric: Metric, query: SeriesQuery): ForecastView {
  if (query.transform !== 'none')
    return { refused: 'Running totals are not forecast: neighbouring points share data.' }
  const last = points.findLastIndex(({ status, value }) => status === 'final' && value !== null)
  const latest = points[last]
  if (!latest) return { refused: 'No final figure is held to forecast from.' }
  const perPeriod = monthsPerPeriod(query.grain)
  const horizon = points.length - 1 - last + Math.max(1, Math.round(monthsAhead / perPeriod))
  const final = points.slice(0, last + 1).map(({ status, value }) => (status === 'final' ? value : null))
  const answer = rememberedForecast(final, {
    frequency: 12 / perPeriod,
    horizon,
    atLeast: 0,
    ...(metric.unit === 'percent' ? { atMost: 100 } : {}),
  })
  if (answer.refused !== null) return { refused: `No forecast: ${answer.refused}.` }
  const end = lastMonthOf(latest.period, query.grain)
  return {
    method: `Exponential smoothing, ${answer.model}`,
    points: answer.points.map((point, i) => ({
      period: periodOf(addMonths(end, perPeriod * (i + 1)), query.grain),
      mean: point.mean,
      lower80: point.lo80,
      upper80: point.hi80,
      lower95: point.lo95,
      upper95: point.hi95,
    })),
  }
}
