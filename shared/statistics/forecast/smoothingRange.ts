import type { EtsForm, EtsParameters } from './etsModel.ts'

/** How many smoothing parameters a form has: alpha, and beta, gamma and phi as it uses them. */
export function smoothingCount({ trend, season }: EtsForm): number {
  return 1 + (trend === 'N' ? 0 : 1) + (season === 'N' ? 0 : 1) + (trend === 'Ad' ? 1 : 0)
}

/**
 * Smoothing parameters from unbounded numbers (0 is the middle of each range), so that a search cannot leave
 * the usual region: alpha in 0.0001–0.9999, beta below alpha, gamma below 1 − alpha, phi in 0.8–0.98.
 */
export function smoothingFrom(free: readonly number[], { trend, season }: EtsForm): EtsParameters {
  const left = [...free]
  const alpha = within(left.shift(), 0.0001, 0.9999)
  const beta = trend === 'N' ? 0 : within(left.shift(), 0.0001, alpha)
  const gamma = season === 'N' ? 0 : within(left.shift(), 0.0001, 1 - alpha)
  const phi = trend === 'Ad' ? within(left.shift(), 0.8, 0.98) : 1
  return { alpha, beta, gamma, phi }
}

function within(free: number | undefined, low: number, high: number): number {
  return low + (Math.max(low, high) - low) / (1 + Math.exp(-(free ?? 0)))
}
