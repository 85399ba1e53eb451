import type { MetricPage } from '../series/metricPage.ts'

/** What the compared figures are, as a column head. */
export function comparisonHead({ result }: Pick<MetricPage, 'result'>): string {
  const { compare } = result.query
  if (compare === 'samePeriodLastYear') return 'A year before'
  if (compare === 'previousPeriod') return 'Period before'
  return result.series[0]?.points.find(({ comparison }) => comparison)?.comparison?.label ?? 'Compared'
}
