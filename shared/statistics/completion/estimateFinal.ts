import { normalQuantile } from '../normalQuantile.ts'
import type { CompletionPattern } from './completionPattern.ts'

/** The final value to expect of a month that is still filling in, with 80 % and 95 % ranges. */
export interface FinalEstimate {
  mean: number
  lo80: number
  hi80: number
  lo95: number
  hi95: number
  /** Share of the final value that is usually known at this age. */
  share: number
}

/**
 * The chain-ladder estimate of a month's final value from what is known at its age. The ranges are Mack's (1993,
 * the scatter of past months and the uncertainty of the factors together), log-normal about the mean. Null when
 * nothing is known yet to grow from, or the month is past the greatest age learned (it is final).
 *
 * 80 known at an age where 80 % usually is: mean 100.
 */
export function estimateFinal(
  value: number,
  age: number,
  pattern: Extract<CompletionPattern, { learned: true }>,
): FinalEstimate | null {
  const share = pattern.shareAtAge[age]
  if (!(value > 0) || share === undefined || age >= pattern.steps.length) return null
  let mean = value
  let relative = 0
  for (const { factor, variance, base } of pattern.steps.slice(age)) {
    relative += (variance / factor ** 2) * (1 / mean + 1 / base)
    mean *= factor
  }
  const spread = Math.sqrt(Math.log1p(relative))
  const at = (probability: number) =>
    mean * Math.exp(spread * normalQuantile(probability) - (spread * spread) / 2)
  const estimate = { mean, lo80: at(0.1), hi80: at(0.9), lo95: at(0.025), hi95: at(0.975), share }
  return Object.values(estimate).every(Number.isFinite) ? estimate : null
}
