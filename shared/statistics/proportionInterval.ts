import { checkConfidence, shareFault } from './interval.ts'
import type { Interval, IntervalRefusal, RatioParts } from './interval.ts'
import { twoSidedZ } from './normalQuantile.ts'

/**
 * The Wilson score interval of a share, without continuity correction, within 0 and the multiplier; refused when
 * there is nothing to divide by or the part exceeds the whole. 15 of 148 are 10.1 %, between 6.2 % and 16.0 %.
 * Source: Wilson (1927); PHEindicatormethods 2.1.0 (phe_proportion).
 */
export function proportionInterval(parts: RatioParts, confidence = 0.95): Interval | IntervalRefusal {
  checkConfidence(confidence)
  const reason = shareFault(parts)
  if (reason !== null) return { kind: 'refused', reason }
  const { numerator: x, denominator: n, multiplier } = parts
  const z = twoSidedZ(confidence)
  const middle = 2 * x + z * z
  const half = z * Math.sqrt(z * z + 4 * x * (1 - x / n))
  const scale = (limit: number) => (limit / (2 * (n + z * z))) * multiplier
  return {
    kind: 'interval',
    value: (x / n) * multiplier,
    lower: x === 0 ? 0 : scale(middle - half),
    upper: x === n ? multiplier : scale(middle + half),
    confidence,
    method: 'Wilson',
  }
}
