import type { Metric } from '../metrics/metric.ts'
import { formatNumber } from './formatValue.ts'

/** What stands after a figure: "crimes", "per 1,000 residents", "days"; nothing after a percentage. */
export function unitWords(
  metric: Pick<Metric, 'unit' | 'noun' | 'ratePer'>,
  basis: 'count' | 'rate',
): string {
  switch (metric.unit) {
    case 'count':
      return basis === 'rate' ? `per ${formatNumber(metric.ratePer ?? 1000)} residents` : metric.noun.many
    case 'percent':
      return ''
    case 'days':
      return 'days'
    case 'points':
      return 'points'
    case 'perHundred':
      return 'per 100'
  }
}
