import { fairCoin } from './incompleteBeta.ts'
import { checkConfidence } from './interval.ts'
import type { Interval, IntervalRefusal } from './interval.ts'

/** A median with its interval; `confidence` is what two order statistics really give, at least what was asked. */
export interface MedianInterval extends Interval {
  readonly asked: number
}

/**
 * The median and an interval that assumes no distribution: the two order statistics, equally far from the ends,
 * that hold the median at least as often as asked. Refused when no two values are far enough apart for that: below
 * 6 values at 95 %, 10 at 99.8 %.
 * Example: the 2nd and 9th of 10 values hold the median 97.9 % of the time, the 3rd and 8th only 89.1 %.
 * Source: Conover, Practical Nonparametric Statistics, 3.2 (from the binomial with p = ½).
 */
export function medianInterval(
  values: readonly number[],
  confidence = 0.95,
): MedianInterval | IntervalRefusal {
  checkConfidence(confidence)
  const sorted = values.filter((value) => Number.isFinite(value)).toSorted((a, b) => a - b)
  const n = sorted.length
  const from = lowestRank(n, confidence)
  const lower = sorted[from - 1]
  const upper = sorted[n - from]
  const value = median(sorted)
  if (from === 0 || lower === undefined || upper === undefined || value === null) {
    return { kind: 'refused', reason: `${n} values are too few for an interval of a median.` }
  }
  const covered = 1 - 2 * fairCoin(from - 1, n)
  return {
    kind: 'interval',
    value,
    lower,
    upper,
    confidence: covered,
    asked: confidence,
    method: 'Order statistics',
  }
}

/** The middle of values in order, the mean of the middle two when even; null of none. */
function median(sorted: readonly number[]): number | null {
  const high = sorted[Math.floor(sorted.length / 2)]
  const low = sorted[Math.ceil(sorted.length / 2) - 1]
  return low === undefined || high === undefined ? null : low + (high - low) / 2
}

// The largest rank j with at most half of what may be missed below it; 0 when even the lowest value is too high.
function lowestRank(n: number, confidence: number): number {
  const beyond = (1 - confidence) / 2
  let rank = 0
  while (rank < n / 2 && fairCoin(rank, n) <= beyond) rank++
  return rank
}
