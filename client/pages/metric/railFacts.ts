import type { MetricPage } from '../../../shared/series/metricPage.ts'
import { capitalise } from '../../../shared/figures/capitalise.ts'
import { formatChange } from '../../../shared/figures/formatChange.ts'
import {
  formatNumber,
  formatSigned,
  formatValue,
  type Measured,
} from '../../../shared/figures/formatValue.ts'

export interface Fact {
  readonly name: string
  readonly value: string
}

/** What the latest value is read against, as names and values. */
export function railFacts({ metric, result, chart }: MetricPage): Fact[] {
  const latest = result.series[0]?.points.findLast(({ value }) => value !== null)
  if (!latest || latest.value === null) return []
  const measured: Measured = { unit: metric.unit, basis: result.query.basis }
  const say = (value: number) => formatValue(value, measured)
  const facts: Fact[] = []
  const { comparison, numerator, denominator, lower, upper } = latest
  if (denominator !== null && numerator !== null) {
    if (result.query.basis === 'rate' && metric.unit === 'count') {
      facts.push({ name: capitalise(metric.noun.many), value: formatNumber(numerator) })
      facts.push({ name: 'Residents', value: formatNumber(denominator) })
    } else {
      facts.push({ name: 'Out of', value: `${formatNumber(numerator)} of ${formatNumber(denominator)}` })
    }
  }
  if (lower !== undefined && upper !== undefined) {
    facts.push({ name: '95% interval', value: `${say(lower)}–${say(upper)}` })
  }
  if (comparison && comparison.value !== null) {
    facts.push({ name: capitalise(comparison.label), value: say(comparison.value) })
    if (comparison.change !== null) {
      const change = {
        base: comparison.value,
        difference: comparison.change,
        percent: comparison.changePercent,
      }
      const words = formatChange(change, measured) ?? ''
      const plain = formatSigned(comparison.change, measured)
      facts.push({ name: 'Change', value: words.endsWith('%') ? `${plain} (${words})` : words })
    }
  }
  const segment = chart.refused === null ? chart.segments.at(-1) : undefined
  if (segment && segment.mean !== null) {
    if (segment.lower !== null && segment.upper !== null) {
      facts.push({ name: 'Usual range', value: `${say(segment.lower)}–${say(segment.upper)}` })
    }
    facts.push({ name: 'Average', value: say(segment.mean) })
  }
  return facts
}
