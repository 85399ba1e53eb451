import type { Random } from './random.ts'

/** A list to choose from by weight. */
export interface Weighted<T> {
  readonly values: readonly T[]
  readonly cumulative: readonly number[]
}

/** A list of values with their weights, which need not add up to 1. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): Weighted<T> {
  let total = 0
  const cumulative = entries.map(([, weight]) => (total += weight))
  return { values: entries.map(([value]) => value), cumulative }
}

/** One of the values, each as likely as its weight. */
export function choose<T>(random: Random, { values, cumulative }: Weighted<T>): T {
  const mark = random.next() * (cumulative.at(-1) ?? 0)
  for (let i = 0; i < values.length - 1; i += 1) {
    if (mark < (cumulative[i] ?? 0)) return values[i] as T
  }
  return values[values.length - 1] as T
}

/** A whole number of things split by weights so that the parts add up to it (largest remainders). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const order = exact
    .map((share, i) => [share - Math.floor(share), i] as const)
    .toSorted((a, b) => b[0] - a[0])
  const left = total - parts.reduce((a, b) => a + b, 0)
  for (const [, i] of order.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}
