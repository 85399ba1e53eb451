import { periodLabel } from '../periods/periodLabel.ts'
import type { MetricPage } from '../series/metricPage.ts'
import type { FigureTable } from './figure.ts'
import { forecastByPeriod } from './forecastSeries.ts'
import { numberFormat } from './numberFormat.ts'
import { periodHead } from './periodHead.ts'

const columns = [
  { head: 'Forecast', of: 'mean' },
  { head: 'Forecast, 80% lower', of: 'lower80' },
  { head: 'Forecast, 80% upper', of: 'upper80' },
  { head: 'Forecast, 95% lower', of: 'lower95' },
  { head: 'Forecast, 95% upper', of: 'upper95' },
] as const

/** What is expected of each period to come, provisional ones among them, with its intervals; null without a forecast. */
export function forecastTable(page: MetricPage): FigureTable | null {
  const points = [...forecastByPeriod(page).values()]
  if (points.length === 0) return null
  const { grain, basis } = page.result.query
  const format = numberFormat({ unit: page.metric.unit, basis }, false)
  return {
    columns: [
      { head: periodHead(grain), numberFormat: null, brief: true },
      ...columns.map(({ head }) => ({ head, numberFormat: format, brief: true })),
    ],
    rows: points.map((point) => [periodLabel(point.period, grain), ...columns.map(({ of }) => point[of])]),
  }
}
