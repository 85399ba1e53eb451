import { gammaTails, poissonTerm } from './incompleteGamma.ts'
import { logGamma } from './logGamma.ts'
import { normalQuantile } from './normalQuantile.ts'

/**
 * The chi-square value with a share `p` (0 < p < 1) below it, for any degrees of freedom above 0; 0 for 0 degrees:
 * chiSquareQuantile(0.95, 1) is 3.841458820694124.
 * Found by Newton's steps, kept inside a bracket, on whichever tail of the incomplete gamma is the smaller.
 */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1)) throw new Error(`invalid probability: ${p}`)
  if (degreesOfFreedom === 0) return 0
  return 2 * gammaQuantile(p, degreesOfFreedom / 2)
}

/** The chance of a chi-square value at or above this one. */
export function chiSquareUpperTail(value: number, degreesOfFreedom: number): number {
  return gammaTails(degreesOfFreedom / 2, value / 2).upper
}

function gammaQuantile(p: number, a: number): number {
  let low = 0
  let high = Infinity
  let x = firstGuess(p, a)
  for (let i = 0; i < 200; i++) {
    const { lower, upper } = gammaTails(a, x)
    const over = p < 0.5 ? lower - p : 1 - p - upper
    if (over > 0) high = x
    else low = x
    const step = over / ((poissonTerm(a, x) * a) / x)
    let next = x - step
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : (low + high) / 2
    if (Math.abs(next - x) <= 1e-15 * x) return next
    x = next
  }
  return x
}

// Wilson and Hilferty's cube, or near 0 the first term of the series.
function firstGuess(p: number, a: number): number {
  const cube = a * (1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a))) ** 3
  if (a > 0.5 && cube > 0.1 * a) return cube
  return Math.max(Number.MIN_VALUE, Math.exp((Math.log(p) + logGamma(a + 1)) / a))
}
