import { leastSquares } from './leastSquares.ts'
import { neweyWestLags, neweyWestVariances } from './neweyWest.ts'
import { studentReach, studentTwoSided } from './studentT.ts'

/** An estimated amount with its interval, and the chance of one this far from 0 if there were none. */
export interface Estimate {
  readonly value: number
  readonly standardError: number
  readonly lower: number
  readonly upper: number
  readonly p: number
}

/** One period: the terms of the model, and its value, null where missing. Periods follow each other. */
export interface RegressionRow {
  readonly terms: readonly number[]
  readonly value: number | null
}

export interface RobustRegression {
  readonly estimates: readonly Estimate[]
  readonly lags: number
  readonly degreesOfFreedom: number
}

/** Anything below this share of the largest value is rounding, not an effect. */
const rounding = 1e-12

/**
 * Least squares over consecutive periods with Newey–West intervals from Student's t, so that months alike to their
 * neighbours do not pass for more evidence than they are. Null when the periods held cannot tell the terms apart.
 */
export function robustRegression(
  rows: readonly RegressionRow[],
  confidence: number,
): RobustRegression | null {
  const held = rows.filter((row) => row.value !== null)
  const scale = held.reduce((most, row) => Math.max(most, Math.abs(row.value ?? 0)), 0) || 1
  const fit = leastSquares(
    held.map((row) => row.terms),
    held.map((row) => (row.value ?? 0) / scale),
  )
  if (fit === null || held.length <= fit.coefficients.length) return null
  const degreesOfFreedom = held.length - fit.coefficients.length
  const lags = neweyWestLags(held.length)
  const residuals = fit.residuals[Symbol.iterator]()
  const scores = rows.map(({ terms, value }) => {
    if (value === null) return null
    const residual = residuals.next().value ?? 0
    return terms.map((term) => term * residual)
  })
  const variances = neweyWestVariances(scores, fit.inverse, lags)
  const reach = studentReach(confidence, degreesOfFreedom)
  const estimates = fit.coefficients.map((coefficient, i): Estimate => {
    const value = cleaned(coefficient)
    const standardError = cleaned(Math.sqrt(variances[i] ?? 0))
    const t = value === 0 ? 0 : value / standardError
    return {
      value: value * scale,
      standardError: standardError * scale,
      lower: (value - reach * standardError) * scale,
      upper: (value + reach * standardError) * scale,
      p: studentTwoSided(t, degreesOfFreedom),
    }
  })
  return { estimates, lags, degreesOfFreedom }
}

function cleaned(share: number): number {
  return Math.abs(share) < rounding ? 0 : share
}
