import { studentTwoSided } from './studentT.ts'

/** Two counts of the same length of time, and how much more than chance counts of this kind vary. */
export interface CountPair {
  readonly now: number
  readonly before: number
  /** Variance over mean: 1 where events are independent. Below 1 counts as 1. */
  readonly dispersion: number
  readonly degreesOfFreedom: number
}

/** A share now and before, by its parts. */
export interface SharePair {
  readonly now: { readonly numerator: number; readonly denominator: number }
  readonly before: { readonly numerator: number; readonly denominator: number }
}

/**
 * The chance of two counts as far apart as these if nothing had changed: their difference over its standard error, the
 * dispersion allowed for, against Student's t. 1 where both are 0.
 * Example: 130 against 100, dispersion 1, many degrees of freedom: about 0.048.
 */
export function countChange({ now, before, dispersion, degreesOfFreedom }: CountPair): number {
  const sum = now + before
  if (sum <= 0) return 1
  return studentTwoSided((now - before) / Math.sqrt(Math.max(1, dispersion) * sum), degreesOfFreedom)
}

/** The same for two shares, by the pooled test of two proportions. 1 where nothing can vary. */
export function shareChange({ now, before }: SharePair): number {
  if (now.denominator <= 0 || before.denominator <= 0) return 1
  const pooled = (now.numerator + before.numerator) / (now.denominator + before.denominator)
  const variance = pooled * (1 - pooled) * (1 / now.denominator + 1 / before.denominator)
  if (!(variance > 0)) return 1
  const difference = now.numerator / now.denominator - before.numerator / before.denominator
  return studentTwoSided(difference / Math.sqrt(variance), 1e4)
}
