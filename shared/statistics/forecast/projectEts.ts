import { normalQuantile } from '../normalQuantile.ts'
import type { EtsForm, EtsParameters, EtsState } from './etsModel.ts'

/** One period ahead: the expected value and the ranges that hold it with 80 % and 95 % chance. */
export interface ForecastPoint {
  /** Periods after the last value given: 1, 2, 3 … */
  ahead: number
  mean: number
  lo80: number
  hi80: number
  lo95: number
  hi95: number
}

export interface EtsProjection {
  parameters: EtsParameters
  state: EtsState
  /** Variance of the one-step error (relative, where the error is multiplicative). */
  sigma2: number
  horizon: number
}

/**
 * Forecasts from the state after the last value, with normal ranges from the model's own variance (Hyndman and
 * others 2008, chapter 6): additive errors sigma2 (1 + sum of c_j²); multiplicative ones by the recursion over
 * squared means, where a multiplicative season scales the ranges and adds the shocks it brings back.
 *
 * Level 10, alpha 0.5, sigma2 4: means 10, 10; variances 4 and 4 × 1.25.
 */
export function projectEts(
  form: EtsForm,
  { parameters, state, sigma2, horizon }: EtsProjection,
): ForecastPoint[] {
  const { alpha, beta, gamma, phi } = parameters
  const cycle = Math.max(1, state.seasons.length)
  const z80 = normalQuantile(0.9)
  const z95 = normalQuantile(0.975)
  const points: ForecastPoint[] = []
  const weights: number[] = []
  const past: { centre: number; square: number }[] = []
  let damping = 0
  for (let ahead = 1; ahead <= horizon; ahead++) {
    damping += phi ** ahead
    const base = state.level + damping * state.slope
    const season = state.seasons[(ahead - 1) % cycle] ?? (form.season === 'M' ? 1 : 0)
    const mean = form.season === 'M' ? base * season : base + season
    const centre = form.season === 'M' ? base : mean
    let variance = sigma2 * weights.reduce((sum, weight) => sum + weight * weight, 1)
    if (form.error === 'M' || form.season === 'M') {
      // Over relative errors; an additive error beside a multiplicative season is restated as one.
      const relative = form.error === 'M' ? sigma2 : sigma2 / mean ** 2
      const square = weights.reduce((sum, weight, j) => {
        const { centre: then = 0, square: inflated = 0 } = past[ahead - 2 - j] ?? {}
        // A season multiplied moves with the level, so what a shock did to it returns with the same season.
        const returning = form.season === 'M' && (j + 1) % cycle === 0 ? (gamma * centre) / then : 0
        return sum + relative * (weight + returning) ** 2 * inflated
      }, centre * centre)
      past.push({ centre, square })
      const spread = square * (1 + relative) - centre * centre
      variance = form.season === 'M' ? spread * season * season : spread
    }
    const sd = Math.sqrt(Math.max(0, variance))
    points.push({
      ahead,
      mean,
      lo80: mean - z80 * sd,
      hi80: mean + z80 * sd,
      lo95: mean - z95 * sd,
      hi95: mean + z95 * sd,
    })
    const seasonal = form.season === 'A' && ahead % cycle === 0 ? gamma : 0
    weights.push(alpha + beta * damping + seasonal)
  }
  return points
}
