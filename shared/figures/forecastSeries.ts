import type { ForecastView, MetricPage } from '../series/metricPage.ts'
import type { FigureSeries } from './figure.ts'

type ForecastPoint = Extract<ForecastView, { method: string }>['points'][number]

const lines = [
  { name: 'Forecast', role: 'forecast', of: 'mean' },
  { name: 'Forecast, 80% upper', role: 'forecast80', of: 'upper80' },
  { name: 'Forecast, 80% lower', role: 'forecast80', of: 'lower80' },
  { name: 'Forecast, 95% upper', role: 'forecast95', of: 'upper95' },
  { name: 'Forecast, 95% lower', role: 'forecast95', of: 'lower95' },
] as const

/** The forecast's points by period; empty where none is given. */
export function forecastByPeriod({ forecast }: Pick<MetricPage, 'forecast'>): Map<string, ForecastPoint> {
  return new Map('refused' in forecast ? [] : forecast.points.map((point) => [point.period, point]))
}

/** The periods after the last of the figures that the forecast reaches, in order. */
export function forecastPeriods({ forecast, result }: Pick<MetricPage, 'forecast' | 'result'>): string[] {
  const held = new Set(result.series[0]?.points.map(({ period }) => period))
  return [...forecastByPeriod({ forecast }).keys()].filter((period) => !held.has(period))
}

/**
 * The forecast with the bounds of its intervals as series of their own, opening like a fan from the last final figure:
 * only there do they repeat what was recorded, so that the lines join.
 */
export function forecastSeries(page: MetricPage, periods: readonly string[]): FigureSeries[] {
  const points = forecastByPeriod(page)
  if (points.size === 0) return []
  const origin = page.result.series[0]?.points.findLast(
    ({ status, value }) => status === 'final' && value !== null,
  )
  return lines.map(({ name, role, of }) => ({
    name,
    role,
    values: periods.map(
      (period) => points.get(period)?.[of] ?? (period === origin?.period ? origin.value : null),
    ),
    named: role === 'forecast',
  }))
}
