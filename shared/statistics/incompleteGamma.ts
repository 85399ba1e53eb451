import { logGamma } from './logGamma.ts'

/** Both tails of a gamma distribution of shape `a` at `x`, each to its own precision. */
export interface GammaTails {
  readonly lower: number
  readonly upper: number
}

const precision = 3e-16

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x) for a > 0, x >= 0: the chance that a Poisson
 * count with mean x reaches a, and that it does not. gammaTails(1, 2) is { lower: 1 − e⁻², upper: e⁻² }.
 * Source: series below a + 1, Lentz's continued fraction above (Abramowitz and Stegun 6.5.29 and 6.5.31).
 */
export function gammaTails(a: number, x: number): GammaTails {
  if (!(a > 0 && x >= 0)) throw new Error(`invalid incomplete gamma: ${a}, ${x}`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (x < a + 1) {
    const lower = Math.min(1, poissonTerm(a, x) * seriesSum(a, x))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, poissonTerm(a, x) * a * continuedFraction(a, x))
  return { lower: 1 - upper, upper }
}

/**
 * x^a e^−x / Γ(a + 1), the Poisson probability of `a` (whole or not) with mean x > 0, without the cancellation of
 * large logarithms: poissonTerm(2, 3) is 0.2240418.
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function poissonTerm(a: number, x: number): number {
  if (a < 16) return Math.exp(a * Math.log(x) - x - logGamma(a + 1))
  return Math.exp(-stirlingError(a) - a * excess((x - a) / a)) / Math.sqrt(2 * Math.PI * a)
}

function stirlingError(a: number): number {
  const s = 1 / (a * a)
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / a
}

/** d − ln(1 + d), by its series near 0 where the two almost cancel. */
function excess(d: number): number {
  if (Math.abs(d) > 0.1) return d - Math.log1p(d)
  let power = d
  let sum = 0
  for (let n = 2; n < 20; n++) {
    power *= -d
    sum -= power / n
  }
  return sum
}

function seriesSum(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; term > sum * precision; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

function continuedFraction(a: number, x: number): number {
  const most = 200 + 20 * Math.sqrt(a)
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let n = 1; n < most; n++) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    value *= c * d
    if (Math.abs(c * d - 1) < precision) break
  }
  return value
}
