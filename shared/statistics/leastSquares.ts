/** An ordinary least squares fit; `inverse` is (XᵀX)⁻¹, for the coefficients' variances. */
export interface LeastSquares {
  readonly coefficients: readonly number[]
  readonly residuals: readonly number[]
  readonly inverse: readonly (readonly number[])[]
}

/**
 * Fits values to the terms of each row by least squares; null when there are too few rows, or a term is made of the
 * others, so that no one answer exists. leastSquares([[1, 0], [1, 1], [1, 2]], [1, 3, 5]) has coefficients 1 and 2.
 * Source: modified Gram–Schmidt (Golub and Van Loan, Matrix Computations, 5.2.8).
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  values: readonly number[],
): LeastSquares | null {
  const terms = rows[0]?.length ?? 0
  if (rows.length < terms || terms === 0) return null
  const columns = Array.from({ length: terms }, (_, j) => rows.map((row) => row[j] ?? 0))
  const basis: number[][] = []
  const back: number[][] = []
  // back[j] holds column j of R⁻¹, so that basis[j] is the sum of the columns times back[j].
  for (const [j, column] of columns.entries()) {
    const size = Math.sqrt(dot(column, column))
    let left = column
    let made: number[] = columns.map((_, i) => (i === j ? 1 : 0))
    for (const [i, direction] of basis.entries()) {
      const share = dot(direction, left)
      left = less(left, direction, share)
      made = less(made, back[i] ?? [], share)
    }
    const norm = Math.sqrt(dot(left, left))
    if (!(norm > 1e-10 * size)) return null
    basis.push(left.map((value) => value / norm))
    back.push(made.map((value) => value / norm))
  }
  let residuals: number[] = [...values]
  let coefficients = columns.map(() => 0)
  for (const [j, direction] of basis.entries()) {
    const share = dot(direction, residuals)
    residuals = less(residuals, direction, share)
    coefficients = less(coefficients, back[j] ?? [], -share)
  }
  const inverse = columns.map((_, i) =>
    columns.map((__, k) => sum(back.map((made) => (made[i] ?? 0) * (made[k] ?? 0)))),
  )
  return { coefficients, residuals, inverse }
}

function less(from: readonly number[], what: readonly number[], times: number): number[] {
  return from.map((value, i) => value - times * (what[i] ?? 0))
}

function dot(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((value, i) => value * (b[i] ?? 0)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
