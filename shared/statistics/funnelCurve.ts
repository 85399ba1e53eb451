import { chiSquareQuantile } from './chiSquareQuantile.ts'
import { twoSidedZ } from './normalQuantile.ts'

/** 95 % and 99.8 % limits about an average. */
export interface FunnelLimits {
  readonly lower95: number
  readonly upper95: number
  readonly lower998: number
  readonly upper998: number
}

/** A place on a limit of a rate funnel; null where no population would put these events on the limit. */
export interface CurvePlace {
  readonly population: number
  readonly rate: number
}

/** Where so many events would lie on each limit. */
export interface RateCurvePoint {
  readonly events: number
  readonly lower95: CurvePlace | null
  readonly upper95: CurvePlace | null
  readonly lower998: CurvePlace | null
  readonly upper998: CurvePlace | null
}

/**
 * A share's limits at a denominator, not clipped: an average of 0.2 at 50 gives 0.089 to 0.311 (95 %).
 * Source: the Wilson interval turned round, average ∓ z √(average (1 − average) / n).
 */
export function shareLimits(average: number, denominator: number): FunnelLimits {
  const error = Math.sqrt((average * (1 - average)) / denominator)
  const [z95, z998] = [twoSidedZ(0.95), twoSidedZ(0.998)]
  return {
    lower95: average - z95 * error,
    upper95: average + z95 * error,
    lower998: average - z998 * error,
    upper998: average + z998 * error,
  }
}

/** The average as events per one of the denominator, and per how many rates are given. */
export interface CurveScale {
  readonly average: number
  readonly multiplier: number
}

/**
 * Where each number of events lies on the exact Poisson limits of a rate funnel: 9 events at an average of 3.864 per
 * 1,000 are on the upper 95 % limit at a population of 1,065, and on the lower at 4,422.
 */
export function rateCurve(events: readonly number[], scale: CurveScale): RateCurvePoint[] {
  return events.map((count) => ({
    events: count,
    lower95: place(count, { ...scale, expected: chiSquareQuantile(0.975, 2 * count + 2) / 2 }),
    upper95: place(count, { ...scale, expected: chiSquareQuantile(0.025, 2 * count) / 2 }),
    lower998: place(count, { ...scale, expected: chiSquareQuantile(0.999, 2 * count + 2) / 2 }),
    upper998: place(count, { ...scale, expected: chiSquareQuantile(0.001, 2 * count) / 2 }),
  }))
}

function place(
  count: number,
  { average, multiplier, expected }: CurveScale & { expected: number },
): CurvePlace | null {
  const population = expected / average
  if (!Number.isFinite(population) || population <= 0) return null
  return { population, rate: (count / population) * multiplier }
}
