/** How many periods apart errors are still taken to be alike: 2 for two years of months, 4 for a hundred. */
export function neweyWestLags(length: number): number {
  return Math.floor(4 * (length / 100) ** (2 / 9))
}

/**
 * The variance of each least-squares coefficient when neighbouring errors may be alike and uneven in size.
 * `scores` are a row's terms times its residual, in order of time, null where the period is missing: a missing
 * period keeps its place, so that only errors really so many periods apart are compared.
 * Source: Newey and West (1987), Bartlett weights, the n / (n − k) correction; missing periods as Parzen (1963).
 */
export function neweyWestVariances(
  scores: readonly (readonly number[] | null)[],
  inverse: readonly (readonly number[])[],
  lags: number,
): number[] {
  const held = scores.filter((score) => score !== null).length
  const correction = held / (held - inverse.length)
  return inverse.map((direction) => {
    // One coefficient's variance needs each row's score only as seen along that coefficient's direction.
    const seen = scores.map((score) =>
      score === null ? 0 : score.reduce((sum, s, j) => sum + s * (direction[j] ?? 0), 0),
    )
    let variance = autocovariance(seen, 0)
    for (let lag = 1; lag <= lags; lag++) variance += 2 * (1 - lag / (lags + 1)) * autocovariance(seen, lag)
    return Math.max(0, variance * correction)
  })
}

function autocovariance(values: readonly number[], lag: number): number {
  return values.reduce((sum, value, i) => sum + value * (values[i - lag] ?? 0), 0)
}
