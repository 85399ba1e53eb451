import { chiSquareQuantile } from './chiSquareQuantile.ts'
import { checkConfidence, ratioFault } from './interval.ts'
import type { Interval, IntervalRefusal, RatioParts } from './interval.ts'
import { twoSidedZ } from './normalQuantile.ts'

/** Counts below this take exact Poisson limits, others Byar's, as the public-health packages do. */
const exactBelow = 10

/**
 * The Poisson interval of a rate of events, which may exceed the multiplier; refused when there is nothing to
 * divide by or the count is below 0. 10 events among 10,000 per 100,000 are 100, between 47.9 and 183.9 (95 %).
 * Source: PHEindicatormethods 2.1.0 (phe_rate); Breslow and Day (1987) for Byar's approximation.
 */
export function rateInterval(parts: RatioParts, confidence = 0.95): Interval | IntervalRefusal {
  checkConfidence(confidence)
  const reason = ratioFault(parts)
  if (reason !== null) return { kind: 'refused', reason }
  const { numerator, denominator, multiplier } = parts
  const { lower, upper } = countLimits(numerator, confidence)
  const scale = (count: number) => (count / denominator) * multiplier
  return {
    kind: 'interval',
    value: scale(numerator),
    lower: scale(lower),
    upper: scale(upper),
    confidence,
    method: numerator < exactBelow ? 'Exact' : 'Byars',
  }
}

/** The interval of a count itself: exact below 10 events, Byar's from 10; whole or not, at least 0. */
export function countLimits(
  count: number,
  confidence: number,
): { readonly lower: number; readonly upper: number } {
  if (count < exactBelow) return exactCountLimits(count, confidence)
  const z = twoSidedZ(confidence)
  return { lower: Math.max(0, byars(count, -z)), upper: byars(count + 1, z) }
}

/** The exact Poisson interval of a count, from chi-square quantiles (Garwood 1936); lower is 0 for no events. */
function exactCountLimits(
  count: number,
  confidence: number,
): { readonly lower: number; readonly upper: number } {
  const beyond = (1 - confidence) / 2
  return {
    lower: chiSquareQuantile(beyond, 2 * count) / 2,
    upper: chiSquareQuantile(1 - beyond, 2 * count + 2) / 2,
  }
}

function byars(count: number, z: number): number {
  return count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3
}
