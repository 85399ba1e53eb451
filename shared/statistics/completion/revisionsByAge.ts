import type { TriangleRow } from './reportingTriangle.ts'

/** Changes from one age to the last figure known, over the months seen at both. */
export interface AgeRevision {
  age: number
  months: number
  changed: number
  median: number
  /** Median of the changes relative to the figure at this age, in per cent; null where every such figure is 0. */
  medianPercent: number | null
  largest: number
}

/**
 * By how much figures of each age were still to change. An age is left out where no month was seen at it and later.
 *
 * Rows [80, 100] and [90, 90]: at age 0 two months, one changed, median 10, largest 20.
 */
export function revisionsByAge(rows: readonly TriangleRow[], greatestAge: number): AgeRevision[] {
  const ages: AgeRevision[] = []
  for (let age = 0; age <= greatestAge; age++) {
    const pairs = rows.flatMap(({ byAge }) => {
      const before = byAge[age] ?? null
      const now = byAge.at(-1) ?? null
      return before === null || now === null || byAge.length <= age + 1 ? [] : [{ before, now }]
    })
    if (pairs.length === 0) continue
    const changes = pairs.map(({ before, now }) => now - before)
    const shares = pairs.flatMap(({ before, now }) => (before > 0 ? [((now - before) / before) * 100] : []))
    ages.push({
      age,
      months: pairs.length,
      changed: changes.filter((change) => change !== 0).length,
      median: median(changes) ?? 0,
      medianPercent: median(shares),
      largest: changes.reduce((most, change) => (Math.abs(change) > Math.abs(most) ? change : most), 0),
    })
  }
  return ages
}

function median(values: readonly number[]): number | null {
  const inOrder = values.toSorted((a, b) => a - b)
  const [low, high] = [
    inOrder[Math.floor((inOrder.length - 1) / 2)],
    inOrder[Math.ceil((inOrder.length - 1) / 2)],
  ]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
