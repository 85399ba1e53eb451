import { firstMonthOf, lastMonthOf } from '../periods/period.ts'
import type { MetricPage } from '../series/metricPage.ts'

/** The first and last month of the figures on show; undefined when there are none. */
export function spanOf({ result }: Pick<MetricPage, 'result'>): { from: string; to: string } | undefined {
  const points = result.series[0]?.points ?? []
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return undefined
  const { grain } = result.query
  return { from: firstMonthOf(first.period, grain), to: lastMonthOf(last.period, grain) }
}
