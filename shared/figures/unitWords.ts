import type { Metric } from '../metrics/metric.ts'
import { formatNumber } from './formatValue.ts'

/** What stands after a figure: "crimes", "1 crime", "per 1,000 residents", "days"; nothing after a percentage. */
export function unitWords(
  metric: Pick<Metric, 'unit' | 'noun' | 'ratePer'>,
  basis: 'count' | 'rate',
  value?: number | null,
): string {
  const one = value === 1
  switch (metric.unit) {
    case 'count':
      return basis === 'rate'
        ? `per ${formatNumber(metric.ratePer ?? 1000)} residents`
        : one
          ? metric.noun.one
          : metric.noun.many
    case 'percent':
      return ''
    case 'days':
      return one ? 'day' : 'days'
    case 'points':
      return one ? 'point' : 'points'
    case 'perHundred':
      return 'per 100'
  }
}
