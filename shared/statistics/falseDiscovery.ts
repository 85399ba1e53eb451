/**
 * Benjamini and Hochberg's adjusted p-values, in the order given: calling significant those at or below 0.05 keeps
 * the expected share of false alarms among the alarms at 5 %, however many series were looked at.
 * Example: falseDiscovery([0.01, 0.04, 0.03]) is [0.03, 0.04, 0.04].
 * Source: Benjamini and Hochberg (1995).
 */
export function falseDiscovery(pValues: readonly number[]): number[] {
  const bad = pValues.find((p) => !(p >= 0 && p <= 1))
  if (bad !== undefined) throw new Error(`invalid probability: ${bad}`)
  const largestFirst = pValues.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p)
  const adjusted = pValues.map(() => 1)
  let least = 1
  for (const [place, { p, i }] of largestFirst.entries()) {
    least = Math.min(least, (p * pValues.length) / (pValues.length - place))
    adjusted[i] = least
  }
  return adjusted
}
